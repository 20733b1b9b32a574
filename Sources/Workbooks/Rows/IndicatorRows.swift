import Figures
import Plan
import Spreadsheet

extension TableComposer {
    /// One row an indicator, over all units of the workbook.
    func indicatorTable(_ layout: TableLayout) -> SheetTable {
        layout.table(plan.indicators.indices.map { .data($0) }) { column in
            switch column.content {
            case .indicator(let property):
                [
                    RowColumn(
                        column: column.column(kind(property), conditions: conditions(property)),
                        figure: property.quantity.map { quantity in
                            { ShownFigure(group: .city, indicator: $0, quantity: quantity) }
                        }
                    ) {
                        linked(cell(property, $0), to: column.link, .section($0))
                    }
                ]
            case .ordinal: [RowColumn(column: column.column(.ordinal)) { FigureValues.count($0 + 1) }]
            default: []
            }
        }
    }

    func kind(_ property: IndicatorProperty) -> TableColumn.Kind {
        switch property {
        case .number, .measure, .target, .result: .word
        case .wording, .title, .note, .definition: .text
        case .denominator, .numerator, .lastYear: .count
        case .targetRate, .rate, .reportedRate: .rate
        case .change: .difference
        }
    }

    private func conditions(_ property: IndicatorProperty) -> [Condition] {
        property == .result ? Self.resultConditions : []
    }

    func cell(_ property: IndicatorProperty, _ position: Int) -> CellValue {
        let indicator = plan.indicators[position]
        let tally = index.tally(.city, position)
        switch property {
        case .number: return .text(IndicatorNumbers.numbers(plan.indicators)[position])
        case .wording: return .text(indicator.wording)
        case .title: return .text(indicator.title)
        case .measure: return .text(indicator.measure)
        case .target: return .text(indicator.target)
        case .targetRate: return indicator.targetRate.map(CellValue.number) ?? .text(Words.none)
        case .denominator: return denominator(position, .city).cell
        case .numerator: return numerator(position, .city).cell
        case .rate: return numerator(position, .city).rate(of: denominator(position, .city))
        case .reportedRate: return reportedRate(position, .city)
        case .lastYear: return hasLastYear(position) ? denominator(position, .city).cell : .text(Words.none)
        case .change:
            return hasLastYear(position)
                ? (numerator(position, .city) - denominator(position, .city)).cell : .text(Words.none)
        case .result: return .text(tally.result.word)
        case .note: return .text(IndicatorNote.text(indicator.kind, tally))
        case .definition: return .text(IndicatorWords.text(indicator, plan: plan))
        }
    }

    /// Only a change carries last year's figure with it; the others wait for last year's closed set.
    private func hasLastYear(_ position: Int) -> Bool {
        let tally = index.tally(.city, position)
        return plan.indicators[position].kind == .change
            && (tally.result != .none || tally.denominator != 0 || tally.numerator != 0)
    }
}
