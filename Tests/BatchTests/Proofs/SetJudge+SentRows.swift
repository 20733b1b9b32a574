import Foundation
import Plan

/// The rows that a school sent, as its feedback shows them: those that count come to its facts, those of a known file are what was sent.
extension SetJudge {
    /// The report that counts holds what facts.csv holds, cell by cell, and nothing else.
    mutating func judgeSentReports() {
        let fields = set.plan.dataSets.first { $0.name == "bao-cao" }?.fields ?? []
        let own = set.facts.first ?? [:]
        for table in tables(["Cột", "Giá trị đã gửi", "Cần xem lại"]).prefix(1) {
            guard let title = table.column("Cột"), let value = table.column("Giá trị đã gửi") else { return }
            var reports: [(isCounted: Bool, cells: [String: Int])] = []
            for row in table.rows {
                if cell(row, title) != .blank, text(row, title).hasPrefix("Tệp "), cell(row, value) == .blank {
                    reports.append((text(row, title).hasSuffix(": được tính"), [:]))
                } else if !reports.isEmpty {
                    reports[reports.count - 1].cells[text(row, title)] = row
                }
            }
            let name = CellContent.text(set.period.name)
            let ofPeriod = reports.filter { $0.isCounted && $0.cells["Kỳ báo cáo"].map { cell($0, value) } == name }
            if ofPeriod.count != (own["reported"] == "true" ? 1 : 0) { complain("the report of the period, once") }
            for report in ofPeriod {
                for field in fields {
                    guard let fact = set.plan.factColumns.first(where: { $0.name == field.name }) else { continue }
                    let shown = set.shown(own[field.name] ?? "", as: fact.type)
                    if let row = report.cells[field.title] {
                        // What could not be read stands as it was sent, and is no fact.
                        if shown != .blank || isSentAsText(row, table) == false { expect(row, value, shown) }
                    } else if shown != .blank {
                        complain("\(field.title): \(shown)")
                    }
                }
            }
        }
    }

    private func isSentAsText(_ row: Int, _ table: Table) -> Bool {
        table.column("Cần xem lại").map { cell(row, $0) != .blank } ?? false
    }

    /// Rows of a table that are counted, without those of days on which the unit did not work.
    private func countedRows(_ table: Table) -> [Int] {
        guard let file = table.column("Tệp"), let line = table.column("Dòng"), let marks = table.column("Cần xem lại")
        else { return [] }
        let outside = Swift.Set(
            set.sources.findings.filter { $0["code"] == "U2" && $0["state"] != "closed" }.map {
                "\($0["file"] ?? "") \($0["line"] ?? "")"
            }
        )
        return table.rows.filter { row in
            guard case .number(let number) = cell(row, line) else { return false }
            return !text(row, marks).hasPrefix("Không được tính")
                && !outside.contains("\(text(row, file)) \(Int(number))")
        }
    }

    /// Of those rows that have a day of the period's window.
    private func rows(_ rows: [Int], dated column: Int?) -> [Int] {
        guard let column, let first = SetFigures.serial(set.period.start.iso),
            let last = SetFigures.serial(set.period.end.iso)
        else { return [] }
        return rows.filter {
            guard case .number(let day) = cell($0, column) else { return false }
            return (first...last).contains(day)
        }
    }

    private func sum(_ rows: [Int], _ column: Int?) -> Double {
        rows.reduce(0) { sum, row in
            guard let column, case .number(let number) = cell(row, column) else { return sum }
            return sum + number
        }
    }

    /// What the rows come to is the unit's fact.
    mutating func expect(_ found: Double, fact: String, _ what: String) {
        compared += 1
        let expected = set.sum(fact) ?? .nan
        if found != expected { complain("\(what): rows come to \(found), \(fact) is \(expected)") }
    }

