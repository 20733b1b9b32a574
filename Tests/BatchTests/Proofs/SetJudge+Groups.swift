import Foundation
import Plan

/// Sheets 1, 3, 4 and 8: figures of groups.
extension SetJudge {
    mutating func judgeSummary() {
        let (expected, reported) = (set.count(SetFigures.isExpected), set.count(SetFigures.isReported))
        let onTime = set.count(SetFigures.isOnTime)
        let counts = [expected, reported, onTime, reported - onTime, expected - reported]
        let labels = ["Số đơn vị phải báo cáo", "Đã báo cáo", "Đúng hạn", "Chậm", "Thiếu"]
        for head in tables(labels).prefix(1) {
            for (label, count) in zip(labels, counts) {
                if let column = head.column(label) { expect(head.line + 1, column, count) }
            }
        }
        let headings = [
            "Mẫu số", "Tử số", "Tỷ lệ", "Tỷ lệ trên số đã báo cáo", "Cùng kỳ năm trước", "Tăng/ giảm", "Đánh giá",
        ]
        for table in tables(headings).prefix(1) {
            let columns = headings.compactMap { table.column($0) }
            for (position, indicator) in set.indicators.enumerated() {
                guard position < table.rows.count, let figure = set.total(indicator) else {
                    complain("a row for \(indicator)")
                    continue
                }
                let row = table.rows[position]
                let whole = number(figure, "denominator") ?? .nan
                let part = number(figure, "numerator") ?? .nan
                expect(row, columns[0], whole)
                expect(row, columns[1], part)
                expect(row, columns[2], part, of: whole)
                expect(row, columns[2], roundedTo: figure["rate"] ?? "")
                expect(row, columns[3], roundedTo: figure["rate_reported"] ?? "")
                if set.plan.indicators[position].kind == .change {
                    let isCompared = set.isKnown("vi_pham_nam_truoc")
                    expect(row, columns[4], isCompared ? whole : nil)
                    expect(row, columns[5], isCompared ? part - whole : nil)
                } else {
                    let before = set.lastYear(indicator)
                    expect(row, columns[4], before)
                    expect(row, columns[5], whole == 0 ? nil : before.map { part / whole - $0 })
                }
                expect(row, columns[6], .text(SetFigures.resultWords[figure["result"] ?? ""] ?? ""))
            }
        }
    }

    /// A rate as the CSV has it, with 6 decimals.
    mutating func expect(_ row: Int, _ column: Int, roundedTo text: String) {
        guard let rounded = Double(text), case .number(let rate) = cell(row, column) else {
            return expect(row, column, Double(text))
        }
        expect(row, column, abs(rate - rounded) <= 0.500_001e-6 ? .number(rate) : .number(rounded))
    }

    mutating func judgeGroups(_ group: String, code: String, ranked: Bool) {
        let headings = [code, "Tên", "Phải báo cáo", "Đã báo cáo", "Đúng hạn", "Tỷ lệ đầy đủ", "Tỷ lệ đúng hạn"]
        let column = group == "kind" ? "kind" : "commune"
        for table in tables(headings).prefix(1) {
            let columns = headings.compactMap { table.column($0) }
            let last = (ranked ? table.column("Xếp hạng") : columns.last) ?? 0
            let rest = table.headings.map(\.column).filter { $0 > last }
            var seen: Set<String> = []
            for row in table.rows {
                let isTotal = cell(row, columns[1]) == .text("Tổng cộng")
                let id = text(row, columns[0])
                func isMember(_ unit: SetFigures.Row) -> Bool { isTotal || unit[column] == id }
                if !isTotal { seen.insert(id) }
                let expected = set.count { isMember($0) && SetFigures.isExpected($0) }
                let reported = set.count { isMember($0) && SetFigures.isReported($0) }
                let onTime = set.count { isMember($0) && SetFigures.isOnTime($0) }
                for (column, value) in zip(columns[2...4], [expected, reported, onTime]) { expect(row, column, value) }
                expect(row, columns[5], reported, of: expected)
                expect(row, columns[6], onTime, of: expected)
                if ranked { expect(row, last, isTotal ? nil : rank(id)) }
                var next = rest[...]
                for (position, indicator) in set.indicators.enumerated() {
                    let figure = isTotal ? set.total(indicator) : set.figure(group, id, indicator)
                    let (whole, part) = (number(figure, "denominator") ?? .nan, number(figure, "numerator") ?? .nan)
                    let kind = set.plan.indicators[position].kind
                    guard next.count >= (kind == .units ? 1 : 3) else { return complain("columns for \(indicator)") }
                    if kind == .change {
                        let isCompared = set.isKnown("vi_pham_nam_truoc", where: isMember)
                        expect(row, next.removeFirst(), isCompared ? whole : nil)
                        expect(row, next.removeFirst(), isCompared ? part : nil)
                        expect(row, next.removeFirst(), isCompared ? part - whole : nil)
                    } else {
                        if kind == .events {
                            expect(row, next.removeFirst(), whole)
                            expect(row, next.removeFirst(), part)
                        }
                        expect(row, next.removeFirst(), part, of: whole)
                    }
                }
                if !next.isEmpty { complain("no columns behind the last indicator's") }
            }
            if seen != Set(set.facts.compactMap { $0[column] }) {
                complain("a row for each \(group), not \(seen.sorted())")
            }
        }
    }

