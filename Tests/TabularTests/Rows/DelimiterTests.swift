import Testing

@testable import Tabular

@Suite("Delimiters")
struct DelimiterTests {
    @Test func orderOfTrial() {
        #expect(Delimiter.allCases == [.semicolon, .comma, .tab, .pipe])
    }

    @Test(
        arguments: [
            ("sep=;\na;b", .semicolon, 6),
            ("sep=,\r\na", .comma, 7),
            ("SEP=\t\ra", .tab, 6),
            ("\"sep=|\"\n", .pipe, 8),
            ("sep=;", .semicolon, 5),
            ("sep=;  \n", .semicolon, 8),
        ] as [(String, Delimiter, Int)]
    )
    func separatorLines(text: String, delimiter: Delimiter, end: Int) {
        #expect(separatorLine(Array(text.utf8).span) == SeparatorLine(delimiter: delimiter, end: end))
    }

    @Test(arguments: [
        "", "sep", "sep=", "sep=x\n", "sep=;a\n", "\"sep=;\n", "separator;b", "a;sep=;", "sep\u{1D};", "SEP\n",
    ])
    func otherFirstLines(text: String) {
        #expect(separatorLine(Array(text.utf8).span) == nil)
    }
}
