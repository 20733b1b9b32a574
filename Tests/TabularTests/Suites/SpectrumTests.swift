import Foundation
import Testing

@testable import Tabular

/// csv-spectrum: twelve CSV files, each with what it says as JSON.
@Suite("csv-spectrum", .enabled(if: OutsideSuite.spectrum.isHere, OutsideSuite.absence))
struct SpectrumTests {
    /// `location_coordinates` is wrong in the suite itself.
    static let names = [
        "comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json", "newlines", "newlines_crlf",
        "quotes_and_newlines", "simple", "simple_crlf", "utf8",
    ]

    @Test(arguments: names)
    func theRowsAreThoseOfTheJSON(name: String) throws {
        let text = try decodeText(OutsideSuite.spectrum.bytes("csvs/\(name).csv"))
        let json = Data(try OutsideSuite.spectrum.bytes("json/\(name).json"))
        let expected = try JSONDecoder().decode([[String: String]].self, from: json)
        let table = try rows(text.bytes)
        let header = try #require(table.first)
        let found = table.dropFirst().map { row in
            #expect(row.count == header.count)
            return Dictionary(uniqueKeysWithValues: zip(header, row))
        }
        // By bytes: strings of Swift are equal where they look alike.
        #expect(found.map { $0.mapValues { Array($0.utf8) } } == expected.map { $0.mapValues { Array($0.utf8) } })
    }

    @Test func noFileIsForgotten() {
        let files = OutsideSuite.spectrum.files.filter { $0.hasPrefix("csvs/") }
        #expect(files.count == Self.names.count + 1)
    }
}
