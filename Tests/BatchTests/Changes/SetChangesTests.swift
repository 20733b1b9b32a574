import Figures
import Intake
import Plan
import SystemPackage
import Testing

@testable import Batch

@Suite("What changed since the last run")
struct SetChangesTests {
    private let folder: StatusFolder

    init() throws {
        folder = try StatusFolder()
    }

    private static let facts = """
        period,unit,commune,kind,expected,reported,on_time,so_vu,ngay
        2026-Q1,A1,X1,MN,true,true,true,1,
        2026-Q1,A2,X1,TH,true,true,false,2,
        2026-Q1,A3,X1,TH,true,false,false,,
        2026-Q1,B1,X2,TH,true,true,true,4,

        """
    private static let figures = """
        period,group,group_id,indicator,denominator,numerator,reported_denominator,rate,rate_reported,result
        2026-Q1,city,all,CT1,4,3,3,0.750000,1.000000,not_met
        2026-Q1,city,all,CT2,4,4,3,1.000000,1.000000,met
        2026-Q1,commune,X1,CT1,3,2,2,0.666667,1.000000,not_met
        2026-Q1,commune,X2,CT1,1,1,1,1.000000,1.000000,met

        """
    private static let units = """
        period,unit,name,commune,commune_name,department
        2026-Q1,A1,Sóng,X1,Xã Một,mam-non
        2026-Q1,A2,"Đá, hai",X1,Xã Một,tieu-hoc
        2026-Q1,A3,Gió,X1,Xã Một,tieu-hoc
        2026-Q1,B1,Mây,X2,Phường Hai,tieu-hoc

        """

    private func key(_ unit: String, _ hash: String, period: String = "2026-Q1") -> SubmissionKey {
        SubmissionKey(dataSet: period.isEmpty ? "tuyen-truyen" : "bao-cao", unit: unit, period: period, hash: hash)
    }

    private func receipts(_ keys: [SubmissionKey]) -> [(key: SubmissionKey, receipt: Receipt)] {
        keys.map { ($0, Receipt(date: CalendarDate(days: 20_000), isExact: true)) }
    }

    /// Publishes the plain set, and compares it with one that has other files.
    private func changes(
        facts: String = facts,
        figures: String = figures,
        units: String = units,
        sent: [SubmissionKey] = [],
        between: () throws -> Void = {}
    ) throws -> PeriodChanges {
        let known = [key("A1", "1"), key("A2", "1"), key("B1", "1")]
        try folder.publish([
            "2026-Q1/facts.csv": Self.facts, "2026-Q1/figures.csv": Self.figures, "2026-Q1/units.csv": Self.units,
            "receipts.csv": String(decoding: receiptsCSV(receipts(known)), as: UTF8.self),
        ])
        try between()
        let staging = try staged(facts: facts, figures: figures, units: units)
        let all = try SetChanges(
            from: try PublishedSet(folder.out),
            to: staging,
            periods: ["2026-Q1"],
            submissions: receipts(known + sent)
        )
        guard case .periods(let periods) = all else { throw ChangedFile(path: "first run") }
        return try #require(periods.first)
    }

    private func staged(facts: String, figures: String, units: String, period: String = "2026-Q1") throws -> Staging {
        let staging = try Staging(fresh: folder.out)
        for (name, text) in [("facts.csv", facts), ("figures.csv", figures), ("units.csv", units)] {
            try staging.write(Array(text.utf8), to: "\(period)/\(name)")
        }
        return staging
    }

    @Test("nothing, where the files are the same, though somebody sent the same rows again")
    func nothing() throws {
        #expect(try changes().isNone)
    }

    @Test("a unit that reported stands once, by name")
    func reported() throws {
        let facts = Self.facts.replacing("A3,X1,TH,true,false,false,,", with: "A3,X1,TH,true,true,true,0,")
        let changes = try changes(facts: facts, sent: [key("A3", "9")])
        #expect(changes.reported == [PeriodChanges.Unit(code: "A3", name: "Gió")])
        #expect(changes.corrected.isEmpty && changes.altered.isEmpty && changes.withdrawn.isEmpty)
    }

    @Test("a correction needs something sent; facts that change without are told apart")
    func corrected() throws {
        let facts = Self.facts.replacing("false,2,", with: "false,5,").replacing("true,4,", with: "true,6,")
        let changes = try changes(facts: facts, sent: [key("A2", "9"), key("A1", "9", period: "2026-H1")])
        #expect(changes.corrected == [PeriodChanges.Unit(code: "A2", name: "Đá, hai")])
        #expect(changes.altered.map(\.code) == ["B1"])
        #expect(changes.reported.isEmpty)
    }

    @Test("rows without a period are of the periods whose facts they changed")
    func undated() throws {
        let facts = Self.facts.replacing("false,2,", with: "false,5,")
        let changes = try changes(facts: facts, sent: [key("A2", "9", period: ""), key("B1", "9", period: "")])
        #expect(changes.corrected.map(\.code) == ["A2"])
    }

    @Test("a unit whose report is gone")
    func withdrawn() throws {
        let facts = Self.facts.replacing("B1,X2,TH,true,true,true,4,", with: "B1,X2,TH,true,false,false,,")
        #expect(try changes(facts: facts).withdrawn.map(\.code) == ["B1"])
    }

    @Test("units gained and lost, with the name that each set gives")
    func roster() throws {
        let changes = try changes(
            facts: Self.facts.replacing("2026-Q1,B1,X2", with: "2026-Q1,C1,X2"),
            units: Self.units.replacing("2026-Q1,B1,Mây", with: "2026-Q1,C1,Nắng")
        )
        #expect(changes.gained == [PeriodChanges.Unit(code: "C1", name: "Nắng")])
        #expect(changes.lost == [PeriodChanges.Unit(code: "B1", name: "Mây")])
        #expect(changes.reported.map(\.code) == ["C1"])
    }

