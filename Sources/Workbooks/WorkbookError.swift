import Spreadsheet

/// What stops the writing of a workbook: which file, and why.
package struct WorkbookError: Error, Sendable, Equatable, CustomStringConvertible {
    package let path: String
    package let reason: SpreadsheetError

    package init(path: String, reason: SpreadsheetError) {
        self.path = path
        self.reason = reason
    }

    package var description: String { "\(path): \(reason)" }
}
