import Foundation
import Plan

/// What goes back to a school, or to whoever sent a file that is of no unit.
extension SetJudge {
    var unit: String {
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
}
