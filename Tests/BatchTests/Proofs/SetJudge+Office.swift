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

    private static func content(_ text: String?) -> CellContent {
        text.map { $0.isEmpty ? .blank : .text($0) } ?? .blank
    }
    private static func number(_ text: String?) -> CellContent {
        text.flatMap(Double.init).map(CellContent.number) ?? .blank
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
                        Self.content($0["id"]), Self.content(Self.severities[$0["severity"] ?? ""]),
                        Self.content($0["code"]), Self.content(Self.states[$0["state"] ?? ""]),
                        Self.content($0["unit"]), Self.content($0["period"]),
                        Self.content(title(ofDataSet: $0["dataset"])), Self.content($0["file"]),
                        Self.number($0["line"]),
                        Self.content(Self.column($0["column"] ?? "")), Self.content($0["value"]),
                        Self.content($0["message"]), Self.content($0["answer"]),
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

    // MARK: - Sources

    static let outcomes = [
        "accepted": "Chấp nhận", "queries": "Chấp nhận, cần giải trình", "partial": "Chấp nhận một phần",
        "rejected": "Từ chối", "no_data": "Không có số liệu",
    ]

    /// As the office and who sent it read it.
    static func outcome(_ input: SetSources.Input) -> String {
        switch input.role {
        case "roster": "Danh mục"
        case "decisions": "Quyết định của Sở"
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
                    CellContent.text(input.path), Self.content(input.sha256), Self.content(title(of: input)),
                    Self.content(input.encoding), Self.content(Self.outcome(input)),
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
                    .text(obstacle(line).isEmpty ? "Đã áp dụng" : "Không áp dụng được"), Self.content(obstacle(line)),
                    SetFigures.serial(iso).map(CellContent.number) ?? .blank,
                ] + headings.map { Self.content(decision[$0]) }
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