    @Test("the city's figures stand one by one, those of groups are counted")
    func figures() throws {
        let figures = Self.figures.replacing(
            "all,CT1,4,3,3,0.750000,1.000000,not_met",
            with: "all,CT1,4,4,4,1.000000,1.000000,met"
        )
        .replacing("X1,CT1,3,2,2,0.666667,1.000000,not_met", with: "X1,CT1,3,3,3,1.000000,1.000000,met")
        .replacing("2026-Q1,commune,X2,CT1,1,1,1,1.000000,1.000000,met\n", with: "")
        let changes = try changes(figures: figures)
        #expect(
            changes.figures == [
                PeriodChanges.FigureChange(
                    indicator: "CT1",
                    before: PeriodChanges.Figure(denominator: 4, numerator: 3, result: .notMet),
                    now: PeriodChanges.Figure(denominator: 4, numerator: 4, result: .met)
                )
            ]
        )
        #expect(changes.otherFigures == 2)
    }

    @Test("after an edit of the plan the facts that both sets know are compared")
    func editedPlan() throws {
        let facts = Self.facts.replacing("so_vu,ngay", with: "moi,so_vu").replacing(",1,\n", with: ",7,1\n")
            .replacing(",2,\n", with: ",7,2\n").replacing("false,,\n", with: "false,7,\n")
            .replacing(",4,\n", with: ",7,5\n")
        #expect(try changes(facts: facts).altered.map(\.code) == ["B1"])
    }

    @Test(
        "a published file that was changed is named, and nothing is compared",
        arguments: ["facts.csv", "figures.csv", "units.csv"]
    )
    func tampered(name: String) throws {
        let changes = try changes(between: { try folder.folder.write("x", to: "out/hien-hanh/2026-Q1/\(name)") })
        #expect(changes == PeriodChanges(id: "2026-Q1", comparison: .unreadable(path: "2026-Q1/\(name)")))
    }

    @Test("receipts that were changed tell no corrections")
    func tamperedReceipts() throws {
        let facts = Self.facts.replacing("false,2,", with: "false,5,")
        let changes = try changes(facts: facts, sent: [key("A2", "9")]) {
            try folder.folder.write("x", to: "out/hien-hanh/receipts.csv")
        }
        #expect(changes.altered.map(\.code) == ["A2"] && changes.corrected.isEmpty)
    }

    @Test("the first run, and a period that is new in the set")
    func first() throws {
        let staging = try staged(facts: Self.facts, figures: Self.figures, units: Self.units)
        #expect(try SetChanges(from: nil, to: staging, periods: ["2026-Q1"], submissions: []) == .firstRun)
        try folder.publish()
        let next = try staged(facts: Self.facts, figures: Self.figures, units: Self.units, period: "2026-H1")
        #expect(
            try SetChanges(from: try PublishedSet(folder.out), to: next, periods: ["2026-H1"], submissions: [])
                == .periods([PeriodChanges(id: "2026-H1", comparison: .newPeriod)])
        )
    }
}

@Suite("What a run says of changes")
struct RunChangesTests {
    private static let roster = """
        ma_don_vi,ten_don_vi,loai_hinh,cap_hoc,ma_xa,ten_xa,cong_lap,so_hoc_sinh,so_cbgvnv
        A1,Mầm non Sóng,MN,,X1,Xã Một,Có,100,10
        A2,Tiểu học Gió,TH,,X1,Xã Một,Có,100,10

        """

    @Test("from run to run, in the summary and in nhat-ky")
    func fromRunToRun() throws {
        let office = try Office(files: [
            "don-vi.csv": Self.roster,
            "inbox/a.csv": "ma_don_vi,ky_bao_cao,nam,ngay_bao_cao,quan_triet\nA1,Q1,2026,10/3/2026,Có\n",
        ])
        try office.run("2026-03-20", periods: ["2026-Q1"])
        #expect(office.report?.changes == .firstRun)
        try office.run("2026-03-21", periods: ["2026-Q1"])
        #expect(office.report?.changes == .periods([PeriodChanges(id: "2026-Q1")]))
        try office.write(
            "ma_don_vi,ky_bao_cao,nam,ngay_bao_cao,quan_triet\nA1,Q1,2026,21/3/2026,Không\nA2,Q1,2026,21/3/2026,Có\n",
            to: "inbox/b.csv"
        )
        try office.write(Self.roster + "B1,Tiểu học Mây,TH,,X2,Phường Hai,Có,100,10\n", to: "don-vi.csv")
        try office.run("2026-03-22", periods: ["2026-Q1", "2026-H1"])
        let report = try #require(office.report)
        guard case .periods(let periods) = report.changes, let changes = periods.first else {
            Issue.record("\(String(describing: report.changes))")
            return
        }
        #expect(changes.reported == [PeriodChanges.Unit(code: "A2", name: "Tiểu học Gió")])
        #expect(changes.corrected == [PeriodChanges.Unit(code: "A1", name: "Mầm non Sóng")])
        #expect(changes.gained.map(\.code) == ["B1"] && changes.lost.isEmpty)
        #expect(!changes.figures.isEmpty && changes.otherFigures > 0)
        #expect(periods.last == PeriodChanges(id: "2026-H1", comparison: .newPeriod))
        let log = try #require(report.log)
        let text = String(decoding: try SystemCalls.read(log), as: UTF8.self)
        #expect(text.contains("    Đơn vị mới báo cáo: 1\n      A2  Tiểu học Gió\n"))
        #expect(report.setPeriods.map(\.id) == ["2026-Q1", "2026-H1"])
    }
}
