import Testing

@testable import Tabular

/// The CSV files that DuckDB is tested with: crashes found by fuzzing, rejected rows, encodings, NUL bytes, mixed line ends.
@Suite("duckdb-csv", .enabled(if: OutsideSuite.duckdb.isHere, OutsideSuite.absence))
struct DuckDBTests {
    @Test func noFileIsForgotten() {
        #expect(OutsideSuite.duckdb.files.count == 418)
    }

    /// Whatever the bytes: an end, every row and line as the plain machine has them, and no more bytes in cells than in the file.
    @Test(arguments: Delimiter.allCases)
    func everyFileIsReadToAnEndAsThePlainMachineReadsIt(delimiter: Delimiter) throws {
        var cleaned = CleanedCell()
        var folded: [UInt8] = []
        for path in OutsideSuite.duckdb.files {
            let raw = try OutsideSuite.duckdb.bytes(path)
            let decoded = try? decodeText(raw)
            for bytes in [raw, decoded?.bytes ?? []] {
                _ = separatorLine(bytes.span)
                let expected = PlainTokenizer.rows(bytes, delimiter: delimiter.rawValue)
                var tokenizer = Tokenizer(delimiter: delimiter.rawValue)
                var record = Record()
                var (row, length, offset) = (0, 0, 0)
                var problem: TokenizerError?
                do {
                    while try tokenizer.next(in: bytes.span, into: &record) {
                        #expect(tokenizer.offset > offset, "\(path)")
                        offset = tokenizer.offset
                        length += record.bytes.count
                        let isSame =
                            row < expected.rows.count && record.line == expected.lines[row]
                            && (0..<record.count).map { Array(record.bytes[record.range($0)]) } == expected.rows[row]
                        #expect(isSame, "\(path), row \(row)")
                        row += 1
                        for index in 0..<record.count {
                            let cell = record.bytes.span.extracting(record.range(index))
                            clean(cell, into: &cleaned)
                            fold(cell, into: &folded)
                        }
                    }
                } catch {
                    problem = error
                }
                #expect(row == expected.rows.count, "\(path)")
                #expect(problem == expected.openQuote.map { .unbalancedQuote(line: $0) }, "\(path)")
                #expect(length <= bytes.count, "\(path)")
            }
        }
    }

    /// DuckDB rejects these lines (MISSING COLUMNS, TOO MANY COLUMNS). Here the tokenizer gives every row as it is: what a short
    /// or a long row means, the header decides (L1: counted, the rest missing; L4: left out).
    @Test(arguments: [
        ("rejects/incorrect_columns/few_columns.csv", [1814: 3, 1823: 1, 2378: 1, 2762: 2]),
        ("rejects/incorrect_columns/many_columns.csv", [1096: 6, 1159: 6, 1206: 5, 2769: 5]),
        ("rejects/incorrect_columns/mix_columns.csv", [1604: 1, 1671: 6, 2751: 2, 2768: 6]),
        ("rejects/incorrect_columns/small_mix.csv", [3: 5, 4: 3]),
    ])
    func rowsOfAnotherLengthAreGivenWithTheirLine(path: String, expected: [Int: Int]) throws {
        let bytes = try OutsideSuite.duckdb.bytes(path)
        var tokenizer = Tokenizer(delimiter: Delimiter.comma.rawValue)
        var record = Record()
        var other: [Int: Int] = [:]
        while try tokenizer.next(in: bytes.span, into: &record) {
            if record.count != 4 { other[record.line] = record.count }
        }
        #expect(other == expected)
    }

    /// DuckDB rejects a value that goes on behind its closing quote (UNQUOTED VALUE). Here what a school wrote is kept: `"ab"c` is
    /// `abc`, and the type of the cell decides whether it says anything.
    @Test(arguments: [
        ("rejects/unquoted/basic.csv", 5, ["blaaaaaaaaaaaaaabla", "4"]),
        ("rejects/multiple_errors/unquoted_less.csv", 3, ["oogie boogiebla", "4", " 2023-01-02"]),
        // The quote of line 5 closes at the one that opens line 6.
        ("rejects/unquoted/unquoted_new_line.csv", 5, ["blaaaaaaaaaaaaaa\nbla", "4"]),
    ])
    func textBehindAClosingQuoteIsKept(path: String, line: Int, expected: [String]) throws {
        let bytes = try OutsideSuite.duckdb.bytes(path)
        var tokenizer = Tokenizer(delimiter: Delimiter.comma.rawValue)
        var record = Record()
        while try tokenizer.next(in: bytes.span, into: &record), record.line < line {}
        #expect(record.line == line)
        #expect(cells(record) == expected)
    }

