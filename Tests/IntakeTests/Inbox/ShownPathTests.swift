import Testing

@testable import Intake

@Suite("Paths as they are shown")
struct ShownPathTests {
    @Test(arguments: [
        ("Xã Hải Vân/báo cáo.csv", "Xã Hải Vân/báo cáo.csv"), ("ba\u{301}o.csv", "báo.csv"), ("a\nb.csv", "a␊b.csv"),
        ("a\u{1B}[31m.csv", "a␛[31m.csv"), ("a\u{7F}b", "a␡b"), ("a\u{202E}vsc.csv", "avsc.csv"),
        ("a\u{85}b", "a\u{FFFD}b"),
        ("..\u{2F}x", "../x"), ("", ""),
    ])
    func whatWouldNotBeSeenIsMadeVisible(path: String, shown: String) {
        #expect(Array(shownPath(Array(path.utf8)).unicodeScalars) == Array(shown.unicodeScalars))
    }

    @Test func bytesThatAreNoTextAreTheirNumbers() {
        #expect(shownPath([0x61, 0xFF, 0xE1, 0xBA, 0x62]) == "a%FF%E1%BAb")
    }
}
