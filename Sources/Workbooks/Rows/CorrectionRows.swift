import Plan
import Spreadsheet

extension TableComposer {
    /// What was changed since the period was closed before.
    func correctionTable(_ layout: TableLayout) -> SheetTable {
        let corrections = context.closing?.corrections ?? []
        return layout.table(corrections.indices.map { .data($0) }) { column in
            switch column.content {
            case .ordinal: [RowColumn(column: column.column(.ordinal)) { FigureValues.count($0 + 1) }]
            case .correction(let property):
                [RowColumn(column: column.column(Self.kind(property))) { Self.cell(property, corrections[$0]) }]
            default: []
            }
        }
    }

    private static func kind(_ property: CorrectionProperty) -> TableColumn.Kind {
        switch property {
        case .code: .code
        case .kind, .name, .what, .was, .now: .text
        }
    }

    private static func cell(_ property: CorrectionProperty, _ correction: Correction) -> CellValue {
        switch property {
        case .kind: .text(correction.kind)
        case .code: .text(correction.code)
        case .name: .text(correction.name)
        case .what: .text(correction.what)
        case .was: .text(correction.was)
        case .now: .text(correction.now)
        }
    }
}
