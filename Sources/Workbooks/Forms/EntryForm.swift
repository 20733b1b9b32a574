import Plan
import Spreadsheet

/// A blank form for one data set: the sheet that is filled in, first, so that "save as CSV" saves it; a guide; and, hidden, what the
/// drop-downs offer.
struct EntryForm {
    let dataSet: DataSet
    let plan: Plan
    let layout: FormLayout
    let programVersion: String
    /// Of the guide and of the lists, once they are known.
    let fingerprints: [String]

    /// The heading stands in the first row, as the intake reads it: titles above would only be in the way.
    private static let headingRow = 0
    /// Wider than so many pages a sheet is not made to fit one: nobody could read it.
    private static let mostShrunk = 1.6

    private var marks: String { fingerprints.joined(separator: " ") }

    private var columns: [FormColumn] {
        dataSet.fields.indices.compactMap { FormColumn($0, of: dataSet, plan: plan, layout: layout) }
    }

    func write(to writer: WorkbookWriter) throws(SpreadsheetError) {
        let columns = columns
        let data = try writer.addSheet(layout.dataSheet)
        let guide = try writer.addSheet(layout.guideSheet)
        let lists = try writer.addSheet(layout.listsSheet)
        let ranges = try writeLists(columns, to: writer, lists)
        try writer.write(
            .text(FormMarks.cell + marks),
            sheet: lists,
            row: 0,
            column: 1 + (ranges.compactMap { $0?.columns.upperBound }.max() ?? -1),
            format: HouseFormat.text(12, horizontal: .left)
        )
        try writeData(columns, lists: lists, ranges, to: writer, data)
        _ = try FormGuide(dataSet: dataSet, layout: layout, columns: columns).composition.write(
            to: writer,
            sheet: guide
        )
        try writer.hide(lists)
    }

    /// Writes each list once.
    ///
    /// - Returns: for each column where its list stands; nil where it has none.
    private func writeLists(
        _ columns: [FormColumn],
        to writer: WorkbookWriter,
        _ sheet: Sheet
    ) throws(SpreadsheetError) -> [CellRange?] {
        var written: [[String]] = []
        var ranges: [CellRange?] = []
        for column in columns {
            let offered = column.offered
            guard !offered.isEmpty else {
                ranges.append(nil)
                continue
            }
            let place = written.firstIndex(of: offered) ?? written.count
            if place == written.count {
                written.append(offered)
                let heading = HouseFormat.text(12, bold: true, horizontal: .left)
                try writer.write(.text(column.field.title), sheet: sheet, row: 0, column: place, format: heading)
                for (row, text) in offered.enumerated() {
                    let format = HouseFormat.text(12, horizontal: .left)
                    try writer.write(.text(text), sheet: sheet, row: row + 1, column: place, format: format)
                }
                try writer.setColumns(place...place, width: 40, sheet: sheet)
            }
            ranges.append(CellRange(rows: 1...offered.count, columns: place...place))
        }
        return ranges
    }

    private func writeData(
        _ columns: [FormColumn],
        lists: Sheet,
        _ ranges: [CellRange?],
        to writer: WorkbookWriter,
        _ sheet: Sheet
    ) throws(SpreadsheetError) {
        let heading = HouseFormat.cell(12, bold: true, horizontal: .centre)
        let rows = (Self.headingRow + 1)...(Self.headingRow + layout.rows)
        let measure = TextMeasure(size: 12, bold: true)
        var height = 0.0
        for (position, column) in columns.enumerated() {
            try writer.setColumns(position...position, width: column.width, format: column.format, sheet: sheet)
            let lines = measure.lines(column.field.title, in: ColumnWidth.usablePoints(column.width))
            height = max(height, measure.height(lines: lines))
        }
        try writer.setRow(Self.headingRow, height: min(height, 409), sheet: sheet)
        for (position, column) in columns.enumerated() {
            try writer.write(
                .text(column.field.title),
                sheet: sheet,
                row: Self.headingRow,
                column: position,
                format: heading.with { $0.fill = column.isRequired ? HouseColour.lowest : HouseColour.heading }
            )
            let note = column.note
            let lines = note.split(separator: "\n").reduce(1) { $0 + ($1.count + 29) / 30 }
            try writer.addNote(note, sheet: sheet, row: Self.headingRow, column: position, lines: lines)
            try writer.addCheck(
                column.check(list: ranges[position].map { ($0, lists) }),
                to: CellRange(rows: rows, columns: position...position),
                refusal: column.refusalKind,
                prompt: column.prompt,
                message: column.message,
                sheet: sheet
            )
        }
        // Codes, and texts that happen to be digits, are meant as text.
        let all = CellRange(rows: rows, columns: 0...max(columns.count - 1, 0))
        try writer.ignoreNumbersStoredAsText(all, sheet: sheet)
        try writer.freeze(rows: Self.headingRow + 1, columns: 1, sheet: sheet)
        try writer.setPage(page(width: columns.reduce(0) { $0 + ColumnWidth.points($1.width) }), sheet: sheet)
    }

    /// - Parameter width: of all columns, in points.
    private func page(width: Double) -> PageSetup {
        var page = PageSetup()
        page.landscape = true
        page.repeatedRows = Self.headingRow...Self.headingRow
        page.header = .centredPageNumber
        let isFitted = width <= page.bodyWidth * Self.mostShrunk
        page.pagesWide = isFitted ? 1 : 0
        if !isFitted { page.repeatedColumns = 0...0 }
        return page
    }

    /// The time of creation is the plan's first day, so that the same plan gives the same bytes.
    var properties: DocumentProperties {
        func short(_ text: String) -> String { String(text.prefix(200)) }
        var properties = DocumentProperties(created: Int64(plan.firstDay.days) * 86_400)
        properties.title = short("\(layout.title): \(dataSet.title)")
        properties.subject = short(plan.head.subject)
        properties.author = short(plan.head.authority)
        properties.company = short(plan.head.superior)
        properties.custom = [
            .init(name: FormMarks.kind.name, value: FormMarks.kind.value),
            .init(name: FormMarks.sheets, value: marks),
            .init(name: "Biểu", value: short(dataSet.name)),
            .init(name: "Năm", value: "\(plan.year)"),
            .init(name: "Phiên bản", value: short(programVersion)),
        ]
        return properties
    }
}

/// Writes a blank entry form for one data set, reads it back and counts it.
///
/// - Parameters:
///   - dataSet: position in the plan.
///   - programVersion: such as `tonghop 1.0.0`.
///   - fingerprints: of the sheets behind the first, as they are read, so that an untouched one is known when the form comes
///     back; empty where they are not known yet.
package func writeForm(
    _ dataSet: Int,
    plan: Plan,
    layout: FormLayout,
    programVersion: String,
    fingerprints: [String],
    to path: String,
    temporaryFolder: String
) throws(WorkbookError) -> WrittenWorkbook {
    let form = EntryForm(
        dataSet: plan.dataSets[dataSet],
        plan: plan,
        layout: layout,
        programVersion: programVersion,
        fingerprints: fingerprints
    )
    do {
        let writer = try WorkbookWriter(
            path: path,
            temporaryFolder: temporaryFolder,
            properties: form.properties
        )
        try form.write(to: writer)
        return try writer.close()
    } catch {
        throw WorkbookError(path: path, reason: error)
    }
}
