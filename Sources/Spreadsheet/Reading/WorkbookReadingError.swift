/// What stops the reading of a workbook that somebody sent, or of one of its sheets. Reasons are for those who look into the file;
/// what its sender is told follows from the case.
package enum WorkbookReadingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Not a ZIP archive that can be trusted: cut, encrypted, entries twice or with unsafe names.
    case archive(reason: String)
    /// A part that is missing or damaged, or is no XML that is accepted (a document type, entities, too deep).
    case part(String, reason: String)
    /// An archive, but not of a workbook.
    case notAWorkbook(reason: String)
    /// Cells that contradict each other: outside the sheet, out of order, a text that is not there, merged ranges that overlap.
    case cells(part: String, row: Int, reason: String)
    /// It holds more than it may (`WorkbookLimits`): a bomb, or a sheet that nobody could read either.
    case tooLarge(reason: String)

    package var description: String {
        switch self {
        case .archive(let reason), .notAWorkbook(let reason), .tooLarge(let reason): reason
        case .part(let part, let reason): "\(part): \(reason)"
        case .cells(let part, let row, let reason): "\(part), row \(row): \(reason)"
        }
    }

    /// What the archive says, as said of a workbook.
    init(_ error: SpreadsheetError) {
        switch error {
        case .aboveLimit: self = .tooLarge(reason: "\(error)")
        default: self = .archive(reason: "\(error)")
        }
    }
}
