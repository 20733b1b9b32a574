import Figures
import Plan
import Records
import Spreadsheet

extension TableComposer {
    /// One row a group of units that has a present one, and all units of the workbook last.
    func groupTable(_ layout: TableLayout, of kind: GroupKind) -> SheetTable {
        let groups = groups(kind)
        let places = Ranking.places(groups.map { index.completeness($0) })
        var rows = groups.enumerated().map { RowOf.data(GroupRow(group: $1, ordinal: $0 + 1, place: places[$0])) }
        if let total = layout.total, !groups.isEmpty {
            rows.append(.total(GroupRow(group: .city, ordinal: nil, place: nil, label: total)))
        }
        return layout.table(rows, columns: groupColumns)
    }

    struct GroupRow {
        let group: UnitGroup
        let ordinal: Int?
        let place: Int?
        /// In place of the group's name.
        var label: String?
    }

    func groups(_ kind: GroupKind) -> [UnitGroup] {
        figures.completeness.map(\.group).filter { group in
            switch group {
            case .commune: kind == .communes
            case .kind: kind == .kinds
            case .department: kind == .departments
            case .city, .category: false
            }
        }
    }

    private func groupColumns(_ column: ColumnLayout) -> [RowColumn<GroupRow>] {
        switch column.content {
        case .ordinal:
            return [RowColumn(column: column.column(.ordinal)) { $0.ordinal.map(FigureValues.count) ?? .blank }]
        case .group(let property):
            return [RowColumn(column: column.column(kind(property))) { cell(property, $0) }]
        case .fact(let fact):
            guard let position = context.parts.column(of: fact, []) else { return [] }
            return [RowColumn(column: column.column(.count)) { sum(ofFactColumn: position, in: $0.group).cell }]
        case .measure(let measure):
            return [RowColumn(column: column.column(.count)) { self.measure(measure, in: $0.group).cell }]
        case .share(let part, let whole):
            return [
                RowColumn(column: column.column(.rate)) {
                    self.measure(part, in: $0.group).rate(of: self.measure(whole, in: $0.group))
                }
            ]
        case .allIndicators:
            return zip(plan.indicators.indices, indicatorNames).flatMap { indicatorColumns(column, $0, $1) }
        default: return []
        }
    }

    private func indicatorColumns(_ column: ColumnLayout, _ indicator: Int, _ name: String) -> [RowColumn<GroupRow>] {
        let scale = [HouseColour.share]
        func rate(_ row: GroupRow) -> CellValue {
            numerator(indicator, row.group).rate(of: denominator(indicator, row.group))
        }
        func figure(_ quantity: FigurePlace.Quantity) -> (GroupRow) -> ShownFigure? {
            { ShownFigure(group: $0.group, indicator: indicator, quantity: quantity) }
        }
        switch plan.indicators[indicator].kind {
        case .units:
            let own = column.column(.rate, heading: name, group: "Tỷ lệ đơn vị đạt chỉ tiêu", conditions: scale)
            return [RowColumn(column: own, figure: figure(.rate), value: rate)]
        case .events:
            return [
                RowColumn(
                    column: column.column(.count, heading: "Số vụ việc", group: name),
                    figure: figure(.denominator)
                ) {
                    denominator(indicator, $0.group).cell
                },
                RowColumn(column: column.column(.count, heading: "Kịp thời", group: name), figure: figure(.numerator)) {
                    numerator(indicator, $0.group).cell
                },
                RowColumn(
                    column: column.column(.rate, heading: "Tỷ lệ", group: name, conditions: scale),
                    figure: figure(.rate),
                    value: rate
                ),
            ]
        case .change:
            return [
                RowColumn(column: column.column(.count, heading: "Cùng kỳ", group: name), figure: figure(.denominator))
                {
                    denominator(indicator, $0.group).cell(ifAny: comparedUnits(indicator, $0.group))
                },
                RowColumn(column: column.column(.count, heading: "Trong kỳ", group: name), figure: figure(.numerator)) {
                    numerator(indicator, $0.group).cell(ifAny: comparedUnits(indicator, $0.group))
                },
                RowColumn(column: column.column(.difference, heading: "Tăng/ giảm", group: name)) {
                    (numerator(indicator, $0.group) - denominator(indicator, $0.group))
                        .cell(ifAny: comparedUnits(indicator, $0.group))
                },
            ]
        }
    }

    private func kind(_ property: GroupProperty) -> TableColumn.Kind {
        switch property {
        case .code: .code
        case .name: .text
        case .expected, .reported, .onTime, .late, .missing, .present: .count
        case .completeness, .timeliness, .valid, .consistent: .rate
        case .rank: .ordinal
        }
    }

    private func cell(_ property: GroupProperty, _ row: GroupRow) -> CellValue {
        switch property {
        case .code: .text(code(of: row.group))
        case .name: .text(row.label ?? name(of: row.group))
        case .rank: row.place.map(FigureValues.count) ?? .text(Words.none)
        default: cell(property, of: row.group)
        }
    }

    /// A figure of a group; before a period is due, nobody is missing.
    func cell(_ property: GroupProperty, of group: UnitGroup) -> CellValue {
        switch property {
        case .expected: expected(group).cell
        case .reported: reported(group).cell
        case .onTime: onTime(group).cell
        case .late: (reported(group) - onTime(group)).cell
        case .missing: context.isDue ? (expected(group) - reported(group)).cell : .text(Words.notDue.lowercased())
        case .completeness: reported(group).rate(of: expected(group))
        case .timeliness: onTime(group).rate(of: expected(group))
        case .present: count(rows(of: group).count, [], group).cell
        case .valid: quality(of: group) { $0.validRows }
        case .consistent: quality(of: group) { $0.consistentUnits }
        case .code: .text(code(of: group))
        case .name: .text(name(of: group))
        case .rank: .blank
        }
    }

    private func quality(of group: UnitGroup, _ part: (GroupQuality) -> (Int, Int)) -> CellValue {
        guard let quality = office.quality[group] else { return .text(Words.none) }
        let (good, all) = part(quality)
        return FigureValues.rate(good, of: all)
    }

    func name(of group: UnitGroup) -> String {
        switch group {
        case .city: Words.total
        case .kind(let kind): plan.codeLists[plan.kindList].codes[kind].name
        case .commune(let commune): roster.communes[commune].name
        case .department(let department): plan.departments[department].name
        case .category: ""
        }
    }

    private func code(of group: UnitGroup) -> String {
        switch group {
        case .city, .category: ""
        case .kind(let kind): plan.codeLists[plan.kindList].codes[kind].code
        case .commune(let commune): roster.communes[commune].code
        case .department(let department): plan.departments[department].id
        }
    }
}

/// How good the data of a group is.
package struct GroupQuality: Sendable {
    /// Rows without an open error, and all rows.
    package var validRows = (good: 0, all: 0)
    /// Reporting units without an open query of a plan's rule, and all reporting units.
    package var consistentUnits = (good: 0, all: 0)

    package init() {}
}
