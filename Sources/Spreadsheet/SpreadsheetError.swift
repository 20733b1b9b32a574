/// What stops the writing or the reading of a workbook.
package enum SpreadsheetError: Error, Sendable, Hashable, CustomStringConvertible {
    /// libxlsxwriter refuses or fails: what was asked of it, and its own words.
    case library(operation: String, reason: String)
    /// The workbook has been closed, or an earlier closing failed.
    case closed
    /// A name that Excel does not take for a sheet, or that another sheet of the workbook bears.
    case sheetName(String, reason: String)
    /// A sheet of another workbook.
    case foreignSheet(String)
    /// A cell or range outside the 1,048,576 rows and 16,384 columns of a sheet.
    case outside(sheet: String, place: String)
    /// A text longer than Excel takes, in UTF-16 units. Nothing is cut.
    case textTooLong(place: String, length: Int, limit: Int)
    /// A number, a date, a formula or a link that no cell can hold.
    case cellValue(place: String, reason: String)
    /// Merged cells, tables or filters that share cells; Excel calls such a file damaged.
    case overlap(sheet: String, range: String, other: String)
    /// A setting of a sheet, of a format or of the workbook that Excel does not take.
    case setting(place: String, reason: String)
    /// A workbook in constant memory takes rows in order only, no table, no cells merged over several rows.
    case constantMemory(place: String, reason: String)
    /// The file that was written is not what was asked for.
    case damaged(file: String, reason: String)
    /// A file that cannot be read as a workbook.
    case unreadable(file: String, reason: String)
    /// An archive that holds more than it may.
    case aboveLimit(file: String, reason: String)

    package var description: String {
        switch self {
        case .library(let operation, let reason): "\(operation): \(reason)"
        case .closed: "the workbook has been closed"
        case .sheetName(let name, let reason): "sheet name '\(name)': \(reason)"
        case .foreignSheet(let name): "sheet '\(name)' is not of this workbook"
        case .outside(let sheet, let place): "\(sheet)!\(place): outside the sheet"
        case .textTooLong(let place, let length, let limit): "\(place): a text of \(length) characters, above \(limit)"
        case .cellValue(let place, let reason): "\(place): \(reason)"
        case .overlap(let sheet, let range, let other): "\(sheet)!\(range): shares cells with \(other)"
        case .setting(let place, let reason): "\(place): \(reason)"
        case .constantMemory(let place, let reason): "\(place): \(reason)"
        case .damaged(let file, let reason): "\(file): damaged: \(reason)"
        case .unreadable(let file, let reason), .aboveLimit(let file, let reason): "\(file): \(reason)"
        }
    }
}
