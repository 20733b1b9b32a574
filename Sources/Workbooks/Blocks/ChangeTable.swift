import Figures
import Plan
import Spreadsheet

/// This year against the same period of last year: sections of rows (categories, communes), each followed by its total.
struct ChangeTable {
    struct Row {
        let name: String
        let tally: Tally
    }

    struct Section {
        let title: String
        let rows: [Row]
        let total: Tally
    }

    let sections: [Section]

    var table: SheetTable {
        var rows: [TableRow] = []
        for section in sections {
            rows.append(.section(section.title))
            rows += section.rows.enumerated().map {
                .data(row($0.element.name, $0.element.tally, ordinal: $0.offset + 1))
            }
            rows.append(.total(row(Words.total, section.total, ordinal: nil)))
        }
        return SheetTable(columns: Self.columns, rows: rows).with {
            $0.hasFilter = false
            $0.frozenColumns = 2
        }
    }

    private static let columns = [
        TableColumn("STT", .ordinal, width: 5...6),
        TableColumn("Nội dung", .text, width: 25...60, stretches: true),
        TableColumn("Số vụ trong kỳ", .count, width: 9...12),
        TableColumn("Số vụ cùng kỳ năm trước", .count, width: 10...12),
        TableColumn("Tăng/ giảm", .difference, width: 8...12),
        TableColumn("Tỷ lệ tăng/ giảm", .rateDifference, width: 9...12),
        TableColumn(
            "Đánh giá",
            .word,
            width: 10...12,
            conditions: HouseColour.conditions(
                met: [Tally.Result.met.word],
                notMet: [Tally.Result.notMet.word],
                grey: [Tally.Result.none.word]
            )
        ),
    ]

    private func row(_ name: String, _ tally: Tally, ordinal: Int?) -> [CellValue] {
        let difference = tally.numerator - tally.denominator
        return [
            ordinal.map(FigureValues.count) ?? .blank, .text(name), FigureValues.count(tally.numerator),
            FigureValues.count(tally.denominator), FigureValues.count(difference),
            FigureValues.rate(difference, of: tally.denominator), .text(tally.result.word),
        ]
    }
}
