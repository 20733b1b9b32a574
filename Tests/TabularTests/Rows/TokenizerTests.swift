import TestSupport
import Testing

@testable import Tabular

@Suite("Bytes become rows")
struct TokenizerTests {
    @Test(arguments: [
        ("", []),
        ("a", [["a"]]),
        ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
        ("a,b,\n,,", [["a", "b", ""], ["", "", ""]]),
        ("a,b,", [["a", "b", ""]]),
        ("a\r\nb\rc\nd", [["a"], ["b"], ["c"], ["d"]]),
        ("a\n\nb\n", [["a"], [""], ["b"]]),
        ("\r\n\r\n", [[""], [""]]),
        ("\n\r", [[""], [""]]),
        ("\"a,b\",c", [["a,b", "c"]]),
        ("\"a\"\"b\",\"\"\"\",\"\"", [["a\"b", "\"", ""]]),
        ("\"một\r\nhai\",b\nc", [["một\r\nhai", "b"], ["c"]]),
        ("\"a\"", [["a"]]),
        (
            "Mã đơn vị,Tên trường học\n31303702,Nguyễn Trãi",
            [["Mã đơn vị", "Tên trường học"], ["31303702", "Nguyễn Trãi"]]
        ),
        ("a;b,c|d\te", [["a;b", "c|d\te"]]),
        ("a\u{0}b,c", [["a\u{0}b", "c"]]),
    ])
    func tokenizing(text: String, expected: [[String]]) throws {
        #expect(try rows(text) == expected)
    }

    @Test(arguments: [
        ("\"ab\"c,d", [["abc", "d"]]),
        ("\"ab\"c\"d\"\n\"x\" ", [["abc\"d\""], ["x "]]),
        ("5\" ống,a\"b\"\"c", [["5\" ống", "a\"b\"\"c"]]),
        (" \"a\",b", [[" \"a\"", "b"]]),
    ])
    func quotesOutOfPlaceAreText(text: String, expected: [[String]]) throws {
        #expect(try rows(text) == expected)
    }

    @Test(arguments: [("", 1), ("\n\n\r\n\r", 5), ("\r\n", 2), ("\n", 2)])
    func emptyLinesArePassedOverAndCounted(lines: String, line: Int) throws {
        let text = Array((lines + "a,b\n\nc").utf8)
        var tokenizer = Tokenizer(delimiter: Delimiter.comma.rawValue)
        var record = Record()
        tokenizer.skipEmptyLines(in: text.span)
        #expect(try tokenizer.next(in: text.span, into: &record))
        #expect(record.line == line)
        #expect(cells(record) == ["a", "b"])
        tokenizer.skipEmptyLines(in: text.span)
        #expect(try tokenizer.next(in: text.span, into: &record))
        #expect(record.line == line + 2)
        tokenizer.skipEmptyLines(in: text.span)
        #expect(try !tokenizer.next(in: text.span, into: &record))
    }

    @Test func semicolonFileWithDecimalCommas() throws {
        #expect(try rows("ma;ty_le\n1;12,5\n", .semicolon) == [["ma", "ty_le"], ["1", "12,5"]])
    }

    @Test(arguments: Delimiter.allCases)
    func everyDelimiterPartsCells(delimiter: Delimiter) throws {
        let mark = String(decoding: [delimiter.rawValue], as: UTF8.self)
        #expect(try rows("a\(mark)\"b\(mark)\"\(mark)c", delimiter) == [["a", "b\(mark)", "c"]])
    }

    @Test func lineIsThePhysicalOneWhereTheRowStarts() throws {
        let text = "a\n\"1\n2\r\n3\r4\",x\r\n\nb\r\"\"\"\n\"\"\"\rc"
        var tokenizer = Tokenizer(delimiter: 0x2C)
        var record = Record()
        var lines: [Int] = []
        while try tokenizer.next(in: Array(text.utf8).span, into: &record) { lines.append(record.line) }
        #expect(lines == [1, 2, 6, 7, 8, 10])
        #expect(tokenizer.offset == text.utf8.count)
    }

    @Test func tokenizerStartsWhereItIsTold() throws {
        let bytes = Array("sep=,\r\na,b\r\n".utf8)
        var tokenizer = Tokenizer(delimiter: 0x2C, offset: 7, line: 2)
        var record = Record()
        #expect(try tokenizer.next(in: bytes.span, into: &record))
        #expect(cells(record) == ["a", "b"])
        #expect(record.line == 2)
        #expect(tokenizer.line == 3)
        #expect(try !tokenizer.next(in: bytes.span, into: &record))
        #expect(record.count == 0)
    }

