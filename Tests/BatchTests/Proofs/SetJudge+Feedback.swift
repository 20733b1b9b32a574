import Foundation
import Plan

/// What goes back to a school, or to whoever sent a file that is of no unit.
extension SetJudge {
    private var unit: String {
        if case .unit(let code) = set.scope { code } else { "" }
    }

    /// Whether a finding is the workbook's: the unit's own, or one of nobody about a file of the workbook's hash.
    func isOwn(_ finding: SetSources.Row) -> Bool {
        guard finding["state"] != "closed", isOfPeriod(finding),
            let input = set.sources.inputs[finding["file"] ?? ""], input.role == "inbox"
        else { return false }
        let owner = finding["unit"] ?? ""
        let isNobodys = ["U1", "L4"].contains(finding["code"])
        // Of a file without a row nobody knows whose it is.
        let isSomebodys = !isNobodys && (input.rows?.read ?? 0) > 0
        let sender = owner.isEmpty && isSomebodys ? SetSources.sender(of: input.path) : owner
        if case .nobody(let hash) = set.scope { return sender.isEmpty && input.sha256?.hasPrefix(hash) == true }
        return sender == unit
    }

    mutating func judgeOwnFindings() {
        let findings = set.sources.findings.filter(isOwn)
        func open(_ severity: String) -> Int { findings.count { $0["severity"] == severity && $0["state"] == "open" } }
        var figures = [
            ("Lỗi, phải sửa", open("error")), ("Cần giải trình", open("query")), ("Thông tin", open("information")),
        ]
        if !unit.isEmpty { figures.append(("Đã giải trình", findings.count { $0["state"] == "answered" })) }
        judgeKeyFigures(figures)
        // A sheet that is left out would have shown nothing that counts.
        for (sheet, fact) in [("Tuyên truyền", "so_buoi"), ("Vụ việc", "so_vu_viec"), ("Vi phạm", "so_dong_vi_pham")]
        where found.sheets[sheet] == nil && !set.facts.isEmpty {
            expect(0, fact: fact, "no sheet \(sheet)")
        }
        let headings = ["Mã phát hiện", "Dòng", "Giá trị đã nhập", "Cột", "Mức độ", "Mã lỗi", "Giải trình"]
        for table in tables(headings + ["Nội dung cần sửa", "Cách sửa"]).prefix(1) {
            guard !findings.isEmpty else { return expect(table.line + 1, 0, .text("Không có điểm nào cần sửa")) }
            guard let id = table.column("Mã phát hiện"), let fault = table.column("Nội dung cần sửa"),
                let mend = table.column("Cách sửa")
            else { return }
            judgeRows(
                table,
                table.rows.filter { cell($0, id) != .blank },
                headings,
                findings.map {
                    [
                        .text($0["id"] ?? ""), Double($0["line"] ?? "").map(CellContent.number) ?? .blank,
                        content($0["value"]), content(Self.column($0["column"] ?? "")),
                        content(Self.severities[$0["severity"] ?? ""]), content($0["code"]), content($0["answer"]),
                    ]
                }
            )
            // Each stands below the name of its file; its message is in two cells what the file says in one.
            var section = ""
            for row in table.rows {
                guard cell(row, id) != .blank else {
                    section = text(row, 0)
                    continue
                }
                let finding = findings.first {
                    $0["id"] == text(row, id) && section.hasPrefix("Tệp \($0["file"] ?? "")")
                }
                // Which rules could not look stands behind the message.
                let note = text(row, fault).firstMatch(of: /\ Chưa kiểm tra: .+$/).map { String($0.0) } ?? ""
                let parts = [String(text(row, fault).dropLast(note.count)), text(row, mend)].filter { !$0.isEmpty }
                compared += 2
                if parts.joined(separator: " ") + note != finding?["message"] {
                    expect(row, fault, .text(finding?["message"] ?? "no finding of “\(section)”"))
                }
            }
        }
    }

    private func content(_ text: String?) -> CellContent { text.map { $0.isEmpty ? .blank : .text($0) } ?? .blank }

    // MARK: - Files

