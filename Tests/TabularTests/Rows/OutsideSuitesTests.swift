import Foundation
import Testing

@testable import Tabular

/// Cases of others, read where `shared/` lies beside the checkout, and left out elsewhere.
enum OutsideSuites {
    static var folder: URL {
        let checkout = URL(filePath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent()  // Rows
            .deletingLastPathComponent()  // TabularTests
            .deletingLastPathComponent()  // Tests
            .deletingLastPathComponent()
        return checkout.deletingLastPathComponent().appending(path: "shared/suites")
    }

    static var spectrum: URL { folder.appending(path: "csv-spectrum") }
    static var duckdb: URL { folder.appending(path: "duckdb-csv") }

    static func exists(_ folder: URL) -> Bool { FileManager.default.fileExists(atPath: folder.path) }

    static func files(in folder: URL) -> [URL] {
        let paths = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey])
        return (paths?.compactMap { $0 as? URL } ?? [])
            .filter { (try? $0.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true }
            .sorted { $0.path < $1.path }
    }
}

@Suite("Cases from outside")
struct OutsideSuitesTests {
    /// `location_coordinates` is wrong in the suite itself.
    static let spectrumNames = OutsideSuites.files(in: OutsideSuites.spectrum.appending(path: "csvs"))
        .map { $0.deletingPathExtension().lastPathComponent }
        .filter { $0 != "location_coordinates" }

    @Test(.enabled(if: OutsideSuites.exists(OutsideSuites.spectrum)), arguments: spectrumNames)
    func csvSpectrum(name: String) throws {
        let csv = try Data(contentsOf: OutsideSuites.spectrum.appending(path: "csvs/\(name).csv"))
        let json = try Data(contentsOf: OutsideSuites.spectrum.appending(path: "json/\(name).json"))
        let expected = try JSONDecoder().decode([[String: String]].self, from: json)
        let table = try rows(decodeText(Array(csv)).bytes)
        let header = try #require(table.first)
        let found = table.dropFirst().map { row in
            #expect(row.count == header.count)
            return Dictionary(uniqueKeysWithValues: zip(header, row))
        }
        #expect(found.map { $0.mapValues { Array($0.utf8) } } == expected.map { $0.mapValues { Array($0.utf8) } })
    }

    @Test(.enabled(if: OutsideSuites.exists(OutsideSuites.spectrum)))
    func csvSpectrumIsWhole() {
        #expect(Self.spectrumNames.count == 11)
    }

    /// Crash corpora among them. Whatever the bytes: an end, and no more than their length of cells.
    @Test(.enabled(if: OutsideSuites.exists(OutsideSuites.duckdb)), arguments: Delimiter.allCases)
    func duckdbFilesAreReadToAnEnd(delimiter: Delimiter) throws {
        let files = OutsideSuites.files(in: OutsideSuites.duckdb)
        #expect(files.count > 400)
        var cleaned = CleanedCell()
        var folded: [UInt8] = []
        for file in files {
            let raw = Array(try Data(contentsOf: file))
            let decoded = try? decodeText(raw)
            for bytes in [raw, decoded?.bytes ?? []] {
                _ = separatorLine(bytes.span)
                var tokenizer = Tokenizer(delimiter: delimiter.rawValue)
                var record = Record()
                var length = 0
                var offset = 0
                while (try? tokenizer.next(in: bytes.span, into: &record)) == true {
                    #expect(tokenizer.offset > offset, "\(file.lastPathComponent)")
                    offset = tokenizer.offset
                    length += record.bytes.count
                    for index in 0..<record.count {
                        let cell = record.bytes.span.extracting(record.range(index))
                        clean(cell, into: &cleaned)
                        fold(cell, into: &folded)
                    }
                }
                #expect(length <= bytes.count, "\(file.lastPathComponent)")
            }
        }
    }
}
