import XML

/// Reads a workbook that somebody sent (.xlsx, .xlsm, .xltx; Transitional or Strict, ISO/IEC 29500): its sheets, and the values
/// of their cells as whoever wrote it left them. Nothing is calculated.
///
/// ```swift
/// let workbook = try WorkbookReader(bytes: bytes)
/// for sheet in workbook.sheets where sheet.state == .visible {
///     let contents = try workbook.contents(of: sheet)
/// }
/// ```
///
/// Bounded whatever is sent (`WorkbookLimits`): sizes are checked before anything is unpacked, parts are read as a stream. A handle
/// on an archive; one thread uses it.
package final class WorkbookReader {
    /// Sheets of cells, in the workbook's order; sheets of charts and dialogues are left out. At least one.
    package let sheets: [WorkbookSheet]
    /// The workbook's own properties that are texts, by name.
    package let customProperties: [String: String]
    /// Serial numbers of days count from 1904.
    package let datesFrom1904: Bool

    private let archive: ZipArchive
    /// What the sheets that are still to be read may hold together.
    private var limits: WorkbookLimits
    private let sharedTexts: CellTexts
    private let formats: NumberFormats
    private let isUncalculated: Bool

    /// - Parameter isOwnWork: the workbook is one that the program has just written: results stand beside its formulas, though it asks
    ///   whoever opens it to calculate them anew.
    package init(
        bytes: [UInt8],
        limits: WorkbookLimits = WorkbookLimits(),
        isOwnWork: Bool = false
    ) throws(WorkbookReadingError) {
        do { archive = try ZipArchive(bytes: bytes, name: "workbook", limits: limits.archive) } catch {
            throw WorkbookReadingError(error)
        }
        let directory = try WorkbookDirectory(of: archive)
        sheets = directory.sheets
        datesFrom1904 = directory.datesFrom1904
        isUncalculated = directory.isUncalculated && !isOwnWork
        customProperties =
            if let part = directory.customProperties { try Self.properties(part, in: archive) } else { [:] }
        formats =
            if let part = directory.styles { try NumberFormats(styles: part, in: archive) } else { NumberFormats() }
        sharedTexts =
            if let part = directory.sharedTexts { try CellTexts(shared: part, in: archive, limits) } else {
                CellTexts()
            }
        self.limits = limits
    }

    /// The cells of a sheet, merged ranges spread.
    package func contents(of sheet: WorkbookSheet) throws(WorkbookReadingError) -> SheetContents {
        do {
            let contents = try SheetReader.read(
                sheet.part,
                in: archive,
                into: SheetContents(datesFrom1904: datesFrom1904, sharedTexts: sharedTexts, limits: limits),
                formats: formats,
                isUncalculated: isUncalculated,
                limits: limits
            )
            limits = contents.limitsLeft
            return contents
        } catch {
            // Many sheets that each end at a limit would be as bad as one without.
            if case .tooLarge = error { limits.cells = 0 }
            throw error
        }
    }

    private static let mostProperties = 1_000
    private static let longestProperties = 1 << 20

    private static func properties(
        _ part: String,
        in archive: ZipArchive
    ) throws(WorkbookReadingError) -> [String: String] {
        var tokens = try PartTokens(of: part, in: archive, names: ["property", "name"])
        var properties: [String: String] = [:]
        var depth = 0
        var name: String?
        var value: [UInt8] = []
        var length = 0
        while let token = try tokens.next() {
            switch (token.kind, token.name) {
            case (.start, _):
                depth += 1
                if depth == 2 {
                    name = nil
                    value.removeAll()
                }
            case (.attribute, 1): if depth == 2 { name = tokens.string(token) }
            case (.text, _): if depth == 3 { value += tokens.bytes(token) }
            case (.end, let element):
                depth -= 1
                if depth == 1, element == 0, let name { properties[name] = String(decoding: value, as: UTF8.self) }
            default: break
            }
            length += token.range.count
            guard properties.count <= mostProperties, length <= longestProperties else {
                throw .tooLarge(reason: "\(part): too many properties")
            }
        }
        return properties
    }
}