    mutating func judgeSentFiles() {
        let inputs = set.sources.manifest.inputs.filter { $0.role == "inbox" }
        let headings = [
            "Tệp", "Biểu dữ liệu", "Kết quả", "Số dòng đã đọc", "Được tính", "Trùng, đã gộp", "Đã thay bằng dòng mới",
            "Không được tính", "Không rõ đơn vị",
        ]
        var expected: [(input: SetSources.Input, cells: [CellContent])] = []
        let strangers = set.sources.findings.count { $0["file"] == Office.bundle && $0["code"] == "U1" }
        for input in inputs {
            let rows = input.rows
            var counts = [
                rows?.read ?? 0, rows?.counted ?? 0, rows?.merged ?? 0, rows?.superseded ?? 0, rows?.leftOut ?? 0, 0,
            ]
            var outcome = Self.outcome(input)
            switch set.scope {
            case .nobody(let hash):
                guard input.sha256?.hasPrefix(hash) == true else { continue }
                if input.path == Office.bundle { counts[5] = strangers }
            case _ where input.path == Office.answers: guard unit == Office.answering else { continue }
            case _ where input.path == Office.bundle:
                // The unit's rows alone: one that was left out has an open error of its own code.
                let own = set.sources.bundle.count { $0["ma_don_vi"] == unit }
                guard own > 0 else { continue }
                let errors = set.sources.findings.filter {
                    $0["file"] == input.path && $0["unit"] == unit && $0["state"] == "open" && $0["severity"] == "error"
                }
                let left = errors.count { $0["code"] == "C16" }
                counts = [own, own - left, 0, 0, left, 0]
                outcome = Self.outcomes["partial"] ?? ""
            default: guard SetSources.sender(of: input.path) == unit, counts[0] > 0 else { continue }
            }
            let cells = [CellContent.text(input.path), content(title(of: input)), .text(outcome)]
            expected.append((input, cells + counts.map { .number(Double($0)) }))
        }
        for table in tables(headings + ["Nhận ngày"]).prefix(1) {
            guard !expected.isEmpty else { return expect(table.line + 1, 0, .text("Chưa nhận được tệp nào")) }
            judgeRows(table, table.rows, headings, expected.map(\.cells))
            guard let path = table.column("Tệp"), let came = table.column("Nhận ngày") else { return }
            for row in table.rows {
                compared += 1
                guard let input = expected.first(where: { $0.input.path == text(row, path) })?.input else { continue }
                if !Self.mayHaveCome(input, on: cell(row, came), none: .text("—")) {
                    expect(row, came, .text("the day on which \(input.path) came"))
                }
            }
        }
    }

    // MARK: - Indicators

    mutating func judgeOwnIndicators() {
        let headings = ["STT", "Chỉ tiêu", "Số liệu của đơn vị", "Đánh giá"]
        for table in tables(headings).prefix(1) {
            let columns = headings.compactMap(table.column)
            guard let own = set.facts.first, table.rows.count == set.indicators.count else {
                return complain("a row for each indicator")
            }
            for (row, (id, indicator)) in zip(table.rows, zip(set.indicators, set.plan.indicators)) {
                let word = set.assessment(unit, id).flatMap { SetFigures.assessmentWords[$0] }
                expect(row, columns[0], .text(String(id.dropFirst(2))))
                expect(row, columns[1], .text(indicator.wording))
                expect(row, columns[2], text: set.deciding(id, own))
                expect(row, columns[3], .text(word ?? "no assessment"))
            }
        }
    }

    // MARK: - Rows that were sent

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
    private mutating func expect(_ found: Double, fact: String, _ what: String) {
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
            }
            for code in codes("hinh_thuc") {
                let ofForm = rows.filter { text($0, form) == code.name }
                expect(Double(ofForm.count), fact: "so_buoi_theo_hinh_thuc.\(code.code)", "sessions as \(code.name)")
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
            for code in codes("loai") {
                let ofKind = rows.filter { text($0, table.column("Loại vụ việc")) == code.name }
                expect(Double(ofKind.count), fact: "so_vu_viec.\(code.code)", "incidents of \(code.name)")
            }
            for code in codes("trang_thai_vu_viec") {
                let ofState = rows.filter { text($0, table.column("Trạng thái")) == code.name }
                expect(Double(ofState.count), fact: "so_vu_viec.\(code.code)", "incidents \(code.name)")
            }
        }
    }

    mutating func judgeSentViolations() {
        guard !unit.isEmpty, !set.facts.isEmpty else { return }
        for table in tables(["Tệp", "Dòng", "Loại vi phạm", "Số vụ", "Cần xem lại"]).prefix(1) {
            guard let now = table.column("Số vụ"), let before = table.column("Số vụ cùng kỳ năm trước") else { return }
            let rows = countedRows(table).filter { text($0, table.column("Kỳ báo cáo")) == set.period.name }
            expect(Double(rows.count), fact: "so_dong_vi_pham", "rows")
            func isNumber(_ row: Int, _ column: Int) -> Bool {
                if case .number = cell(row, column) { true } else { false }
            }
            for code in codes("loai") {
                let full = rows.filter {
                    text($0, table.column("Loại vi phạm")) == code.name && isNumber($0, now) && isNumber($0, before)
                }
                let all = rows.filter { text($0, table.column("Loại vi phạm")) == code.name }
                expect(Double(all.count), fact: "so_dong_vi_pham.\(code.code)", "rows of \(code.name)")
                expect(sum(full, now), fact: "vi_pham_nam_nay.\(code.code)", "violations of \(code.name)")
                expect(sum(full, before), fact: "vi_pham_nam_truoc.\(code.code)", "last year's of \(code.name)")
            }
        }
    }
}
