import Plan
import Records
import Testing

@testable import Intake

@Suite("Rules over records")
struct RecordRuleTests {
    private let header =
        "ma_don_vi,ky_bao_cao,nam,ngay_bao_cao,dau_moi,so_lop,ke_hoach,chu_de,so_van_ban,kho_khan,keo_dai,ty_le,noi_dung"

    /// A report of Q1 by 31000001, sent on 13/3.
    private func row(
        unit: String = "31000001",
        period: String = "Q1",
        sent: String = "13/3/2026",
        yes: String = "",
        classes: String = "",
        topics: String = "",
        number: String = "",
        text: String = ""
    ) -> String {
        "\(unit),\(period),2026,\(sent),\(yes),\(classes),,\(topics),\(number),\(text),,,"
    }

    @Test func aRowThatKeepsTheRuleMakesNothing() throws {
        let desk = try RuleDesk(when: "dau_moi", require: "so_lop >= 1")
        #expect(try desk.read([header, row(yes: "Có", classes: "1")]).broken.isEmpty)
        #expect(try desk.read([header, row(yes: "Không", classes: "0")]).broken.isEmpty)
    }

    @Test func aFindingSaysWhereAndWhat() throws {
        let desk = try RuleDesk(
            when: "dau_moi",
            require: "so_lop >= 1",
            severity: .error,
            message: RuleMessage(
                words: ["Có đầu mối (", ") từ ", ", nhưng số lớp là ", "."],
                names: ["dau_moi", "period_start", "so_lop"]
            )
        )
        let result = try desk.read([header, row(unit: "31000002"), row(yes: "Có", classes: "0")])
        let finding = try #require(result.broken.first)
        #expect(result.broken.count == 1)
        #expect(finding.codeName == "V1")
        #expect(finding.severity == .error)
        #expect((finding.file, finding.line) == (0, 3))
        #expect((finding.column, finding.header) == (5, "so_lop"))
        #expect((finding.unit, finding.period, finding.value) == ("31000001", "2026-Q1", "0"))
        #expect(finding.record == "31000001|Q1|2026")
        #expect(finding.message(plan: desk.plan) == "Có đầu mối (Có) từ 15/12/2025, nhưng số lớp là 0. Hãy sửa.")
        #expect(result.files[0].outcome == .partial)
    }

    @Test func aQueryOfARuleCountsForTheOutcome() throws {
        let desk = try RuleDesk(require: "so_lop >= 1")
        #expect(try desk.read([header, row(classes: "0")]).files[0].outcome == .queries)
        #expect(try desk.read([header, row(classes: "1")]).files[0].outcome == .accepted)
    }

    @Test(
        arguments: [
            (.skip, .skip, []), (.counts, .skip, []), (.skip, .counts, ["2"]), (.counts, .counts, ["2", "3"]),
        ] as [(Rule.MissingValue, Rule.MissingValue, [String])]
    )
    func missingCellsMeanWhatTheRuleSays(
        when: Rule.MissingValue,
        require: Rule.MissingValue,
        lines: [String]
    ) throws {
        let desk = try RuleDesk(when: "dau_moi", require: "so_lop >= 1", missing: (when, require))
        let result = try desk.read([header, row(yes: "Có"), row(period: "Y")])
        #expect(result.broken.map { String($0.line) } == lines)
    }

    /// Pupils of the roster are those of the row's unit.
    @Test func theRosterIsJoined() throws {
        let desk = try RuleDesk(require: "so_lop <= so_hoc_sinh")
        let result = try desk.read([header, row(classes: "100"), row(unit: "31000002", classes: "100")])
        #expect(result.broken.map(\.unit) == ["31000002"])
    }

    @Test func levelsAndKindAreThoseThatTheRosterSettled() throws {
        let desk = try RuleDesk(
            when: "dau_moi",
            require: "has(cap_hoc, 'THCS') and loai_hinh = 'THCS'",
            field: "dau_moi"
        )
        let result = try desk.read([header, row(yes: "Có"), row(unit: "31000002", yes: "Có")])
        #expect(result.broken.map(\.unit) == ["31000002"])
    }

    @Test(arguments: [
        ("ngay_bao_cao >= period_end", ["2"]), ("period_due > ngay_bao_cao", ["3"]), ("ngay_bao_cao >= year_start", []),
        ("year_end >= ngay_bao_cao", []), ("period_start > ngay_bao_cao", ["2", "3"]),
    ])
    func daysOfThePeriodAndOfTheYearAreKnown(condition: String, lines: [String]) throws {
        let desk = try RuleDesk(require: condition, field: "ngay_bao_cao")
        let result = try desk.read([header, row(sent: "13/3/2026"), row(unit: "31000002", sent: "16/3/2026")])
        #expect(result.broken.map { String($0.line) } == lines)
    }

