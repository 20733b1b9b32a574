import Records
import Testing

@testable import Intake

@Suite("Dates with their month first")
struct SwappedDateTests {
    private func read(_ rows: String...) throws -> FileReading {
        let reading = try ReadingDesk().read(
            "ma_don_vi,ngay,chu_de,so_hs,ngay_gui,ghi_chu\n" + rows.joined(separator: "\n")
        )
        #expect(reading.balances)
        return reading
    }

    @Test func ambiguousDatesAreDayFirstWithoutAnyProof() throws {
        let reading = try read("31000001,3/4/2026,MT,1,,", "31000001,15/4/2026,MT,1,,")
        #expect(reading.findings.isEmpty)
        #expect(try ReadingDesk().values("ngay", reading) == ["2026-04-03", "2026-04-15"])
    }

    @Test func proofForMonthFirstAloneMakesAmbiguousDatesErrors() throws {
        let reading = try read("31000001,3/4/2026,MT,1,,", "31000001,3/14/2026,MT,1,,", "31000001,5/5/2026,MT,1,,")
        #expect(
            reading.told == [
                "C3 line 2: 3/4/2026 | Ngày; kiểu tháng/ngày", "C16 line 2: 3/4/2026 | Ngày",
                "C3 line 3: 3/14/2026 | Ngày; kiểu tháng/ngày", "C16 line 3: 3/14/2026 | Ngày",
            ]
        )
        #expect(reading.rowsLeftOut == 2)
    }

    @Test func bothKindsOfProofAreAQueryForEachAmbiguousDate() throws {
        let reading = try read("31000001,3/4/2026,MT,1,,", "31000001,3/14/2026,MT,1,,", "31000001,14/3/2026,MT,1,,")
        #expect(
            reading.told == [
                "C12 line 2: 3/4/2026 | Ngày; 3/4/2026", "C3 line 3: 3/14/2026 | Ngày; kiểu tháng/ngày",
                "C16 line 3: 3/14/2026 | Ngày",
            ]
        )
        #expect(try ReadingDesk().values("ngay", reading) == ["2026-04-03", "2026-03-14"])
    }

    @Test func proofIsOfOneUnitAndOneColumn() throws {
        let reading = try read(
            "31000001,3/14/2026,MT,1,3/4/2026,",
            "31000002,3/4/2026,MT,1,3/4/2026,",
            "31000001,1/1/2026,MT,1,3/4/2026,"
        )
        #expect(reading.codes == ["C3", "C16"])
        #expect(reading.table?.count == 2)
    }

    @Test func aRowThatIsLeftOutProvesAllTheSame() throws {
        let reading = try read("31000001,14/3/2026,,1,3/14/2026,", "31000001,15/3/2026,MT,1,3/4/2026,")
        #expect(reading.codes == ["C16", "C3", "C3"])
        #expect(try ReadingDesk().values("ngay_gui", reading) == [""])
    }
}
