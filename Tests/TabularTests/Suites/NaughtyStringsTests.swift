import Foundation
import Testing

@testable import Tabular

/// Strings that have broken programs, and payloads of formulas, as cells of a table.
@Suite("Naughty strings", .enabled(if: OutsideSuite.naughtyStrings.isHere, OutsideSuite.absence))
struct NaughtyStringsTests {
    private func strings() throws -> [String] {
        let json = Data(try OutsideSuite.naughtyStrings.bytes("blns.json"))
        let payloads = try OutsideSuite.injection.bytes("Intruder/csv-payload.txt")
        return try JSONDecoder().decode([String].self, from: json)
            + String(decoding: payloads, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
    }

    @Test(arguments: Delimiter.allCases, ["\n", "\r\n", "\r"])
    func everyStringComesBackFromACell(delimiter: Delimiter, lineEnd: String) throws {
        let strings = try strings()
        #expect(strings.count > 500)
        var text: [UInt8] = []
        for string in strings {
            // Between two others, so that nothing can run over.
            text += Array("a".utf8) + [delimiter.rawValue, 0x22]
            for byte in string.utf8 { text += byte == 0x22 ? [byte, byte] : [byte] }
            text += [0x22, delimiter.rawValue] + Array("z\(lineEnd)".utf8)
        }
        let decoded = try decodeText(text)
        let table = try rows(decoded.bytes, delimiter)
        #expect(
            table.map { $0.map { Array($0.utf8) } }
                == strings.map { [Array("a".utf8), Array($0.utf8), Array("z".utf8)] }
        )
    }

    @Test func everyStringIsCleanedToTextThatIsCleanAlready() throws {
        var (once, twice) = (CleanedCell(), CleanedCell())
        for string in try strings() {
            let bytes = Array(string.utf8)
            clean(bytes.span, into: &once)
            clean(once.bytes.span, into: &twice)
            #expect(twice.bytes == once.bytes, "\(string)")
            #expect(!twice.removedImpossible, "\(string)")
            let text = try #require(String(validating: once.bytes, as: UTF8.self))
            #expect(Array(text.precomposedStringWithCanonicalMapping.utf8) == once.bytes, "\(string)")
            #expect(fold(once.bytes.span) == fold(fold(once.bytes.span).span), "\(string)")
        }
    }
}