    /// Texts of a row, of its unit and of the plan are one and the same where they are spelt alike.
    @Test func textsCompareAcrossRecordAndRoster() throws {
        let desk = try RuleDesk(
            require: "kho_khan != ten_don_vi and so_van_ban != ma_don_vi and kho_khan != 'Không rõ'"
        )
        let result = try desk.read([
            header, row(number: "12", text: "thiếu người"), row(period: "Y", number: "12", text: "Trường 31000001"),
            row(unit: "31000002", number: "31000002", text: "thiếu"),
            row(unit: "31000002", period: "Y", number: "12", text: "Không rõ"),
        ])
        #expect(result.broken.map { String($0.line) } == ["3", "4", "5"])
    }

    @Test func setsAreReadInEveryBlockOfRows() throws {
        let desk = try RuleDesk(require: "has(chu_de, 'MT')", field: "chu_de")
        // More rows than one block holds, all of one key: what becomes of them is another matter.
        let rows = (0..<20_000).map { row(topics: $0 == 19_999 ? "TP" : "TP;MT") }
        let result = try desk.read([header] + rows)
        #expect(result.broken.map { String($0.line) } == ["20001"])
        #expect(result.broken.map(\.value) == ["Phòng, chống tội phạm"])
    }

    @Test func aFindingIsClosedWithItsRow() throws {
        let desk = try RuleDesk(require: "so_lop >= 1")
        let result = try desk.read(
            [header, row(sent: "13/3/2026", classes: "0")],
            [header, row(sent: "14/3/2026", classes: "3")]
        )
        #expect(result.broken.map(\.state) == [.closed])
        #expect(result.files[0].outcome == .accepted)
    }

    @Test func theSameRowAgainHasTheSameFinding() throws {
        let desk = try RuleDesk(require: "so_lop >= 1")
        let result = try desk.read([header, row(classes: "0")], [header, row(unit: "31000002"), row(classes: "0")])
        #expect(result.broken.map(\.state) == [.open, .open])
        #expect(Set(result.broken.map(\.id)).count == 1)
    }

    @Test func theIdChangesWithTheValuesThatTheRuleLookedAt() throws {
        let desk = try RuleDesk(require: "so_lop >= 5 or dau_moi", missing: (.skip, .counts))
        func id(_ row: String) throws -> String? { try desk.read([header, row]).broken.first?.id }
        let first = try id(row(yes: "Không", classes: "1"))
        #expect(first != nil)
        #expect(try id(row(yes: "Không", classes: "1", text: "không liên quan")) == first)
        #expect(try id(row(yes: "Không", classes: "2")) != first)
        // What it looked at beside the cell in whose column it stands.
        #expect(try id(row(yes: "", classes: "1")) != first)
        #expect(try id(row(unit: "31000002", yes: "Không", classes: "1")) != first)
    }

    // MARK: - Chưa kiểm tra

    @Test func aCellThatCannotBeReadNamesTheRuleInstead() throws {
        let desk = try RuleDesk(when: "dau_moi", require: "present(so_lop)")
        let result = try desk.read([header, row(yes: "Có", classes: "khoảng 20"), row(period: "Y", yes: "Có")])
        #expect(result.broken.map { String($0.line) } == ["3"])
        let unread = try #require(result.findings.first { $0.code == .C2 })
        #expect(unread.unchecked == ["V1"])
        #expect(unread.message(plan: desk.plan).hasSuffix(" Chưa kiểm tra: V1."))
    }

    @Test func aCellThatNoRuleReadsNamesNone() throws {
        let desk = try RuleDesk(require: "so_lop >= 1")
        let result = try desk.read([header, row(yes: "Đã", classes: "1")])
        #expect(result.findings.map(\.codeName) == ["C4"])
        #expect(result.findings.allSatisfy { $0.unchecked.isEmpty })
    }

    @Test func aMissingColumnNamesTheRuleOnce() throws {
        let desk = try RuleDesk(when: "dau_moi", require: "present(so_lop)")
        let result = try desk.read([
            "ma_don_vi,ky_bao_cao,nam,ngay_bao_cao,dau_moi,ke_hoach", "31000001,Q1,2026,13/3/2026,Có,",
        ])
        #expect(result.broken.isEmpty)
        #expect(result.findings.filter { !$0.unchecked.isEmpty }.map(\.arguments) == [["Số lớp"]])
    }

    @Test func aRosterThatKnowsNothingBreaksNoRule() throws {
        let desk = try RuleDesk(require: "so_lop <= so_hoc_sinh and has(cap_hoc, 'THCS') and loai_hinh = 'THCS'")
        let nobody = Roster(unitsMissedBy: [FileReading.missing(unit: "31000001", plan: desk.plan)], plan: desk.plan)
        #expect(try desk.read([header, row(classes: "1")], roster: nobody).broken.isEmpty)
    }
}
