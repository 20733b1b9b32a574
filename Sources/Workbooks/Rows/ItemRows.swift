import Figures
import Plan
import Records
import Spreadsheet

extension TableComposer {
    /// Rows that the layout names one by one, in sections.
    func itemTable(_ layout: TableLayout, _ items: [ItemLayout]) -> SheetTable {
        var ordinal = 0
        let rows = items.map { item -> RowOf<ItemRow> in
            switch item {
            case .section(let text): return .section(text)
            case .measure(let label, let unit, let measure):
                ordinal += 1
                return .data(ItemRow(ordinal: ordinal, label: label, unit: unit, measure: measure))
            }
        }
        return layout.table(rows) { column in
            switch column.content {
            case .ordinal: [RowColumn(column: column.column(.ordinal)) { FigureValues.count($0.ordinal) }]
            case .item(let property): [RowColumn(column: column.column(Self.kind(property))) { cell(property, $0) }]
            default: []
            }
        }
    }

    struct ItemRow {
        let ordinal: Int
        let label: String
        let unit: String
        let measure: MeasureLayout
    }

    private static func kind(_ property: ItemProperty) -> TableColumn.Kind {
        switch property {
        case .label: .text
        case .unit: .word
        case .value, .lastYear: .count
        case .change: .difference
        }
    }

    private func cell(_ property: ItemProperty, _ row: ItemRow) -> CellValue {
        switch property {
        case .label: .text(row.label)
        case .unit: .text(row.unit)
        case .value: measure(row.measure, in: .city).cell
        case .lastYear: lastYear(row.measure)?.cell ?? .text(Words.none)
        case .change: lastYear(row.measure).map { (measure(row.measure, in: .city) - $0).cell } ?? .text(Words.none)
        }
    }

    /// The same as it was closed last year: signed, and so no formula over this year's units.
    private func lastYear(_ measure: MeasureLayout) -> LiveFigure? {
        let figure =
            switch measure {
            case .sum(let column): context.lastYear?.sum(ofColumn: column)
            case .count(let column, .boolean(let flag)):
                context.lastYear?.unitCount(ofColumn: column) { ($0 != 0) == flag }
            case .count(let column, .code(let code)):
                context.lastYear?.unitCount(ofColumn: column) { $0 == Double(code) }
            case .count(let column, .given): context.lastYear?.unitCount(ofColumn: column) { _ in true }
            }
        return figure.map { LiveFigure(signed: Int($0.rounded())) }
    }

    /// The rows of a data set that count in the period, in their order.
    func recordTable(_ layout: TableLayout, dataSet: Int) -> SheetTable {
        let table = context.records.first { $0.dataSet == dataSet }
        let rows = PeriodRows(figures.period, dataSet: plan.dataSets[dataSet], plan: plan)
        let counted = table.map { table in (0..<table.count).filter { rows.contains($0, of: table) } } ?? []
        return layout.table(counted.enumerated().map { .data((ordinal: $0 + 1, row: $1)) }) { column in
            switch column.content {
            case .ordinal: [RowColumn(column: column.column(.ordinal)) { FigureValues.count($0.ordinal) }]
            case .field(let field):
                [
                    RowColumn(column: column.column(Self.kind(plan.dataSets[dataSet].fields[field]))) { row in
                        table.map { recordCell($0, row: row.row, field: field) } ?? .blank
                    }
                ]
            default: []
            }
        }
    }

    static func kind(_ field: Field) -> TableColumn.Kind {
        switch field.type {
        // A year is no count: 2026, not 2.026.
        case .integer where field.roles.contains(.year): .word
        case .integer, .decimal: .count
        case .date: .day
        case .boolean: .word
        case .code: .code
        case .text, .choice, .choices: .text
        }
    }

    /// A value that counts, as people read it.
    func recordCell(_ table: Table, row: Int, field: Int) -> CellValue {
        let value = table.columns[field][row]
        guard value != Table.missing else { return .blank }
        switch plan.dataSets[table.dataSet].fields[field].type {
        case .date: return .date(daysSince1970: Int(value))
        case .boolean: return .text(Words.yesNo(value != 0))
        case .integer: return .number(Double(value))
        case .choice(let list) where Int(value) < plan.codeLists[list].codes.count:
            return .text(plan.codeLists[list].codes[Int(value)].name)
        case .choices(let list):
            let codes = table.text(row: row, field: field, plan: plan, roster: roster).split(separator: ";")
            let names = codes.map { code in
                plan.codeLists[list].codes.first { $0.code == code }?.name ?? String(code)
            }
            return .text(names.joined(separator: "; "))
        case .code where !plan.dataSets[table.dataSet].fields[field].roles.contains(.unit):
            // Keys stay true in the tables, lest two records become one.
            return .text(PersonalNumbers.masked(table.text(row: row, field: field, plan: plan, roster: roster)))
        case .choice, .code, .text, .decimal:
            return .text(table.text(row: row, field: field, plan: plan, roster: roster))
        }
    }
}
