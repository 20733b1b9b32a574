import Plan
import Spreadsheet

/// The sheet that explains a form: how it is filled in and sent, and each column.
struct FormGuide {
    let dataSet: DataSet
    let layout: FormLayout
    let columns: [FormColumn]

    var composition: SheetComposition {
        let table = table
        let heading = TextLine(text: words(layout.heading).uppercased(), size: 14, bold: true, horizontal: .centre)
        let lines = layout.lines.map { TextLine(text: words($0), size: 12) }
        return SheetComposition(
            name: layout.guideSheet,
            isLandscape: true,
            tables: [table],
            navigation: .back(to: layout.dataSheet),
            groups: [[heading, Gap()] + lines + [Gap(), table]],
            mark: ""
        )
    }

    private var table: SheetTable {
        let heads = layout.guide.map { column in
            TableColumn(
                column.heading,
                kind(column.show),
                width: column.width,
                stretches: column.show == .help || column.show == .accepts
            )
        }
        let rows = columns.enumerated().map { position, column in
            TableRow.data(layout.guide.map { value($0, of: column, position) })
        }
        return SheetTable(columns: heads, rows: rows).with {
            $0.hasFilter = false
            $0.frozenColumns = nil
        }
    }

    private func kind(_ show: FormColumnLayout.Property) -> TableColumn.Kind {
        switch show {
        case .ordinal: .ordinal
        case .required: .word
        // Some are codes that look like numbers.
        case .example: .code
        case .title, .help, .accepts: .text
        }
    }

    private func value(_ shown: FormColumnLayout, of column: FormColumn, _ position: Int) -> CellValue {
        switch shown.show {
        case .ordinal: .number(Double(position + 1))
        case .title: .text(column.field.title)
        case .help: .text(column.help)
        case .required: .text(column.isRequired ? shown.yes : shown.no)
        case .accepts: .text(column.accepts)
        case .example: .text(column.example)
        }
    }

    private func words(_ text: FormText) -> String {
        text.filled { $0 == .dataSet || $0 == .title ? dataSet.title : "" }
    }
}
