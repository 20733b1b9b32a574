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
        var report = RunReport(
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
                            title: "Quán triệt, phổ biến kế hoạch năm học mới",
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
        report.changes = .periods([changes])
        return report
    }

    private var changes: PeriodChanges {
        var changes = PeriodChanges(id: "2026-Q1")
        changes.reported = [PeriodChanges.Unit(code: "31303702", name: "Tiểu học Lê Lợi")]
        changes.figures = [
            PeriodChanges.FigureChange(
                indicator: "CT1",
                before: PeriodChanges.Figure(denominator: 2_012, numerator: 1_961, result: .notMet),
                now: PeriodChanges.Figure(denominator: 2_012, numerator: 1_962, result: .notMet)
            ),
            PeriodChanges.FigureChange(
                indicator: "CT9",
                before: PeriodChanges.Figure(denominator: 467, numerator: 470, result: .notMet),
                now: PeriodChanges.Figure(denominator: 467, numerator: 351, result: .met)
            ),
        ]
        changes.otherFigures = 7
        return changes
    }

    @Test func readsWellAsAMail() throws {
        let expected = """
            Kết quả tổng hợp, tính đến ngày 10/3/2026

            Cần chú ý
              Tệp trong bộ số liệu đã bị sửa sau khi công bố, nay được ghi lại: 1
                2026-H1/figures.csv
              Tệp của lần trước nay không còn trong hộp thư: 2
                a.csv
                b.csv

            2026-Q1  Báo cáo quý I (15/12/2025 - 14/3/2026, hạn: trước 16/3/2026)
              Đơn vị: phải báo cáo 2.012, đã báo cáo 1.962 (97,5%), đúng hạn 1.962, chậm 0,
                      chưa đến hạn 50
              CT1  Quán triệt, phổ biến kế hoạch năm  1.962/2.012  97,5%  Chưa đạt, thiếu 50
                   học mới
              CT4  Hai đợt                                    1/8  12,5%  Đang thực hiện
              CT8  Xử lý kịp thời                             0/0      -  Không có vụ việc
              CT9  Giảm vi phạm                           351/467  75,2%  Đạt, giảm 116

            Thay đổi so với lần chạy trước
              2026-Q1
                Đơn vị mới báo cáo: 1
                  31303702  Tiểu học Lê Lợi
                Chỉ tiêu toàn thành phố: 2
                  CT1  1.961/2.012 (97,5%)  ->  1.962/2.012 (97,5%)
                  CT9       470 so với 467  ->       351 so với 467  chưa đạt -> đạt
                Số liệu khác (xã, phường, loại hình, phòng chuyên môn): 7

            Tệp nhận: 3.723 (chấp nhận 3.721; chấp nhận một phần 2)
            Dòng: đọc 13.203 = tính 8.756 + trùng 4.440 + đã thay thế 5 + không tính 2
            Phát hiện: 2 lỗi, 96 cần giải trình, 2.013 thông tin
            Giữ nguyên từ lần trước: 2026-H1

            Bộ số liệu: /srv/out/hien-hanh
              2026-Q1/tong-hop-2026-Q1.xlsx, noi-bo-2026-Q1.xlsx
            Nhật ký: /srv/out/nhat-ky/2026-03-10-b23f61074bb2-1.txt
            Ai thiếu, ai chậm: tonghop status --out /srv/out
            Lần chạy b23f61074bb2, tonghop 0.1.0, plan-2026.xml

            """
        #expect(runSummary(try report()) == expected)
    }

    @Test func whatCouldNotBeReadIsNamed() throws {
        var report = try report()
        report.unreadInputs = ["90001: không có quyền đọc"]
        #expect(
            runSummary(report).contains("  Không đọc được trong hộp thư (F6): 1\n    90001: không có quyền đọc\n")
        )
    }

    @Test func longListsEndWithTheNumberOfTheRest() throws {
        var report = try report()
        report.goneInputs = (1...13).map { "\($0).csv" }
        #expect(runSummary(report).contains("    10.csv\n    ... và 3 tệp khác\n"))
    }

    @Test func saysWhatChangedSinceTheLastRun() throws {
        var report = try report()
        func says(_ words: String, _ changes: SetChanges?) -> Bool {
            report.changes = changes
            return runSummary(report).contains(words)
        }
        #expect(says("\nLần chạy đầu tiên: chưa có gì để so với lần trước.\n", .firstRun))
        let none = PeriodChanges(id: "2026-Q1")
        #expect(says("\nKhông có gì thay đổi so với lần chạy trước.\n", .periods([none])))
        #expect(
            says(
                "\n  2026-Q1: không có gì thay đổi.\n",
                .periods([none, PeriodChanges(id: "2026-H1", comparison: .newPeriod)])
            )
        )
        #expect(
            says(
                "\n  2026-H1: kỳ này lần đầu được tổng hợp.\n",
                .periods([PeriodChanges(id: "2026-H1", comparison: .newPeriod)])
            )
        )
        let unreadable = PeriodChanges(id: "2026-Q1", comparison: .unreadable(path: "2026-Q1/facts.csv"))
        #expect(says("2026-Q1/facts.csv đã bị sửa", .periods([unreadable])))
        var many = none
        many.lost = (1...12).map { PeriodChanges.Unit(code: "\($0)", name: "") }
        #expect(says("    Đơn vị bớt khỏi danh mục: 12\n      1\n", .periods([many])))
        #expect(says("      10\n      ... và 2 đơn vị khác\n", .periods([many])))
    }

    @Test func noLineIsLongerThanAMailsButForPaths() throws {
        var report = try report()
        report.warnings = [String(repeating: "cảnh báo rất dài ", count: 20)]
        report.files = Dictionary(uniqueKeysWithValues: FileOutcome.allCases.map { ($0, 1_000_000) })
        for line in runSummary(report).split(separator: "\n") where !line.contains("/srv/out") {
            #expect(line.count <= 80, "\(line)")
        }
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
