import Figures
import Plan
import Spreadsheet

/// The official table of indicators: one row an indicator, over a group of units.
struct IndicatorTable {
    let indicators: [IndicatorDefinition]
    /// By position of the indicator.
    let tallies: [Tally]

    var table: SheetTable {
        let numbers = IndicatorNumbers.numbers(indicators)
        let rows = indicators.indices.map { TableRow.data(row(indicators[$0], numbers[$0], tallies[$0])) }
        return SheetTable(columns: columns, rows: rows).with {
            $0.size = 11
            $0.centresNumbers = true
            $0.hasFilter = false
            $0.frozenColumns = nil
            $0.emptyText = "Kế hoạch không có chỉ tiêu"
        }
    }

    private var columns: [TableColumn] {
        [
            TableColumn("STT", .word, width: 4...6),
            TableColumn("Chỉ tiêu", .text, width: 40...70, stretches: true),
            TableColumn("Đơn vị tính", .word, width: 7...10),
            TableColumn("Chỉ tiêu giao", .word, width: 7...10),
            TableColumn("Mẫu số", .count, width: 6...12),
            TableColumn("Tử số", .count, width: 6...12),
            TableColumn("Tỷ lệ", .rate, width: 6...12),
            TableColumn("Tỷ lệ trên số đã báo cáo", .rate, width: 8...12),
            TableColumn("Cùng kỳ năm trước", .count, width: 8...12),
            TableColumn("Tăng/ giảm", .difference, width: 7...12),
            TableColumn(
                "Đánh giá",
                .word,
                width: 8...10,
                conditions: HouseColour.conditions(
                    met: [Tally.Result.met.word],
                    notMet: [Tally.Result.notMet.word],
                    grey: [Tally.Result.none.word]
                )
            ),
            TableColumn("Ghi chú", .text, width: 14...17),
        ]
    }

    private func row(_ indicator: IndicatorDefinition, _ number: String, _ tally: Tally) -> [CellValue] {
        let isChange = indicator.kind == .change
        let hasFigures = tally.result != .none || tally.denominator != 0 || tally.numerator != 0
        let dash = CellValue.text(Words.none)
        return [
            .text(number), .text(indicator.wording), .text(indicator.measure), .text(indicator.target),
            FigureValues.count(tally.denominator), FigureValues.count(tally.numerator),
            FigureValues.rate(tally.numerator, of: tally.denominator),
            FigureValues.rate(tally.reportedNumerator, of: tally.reportedDenominator),
            // Only a change carries last year's figure with it; the others wait for last year's closed set.
            isChange && hasFigures ? FigureValues.count(tally.denominator) : dash,
            isChange && hasFigures ? FigureValues.count(tally.numerator - tally.denominator) : dash,
            .text(tally.result.word), .text(IndicatorNote.text(indicator.kind, tally)),
        ]
    }
}

/// The cause of a verdict: how much is missing to the target.
enum IndicatorNote {
    static func text(_ kind: IndicatorDefinition.Kind, _ tally: Tally) -> String {
        switch kind {
        case .units: units(tally)
        case .events: events(tally)
        case .change: change(tally)
        }
    }

    private static func units(_ tally: Tally) -> String {
        let lacking = tally.denominator - tally.numerator
        guard lacking > 0 else { return "" }
        let silent = tally.denominator - tally.reportedDenominator
        let note = "còn thiếu \(lacking) đơn vị"
        if silent <= 0 { return note }
        return silent < lacking ? "\(note), trong đó \(silent) chưa báo cáo" : "\(note), đều chưa báo cáo"
    }

    private static func events(_ tally: Tally) -> String {
        let lacking = tally.denominator - tally.numerator
        if lacking > 0 { return "\(lacking) vụ việc chưa kịp thời" }
        return tally.result == .notMet ? "kịp thời, nhưng chưa đủ điều kiện khác của chỉ tiêu" : ""
    }

    private static func change(_ tally: Tally) -> String {
        let difference = tally.numerator - tally.denominator
        switch tally.result {
        case .none: return ""
        case .met: return difference < 0 ? "giảm \(-difference) so với cùng kỳ" : ""
        case .notMet, .inProgress:
            if difference > 0 { return "tăng \(difference) so với cùng kỳ" }
            return tally.denominator > 0 ? "chưa giảm so với cùng kỳ" : "chưa đủ số liệu hai năm"
        }
    }
}
