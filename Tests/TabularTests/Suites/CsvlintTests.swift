import Testing

@testable import Tabular

/// The fixtures of csvlint: line ends, title rows, invalid bytes.
@Suite("csvlint", .enabled(if: OutsideSuite.csvlint.isHere, OutsideSuite.absence))
struct CsvlintTests {
    private static let table = [["Foo", "Bsr", "Baz"], ["Biff", "Baff", "Boff"], ["Qux", "Teaspoon", "Doge"]]

    /// Where csvlint warns of mixed line ends, nothing is told here: they are what Excel leaves, and every row is read.
    @Test(arguments: [
        ("lf-line-endings.csv", table), ("crlf-line-endings.csv", table), ("inconsistent-line-endings.csv", table),
        ("inconsistent-line-endings-unquoted.csv", table),
        ("cr-line-endings.csv", [["Foo", "Bar", "Baz"], ["Biff", "Baff", "Boff"], ["Qux", "Teaspoon", "Doge"]]),
        ("windows-line-endings.csv", [["a", "b", "c"], ["d", "e", "f"]]),
        ("title-row.csv", [["This is a title row", "", ""]] + table),
        ("white space in filename.csv", [["Foo", "Bar", "Baz"], ["1", "2", "3"], ["3", "2", "1"]]),
        ("valid.csv", [["Foo", "Bar", "Baz"], ["1", "2", "3"], ["3", "2", "1"]]),
        // csvlint calls line 4, `"1","2","3" "`, a stray quote; here a quote after the closing one is text, and no row is lost.
        (
            "invalid_many_rows.csv",
            [
                ["Foo", "Bar", "Baz"], ["1", "2", "3"], ["3", "2", "1"], ["1", "2", "3 \""], ["3", "two", "1"],
                ["1", "2", "3"], ["3", "2", "1"], [""], ["3", "2", "1"], ["3", "2", "1"], ["", "", ""],
                ["3", "2", "1"],
            ]
        ),
    ])
    func everyRowIsRead(name: String, expected: [[String]]) throws {
        let text = try decodeText(OutsideSuite.csvlint.bytes(name))
        #expect(try rows(text.bytes) == expected)
    }

    @Test func everyLineKeepsItsNumberWhateverEndsIt() throws {
        for name in [
            "lf-line-endings.csv", "crlf-line-endings.csv", "cr-line-endings.csv", "inconsistent-line-endings.csv",
        ] {
            let text = try OutsideSuite.csvlint.bytes(name)
            var tokenizer = Tokenizer(delimiter: Delimiter.comma.rawValue)
            var record = Record()
            var lines: [Int] = []
            while try tokenizer.next(in: text.span, into: &record) { lines.append(record.line) }
            #expect(lines == [1, 2, 3], "\(name)")
        }
    }

    @Test func invalidBytesAreAnErrorOnTheirLine() throws {
        let bytes = try OutsideSuite.csvlint.bytes("invalid-byte-sequence.csv")
        #expect(throws: TextError.invalidUTF8(line: 1)) { try decodeText(bytes) }
        // Without the header, the first wrong byte is that of the second row.
        let rest = Array(bytes[(try #require(bytes.firstIndex(of: 0x0A)) + 1)...])
        #expect(throws: TextError.invalidUTF8(line: 2)) { try decodeText(rest) }
    }
}
