import Foundation
import TestSupport

/// What LibreOffice makes of a workbook, every formula computed anew.
enum Recalculation {
    /// The first sheet: texts and results as they are shown.
    static func rows(of workbook: String) throws -> [[String]] {
        let programs = try Programs()
        let file = URL(filePath: workbook)
        let folder = try programs.recalculated([file], to: "csv:Text - txt - csv (StarCalc):9,34,76")
        let name = file.deletingPathExtension().lastPathComponent + ".csv"
        let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        return text.split(separator: "\n", omittingEmptySubsequences: false).map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
    }
}
