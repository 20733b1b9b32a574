import Foundation
import Plan

/// Sheet 2: the cells above each chart, and what the chart itself refers to.
extension SetJudge {
    mutating func judgeChartCells() {
        judgeChartCells(
            "Tỷ lệ thực hiện so với chỉ tiêu giao",
            ["Thực hiện", "Chỉ tiêu giao"],
            set.plan.indicators.filter { $0.kind != .change }.map { indicator in
                let figure = set.total(indicator.id)
                let rate = share(number(figure, "numerator") ?? .nan, of: number(figure, "denominator") ?? .nan)
                return (indicator.title, [rate, indicator.target == "100%" ? 1 : nil])
            }
        )
        let kinds = set.plan.codeLists[set.plan.kindList].codes
        judgeChartCells(
            "Tỷ lệ báo cáo theo loại hình",
            ["Đầy đủ", "Đúng hạn"],
            kinds.filter { kind in set.facts.contains { $0["kind"] == kind.code } }.map { kind in
                let shares = shares { $0["kind"] == kind.code }
                return (kind.name, [shares.reported, shares.onTime])
            }
        )
        judgeChartCells(
            "Vi phạm so với cùng kỳ năm trước",
            ["Trong kỳ", "Cùng kỳ năm trước"],
            codes("loai").map {
                ($0.name, [set.sum("vi_pham_nam_nay.\($0.code)"), set.sum("vi_pham_nam_truoc.\($0.code)")])
            }
        )
        judgeChartCells(
            "Số buổi tuyên truyền theo chủ đề",
            ["Số buổi"],
            codes("chu_de").map { ($0.name, [set.sum("so_buoi.\($0.code)")]) }
        )
        guard set.scope == .city else { return }
        var communes = Swift.Set(set.facts.compactMap { $0["commune"] }).sorted().map { code in
            (name: set.sources.name(ofCommune: code), values: [shares { $0["commune"] == code }.reported])
        }
        if communes.count > 20 {
            let lowest = communes.enumerated().sorted {
                ($0.element.values[0] ?? .infinity, $0.offset) < ($1.element.values[0] ?? .infinity, $1.offset)
            }
            communes = lowest.prefix(20).map(\.element)
        }
        judgeChartCells("Hai mươi xã, phường, đặc khu có tỷ lệ báo cáo thấp nhất", ["Đầy đủ"], communes)
    }

    func codes(_ list: String) -> [CodeList.Code] { set.plan.codeLists.first { $0.name == list }?.codes ?? [] }

    private func share(_ part: Double, of whole: Double) -> Double? { whole == 0 ? nil : part / whole }

    /// Of the expected units; nil where nobody is expected.
    private func shares(_ isMember: (SetFigures.Row) -> Bool) -> (reported: Double?, onTime: Double?) {
        let expected = set.count { isMember($0) && SetFigures.isExpected($0) }
        return (
            share(set.count { isMember($0) && SetFigures.isReported($0) }, of: expected),
            share(set.count { isMember($0) && SetFigures.isOnTime($0) }, of: expected)
        )
    }

    private mutating func judgeChartCells(
        _ title: String,
        _ series: [String],
        _ rows: [(name: String, values: [Double?])]
    ) {
        for table in tables([title] + series).prefix(1) {
            let columns = ([title] + series).compactMap { table.column($0) }
            for (row, expected) in zip(table.rows, rows) {
                expect(row, columns[0], .text(expected.name))
                for (column, value) in zip(columns.dropFirst(), expected.values) { expect(row, column, value) }
            }
            if table.rows.count != rows.count { complain("\(rows.count) rows of “\(title)”, not \(table.rows.count)") }
        }
    }

    /// Each chart shows the cells of the table of its title, series by series, and has kept their values for programs that compute nothing.
    mutating func judge(_ charts: [WrittenChart]) {
        judge("2 Biểu đồ") { judge in
            for chart in charts {
                for table in judge.tables([chart.title] + chart.series.map(\.name)).prefix(1) {
                    let name = table.column(chart.title) ?? -1
                    if table.headings.count != chart.series.count + 1 { judge.complain("series of “\(chart.title)”") }
                    for series in chart.series {
                        let column = table.column(series.name) ?? -1
                        judge.expect(series.categories, rows: table.rows, column: name, of: "\(chart.title), names")
                        judge.expect(series.values, rows: table.rows, column: column, of: "\(chart.title), values")
                    }
                }
            }
        }
    }

    private mutating func expect(_ reference: WrittenChart.Reference, rows: [Int], column: Int, of what: String) {
        let expected = Place.area("2 Biểu đồ", rows: rows, column: column)
        if reference.formula != expected { complain("\(what): \(expected), not \(reference.formula)") }
        for (position, row) in rows.enumerated() {
            compared += 1
            // What is no number has no point.
            let content = cell(row, column)
            let isShown = if case .text = content { reference.isNames } else { true }
            let cached = reference.cached[position] ?? .blank
            if !cached.isSame(as: isShown ? content : .blank) {
                complain("\(what): \(Place(row: row, column: column)) holds \(content), kept is \(cached)")
            }
        }
    }
}

extension Place {
    /// Cells of one column as charts refer to them: `'2 Biểu đồ'!$A$8:$A$16`.
    fileprivate static func area(_ sheet: String, rows: [Int], column: Int) -> String {
        let ends = [rows.first, rows.last].map { "$\(Place.letters(max(column, 0)))$\(($0 ?? -1) + 1)" }
        return "'\(sheet)'!" + (ends[0] == ends[1] ? ends[0] : ends.joined(separator: ":"))
    }
}
