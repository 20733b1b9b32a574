import Figures
import Plan
import Spreadsheet

/// One row a group of units (a commune, a kind): who has reported, and each indicator's figures; a total at the end.
struct GroupTable {
    struct Group {
        let code: String
        let name: String
        let completeness: Completeness
        /// By position of the indicator.
        let tallies: [Tally]
    }

    let indicators: [IndicatorDefinition]
    /// What the groups are, for the heading: `Xã, phường, đặc khu`.
    let groupTitle: String
    let codeTitle: String
    let groups: [Group]
    let total: Group

    var table: SheetTable {
        let places = Ranking.places(groups.map(\.completeness))
        var rows = groups.indices.map { index in
            TableRow.data(row(groups[index], ordinal: .number(Double(index + 1)), place: places[index]))
        }
        if !groups.isEmpty { rows.append(.total(row(total, ordinal: .blank, place: nil))) }
        return SheetTable(columns: columns, rows: rows).with {
            $0.size = 11
            $0.centresNumbers = true
            $0.frozenColumns = 3
            $0.emptyText = "Không có đơn vị nào trong kỳ"
        }
    }

    private static let scale = Condition.scale(from: 0, HouseColour.lowest, to: 1, HouseColour.highest)

    private var columns: [TableColumn] {
        let reports = "Đơn vị báo cáo"
        return [
            TableColumn("STT", .ordinal, width: 3.5...6, group: groupTitle),
            TableColumn(codeTitle, .code, width: 5...10, group: groupTitle),
            TableColumn("Tên", .text, width: 13...28, group: groupTitle, stretches: true),
            TableColumn("Phải báo cáo", .count, width: 4.5...9, group: reports),
            TableColumn("Đã báo cáo", .count, width: 4.5...9, group: reports),
            TableColumn("Đúng hạn", .count, width: 4.5...9, group: reports),
            TableColumn("Tỷ lệ đầy đủ", .rate, width: 4.5...9, group: reports, conditions: [Self.scale]),
            TableColumn("Tỷ lệ đúng hạn", .rate, width: 4.5...9, group: reports, conditions: [Self.scale]),
            TableColumn("Xếp hạng", .ordinal, width: 4.5...9, group: reports),
        ] + zip(indicators, IndicatorNumbers.numbers(indicators)).flatMap(columns)
    }

    private func columns(_ indicator: IndicatorDefinition, _ number: String) -> [TableColumn] {
        let title = "\(number). \(indicator.title)"
        switch indicator.kind {
        case .units:
            return [
                TableColumn(
                    title,
                    .rate,
                    width: 5...10,
                    group: "Tỷ lệ đơn vị đạt chỉ tiêu",
                    conditions: [Self.scale]
                )
            ]
        case .events:
            return [
                TableColumn("Số vụ việc", .count, width: 4.5...9, group: title),
                TableColumn("Kịp thời", .count, width: 4.5...9, group: title),
                TableColumn("Tỷ lệ", .rate, width: 4.5...9, group: title, conditions: [Self.scale]),
            ]
        case .change:
            return [
                TableColumn("Cùng kỳ", .count, width: 4.5...9, group: title),
                TableColumn("Trong kỳ", .count, width: 4.5...9, group: title),
                TableColumn("Tăng/ giảm", .difference, width: 4.5...9, group: title),
            ]
        }
    }

    private func row(_ group: Group, ordinal: CellValue, place: Int?) -> [CellValue] {
        let who = group.completeness
        var values: [CellValue] = [
            ordinal, .text(group.code), .text(group.name), FigureValues.count(who.expected),
            FigureValues.count(who.reported), FigureValues.count(who.onTime),
            FigureValues.rate(who.reported, of: who.expected), FigureValues.rate(who.onTime, of: who.expected),
            place.map(FigureValues.count) ?? .text(Words.none),
        ]
        for (indicator, tally) in zip(indicators, group.tallies) {
            switch indicator.kind {
            case .units:
                values.append(FigureValues.rate(tally.numerator, of: tally.denominator))
            case .events:
                values += [
                    FigureValues.count(tally.denominator), FigureValues.count(tally.numerator),
                    FigureValues.rate(tally.numerator, of: tally.denominator),
                ]
            case .change:
                values += [
                    FigureValues.count(tally.denominator), FigureValues.count(tally.numerator),
                    FigureValues.count(tally.numerator - tally.denominator),
                ]
            }
        }
        return values
    }
}
