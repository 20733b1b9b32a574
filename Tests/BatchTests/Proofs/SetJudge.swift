import Foundation
import Plan

/// Holds what a reader found in a workbook against the machine-readable files of the same period, cell by cell: sheets 1, 3, 4, 5, 6,
/// 7, 8, 11 and 13 as far as the workbook has them. Tables are found by their headings.
struct SetJudge {
    private let set: SetFigures
    private let found: ReadCells
    private var sheet = ""
    private(set) var compared = 0
    private(set) var differences: [Difference] = []
    /// Sheets that were looked at.
    private(set) var judged: [String] = []

    init(_ found: ReadCells, against set: SetFigures) {
        self.found = found
        self.set = set
        judge("1 Tổng hợp") { $0.judgeSummary() }
        judge("3 Theo loại hình") { $0.judgeGroups("kind", code: "Mã", ranked: false) }
        judge("4 Theo xã phường") { $0.judgeGroups("commune", code: "Mã xã", ranked: true) }
        judge("5 Theo cơ sở") { $0.judgeUnits() }
        judge("6 Tuyên truyền") { $0.judgeSessions() }
        judge("7 Vụ việc") { $0.judgeIncidents() }
        judge("8 Vi phạm so cùng kỳ") { $0.judgeViolations() }
        judge("11 Chưa báo cáo - báo cáo chậm") { $0.judgeSilence() }
        judge("13 Đơn vị chưa đạt") { $0.judgeMisses() }
    }

    private mutating func judge(_ sheet: String, _ look: (inout SetJudge) -> Void) {
        guard found.sheets[sheet] != nil else { return }
        self.sheet = sheet
        judged.append(sheet)
        look(&self)
    }

    // MARK: - Cells and tables

    private func cell(_ row: Int, _ column: Int) -> CellContent {
        found.sheets[sheet]?[Place(row: row, column: column)] ?? .blank
    }

    private mutating func expect(_ row: Int, _ column: Int, _ expected: CellContent) {
        compared += 1
        let content = cell(row, column)
        guard !content.isSame(as: expected) else { return }
        differences.append(
            Difference(
                workbook: found.workbook,
                sheet: sheet,
                place: Place(row: row, column: column),
                found: content,
                expected: expected
            )
        )
    }

    private mutating func expect(_ row: Int, _ column: Int, _ expected: Double?) {
        expect(row, column, expected.map(CellContent.number) ?? .text("—"))
    }

    /// A dash where there is nothing to divide by.
    private mutating func expect(_ row: Int, _ column: Int, _ part: Double, of whole: Double) {
        expect(row, column, whole == 0 ? nil : part / whole)
    }

    private mutating func complain(_ what: String) {
        differences.append(
            Difference(
                workbook: found.workbook,
                sheet: sheet,
                place: Place(row: 0, column: 0),
                found: .blank,
                expected: .text(what)
            )
        )
    }

    private struct Table {
        /// Of the headings.
        let line: Int
        /// From left to right.
        let headings: [(column: Int, text: String)]
        /// Rows with anything in them, up to the first blank one.
        let rows: [Int]

        func column(_ heading: String) -> Int? { headings.first { $0.text == heading }?.column }
    }

    /// The tables of a sheet that have all these headings.
    private mutating func tables(_ needed: [String]) -> [Table] {
        var lines: [Int: [(column: Int, text: String)]] = [:]
        for (place, content) in found.sheets[sheet] ?? [:] {
            if case .text(let text) = content { lines[place.row, default: []].append((place.column, text)) }
        }
        let used = Set((found.sheets[sheet] ?? [:]).keys.map(\.row))
        let tables = lines.filter { line in needed.allSatisfy { name in line.value.contains { $0.text == name } } }
            .sorted { $0.key < $1.key }.map { line, headings in
                var rows: [Int] = []
                while used.contains(line + 1 + rows.count) { rows.append(line + 1 + rows.count) }
                return Table(line: line, headings: headings.sorted { $0.column < $1.column }, rows: rows)
            }
        if tables.isEmpty { complain("a table with \(needed)") }
        return tables
    }