    mutating func judgeSentSessions() {
        judgeRowsOfTheBundle()
        // Nobody's rows add up to nothing.
        guard !unit.isEmpty, let own = set.facts.first, own["unit"] == unit else { return }
        for table in tables(["Tệp", "Dòng", "Chủ đề", "Chuyên đề", "Cần xem lại"]).prefix(1) {
            let rows = rows(countedRows(table), dated: table.column("Ngày"))
            let (topic, form) = (table.column("Chủ đề"), table.column("Hình thức"))
            expect(Double(rows.count), fact: "so_buoi", "sessions")
            let thematic = table.column("Chuyên đề")
            expect(Double(rows.count { text($0, thematic) == "Có" }), fact: "so_buoi_chuyen_de", "thematic sessions")
            expect(sum(rows, table.column("Số học sinh")), fact: "so_luot_hs", "pupils")
            expect(sum(rows, table.column("Số CBGVNV")), fact: "so_luot_cbgvnv", "staff")
            expect(sum(rows, table.column("Số phụ huynh")), fact: "so_luot_phu_huynh", "parents")
            for code in codes("chu_de") {
                let ofTopic = rows.filter { text($0, topic).components(separatedBy: "; ").contains(code.name) }
                expect(Double(ofTopic.count), fact: "so_buoi.\(code.code)", "sessions of \(code.name)")
                expect(
                    Double(ofTopic.count { text($0, thematic) == "Có" }),
                    fact: "so_buoi_chuyen_de.\(code.code)",
                    "thematic sessions of \(code.name)"
                )
                for (heading, fact) in [
                    ("Số học sinh", "so_luot_hs"), ("Số CBGVNV", "so_luot_cbgvnv"),
                    ("Số phụ huynh", "so_luot_phu_huynh"),
                ] {
                    let people = sum(ofTopic, table.column(heading))
                    expect(people, fact: "\(fact).\(code.code)", "\(heading) of \(code.name)")
                }
            }
            let ofDays = rows.filter { !text($0, table.column("Dịp")).isEmpty }
            expect(Double(ofDays.count), fact: "so_buoi_huong_ung", "sessions on days of the plan")
            expect(sum(ofDays, table.column("Số học sinh")), fact: "so_luot_hs_huong_ung", "pupils on such days")
            for code in codes("dip") {
                let ofDay = ofDays.filter { text($0, table.column("Dịp")) == code.name }
                expect(Double(ofDay.count), fact: "so_buoi_huong_ung.\(code.code)", "sessions on \(code.name)")
            }
            for code in codes("hinh_thuc") {
                let ofForm = rows.filter { text($0, form) == code.name }
                expect(Double(ofForm.count), fact: "so_buoi_theo_hinh_thuc.\(code.code)", "sessions as \(code.name)")
                expect(
                    sum(ofForm, table.column("Số học sinh")),
                    fact: "so_luot_hs_theo_hinh_thuc.\(code.code)",
                    "pupils as \(code.name)"
                )
            }
        }
    }

    private func isAboutTheBundle(_ finding: SetSources.Row) -> Bool {
        finding["file"] == Office.bundle && finding["unit"] == unit && isOfPeriod(finding)
            && finding["state"] != "closed"
    }

    /// The rows of the file of many that are the workbook's, cell by cell: as read where they count, as sent where they were left out.
    private mutating func judgeRowsOfTheBundle() {
        for table in tables(["Tệp", "Dòng", "Chủ đề", "Minh chứng"]).prefix(1) {
            let headings = ["Dòng", "Ngày", "Chủ đề", "Hình thức", "Minh chứng"]
            let rows = table.rows.filter { text($0, table.column("Tệp")) == Office.bundle }
            let known = Swift.Set(set.sources.roster.keys)
            let sent = set.sources.bundle.enumerated().filter { _, row in
                let owner = row["ma_don_vi"] ?? ""
                return known.contains(owner) ? owner == unit : unit.isEmpty
            }
            func name(_ list: String, _ code: String?) -> CellContent {
                content(codes(list).first { $0.code == code }?.name)
            }
            judgeRows(
                table,
                rows,
                headings,
                sent.filter { _, row in
                    // What counts stands in the workbook of its period, and wherever something is open about it.
                    guard let day = SetFigures.serial(row["ngay"] ?? ""), known.contains(row["ma_don_vi"] ?? ""),
                        let first = SetFigures.serial(set.period.start.iso),
                        let last = SetFigures.serial(set.period.end.iso)
                    else { return true }
                    return (first...last).contains(day) || set.sources.findings.contains(where: isAboutTheBundle)
                }.map { line, row in
                    let day = SetFigures.serial(row["ngay"] ?? "")
                    let isCounted = day != nil && known.contains(row["ma_don_vi"] ?? "")
                    return [
                        .number(Double(line + 2)),
                        isCounted ? day.map(CellContent.number) ?? .blank : content(row["ngay"]),
                        isCounted ? name("chu_de", row["chu_de"]) : content(row["chu_de"]),
                        isCounted ? name("hinh_thuc", row["hinh_thuc"]) : content(row["hinh_thuc"]),
                        content(row["minh_chung"]),
                    ]
                }
            )
        }
    }