    /// By completeness, then timeliness; equals share a place. Nil: nobody is expected there.
    func rank(_ commune: String) -> Double? {
        func shares(_ id: String) -> (reported: Double, onTime: Double)? {
            let expected = set.count { $0["commune"] == id && SetFigures.isExpected($0) }
            guard expected > 0 else { return nil }
            return (
                set.count { $0["commune"] == id && SetFigures.isReported($0) } / expected,
                set.count { $0["commune"] == id && SetFigures.isOnTime($0) } / expected
            )
        }
        guard let own = shares(commune) else { return nil }
        let others = Set(set.facts.compactMap { $0["commune"] }).compactMap(shares)
        return Double(1 + others.count { $0 > own })
    }

    mutating func judgeViolations() {
        let headings = [
            "Nội dung", "Số vụ trong kỳ", "Số vụ cùng kỳ năm trước", "Tăng/ giảm", "Tỷ lệ tăng/ giảm", "Đánh giá",
        ]
        let codes = set.plan.codeLists.first { $0.name == "loai" }?.codes ?? []
        for table in tables(headings).prefix(1) {
            let columns = headings.compactMap { table.column($0) }
            var communes = Array(Set(set.facts.compactMap { $0["commune"] })).sorted {
                $0.utf8.lexicographicallyPrecedes($1.utf8)
            }[...]
            // A section's line holds words in its first cell alone.
            var sections = 0
            for row in table.rows {
                let name = text(row, columns[0])
                if name.isEmpty {
                    sections += 1
                    continue
                }
                let (now, before): (Double?, Double?)
                var figure: SetFigures.Row?
                var isCompared = set.isKnown("vi_pham_nam_truoc")
                if name == "Tổng cộng" {
                    (now, before) = (set.sum("vi_pham_nam_nay"), set.sum("vi_pham_nam_truoc"))
                    figure = set.total("CT9")
                } else if sections == 1 {
                    let code = codes.first { $0.name == name }?.code ?? "?"
                    (now, before) = (set.sum("vi_pham_nam_nay.\(code)"), set.sum("vi_pham_nam_truoc.\(code)"))
                    isCompared = set.isKnown("vi_pham_nam_truoc.\(code)")
                    if set.scope == .city { figure = set.figure("category", code, "CT9") }
                } else {
                    let code = communes.popFirst() ?? "?"
                    now = set.sum("vi_pham_nam_nay") { $0["commune"] == code }
                    before = set.sum("vi_pham_nam_truoc") { $0["commune"] == code }
                    isCompared = set.isKnown("vi_pham_nam_truoc") { $0["commune"] == code }
                    if set.scope == .city || set.scope == .commune(code) { figure = set.figure("commune", code, "CT9") }
                }
                let (this, last) = (now ?? .nan, before ?? .nan)
                expect(row, columns[1], isCompared ? this : nil)
                expect(row, columns[2], isCompared ? last : nil)
                expect(row, columns[3], isCompared ? this - last : nil)
                expect(row, columns[4], this - last, of: last)
                if let figure {
                    expect(row, columns[1], isCompared ? number(figure, "numerator") : nil)
                    expect(row, columns[2], isCompared ? number(figure, "denominator") : nil)
                    expect(row, columns[5], .text(SetFigures.resultWords[figure["result"] ?? ""] ?? ""))
                }
            }
            if sections != 2 || !communes.isEmpty { complain("categories and communes") }
        }
    }
}
