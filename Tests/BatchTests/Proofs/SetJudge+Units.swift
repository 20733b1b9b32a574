import Foundation
import Plan

/// Sheets 5, 6, 7, 11 and 13: units and what they add up to.
extension SetJudge {
    mutating func judgeUnits() {
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
    mutating func judgeCodes(
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

    func part(_ fact: String) -> (String?) -> String {
        { code in code.map { "\(fact).\($0)" } ?? fact }
    }

    mutating func judgeSessions() {
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

    mutating func judgeIncidents() {
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

    mutating func judgeSilence() {
        let units = set.byCommune { SetFigures.isExpected($0) && !SetFigures.isOnTime($0) }
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

    mutating func judgeMisses() {
        for table in tables(["Mã đơn vị", "Đánh giá", "Số liệu quyết định"]).prefix(1) {
            guard let code = table.column("Mã đơn vị"), let verdict = table.column("Đánh giá"),
                let deciding = table.column("Số liệu quyết định")
            else { return }
            var row = table.line + 1
            for (position, indicator) in set.indicators.enumerated() {
                let units = set.misses(indicator)
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
                    expect(row, deciding, text: set.deciding(indicator, unit))
                    row += 1
                }
            }
            if row != table.line + 1 + max(table.rows.count, 0), row > table.line + 1 {
                complain("\(row - table.line - 1) lines, not \(table.rows.count)")
            }
        }
    }
}