    @Test(arguments: [
        ("\"", 1, 0), ("a,b\nc,\"d\ne\n", 2, 1), ("a\n\"x\ny\",\"z\n\"\"", 3, 1), ("\"a\"\"", 1, 0),
    ])
    func quoteThatNeverClosesEndsTheTable(text: String, line: Int, before: Int) {
        let bytes = Array(text.utf8)
        var tokenizer = Tokenizer(delimiter: 0x2C)
        var record = Record()
        var count = 0
        #expect(throws: TokenizerError.unbalancedQuote(line: line)) {
            while try tokenizer.next(in: bytes.span, into: &record) { count += 1 }
        }
        #expect(count == before)
        #expect(record.count == 0)
        #expect((try? tokenizer.next(in: bytes.span, into: &record)) == false)
    }

    @Test func quoteThatNeverClosesIsFoundBehindTheLimitOfACell() {
        let bytes = Array("a\n\"".utf8) + [UInt8](repeating: 0x0A, count: 5_000_000)
        #expect(throws: TokenizerError.unbalancedQuote(line: 2)) { try rows(bytes) }
    }

    @Test func rowHasAtMostAsManyCellsAsExcelHasColumns() throws {
        let widest = [UInt8](repeating: 0x2C, count: Tokenizer.cellLimit - 1)
        #expect(try rows(widest)[0].count == 16_384)
        #expect(throws: TokenizerError.tooManyCells(line: 2)) { try rows([0x0A] + widest + [0x2C]) }
        #expect(throws: TokenizerError.tooManyCells(line: 1)) { try rows([UInt8](repeating: 0x2C, count: 100_000)) }
    }

    @Test func cellHasAtMostOneMebibyte() throws {
        let longest = [UInt8](repeating: 0x61, count: Tokenizer.cellLengthLimit)
        #expect(try rows(longest)[0][0].utf8.count == 1 << 20)
        #expect(try rows([0x22] + longest + [0x22])[0][0].utf8.count == 1 << 20)
        #expect(throws: TokenizerError.cellTooLong(line: 1)) { try rows(longest + [0x61]) }
        #expect(throws: TokenizerError.cellTooLong(line: 1)) { try rows([0x22] + longest + [0x61, 0x22]) }
        #expect(throws: TokenizerError.cellTooLong(line: 1)) { try rows([0x22] + longest + [0x22, 0x61]) }
    }

    /// Cells of every length up to three machine words, so that each place of a delimiter in a word is met.
    @Test func cellsOfAllLengths() throws {
        for first in 0..<25 {
            for second in 0..<25 {
                let row = [String(repeating: "x", count: first), String(repeating: "ữ", count: second), "z"]
                #expect(try rows(row.joined(separator: ",") + "\r\n-") == [row, ["-"]])
            }
        }
    }

    @Test(arguments: [1, 2, 3, 4], Delimiter.allCases)
    func whatAWriterQuotesComesBack(seed: UInt64, delimiter: Delimiter) throws {
        var random = SeededGenerator(seed: seed)
        let mark = String(decoding: [delimiter.rawValue], as: UTF8.self)
        let pieces = [
            "a", "ế", "\"", "\"\"", ";", ",", "\t", "|", "\n", "\r", "\r\n", " ", "12345678", "x\u{301}", "🎓",
        ]
        for _ in 0..<200 {
            let table = (0..<Int.random(in: 1...5, using: &random)).map { _ in
                (0..<Int.random(in: 1...6, using: &random)).map { _ in
                    (0..<Int.random(in: 0...6, using: &random)).compactMap { _ in pieces.randomElement(using: &random) }
                        .joined()
                }
            }
            let ending = ["\n", "\r\n", "\r"].randomElement(using: &random) ?? "\n"
            let text = table.map { row in row.map { quoted($0, mark) }.joined(separator: mark) + ending }.joined()
            // Compared by scalars: to Swift a CR next to an LF is one character, and equality of strings is canonical.
            let found = try rows(text, delimiter)
            #expect(found.map { $0.map { Array($0.utf8) } } == table.map { $0.map { Array($0.utf8) } })
        }
    }

    private func quoted(_ cell: String, _ mark: String) -> String {
        let special = Array("\"\r\n".utf8) + Array(mark.utf8)
        guard cell.utf8.contains(where: special.contains) else { return cell }
        return "\"" + cell.unicodeScalars.map { $0 == "\"" ? "\"\"" : String(Character($0)) }.joined() + "\""
    }

    @Test func anyBytesComeToAnEnd() {
        var random = SeededGenerator(seed: 11)
        let alphabet = Array("a\",;\r\n\u{0} ".utf8) + [0xFF, 0xC3]
        for _ in 0..<5000 {
            let bytes = (0..<Int.random(in: 0...40, using: &random)).compactMap { _ in
                alphabet.randomElement(using: &random)
            }
            if let found = try? rows(bytes) { #expect(found.count <= bytes.count) }
        }
    }
}
