import Foundation
import Plan

/// The office's own workbook: findings, quality, sources, decisions.
extension SetJudge {
    static let severities = ["error": "Lỗi", "query": "Cần giải trình", "information": "Thông tin"]
    private static let states = ["open": "Chưa giải quyết", "answered": "Đã giải trình", "closed": "Đã thay thế"]

    func title(ofDataSet name: String?) -> String { set.plan.dataSets.first { $0.name == name }?.title ?? "" }

    /// Of the period, or of none.
    func isOfPeriod(_ finding: SetSources.Row) -> Bool { ["", set.period.id].contains(finding["period"]) }

    /// `trang_thai (F)`, as files have it, is `F: trang_thai` in a workbook.
    static func column(_ label: String) -> String {
        label.firstMatch(of: /^(.+) \(([A-Z]+)\)$/).map { "\($0.2): \($0.1)" } ?? label
    }

    /// Numbers below labels.
    mutating func judgeKeyFigures(_ figures: [(label: String, count: Int)]) {
        for head in tables(figures.map(\.label)).prefix(1) {
            for (label, count) in figures {
                if let column = head.column(label) { expect(head.line + 1, column, Double(count)) }
            }
        }
    }

    /// Rows of a table against rows of a file, whatever their order: each row of the one is a row of the other.
    ///
    /// - Parameter expected: what the cells of a row hold, by heading; of rows alike in the first of these headings the one that has most of
    ///   the cells is meant.
    mutating func judgeRows(_ table: Table, _ rows: [Int], _ headings: [String], _ expected: [[CellContent]]) {
        let columns = headings.compactMap(table.column)
        guard columns.count == headings.count else { return complain("headings \(headings)") }
        var left = Dictionary(grouping: expected) { $0[0].description }
        for row in rows {
            let key = cell(row, columns[0])
            let candidates = left[key.description] ?? []
            func likeness(_ cells: [CellContent]) -> Int {
                zip(columns, cells).count { cell(row, $0).isSame(as: $1) }
            }
            guard let best = candidates.indices.max(by: { likeness(candidates[$0]) < likeness(candidates[$1]) }) else {
                complain("no row \(key) in \(Place(row: row, column: columns[0]))")
                continue
            }
            for (column, content) in zip(columns, candidates[best]) { expect(row, column, content) }
            left[key.description]?.remove(at: best)
        }
        for row in left.values.joined() { complain("a row \(row)") }
    }

    mutating func judgeFindings() {
        let findings = set.sources.findings.filter(isOfPeriod)
        func open(_ severity: String) -> Int { findings.count { $0["severity"] == severity && $0["state"] == "open" } }
        judgeKeyFigures([
            ("Lỗi", open("error")), ("Cần giải trình", open("query")), ("Thông tin", open("information")),
            ("Đã giải trình", findings.count { $0["state"] == "answered" }),
            ("Đã thay thế", findings.count { $0["state"] == "closed" }),
        ])
        let headings = [
            "Mã phát hiện", "Mức độ", "Mã lỗi", "Tình trạng", "Mã đơn vị", "Kỳ", "Biểu dữ liệu", "Tệp", "Dòng", "Cột",
            "Giá trị đã nhập", "Nội dung cần sửa", "Giải trình",
        ]
        for table in tables(headings).prefix(1) {
            guard !findings.isEmpty else { return expect(table.line + 1, 0, .text("Không có phát hiện nào")) }
            judgeRows(
                table,
                table.rows,
                headings,
                findings.map {
                    [
                        content($0["id"]), content(Self.severities[$0["severity"] ?? ""]),
                        content($0["code"]), content(Self.states[$0["state"] ?? ""]),
                        content($0["unit"]), content($0["period"]),
                        content(title(ofDataSet: $0["dataset"])), content($0["file"]),
                        content(number: $0["line"]),
                        content(Self.column($0["column"] ?? "")), content($0["value"]),
                        content($0["message"]), content($0["answer"]),
                    ]
                }
            )
            // A record's key begins with the unit's code.
            guard let key = table.column("Khóa"), let unit = table.column("Mã đơn vị") else { return complain("Khóa") }
            for row in table.rows where cell(row, key) != .blank && cell(row, unit) != .blank {
                compared += 1
                if !text(row, key).hasPrefix("\(text(row, unit))|") { expect(row, key, .text("\(text(row, unit))|…")) }
            }
        }
    }

    // MARK: - Quality

    /// Rows of a unit that count or were left out, and the lines among them that an open error is about.
    private func rows(of unit: String) -> (all: Double, wrong: Double) {
        var all = 0
        for input in set.sources.manifest.inputs
        where input.isSetAside != true && SetSources.sender(of: input.path) == unit {
            all += (input.rows?.counted ?? 0) + (input.rows?.leftOut ?? 0)
        }
        // Of the one file of many no row is another's double, and none is replaced.
        all += set.sources.bundle.count { $0["ma_don_vi"] == unit }
        let wrong = set.sources.findings.filter {
            $0["unit"] == unit && $0["state"] == "open" && $0["severity"] == "error" && $0["line"] != ""
        }
        return (Double(all), Double(Swift.Set(wrong.map { "\($0["file"] ?? "") \($0["line"] ?? "")" }).count))
    }

    mutating func judgeQuality() {
        let rules = set.plan.rules.map(\.code)
        let contradicting = Swift.Set(
            set.sources.findings.filter {
                $0["severity"] == "query" && $0["state"] == "open" && rules.contains($0["code"] ?? "") && isOfPeriod($0)
            }.compactMap { $0["unit"] }
        )
        let headings = [
            "Mã xã", "Xã, phường, đặc khu", "Phải báo cáo", "Đầy đủ", "Đúng hạn", "Dòng không có lỗi",
            "Đơn vị có số liệu khớp",
        ]
        for table in tables(headings).prefix(1) {
            let columns = headings.compactMap(table.column)
            let communes = Swift.Set(set.facts.compactMap { $0["commune"] }).sorted()
            if table.rows.count != communes.count + 1 { complain("\(communes.count) communes and a total") }
            for (row, commune) in zip(table.rows, communes.map(Optional.some) + [nil]) {
                func isMember(_ unit: SetFigures.Row) -> Bool { commune == nil || unit["commune"] == commune }
                let expected = set.count { isMember($0) && SetFigures.isExpected($0) }
                if let commune { expect(row, columns[0], .text(commune)) }
                expect(row, columns[1], .text(commune.map(set.sources.name(ofCommune:)) ?? "Tổng cộng"))
                expect(row, columns[2], expected)
                expect(row, columns[3], set.count { isMember($0) && SetFigures.isReported($0) }, of: expected)
                expect(row, columns[4], set.count { isMember($0) && SetFigures.isOnTime($0) }, of: expected)
                let rows = set.facts.filter(isMember).map { self.rows(of: $0["unit"] ?? "") }
                let all = rows.reduce(0) { $0 + $1.all }
                expect(row, columns[5], all - rows.reduce(0) { $0 + $1.wrong }, of: all)
                let reporting = set.facts.filter { isMember($0) && $0["reported"] == "true" }
                expect(
                    row,
                    columns[6],
                    Double(reporting.count { !contradicting.contains($0["unit"] ?? "") }),
                    of: Double(reporting.count)
                )
            }
        }
    }
}