    /// DuckDB's tests set a line limit of 10 or 20 bytes there. Here a cell may have a mebibyte.
    @Test(arguments: [("rejects/maximum_line/max_10.csv", 8), ("rejects/multiple_errors/cast_and_maxline.csv", 4)])
    func longLinesAreRows(path: String, count: Int) throws {
        #expect(try rows(OutsideSuite.duckdb.bytes(path)).count == count)
    }

    @Test func aQuoteThatNeverClosesIsAnErrorOnItsLine() throws {
        let bytes = try OutsideSuite.duckdb.bytes("rejects/unquoted/unquoted_last_value.csv")
        #expect(throws: TokenizerError.unbalancedQuote(line: 5)) { try rows(bytes) }
    }

    /// DuckDB rejects the line (INVALID ENCODING) and reads on. Here a file is one encoding: it is refused with that line, for
    /// what else stands wrong in it nobody knows.
    @Test(arguments: [
        ("rejects/multiple_errors/invalid_utf_cast.csv", 3), ("rejects/multiple_errors/invalid_utf_less.csv", 3),
        ("rejects/multiple_errors/invalid_utf_more.csv", 3), ("rejects/multiple_errors/invalid_utf_unquoted.csv", 3),
        ("rejects/frankstein/nightmare.csv", 38), ("encodings/latin1.csv", 2), ("encodings/shift_jis.csv", 1),
    ])
    func bytesThatAreNotUTF8AreAnErrorOnTheirLine(path: String, line: Int) throws {
        let bytes = try OutsideSuite.duckdb.bytes(path)
        #expect(throws: TextError.invalidUTF8(line: line)) { try decodeText(bytes) }
    }

    @Test func utf16IsRead() throws {
        let text = try decodeText(OutsideSuite.duckdb.bytes("encodings/utf16.csv"))
        #expect(text.encoding == .utf16LittleEndian)
        #expect(try rows(text.bytes).prefix(3) == [["name", "age"], ["José Álvarez", "30"], ["Müller", "25"]])
    }

    /// DuckDB stops at NUL bytes or pads with them. Here they are text that `clean` removes and reports (C8).
    @Test func zeroBytesAreTextThatIsRemovedAndTold() throws {
        #expect(try rows(OutsideSuite.duckdb.bytes("null_terminator.csv")) == [["a\0b"]])
        let table = try rows(OutsideSuite.duckdb.bytes("nullbyte.csv"), .pipe)
        #expect(table == [["col1", "col2", "col3"], ["val1", "val\u{0}2", "val3"]])
        var cleaned = CleanedCell()
        clean(Array("val\u{0}2".utf8).span, into: &cleaned)
        #expect(cleaned.removedImpossible)
        #expect(cleaned.bytes == Array("val2".utf8))
    }

    @Test(arguments: [
        ("mixed_new_line.csv", [["1", "2", "3"], ["4", "5", "6"], ["7", "8", "9"]]),
        ("mixed_new_line_2.csv", [["1", "23"], ["4", "5"], ["6"], ["7", "89"]]),
        ("quoted_newline.csv", [["col1"], ["cell with\nnewline"]]),
        ("double_quoted_header.csv", [["foo \"bar", "name"], ["1", "rob"], ["2", "sally"]]),
        // RFC 4180 knows no backslash: it is text, and the quote behind it closes.
        ("bad_escape.csv", [["foo", "bar"], ["332", "Surname\\, Firstname"], ["123", "foo (\\foo\\\")\""]]),
    ])
    func oddFilesAreRows(path: String, expected: [[String]]) throws {
        #expect(try rows(OutsideSuite.duckdb.bytes(path)) == expected)
    }
}
