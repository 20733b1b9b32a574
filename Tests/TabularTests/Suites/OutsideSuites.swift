import Foundation
import Testing

/// Cases of others: read where `shared/suites` lies beside the checkout, never copied into it. Elsewhere (CI's clone) the tests
/// that need them are skipped, with this reason.
enum OutsideSuite: String {
    case spectrum = "csv-spectrum"
    case csvlint = "csvlint-fixtures/features/fixtures"
    case duckdb = "duckdb-csv/data/csv"
    case naughtyStrings = "naughty-strings"
    case injection = "csv-injection"

    static let absence: Comment = "shared/suites does not lie beside this checkout"

    var folder: URL {
        let checkout = URL(filePath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent()  // Suites
            .deletingLastPathComponent()  // TabularTests
            .deletingLastPathComponent()  // Tests
            .deletingLastPathComponent()
        return checkout.deletingLastPathComponent().appending(path: "shared/suites/\(rawValue)")
    }

    var isHere: Bool { FileManager.default.fileExists(atPath: folder.path) }

    func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appending(path: path)))
    }

    /// Paths of its files below the folder, in the order of their names.
    var files: [String] {
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
        return paths.sorted().filter { path in
            (try? FileManager.default.attributesOfItem(atPath: folder.appending(path: path).path))?[.type]
                as? FileAttributeType == .typeRegular
        }
    }
}
