import Spreadsheet
import Testing

@testable import Intake

@Suite("A sheet's cell as text")
struct SheetCellTextTests {
    private func text(_ number: Double) -> String {
        var text: [UInt8] = []
        append(number: number, to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    @Test(arguments: [
        (0, "0"), (-0.0, "0"), (7, "7"), (-12, "-12"), (31_303_702, "31303702"),
        (9_007_199_254_740_992, "9007199254740992"),
        (999_999_999_999_999, "999999999999999"), (1.5, "1,5"), (-0.25, "-0,25"), (1.234, "1,234"), (1_234.5, "1234,5"),
        (0.1 + 0.2, "0,30000000000000004"), (1e-7, "0,0000001"), (1.25e-5, "0,0000125"),
        (123_456.789_012, "123456,789012"),
        (9_007_199_254_740_994, "9,007199254740994E+15"), (1e17, "1E+17"), (3.1093e+20, "3,1093E+20"),
        (-2.5e22, "-2,5E+22"),
    ])
    func isANumberExactlyWithADecimalComma(number: Double, expected: String) {
        #expect(text(number) == expected)
    }

    @Test func readsBackToTheSameNumber() {
        for step in 1...20_000 {
            let number = Double(step * 7_919 % 100_003 - 50_000) / Double(step % 9_973 * step + 3)
            let point = text(number).split(separator: ",", omittingEmptySubsequences: false).joined(separator: ".")
            #expect(Double(point) == number)
        }
    }

    @Test(arguments: [
        (0.95, "95%"), (1, "100%"), (0.07, "7%"), (0.125, "12,5%"), (0, "0%"), (12, "1200%"), (-0.5, "-50%"),
    ])
    func isAPercentageAsItIsShown(number: Double, expected: String) {
        var text: [UInt8] = []
        append(percentage: number, to: &text)
        #expect(String(decoding: text, as: UTF8.self) == expected)
    }

    @Test(arguments: [
        (46_094, "2026-03-13"), (46_094.312_5, "2026-03-13 07:30:00"), (46_094.999_999_99, "2026-03-13 23:59:59"),
        (1, "1900-01-01"),
    ])
    func isADayInISO(serial: Double, expected: String) throws {
        var text: [UInt8] = []
        append(date: try #require(SerialDate(serial, from1904: false)), to: &text)
        #expect(String(decoding: text, as: UTF8.self) == expected)
    }
}
