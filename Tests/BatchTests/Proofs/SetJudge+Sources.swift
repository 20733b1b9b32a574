import Foundation
import Plan

/// The office's own workbook: which files the figures come from, and what the office has decided.
extension SetJudge {
    static let outcomes = [
        "accepted": "Chấp nhận", "queries": "Chấp nhận, cần giải trình", "partial": "Chấp nhận một phần",
        "rejected": "Từ chối", "no_data": "Không có số liệu",
    ]

    /// As the office and who sent it read it.
    static func outcome(_ input: SetSources.Input) -> String {
        switch input.role {
        case "roster": "Danh mục"
        case "decisions": "Quyết định của Sở"
        case "last_year": "Số liệu đã chốt năm trước"
        default: input.isSetAside == true ? "Đã bỏ theo quyết định" : outcomes[input.outcome ?? ""] ?? ""
        }
    }

    /// A workbook of answers is of no data set.
    func title(of input: SetSources.Input) -> String {
        input.path == Office.answers ? "Giải trình" : title(ofDataSet: input.dataSet)
    }

    /// Whether a file that came then may be said to have come on that day: a row that was seen before keeps its day, a file of no rows has none.
    static func mayHaveCome(_ input: SetSources.Input, on content: CellContent, none: CellContent) -> Bool {
        guard input.role == "inbox" else { return content == none }
        let first = SetFigures.serial(ProofCity.firstRun).map(CellContent.number)
        let last = SetFigures.serial(ProofCity.lastRun).map(CellContent.number)
        if content == none { return (input.rows?.read ?? 0) == (input.rows?.leftOut ?? 0) }
        return content == first || content == last && ProofCity.day(of: input.path) > ProofCity.firstRun
    }

    mutating func judgeSources() {
        let manifest = set.sources.manifest
        let texts = Swift.Set((found.sheets["Nguồn số liệu"] ?? [:]).values.map(\.description))
        for text in [
            "Số liệu tính đến ngày: \(Self.day(manifest.asOf))", "Phiên bản chương trình: tonghop \(manifest.version)",
            "Lần chạy: \(manifest.run)",
        ] {
            compared += 1
            if !texts.contains(CellContent.text(text).description) { complain("“\(text)”") }
        }
        let counts: [(heading: String, count: (SetSources.Input) -> Int)] = [
            ("Dung lượng (byte)", { $0.bytes }), ("Đã đọc", { $0.rows?.read ?? 0 }),
            ("Được tính", { $0.rows?.counted ?? 0 }), ("Gộp", { $0.rows?.merged ?? 0 }),
            ("Bị thay thế", { $0.rows?.superseded ?? 0 }), ("Bị loại", { $0.rows?.leftOut ?? 0 }),
            ("Không phải dữ liệu", { $0.notData ?? 0 }),
        ]
        let headings = ["Tệp", "SHA-256", "Biểu dữ liệu", "Mã hóa", "Kết quả"] + counts.map(\.heading)
        for table in tables(headings + ["Nhận lần đầu"]).prefix(1) {
            let expected = manifest.inputs.map { input in
                [
                    CellContent.text(input.path), content(input.sha256), content(title(of: input)),
                    content(input.encoding), content(Self.outcome(input)),
                ] + counts.map { .number(Double($0.count(input))) }
            }
            judgeRows(table, table.rows.dropLast(), headings, expected)
            guard let total = table.rows.last, let path = table.column("Tệp"), let seen = table.column("Nhận lần đầu")
            else { return }
            expect(total, path, .text("Tổng cộng"))
            for (heading, count) in counts {
                let sum = manifest.inputs.reduce(0) { $0 + count($1) }
                if let column = table.column(heading) { expect(total, column, Double(sum)) }
            }
            for row in table.rows.dropLast() {
                compared += 1
                guard let input = set.sources.inputs[text(row, path)] else { continue }
                if !Self.mayHaveCome(input, on: cell(row, seen), none: .blank) {
                    expect(row, seen, .text("the day on which \(input.path) came"))
                }
            }
        }
    }

    // MARK: - Decisions

    mutating func judgeDecisions() {
        let findings = set.sources.findings.filter { $0["file"] == "quyet-dinh.csv" }
        let decisions = set.sources.decisions.enumerated().map { ($0.offset + 2, $0.element) }
        // Why one is not applied is told where it stands.
        func obstacle(_ line: Int) -> String {
            let message = findings.first { $0["line"] == "\(line)" }?["message"] ?? ""
            let reason = message.split(separator: "): ", maxSplits: 1).last.map(String.init) ?? ""
            return reason.hasSuffix(".") ? String(reason.dropLast()) : reason
        }
        let refused = decisions.count { !obstacle($0.0).isEmpty }
        judgeKeyFigures([("Đã áp dụng", decisions.count - refused), ("Không áp dụng được", refused)])
        let headings = [
            "Loại quyết định", "Tệp", "Mã đơn vị", "Biểu", "Khóa", "Cột", "Giá trị cũ", "Giá trị mới",
            "Người quyết định", "Lý do",
        ]
        for table in tables(["Dòng", "Kết quả", "Vì sao không áp dụng", "Ngày quyết định"] + headings).prefix(1) {
            let expected = decisions.map { line, decision in
                let day = (decision["Ngày quyết định"] ?? "").split(separator: "/").compactMap { Int($0) }
                let iso =
                    day.count == 3
                    ? "\(day[2])-\(day[1] < 10 ? "0" : "")\(day[1])-\(day[0] < 10 ? "0" : "")\(day[0])" : ""
                return [
                    CellContent.number(Double(line)),
                    .text(obstacle(line).isEmpty ? "Đã áp dụng" : "Không áp dụng được"), content(obstacle(line)),
                    content(day: iso),
                ] + headings.map { content(decision[$0]) }
            }
            judgeRows(
                table,
                table.rows,
                ["Dòng", "Kết quả", "Vì sao không áp dụng", "Ngày quyết định"] + headings,
                expected
            )
        }
    }
}
