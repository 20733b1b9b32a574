import Figures
import Plan
import Spreadsheet

extension TableComposer {
    /// For each indicator of the kind `change`: its categories, then the groups, each followed by the total.
    func changeTable(_ layout: TableLayout, groups kind: GroupKind?) -> SheetTable {
        var rows: [RowOf<ChangeRow>] = []
        for (indicator, name) in zip(plan.indicators.indices, indicatorNames)
        where plan.indicators[indicator].kind == .change {
            let total = RowOf.total(ChangeRow(indicator: indicator, group: .city, name: Words.total, ordinal: nil))
            if let list = plan.indicators[indicator].categories {
                rows.append(.section("\(name) - theo loại"))
                rows += plan.codeLists[list].codes.enumerated().map { category, code in
                    .data(
                        ChangeRow(
                            indicator: indicator,
                            group: .category(category),
                            name: code.name,
                            ordinal: category + 1
                        )
                    )
                }
                rows.append(total)
            }
            if let kind {
                rows.append(.section("\(name) - theo \(Words.of(kind))"))
                rows += groups(kind).enumerated().map { position, group in
                    .data(
                        ChangeRow(indicator: indicator, group: group, name: self.name(of: group), ordinal: position + 1)
                    )
                }
                rows.append(total)
            }
        }
        return layout.table(rows) { column in
            switch column.content {
            case .ordinal:
                [RowColumn(column: column.column(.ordinal)) { $0.ordinal.map(FigureValues.count) ?? .blank }]
            case .change(let property):
                [
                    RowColumn(
                        column: column.column(
                            Self.kind(property),
                            conditions: property == .result ? Self.resultConditions : []
                        ),
                        figure: Self.quantity(property).map { quantity in
                            { ShownFigure(group: $0.group, indicator: $0.indicator, quantity: quantity) }
                        }
                    ) { cell(property, $0) }
                ]
            default: []
            }
        }
    }

    struct ChangeRow {
        let indicator: Int
        let group: UnitGroup
        let name: String
        let ordinal: Int?
    }

    private static func kind(_ property: ChangeProperty) -> TableColumn.Kind {
        switch property {
        case .name: .text
        case .thisYear, .lastYear: .count
        case .change: .difference
        case .rate: .rateDifference
        case .result: .word
        }
    }

    private static func quantity(_ property: ChangeProperty) -> FigurePlace.Quantity? {
        switch property {
        case .thisYear: .numerator
        case .lastYear: .denominator
        case .result: .result
        case .name, .change, .rate: nil
        }
    }

    private func cell(_ property: ChangeProperty, _ row: ChangeRow) -> CellValue {
        let (now, before) = (figure(row, isThisYear: true), figure(row, isThisYear: false))
        switch property {
        case .name: return .text(row.name)
        case .thisYear: return now.cell(ifAny: compared(row))
        case .lastYear: return before.cell(ifAny: compared(row))
        case .change: return (now - before).cell(ifAny: compared(row))
        case .rate: return (now - before).rate(of: before)
        case .result: return .text(index.tally(row.group, row.indicator).result.word)
        }
    }

    private func compared(_ row: ChangeRow) -> LiveFigure? {
        guard case .category(let code) = row.group, let list = plan.indicators[row.indicator].categories else {
            return comparedUnits(row.indicator, row.group)
        }
        let column = plan.indicators[row.indicator].denominator.flatMap {
            context.parts.column(of: plan.factColumns[$0].fact, [(list, code)])
        }
        return column.map { units(withFactColumn: $0, in: .city) }
    }

    private func figure(_ row: ChangeRow, isThisYear: Bool) -> LiveFigure {
        guard case .category(let code) = row.group, let list = plan.indicators[row.indicator].categories else {
            return isThisYear ? numerator(row.indicator, row.group) : denominator(row.indicator, row.group)
        }
        let tally = index.tally(row.group, row.indicator)
        let definition = plan.indicators[row.indicator]
        let column = (isThisYear ? definition.numerator : definition.denominator).flatMap {
            context.parts.column(of: plan.factColumns[$0].fact, [(list, code)])
        }
        return LiveFigure(
            isThisYear ? tally.numerator : tally.denominator,
            column.flatMap { formulas?.sum(.fact($0), in: .city) }
        )
    }
}