    private func text(_ row: Int, _ column: Int?) -> String {
        guard let column, case .text(let text) = cell(row, column) else { return "" }
        return text
    }

    private func number(_ row: SetFigures.Row?, _ name: String) -> Double? { row.flatMap { Double($0[name] ?? "") } }

    // MARK: - Sheets

    private mutating func judgeSummary() {
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
                let compares = set.plan.indicators[position].kind == .change && figure["result"] != "none"
                expect(row, columns[4], compares ? whole : nil)
                expect(row, columns[5], compares ? part - whole : nil)
                expect(row, columns[6], .text(SetFigures.resultWords[figure["result"] ?? ""] ?? ""))
            }
        }
    }

    /// A rate as the CSV has it, with 6 decimals.
    private mutating func expect(_ row: Int, _ column: Int, roundedTo text: String) {
        guard let rounded = Double(text), case .number(let rate) = cell(row, column) else {
            return expect(row, column, Double(text))
        }
        expect(row, column, abs(rate - rounded) <= 0.500_001e-6 ? .number(rate) : .number(rounded))
    }

    private mutating func judgeGroups(_ group: String, code: String, ranked: Bool) {
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
                if ranked, !isTotal { expect(row, last, rank(id)) }
                var next = rest[...]
                for (position, indicator) in set.indicators.enumerated() {
                    let figure = isTotal ? set.total(indicator) : set.figure(group, id, indicator)
                    let (whole, part) = (number(figure, "denominator") ?? .nan, number(figure, "numerator") ?? .nan)
                    let kind = set.plan.indicators[position].kind
                    guard next.count >= (kind == .units ? 1 : 3) else { return complain("columns for \(indicator)") }
                    if kind != .units {
                        expect(row, next.removeFirst(), whole)
                        expect(row, next.removeFirst(), part)
                    }
                    if kind == .change {
                        expect(row, next.removeFirst(), part - whole)
                    } else {
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
    private func rank(_ commune: String) -> Double? {
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

    private mutating func judgeUnits() {
        let fixed = [
            "Mã đơn vị", "Tên đơn vị", "Loại hình", "Mã xã", "Xã, phường, đặc khu", "Khóa xã", "Khóa loại hình",
            "Phải báo cáo",
            "Đã báo cáo", "Đúng hạn", "An toàn về ANTT năm trước", "Xếp loại phong trào năm trước",
        ]
        let envelope = ["phai_bao_cao", "da_bao_cao", "dung_han"]
        let facts = set.plan.factColumns.filter { ($0.part?.codes.count ?? 0) < 2 && !envelope.contains($0.name) }
        for table in tables(fixed).prefix(1) {
            let columns = table.headings.map(\.column)
            guard columns.count == fixed.count + facts.count + set.indicators.count, table.rows.count == set.facts.count
            else {
                return complain(
                    "\(set.facts.count) units of \(facts.count) facts, not \(table.rows.count) of \(columns.count)"
                )
            }
            for (fact, heading) in zip(facts, table.headings.dropFirst(fixed.count))
            where !heading.text.hasPrefix(fact.title) {
                complain("\(fact.title) above column \(Place.letters(heading.column))")
            }
            for (row, unit) in zip(table.rows, set.facts) {
                let kinds = set.plan.codeLists[set.plan.kindList].codes
                expect(row, columns[0], .text(unit["unit"] ?? ""))
                expect(row, columns[2], .text(kinds.first { $0.code == unit["kind"] }?.name ?? ""))
                expect(row, columns[3], .text(unit["commune"] ?? ""))
                expect(row, columns[5], .text("xa:\(unit["commune"] ?? "")"))
                expect(row, columns[6], .text("loai:\(unit["kind"] ?? "")"))
                for (column, name) in zip(columns[7...9], ["expected", "reported", "on_time"]) {
                    expect(row, column, .text(unit[name] == "true" ? "Có" : "Không"))
                }
                for (column, fact) in zip(columns.dropFirst(fixed.count), facts) {
                    expect(row, column, set.shown(unit[fact.name] ?? "", as: fact.type))
                }
                for (column, indicator) in zip(columns.suffix(set.indicators.count), set.indicators) {
                    let word = set.assessment(unit["unit"] ?? "", indicator).flatMap { SetFigures.assessmentWords[$0] }
                    expect(row, column, .text(word ?? "no assessment"))
                }
            }
        }
    }

    /// A table of a code list: the facts of its columns, each in the code of the row, and the whole fact in the last row.
    private mutating func judgeCodes(
        _ table: Table,
        list: String,
        total: String = "Tổng cộng",
        label: String,
        _ facts: [(heading: String, name: (String?) -> String)]
    ) {
        let codes = set.plan.codeLists.first { $0.name == list }?.codes ?? []
        guard table.rows.count == codes.count + 1 else { return complain("\(codes.count) rows of \(list) and a total") }
        for (position, row) in table.rows.enumerated() {
            let code = position < codes.count ? codes[position] : nil
            if let column = table.column(label) { expect(row, column, .text(code?.name ?? total)) }
            for (heading, name) in facts {
                guard let column = table.column(heading) else {
                    complain("a column \(heading)")
                    continue
                }
                expect(row, column, set.sum(name(code?.code)))
            }
        }
    }

    private func part(_ fact: String) -> (String?) -> String {
        { code in code.map { "\(fact).\($0)" } ?? fact }
    }

    private mutating func judgeSessions() {
        let forms = set.plan.codeLists.first { $0.name == "hinh_thuc" }?.codes ?? []
        var facts = forms.map { form in
            (
                form.name,
                { (code: String?) in code.map { "so_buoi.\($0).\(form.code)" } ?? "so_buoi_theo_hinh_thuc.\(form.code)"
                }
            )
        }
        facts += [("Tổng số buổi", part("so_buoi")), ("Trong đó chuyên đề", part("so_buoi_chuyen_de"))]
        for table in tables(["Chủ đề", "Tổng số buổi"]).prefix(1) {
            judgeCodes(table, list: "chu_de", label: "Chủ đề", facts)
        }
        for table in tables(["Chủ đề", "Lượt phụ huynh"]).prefix(1) {
            judgeCodes(
                table,
                list: "chu_de",
                label: "Chủ đề",
                [
                    ("Lượt học sinh, sinh viên", part("so_luot_hs")),
                    ("Lượt cán bộ, giáo viên, nhân viên", part("so_luot_cbgvnv")),
                    ("Lượt phụ huynh", part("so_luot_phu_huynh")),
                ]
            )
        }
        for table in tables(["Ngày, tháng hưởng ứng"]).prefix(1) {
            judgeCodes(
                table,
                list: "dip",
                label: "Ngày, tháng hưởng ứng",
                [("Số buổi", part("so_buoi_huong_ung")), ("Lượt học sinh, sinh viên", part("so_luot_hs_huong_ung"))]
            )
        }
    }

    private mutating func judgeIncidents() {
        let states = set.plan.codeLists.first { $0.name == "trang_thai_vu_viec" }?.codes ?? []
        var facts = states.map { state in
            (
                state.name,
                { (code: String?) in code.map { "so_vu_viec.\($0).\(state.code)" } ?? "so_vu_viec.\(state.code)" }
            )
        }
        facts += [
            ("Tổng số", part("so_vu_viec")), ("Kịp thời", part("so_vu_viec_kip_thoi")),
            ("Phức tạp, kéo dài", part("so_vu_viec_keo_dai")), ("Phối hợp Công an", part("so_vu_viec_phoi_hop")),
            ("Học sinh liên quan", part("so_hs_lien_quan")),
        ]
        for table in tables(["Loại vụ việc", "Tổng số"]).prefix(1) {
            judgeCodes(table, list: "loai", label: "Loại vụ việc", facts)
        }
    }

    private mutating func judgeViolations() {
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
                if name == "Tổng cộng" {
                    (now, before) = (set.sum("vi_pham_nam_nay"), set.sum("vi_pham_nam_truoc"))
                    figure = set.total("CT9")
                } else if sections == 1 {
                    let code = codes.first { $0.name == name }?.code ?? "?"
                    (now, before) = (set.sum("vi_pham_nam_nay.\(code)"), set.sum("vi_pham_nam_truoc.\(code)"))
                    if set.scope == .city { figure = set.figure("category", code, "CT9") }
                } else {
                    let code = communes.popFirst() ?? "?"
                    now = set.sum("vi_pham_nam_nay") { $0["commune"] == code }
                    before = set.sum("vi_pham_nam_truoc") { $0["commune"] == code }
                    if set.scope == .city || set.scope == .commune(code) { figure = set.figure("commune", code, "CT9") }
                }
                let (this, last) = (now ?? .nan, before ?? .nan)
                expect(row, columns[1], this)
                expect(row, columns[2], last)
                expect(row, columns[3], this - last)
                expect(row, columns[4], this - last, of: last)
                if let figure {
                    expect(row, columns[1], number(figure, "numerator"))
                    expect(row, columns[2], number(figure, "denominator"))
                    expect(row, columns[5], .text(SetFigures.resultWords[figure["result"] ?? ""] ?? ""))
                }
            }
            if sections != 2 || !communes.isEmpty { complain("categories and communes") }
        }
    }

    /// By commune, then by code.
    private func byCommune(_ units: [SetFigures.Row]) -> [SetFigures.Row] {
        units.sorted { left, right in
            let (one, two) = (
                [left["commune"] ?? "", left["unit"] ?? ""], [right["commune"] ?? "", right["unit"] ?? ""]
            )
            return one.lexicographicallyPrecedes(two) { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        }
    }

    private mutating func judgeSilence() {
        let units = byCommune(set.facts.filter { SetFigures.isExpected($0) && !SetFigures.isOnTime($0) })
        for table in tables(["Mã đơn vị", "Tình trạng", "Mã xã", "Số ngày chậm"]).prefix(1) {
            guard let code = table.column("Mã đơn vị"), let state = table.column("Tình trạng"),
                let commune = table.column("Mã xã")
            else { return }
            guard !units.isEmpty else { return expect(table.line + 1, 0, .text("Tất cả đơn vị đã báo cáo đúng hạn")) }
            for (position, unit) in units.enumerated() {
                let row = table.line + 1 + position
                expect(row, code, .text(unit["unit"] ?? ""))
                expect(row, commune, .text(unit["commune"] ?? ""))
                expect(row, state, .text(SetFigures.isReported(unit) ? "Báo cáo chậm" : "Thiếu"))
            }
            if table.rows.count != units.count { complain("\(units.count) units, not \(table.rows.count)") }
        }
    }

    private mutating func judgeMisses() {
        for table in tables(["Mã đơn vị", "Đánh giá", "Số liệu quyết định"]).prefix(1) {
            guard let code = table.column("Mã đơn vị"), let verdict = table.column("Đánh giá") else { return }
            var row = table.line + 1
            for (position, indicator) in set.indicators.enumerated() {
                let units = byCommune(
                    set.facts.filter {
                        let word = set.assessment($0["unit"] ?? "", indicator)
                        return word != "met" && word != "not_applicable"
                    }
                )
                guard !units.isEmpty else { continue }
                let title = set.plan.indicators[position].title
                if !text(row, 0).contains("\(title): \(units.count) đơn vị") {
                    expect(row, 0, .text("…\(title): \(units.count) đơn vị"))
                }
                compared += 1
                row += 1
                for unit in units {
                    let word = set.assessment(unit["unit"] ?? "", indicator).flatMap { SetFigures.assessmentWords[$0] }
                    expect(row, code, .text(unit["unit"] ?? ""))
                    expect(row, verdict, .text(word ?? ""))
                    row += 1
                }
            }
            if row != table.line + 1 + max(table.rows.count, 0), row > table.line + 1 {
                complain("\(row - table.line - 1) lines, not \(table.rows.count)")
            }
        }
    }
}
