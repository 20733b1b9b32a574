import Spreadsheet

/// One row a unit, made for pivoting: a real Excel table without merged cells, a missing value truly blank.
///
/// In constant memory, and without any unit, it is no table but the same rows with a filter.
struct UnitTable: Block {
    let table: SheetTable
    let isExcelTable: Bool

    func write(on sheet: inout SheetCanvas) throws(SpreadsheetError) {
        let plain = table.with { $0.hasGrid = false }
        guard isExcelTable, table.rowCount > 0 else { return try plain.write(on: &sheet) }
        let heading = HouseFormat.cell(table.size, bold: true, horizontal: .centre).with {
            $0.fill = HouseColour.heading
        }
        let headings = table.columns.map(\.heading)
        let first = sheet.row
        let range = CellRange(rows: first...(first + table.rowCount), columns: 0...(table.columns.count - 1))
        try sheet.writer.addTable(
            range,
            headings: headings,
            headingFormat: heading,
            style: .light(1),
            sheet: sheet.sheet
        )
        try sheet.table(frozen: table.frozenColumns) { sheet throws(SpreadsheetError) in
            try sheet.headingLine(headings, format: heading)
        } rows: { sheet throws(SpreadsheetError) in
            try plain.writeRows(on: &sheet, hasFilter: false)
        }
    }
}
