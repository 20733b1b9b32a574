import Figures
import Intake
import Plan
import SystemPackage
import Testing

@testable import Batch

@Suite struct RunSummaryTests {
    private func day(_ iso: String) throws -> CalendarDate {
        try #require(CalendarDate(iso: iso))
    }

    private func report() throws -> RunReport {
        var rows = RowBalance()
        (rows.read, rows.counted, rows.merged, rows.superseded, rows.leftOut) = (13_203, 8_756, 4_440, 5, 2)
        return RunReport(
            outcome: .published,
            run: RunID(text: "b23f61074bb24fd7"),
            version: "0.1.0",
            asOf: try day("2026-03-10"),
            plan: "plan-2026.xml",
            periods: [
                PeriodSummary(
                    id: "2026-Q1",
                    name: "Báo cáo quý I",
                    start: try day("2025-12-15"),
                    end: try day("2026-03-14"),
                    due: try day("2026-03-16"),
                    expected: 2_012,
                    reported: 1_962,
                    onTime: 1_962,
                    missing: 0,
                    notYetDue: 50,
                    indicators: [
                        PeriodSummary.Indicator(
                            id: "CT1",
                            title: "Quán triệt",
                            kind: .units,
                            denominator: 2_012,
                            numerator: 1_962,
                            result: .notMet
                        ),
                        PeriodSummary.Indicator(
                            id: "CT4",
                            title: "Hai đợt",
                            kind: .units,
                            denominator: 8,
                            numerator: 1,
                            result: .inProgress
                        ),
                        PeriodSummary.Indicator(
                            id: "CT8",
                            title: "Xử lý kịp thời",
                            kind: .events,
                            denominator: 0,
                            numerator: 0,
                            result: .none
                        ),
                        PeriodSummary.Indicator(
                            id: "CT9",
                            title: "Giảm vi phạm",
                            kind: .change,
                            denominator: 467,
                            numerator: 351,
                            result: .met
                        ),
                    ]
                )
            ],
            carriedOver: ["2026-H1"],
            tamperedOutputs: ["2026-H1/figures.csv"],
            goneInputs: ["a.csv", "b.csv"],
            files: [.accepted: 3_721, .partial: 2],
            rows: rows,
            findings: FindingCounts(error: 2, query: 96, information: 2_013),
            set: FilePath("/srv/out/hien-hanh"),
            log: FilePath("/srv/out/nhat-ky/2026-03-10-b23f61074bb2-1.txt")
        )
    }

    @Test func readsWellAsAMail() throws {
        let expected = """
            Kết quả tổng hợp, tính đến ngày 10/3/2026

            2026-Q1  Báo cáo quý I (15/12/2025 - 14/3/2026, hạn: trước 16/3/2026)
              Đơn vị: phải báo cáo 2.012, đã báo cáo 1.962 (97,5%), đúng hạn 1.962, chậm 0, chưa đến hạn 50
              CT1  Quán triệt         1.962/2.012  97,5%  Chưa đạt, còn thiếu 50 đơn vị
              CT4  Hai đợt                    1/8  12,5%  Đang thực hiện, còn 7 đơn vị
              CT8  Xử lý kịp thời             0/0      -  Không có vụ việc
              CT9  Giảm vi phạm    351 so với 467  75,2%  Đạt

            Tệp nhận: 3.723 (chấp nhận 3.721; chấp nhận một phần 2)
            Dòng số liệu: đọc 13.203 = tính 8.756 + trùng 4.440 + đã thay thế 5 + không tính 2
            Phát hiện: 2 lỗi, 96 cần giải trình, 2.013 thông tin
            Giữ nguyên từ lần trước: 2026-H1
            Tệp của lần trước nay không còn trong thư mục nhận: 2
              a.csv
              b.csv
            Tệp trong bộ số liệu đã bị sửa sau khi phát hành: 1
              2026-H1/figures.csv

            Bộ số liệu: /srv/out/hien-hanh
              2026-Q1/tong-hop-2026-Q1.xlsx, noi-bo-2026-Q1.xlsx
            Nhật ký: /srv/out/nhat-ky/2026-03-10-b23f61074bb2-1.txt
            Lần chạy b23f61074bb2, tonghop 0.1.0, plan-2026.xml

            """
        #expect(runSummary(try report()) == expected)
    }

    @Test func longListsEndWithTheNumberOfTheRest() throws {
        var report = try report()
        report.goneInputs = (1...13).map { "\($0).csv" }
        #expect(runSummary(report).contains("  10.csv\n  ... và 3 tệp khác\n"))
    }

    @Test func saysWhyThereIsNothingToDo() throws {
        var report = try report()
        report.outcome = .nothingToDo
        #expect(runSummary(report).hasPrefix("Không có kỳ báo cáo nào cần tổng hợp tính đến ngày 10/3/2026"))
    }

    @Test(arguments: [(0, "0"), (999, "999"), (1_234, "1.234"), (1_234_567, "1.234.567"), (-1_000, "-1.000")])
    func numbersAreGroupedWithDots(number: Int, text: String) {
        #expect(vietnamese(number) == text)
    }

    @Test(arguments: [
        (1, 3, "33,3%"), (2, 3, "66,7%"), (1, 2_000, "0,1%"), (1, 1, "100%"), (3, 2, "150%"), (1, 0, "-"),
    ])
    func ratesHaveOneDecimalHalfAwayFromZero(part: Int, whole: Int, text: String) {
        #expect(vietnamesePercent(part, of: whole) == text)
    }
}
