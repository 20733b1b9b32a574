import Figures
import Plan
import Records
import Spreadsheet

// What only the feedback to who sent files lists: the files, what is wrong in each, and the rows as they were sent.

extension TableComposer {
    /// The findings of each file below its name, in their order.
    func fileFindingTable(_ layout: TableLayout) -> SheetTable {
        var rows: [RowOf<Int>] = []
        var file: String?
        for (position, finding) in office.findings.enumerated() {
            if finding.file != file {
                file = finding.file
                let title = finding.dataSet.isEmpty ? "" : " (\(finding.dataSet))"
                rows.append(.section("Tệp \(finding.file)\(title)"))
            }
            rows.append(.data(position))
        }
        return layout.table(rows, columns: findingColumns)
    }

    func sentFileTable(_ layout: TableLayout) -> SheetTable {
        layout.table(office.files.indices.map { .data($0) }) { column in
            switch column.content {
            case .ordinal: [RowColumn(column: column.column(.ordinal)) { FigureValues.count($0 + 1) }]
            case .sentFile(let property):
                [RowColumn(column: column.column(Self.kind(property))) { Self.cell(property, office.files[$0]) }]
            default: []
            }
        }
    }

    private static func kind(_ property: SentFileProperty) -> TableColumn.Kind {
        switch property {
        case .path, .dataSet, .outcome: .text
        case .came: .day
        case .read, .counted, .merged, .superseded, .leftOut, .unknown: .count
        }
    }

    private static func cell(_ property: SentFileProperty, _ file: SentFile) -> CellValue {
        switch property {
        case .path: .text(file.path)
        case .dataSet: .text(file.dataSet)
        case .outcome: .text(file.outcome)
        case .came: file.came.map { .date(daysSince1970: Int($0.days)) } ?? .text(Words.none)
        case .read: FigureValues.count(file.rows.read)
        case .counted: FigureValues.count(file.rows.counted)
        case .merged: FigureValues.count(file.rows.merged)
        case .superseded: FigureValues.count(file.rows.superseded)
        case .leftOut: FigureValues.count(file.rows.leftOut)
        case .unknown: FigureValues.count(file.unknown)
        }
    }

    /// The plan's indicators for the one unit of the workbook; no row where it is not present in the period.
    func unitIndicatorTable(_ layout: TableLayout) -> SheetTable {
        let rows =
            figures.units.isEmpty ? [] : plan.indicators.indices.map { UnitRow(row: 0, ordinal: $0 + 1, indicator: $0) }
        return layout.table(rows.map { .data($0) }) { column in
            guard case .indicator(let property) = column.content else { return unitColumns(column) }
            return [
                RowColumn(column: column.column(kind(property))) { $0.indicator.map { cell(property, $0) } ?? .blank }
            ]
        }
    }

    // MARK: - Rows as they were sent

    /// One row a row that was sent.
    func sentRowTable(_ layout: TableLayout, dataSet: Int) -> SheetTable {
        let fields = plan.dataSets[dataSet].fields
        return layout.table((office.rows[dataSet] ?? []).map { .data($0) }) { column in
            switch column.content {
            case .field(let field): [fieldColumn(column, field, of: dataSet)]
            case .allFields:
                fields.indices.map { fieldColumn(column, $0, of: dataSet, heading: fields[$0].title) }
            case .sentRow(let property):
                [
                    RowColumn(column: column.column(property == .line ? .ordinal : .text), mark: { $0.look }) { row in
                        switch property {
                        case .file: .text(row.file)
                        case .line: FigureValues.count(row.line)
                        case .marks: .text(row.words(fields))
                        case .column, .value, .mark: .blank
                        }
                    }
                ]
            default: []
            }
        }
    }

    private func fieldColumn(
        _ column: ColumnLayout,
        _ field: Int,
        of dataSet: Int,
        heading: String? = nil
    ) -> RowColumn<SentRow> {
        let kind = Self.kind(plan.dataSets[dataSet].fields[field])
        return RowColumn(column: column.column(kind, heading: heading), mark: { $0.look(field) }) {
            sentCell($0, field, of: dataSet)
        }
    }

    /// One section a row that was sent, and in it one row a cell that holds anything or should.
    func sentCellTable(_ layout: TableLayout, dataSet: Int) -> SheetTable {
        let fields = plan.dataSets[dataSet].fields
        var rows: [RowOf<SentCell>] = []
        for row in office.rows[dataSet] ?? [] {
            let words = row.counted == nil ? Words.leftOut : Words.counted
            rows.append(.section("Tệp \(row.file), dòng \(row.line): \(words)"))
            for field in fields.indices {
                let value = sentCell(row, field, of: dataSet)
                guard value != .blank || row.marks[field] != nil else { continue }
                rows.append(.data(SentCell(title: fields[field].title, value: value, mark: row.marks[field])))
            }
        }
        return layout.table(rows) { column in
            guard case .sentRow(let property) = column.content else { return [] }
            return [
                RowColumn(
                    column: column.column(property == .value ? .word : .text),
                    mark: { $0.mark.map(CellMark.init) }
                ) {
                    switch property {
                    case .column: .text($0.title)
                    case .value: $0.value
                    case .mark: .text($0.mark?.word ?? "")
                    case .file, .line, .marks: .blank
                    }
                }
            ]
        }
    }

    private struct SentCell {
        let title: String
        let value: CellValue
        let mark: Severity?
    }

    /// What was sent where that does not count, else what counts.
    private func sentCell(_ row: SentRow, _ field: Int, of dataSet: Int) -> CellValue {
        if let sent = row.sent[field] { return .text(sent) }
        guard let counted = row.counted, let table = context.records.first(where: { $0.dataSet == dataSet }) else {
            return .blank
        }
        return recordCell(table, row: counted, field: field)
    }
}

extension SentRow {
    /// `Không được tính. Lỗi: Ngày, Số vụ. Cần giải trình: cả dòng.`
    fileprivate func words(_ fields: [Field]) -> String {
        var sentences = counted == nil ? [Words.leftOut] : []
        for severity in Severity.allCases {
            var titles = fields.indices.filter { marks[$0] == severity }.map { fields[$0].title }
            if mark == severity { titles.append(Words.wholeRow) }
            if !titles.isEmpty { sentences.append("\(severity.word): \(titles.joined(separator: ", "))") }
        }
        return sentences.isEmpty ? "" : sentences.joined(separator: ". ") + "."
    }

    /// How the cells beside the fields look.
    fileprivate var look: CellMark? { mark.map(CellMark.init) ?? (counted == nil ? .leftOut : nil) }

    fileprivate func look(_ field: Int) -> CellMark? {
        marks[field].map(CellMark.init) ?? (counted == nil ? .leftOut : nil)
    }
}
