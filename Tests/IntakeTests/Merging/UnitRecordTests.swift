import Intake
import Plan
import Records
import Testing

/// In a bundle each unit's rows have an outcome of their own (spec 2, "Severity, quarantine, outcome").
@Suite struct UnitRecordTests {
    private static let second = "31000002"
    private static let third = "31000003"

    /// One commune's bundle: rows as `unit period category this/last`.
    private func bundle(_ path: String, _ rows: String...) -> (path: String, text: String) {
        let lines = rows.map { row in
            let cells = row.split(separator: " ").map(String.init)
            let counts = cells[3].split(separator: "/")
            return "\(cells[0]),\(cells[1]),2026,\(cells[2]),\(counts[0]),0,\(counts[1]),0"
        }
        let header = "ma_don_vi,ky_bao_cao,nam,loai,so_vu,so_hs,so_vu_nam_truoc,so_hs_nam_truoc"
        return (path, ([header] + lines).joined(separator: "\n") + "\n")
    }

    private func record(_ outcome: Outcome, _ unit: String, _ path: String) -> UnitRecord? {
        outcome.result.unitRecords[unit]?.first { outcome.result.files[$0.file].file.path == path }
    }

    @Test func eachUnitOfABundleHasItsOwnOutcome() throws {
        var office = try Office()
        let outcome = try office.night(
            "20/3",
            bundle(
                "xa.csv",
                "31000001 Q1 BLHD 3/5",
                "31000002 Q1 BLHD 3/5",
                "31000002 Q1 MT ba/5",
                "31000003 Q9 BLHD 3/5"
            )
        )
        #expect(outcome.result.files.map(\.outcome) == [.partial])
        #expect(record(outcome, Office.school, "xa.csv")?.outcome == .accepted)
        #expect(record(outcome, Self.second, "xa.csv")?.outcome == .partial)
        let refused = try #require(record(outcome, Self.third, "xa.csv"))
        #expect(refused.outcome == .rejected)
        #expect(refused.rows.read == 1 && refused.rows.leftOut == 1)
        #expect(refused.newestReceipt == nil)
    }

    @Test func aQueryOfOneUnitIsNobodyElses() throws {
        var office = try Office()
        let outcome = try office.night(
            "20/3",
            bundle("xa.csv", "31000001 Q1 BLHD 3/5", "31000001 Q1 BLHD 4/5", "31000002 Q1 BLHD 3/5")
        )
        #expect(record(outcome, Office.school, "xa.csv")?.outcome == .queries)
        #expect(record(outcome, Self.second, "xa.csv")?.outcome == .accepted)
    }

    /// The rows of a bundle's units add up to the file's, but for rows of nobody.
    @Test func theBalanceOfEveryUnitHolds() throws {
        var office = try Office()
        _ = try office.night("20/3", bundle("a.csv", "31000001 Q1 BLHD 3/5", "31000002 Q1 BLHD 3/5"))
        let outcome = try office.night(
            "21/3",
            bundle(
                "b.csv",
                "31000001 Q1 BLHD 3/5",
                "31000001 H1 BLHD 5/5",
                "31000002 Q1 BLHD 4/5",
                "31000002 Q9 BLHD 4/5",
                "99999999 Q1 BLHD 4/5"
            )
        )
        let school = try #require(outcome.result.unitRecords[Office.school])
        #expect(school.map(\.file) == [0, 1])
        #expect(school.map(\.rows.merged) == [1, 0] && school.map(\.rows.counted) == [0, 2])
        let second = try #require(outcome.result.unitRecords[Self.second])
        #expect(second.map(\.rows.superseded) == [1, 0])
        #expect(second.map(\.rows.counted) == [0, 1] && second.map(\.rows.leftOut) == [0, 1])
        var total = RowBalance()
        for record in outcome.result.unitRecords.values.joined() {
            #expect(record.rows.holds)
            total += record.rows
        }
        #expect(total.read == outcome.result.balance.read - 1)
        #expect(total.counted == outcome.result.balance.counted)
    }

    @Test func aRecordSaysWhenTheRowsCame() throws {
        var office = try Office()
        _ = try office.night("20/3", bundle("a.csv", "31000001 Q1 BLHD 3/5", "31000002 Q1 BLHD 3/5"))
        // Of the first unit nothing new comes: the bundle's rows keep their old receipt.
        let outcome = try office.night("25/3", bundle("b.csv", "31000001 Q1 BLHD 3/5", "31000002 Q1 BLHD 4/5"))
        #expect(record(outcome, Office.school, "b.csv")?.newestReceipt == day("20/3"))
        #expect(record(outcome, Self.second, "b.csv")?.newestReceipt == day("25/3"))
    }

    /// H1 is about every unit's rows, and the school that sent the file answers it.
    @Test func aFileOfOneUnitHasTheFilesOutcome() throws {
        var office = try Office()
        let header = "ma_don_vi,ky_bao_cao,nam,loai,so_vu,so_vu_nam_truoc\n"
        let outcome = try office.night(
            "20/3",
            ("a.csv", header + "31000001,Q1,2026,BLHD,1,2\n"),
            ("xa.csv", header + "31000001,Q1,2026,MT,1,2\n31000002,Q1,2026,MT,1,2\n")
        )
        #expect(outcome.result.files.map(\.outcome) == [.queries, .queries])
        #expect(record(outcome, Office.school, "a.csv")?.outcome == .queries)
        #expect(record(outcome, Office.school, "xa.csv")?.outcome == .accepted)
    }

    @Test func aSupersededRowsErrorIsInNoOutcome() throws {
        var office = try Office()
        _ = try office.night("20/3", bundle("a.csv", "31000001 Q1 BLHD ba/5", "31000002 Q1 BLHD 3/5"))
        let outcome = try office.night("21/3", bundle("b.csv", "31000001 Q1 BLHD 3/5", "31000002 Q1 BLHD 3/5"))
        #expect(record(outcome, Office.school, "a.csv")?.outcome == .accepted)
    }

    @Test func aFileSetAsideAndAFeedbackWorkbookAreTheUnitsToo() throws {
        var office = try Office()
        office.decisions = [settingAside("xa.csv")]
        office.workbooks = [("b.xlsx", try FeedbackBook(answers: [("0123", "Mã lạ")]).bytes())]
        let outcome = try office.night("20/3", bundle("xa.csv", "31000001 Q1 BLHD 3/5", "31000002 Q1 BLHD 3/5"))
        #expect(record(outcome, Self.second, "xa.csv")?.outcome == .noData)
        #expect(record(outcome, Self.second, "xa.csv")?.rows.leftOut == 1)
        // Its answer matches nothing (O3).
        #expect(record(outcome, Office.school, "b.xlsx")?.outcome == .queries)
    }

    /// The office's own tasks are of its sections, which are no units.
    @Test func theOfficesTasksAreNoUnitsRows() throws {
        var office = try Office()
        let outcome = try office.night(
            "20/3",
            (
                "nhiem-vu.csv",
                """
                don_vi_thuc_hien,nhiem_vu,ky_bao_cao,nam,trang_thai,ngay,so_van_ban,ghi_chu
                van-phong,Hướng dẫn,Q1,2026,Đã thực hiện,1/3/2026,,

                """
            )
        )
        #expect(outcome.result.balance.read == 1)
        #expect(outcome.result.unitRecords.isEmpty)
    }
}
