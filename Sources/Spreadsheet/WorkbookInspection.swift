import XML

/// What stands in a workbook, by count. Each of its parts has been unpacked and, where it is XML, read to its end.
package struct WorkbookInspection: Hashable, Sendable {
    package struct Sheet: Hashable, Sendable {
        package let name: String
        package let isHidden: Bool
        /// The part that holds the sheet: `xl/worksheets/sheet1.xml`.
        package let part: String
        package let rows: Int
        package let cells: Int

        package init(name: String, isHidden: Bool, part: String, rows: Int, cells: Int) {
            self.name = name
            self.isHidden = isHidden
            self.part = part
            self.rows = rows
            self.cells = cells
        }
    }

    /// In the workbook's order.
    package let sheets: [Sheet]
    /// How many files the archive holds.
    package let parts: Int
}

/// Reads a workbook to the end of each part and counts the rows and cells of its sheets, in memory that does not grow with them.
///
/// Throws `unreadable` for what is no archive, is above the limits, has an entry twice, is cut, or is not XML where it should be.
package func inspectWorkbook(
    at path: String,
    limits: ZipLimits = .inbox
) throws(SpreadsheetError) -> WorkbookInspection {
    let archive = try ZipArchive(path: path, limits: limits)
    var counts: [String: (rows: Int, cells: Int)] = [:]
    for entry in archive.entries {
        let reader = try archive.open(entry)
        guard [".xml", ".rels", ".vml"].contains(where: entry.name.hasSuffix) else {
            while try !reader.next().isEmpty {}
            continue
        }
        do {
            let name = "\(path): \(entry.name)"
            let found = try countElements(["row", "c"], file: name) { () throws(XMLError) in
                do { return try reader.next() } catch { throw XMLError(file: name, line: 0, message: "\(error)") }
            }
            counts[entry.name] = (found[0], found[1])
        } catch { throw .unreadable(file: path, reason: "\(error)") }
    }
    let directory: WorkbookDirectory
    do { directory = try WorkbookDirectory(of: archive) } catch {
        throw .unreadable(file: path, reason: "\(error)")
    }
    var sheets: [WorkbookInspection.Sheet] = []
    for sheet in directory.sheets {
        guard let count = counts[sheet.part] else {
            throw .unreadable(file: path, reason: "sheet '\(sheet.name)': its part \(sheet.part) is missing")
        }
        sheets.append(
            .init(
                name: sheet.name,
                isHidden: sheet.state != .visible,
                part: sheet.part,
                rows: count.rows,
                cells: count.cells
            )
        )
    }
    return WorkbookInspection(sheets: sheets, parts: archive.entries.count)
}
