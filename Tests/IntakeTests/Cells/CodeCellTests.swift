import Testing

@testable import Intake

@Suite("Codes")
struct CodeCellTests {
    @Test(arguments: [
        ("31303702", "31303702"), ("0031", "0031"), ("vv 01/2026", "VV01/2026"), ("vv\u{A0}01", "VV01"),
        ("đt-1", "ĐT-1"),
        ("31303702.0", "31303702"), ("31303702,00", "31303702"), ("31303702.5", "31303702.5"), ("12E3", "12E3"),
        ("a.0", "A.0"),
        ("../../etc", "../../ETC"),
    ])
    func codesAreCompactAndUpperCase(text: String, code: String) {
        var bytes: [UInt8] = []
        #expect(readCode(cleaned(text).span, into: &bytes) == .code)
        #expect(String(decoding: bytes, as: UTF8.self) == code)
    }

    @Test(arguments: ["3,13E+07", "3.13E+07", "3E+07", "3,1303702e+7"])
    func theScientificFormHasLostDigits(text: String) {
        var bytes: [UInt8] = []
        #expect(readCode(cleaned(text).span, into: &bytes) == .lostDigits)
    }
}
