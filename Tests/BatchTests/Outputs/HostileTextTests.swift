import Foundation
import Tabular
import Testing

@testable import Batch

private enum OutsideTexts {
    static let folder = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/suites")

    static var areHere: Bool { FileManager.default.fileExists(atPath: folder.path) }
}

/// Strings that have broken programs, and payloads of formulas (`shared/suites`, where it lies beside the checkout), through the
/// CSV that this program writes and back.
@Suite(.enabled(if: OutsideTexts.areHere, "shared/suites does not lie beside this checkout"))
struct HostileTextTests {
    private static func naughty() throws -> [String] {
        let json = try Data(contentsOf: OutsideTexts.folder.appending(path: "naughty-strings/blns.json"))
        return try JSONDecoder().decode([String].self, from: json)
    }

    private static func payloads() throws -> [String] {
        let url = OutsideTexts.folder.appending(path: "csv-injection/Intruder/csv-payload.txt")
        return String(decoding: try Data(contentsOf: url), as: UTF8.self).split(whereSeparator: \.isNewline).map(
            String.init
        )
    }

    @Test func everyStringComesBackFromAFileThatIsWritten() throws {
        let strings = try Self.naughty() + Self.payloads()
        #expect(strings.count > 500)
        var csv = CSVText(header: ["a", "b", "c"])
        for string in strings { csv.append(["1", string, string]) }
        let text = try decodeText(csv.bytes)
        var tokenizer = Tokenizer(delimiter: Delimiter.comma.rawValue)
        var record = Record()
        #expect(try tokenizer.next(in: text.bytes.span, into: &record))
        for string in strings {
            #expect(try tokenizer.next(in: text.bytes.span, into: &record))
            let cells = (0..<record.count).map { Array(record.bytes[record.range($0)]) }
            #expect(cells == [Array("1".utf8), Array(string.utf8), Array(string.utf8)], "\(string)")
        }
        #expect(try !tokenizer.next(in: text.bytes.span, into: &record))
    }

    /// Spec 2: a cell that begins with `= + - @` is quoted in CSV outputs.
    @Test func aCellThatBeginsAFormulaIsQuoted() throws {
        for string in try Self.naughty() + Self.payloads() {
            guard let first = string.utf8.first, "=+-@\t".utf8.contains(first) else { continue }
            var csv = CSVText(header: [])
            csv.append([string])
            #expect(csv.bytes.dropFirst().first == UInt8(ascii: "\""), "\(string)")
        }
    }
}