    mutating func judgeSentIncidents() {
        guard !unit.isEmpty, !set.facts.isEmpty else { return }
        for table in tables(["Tệp", "Dòng", "Mã vụ việc", "Loại vụ việc", "Cần xem lại"]).prefix(1) {
            let rows = rows(countedRows(table), dated: table.column("Ngày tiếp nhận"))
            expect(Double(rows.count), fact: "so_vu_viec", "incidents")
            expect(sum(rows, table.column("Số học sinh liên quan")), fact: "so_hs_lien_quan", "pupils")
            func isYes(_ row: Int, _ heading: String) -> Bool { text(row, table.column(heading)) == "Có" }
            let unsettled = codes("trang_thai_vu_viec").first { $0.code == "CHUAXL" }?.name
            var totals: [String: Double] = [:]
            for code in codes("loai") {
                let ofKind = rows.filter { text($0, table.column("Loại vụ việc")) == code.name }
                expect(Double(ofKind.count), fact: "so_vu_viec.\(code.code)", "incidents of \(code.name)")
                for (fact, found) in [
                    "so_vu_viec_kip_thoi": ofKind.count {
                        isYes($0, "Kịp thời") && ![unsettled ?? "", ""].contains(text($0, table.column("Trạng thái")))
                    },
                    "so_vu_viec_keo_dai": ofKind.count { isYes($0, "Kéo dài") },
                    "so_vu_viec_phoi_hop": ofKind.count { isYes($0, "Phối hợp Công an") },
                ] {
                    expect(Double(found), fact: "\(fact).\(code.code)", "incidents of \(code.name)")
                    totals[fact, default: 0] += Double(found)
                }
                let pupils = sum(ofKind, table.column("Số học sinh liên quan"))
                expect(pupils, fact: "so_hs_lien_quan.\(code.code)", "pupils of \(code.name)")
            }
            for (fact, found) in totals { expect(found, fact: fact, "incidents") }
            for code in codes("trang_thai_vu_viec") {
                let ofState = rows.filter { text($0, table.column("Trạng thái")) == code.name }
                expect(Double(ofState.count), fact: "so_vu_viec.\(code.code)", "incidents \(code.name)")
            }
        }
    }

    /// They come to every fact that counts or adds violations, by category and over all.
    mutating func judgeSentViolations() {
        guard !unit.isEmpty, !set.facts.isEmpty else { return }
        for table in tables(["Tệp", "Dòng", "Loại vi phạm", "Số vụ", "Cần xem lại"]).prefix(1) {
            let headings = ["Số vụ", "Số vụ cùng kỳ năm trước", "Số học sinh", "Số học sinh cùng kỳ năm trước"]
            let columns = headings.compactMap(table.column)
            guard columns.count == headings.count else { return complain("\(headings)") }
            let (now, before, pupils, pupilsBefore) = (columns[0], columns[1], columns[2], columns[3])
            let rows = countedRows(table).filter { text($0, table.column("Kỳ báo cáo")) == set.period.name }
            func isNumber(_ row: Int, _ column: Int) -> Bool {
                if case .number = cell(row, column) { true } else { false }
            }
            var totals: [String: Double] = [:]
            for code in codes("loai") {
                let all = rows.filter { text($0, table.column("Loại vi phạm")) == code.name }
                var full = all.filter { isNumber($0, now) && isNumber($0, before) }
                var last = sum(full, before)
                var isDropped = false
                if let closed = closedFigure(code.code) {
                    // One figure for all rows of the category: all of them count, or none.
                    let isWhole = !all.isEmpty && all.allSatisfy { isNumber($0, now) }
                    (full, last) = isWhole ? (all, closed) : ([], 0)
                    isDropped = all.isEmpty && closed > 0
                }
                var fullOfPupils = all.filter { isNumber($0, pupils) && isNumber($0, pupilsBefore) }
                var lastOfPupils = sum(fullOfPupils, pupilsBefore)
                if hadNone(code.code) {
                    fullOfPupils = all.allSatisfy { isNumber($0, pupils) } ? all : []
                    lastOfPupils = 0
                }
                for (fact, found) in [
                    "so_dong_vi_pham": Double(all.count),
                    "so_dong_co_so_vu": Double(all.count { isNumber($0, now) }), "so_vu_vi_pham": sum(all, now),
                    "so_dong_co_so_hs": Double(all.count { isNumber($0, pupils) }), "so_hs_vi_pham": sum(all, pupils),
                    "so_vu_nam_truoc_tu_ghi": sum(all, before), "so_hs_nam_truoc_tu_ghi": sum(all, pupilsBefore),
                    "so_dong_vi_pham_du": Double(full.count), "vi_pham_nam_nay": sum(full, now),
                    "vi_pham_nam_truoc": last,
                    "hs_vi_pham_nam_nay": sum(fullOfPupils, pupils),
                    "hs_vi_pham_nam_truoc": lastOfPupils,
                    "so_loai_vi_pham_thieu": isDropped ? 1 : 0,
                ] {
                    expect(found, fact: "\(fact).\(code.code)", "violations of \(code.name)")
                    totals[fact, default: 0] += found
                }
            }
            for (fact, found) in totals { expect(found, fact: fact, "violations") }
        }
    }

    /// Whether what was closed of the unit has rows, and none of the category. How many pupils there were is not closed.
    private func hadNone(_ category: String) -> Bool {
        guard let then = set.before.first(where: { $0.code == unit }), !then.violations.isEmpty else { return false }
        return (then.violations[category] ?? []).isEmpty
    }

    /// What was closed of the unit and category; nil: nothing, or not whole.
    private func closedFigure(_ category: String) -> Double? {
        guard let then = set.before.first(where: { $0.code == unit }), !then.violations.isEmpty else { return nil }
        let figures = then.violations[category] ?? []
        guard !figures.contains(nil) else { return nil }
        return Double(figures.compactMap(\.self).reduce(0, +))
    }
}
