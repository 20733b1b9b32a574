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
                        mark: Self.hasMark(property) ? { mark(property, $0) } : nil,
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

    private static func hasMark(_ property: IndicatorProperty) -> Bool { property == .lastYear || property == .change }

    /// A change is compared by its counts, every other indicator by its share.
    private func mark(_ property: IndicatorProperty, _ position: Int) -> CellMark? {
        guard plan.indicators[position].kind != .change else { return nil }
        return property == .lastYear ? .share : .shareDifference
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
        case .lastYear: return lastYear(position)
        case .change: return change(position)
        case .result: return .text(tally.result.word)
        case .note: return .text(IndicatorNote.text(indicator.kind, tally))
        case .definition: return .text(IndicatorDefinitionText.text(indicator, plan: plan))
        }
    }

    /// Only a change carries last year's figure with it; of the others it is in last year's closed set.
    private func lastYear(_ position: Int) -> CellValue {
        guard plan.indicators[position].kind == .change else {
            return closed(position).map { FigureValues.rate($0.numerator, of: $0.denominator) } ?? .text(Words.none)
        }
        return denominator(position, .city).cell(ifAny: comparedUnits(position, .city))
    }

    private func change(_ position: Int) -> CellValue {
        let (part, whole) = (numerator(position, .city), denominator(position, .city))
        guard plan.indicators[position].kind == .change else {
            return closed(position).map { part.rate(of: whole, lessShare: $0.numerator, of: $0.denominator) }
                ?? .text(Words.none)
        }
        return (part - whole).cell(ifAny: comparedUnits(position, .city))
    }

    private func closed(_ position: Int) -> TallyCounts? {
        context.lastYear?.figures(ofIndicator: position, plan: plan)
    }
}

/// How an indicator is computed, for the notes: the plan's conditions as the plan writes them.
enum IndicatorDefinitionText {
    static func text(_ indicator: IndicatorDefinition, plan: Plan) -> String {
        var parts: [String] = []
        if let applies = indicator.applies { parts.append("Áp dụng khi: \(named(applies, plan)).") }
        parts.append("Đạt khi: \(named(indicator.met, plan)).")
        if let code = indicator.dueIn, let period = plan.periods.first(where: { $0.code == code }) {
            parts.append("Phải đạt trong kỳ: \(period.name).")
        }
        return parts.joined(separator: " ")
    }

    /// The condition in words: names of facts become their titles, operators what they mean.
    private static func named(_ condition: TypedExpression, _ plan: Plan) -> String {
        let titles =
            plan.factColumns.map(\.title) + plan.dataSets[plan.roster].fields.map(\.title)
            + plan.indicators.map(\.title)
        var words: [String] = []
        var word = ""
        func end() {
            guard !word.isEmpty else { return }
            if let position = plan.unitScope.names.firstIndex(of: word), position < titles.count {
                words.append("“\(titles[position])”")
            } else {
                words.append(Self.words[word] ?? word)
            }
            word = ""
        }
        for character in condition.source {
            if character.isWhitespace {
                end()
            } else if "(),".contains(character) {
                end()
                words.append(String(character))
            } else {
                word.append(character)
            }
        }
        end()
        return words.joined(separator: " ").replacing("( ", with: "(").replacing(" )", with: ")")
            .replacing(" ,", with: ",").replacing("present (", with: "có (")
    }

    private static let words = [
        "and": "và", "or": "hoặc", "not": "không phải", "in": "là một trong", ">=": "từ", "<=": "đến", "=": "bằng",
        "!=": "khác", ">": "trên", "<": "dưới", "present": "present",
    ]
}
