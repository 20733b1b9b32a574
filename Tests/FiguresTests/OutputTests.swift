import Figures
import Plan
import Records
import Testing

@Suite("CSV outputs")
struct OutputTests {
    private var city: SmallCity {
        var city = SmallCity([.init("=A,1", "THCS"), .init("A2", "MN", commune: "X2", closed: "2026-03-01")])
        city.report(
            "=A,1",
            "Q1",
            sent: "2026-03-10",
            rating: "K",
            number: "+12 \"a\"\nb",
            date: "2026-01-05",
            score: "7.5"
        )
        city.add(SmallPlan.sessions, ["=A,1", "2026-01-05", "TP;MT", "true", "", "3"])
        city.add(
            SmallPlan.incidents,
            ["A2", "V1", "2026-01-05", "BLHD", "true"],
            ["A2", "V2", "2026-01-05", "", "false"],
            ["=A,1", "V1", "2026-01-05", "BLHD", "true"]
        )
        city.add(SmallPlan.violations, ["=A,1", "Q1", "2026", "MT", "12", "7"])
        return city
    }

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test func figuresAreSortedByTheirKeyWithRatesOfSixDecimals() throws {
        let city = city
        let csv = text(figuresCSV(of: try city.figures(SmallPlan.q1), plan: city.plan, roster: city.roster))
        let lines = csv.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(
            lines.prefix(13) == [
                "period,group,group_id,indicator,denominator,numerator,reported_denominator,rate,rate_reported,result",
                "2026-Q1,category,BLHD,E,2,2,1,1.000000,1.000000,met",
                "2026-Q1,category,BLHD,G,0,0,0,,,none",
                "2026-Q1,category,KHAC,E,1,0,0,0.000000,,not_met",
                "2026-Q1,category,KHAC,G,0,0,0,,,none",
                "2026-Q1,category,MT,E,0,0,0,,,none",
                "2026-Q1,category,MT,G,7,12,7,1.714286,1.714286,not_met",
                "2026-Q1,city,all,A,1,1,1,1.000000,1.000000,met",
                "2026-Q1,city,all,B,1,0,1,0.000000,0.000000,in_progress",
                "2026-Q1,city,all,C,1,1,1,1.000000,1.000000,met",
                "2026-Q1,city,all,E,3,2,1,0.666667,1.000000,not_met",
                "2026-Q1,city,all,G,7,12,7,1.714286,1.714286,not_met",
                "2026-Q1,commune,X1,A,1,1,1,1.000000,1.000000,met",
            ]
        )
        #expect(lines.contains("2026-Q1,department,mam-non,A,0,0,0,,,none"))
        #expect(lines.contains("2026-Q1,kind,THCS,C,1,1,1,1.000000,1.000000,met"))
        #expect(lines.last == "")
        #expect(lines.count == 1 + 6 + 5 * 7 + 1)
        #expect(!csv.contains("\r"))
    }

    @Test func assessmentsAreSortedByUnitWithIndicatorsInThePlansOrder() throws {
        let city = city
        let csv = text(assessmentsCSV(of: try city.figures(SmallPlan.q1), plan: city.plan, roster: city.roster))
        #expect(
            csv == """
                period,unit,indicator,assessment
                2026-Q1,"=A,1",A,met
                2026-Q1,"=A,1",B,in_progress
                2026-Q1,"=A,1",C,met
                2026-Q1,"=A,1",E,met
                2026-Q1,"=A,1",G,not_met
                2026-Q1,A2,A,not_applicable
                2026-Q1,A2,B,not_applicable
                2026-Q1,A2,C,not_applicable
                2026-Q1,A2,E,not_met
                2026-Q1,A2,G,not_reported

                """
        )
    }

    @Test func factsHaveOneColumnEachInThePlansOrder() throws {
        let city = city
        let csv = text(factsCSV(of: try city.figures(SmallPlan.q1), plan: city.plan, roster: city.roster))
        let start =
            "period,unit,commune,kind,expected,reported,on_time,quan_triet,xep_loai,so_ke_hoach,ngay_ke_hoach,diem,"
        #expect(
            csv.hasPrefix(
                start + "phai_bao_cao,da_bao_cao,dung_han,so_ky_phai,so_ky_da,so_ky_dung_han,so_dot,so_buoi,so_buoi.TP,"
            )
        )
        #expect(
            csv.contains(
                "\n2026-Q1,\"=A,1\",X1,THCS,true,true,true,true,K,\"+12 \"\"a\"\"\nb\",2026-01-05,7.5,true,true,true,1,1,1,1,1,1,1,0,"
            )
        )
        #expect(csv.contains("\n2026-Q1,A2,X2,MN,false,false,false,,,,,,false,false,false,0,0,0,0,0,0,0,0,"))
        let columns = 7 + city.plan.factColumns.count
        #expect(
            csv.split(separator: "\n").last?.split(separator: ",", omittingEmptySubsequences: false).count == columns
        )
    }

    @Test func setsAreCodesJoinedBySemicolonsAndNumbersHaveNoExponent() {
        let plan = SmallPlan.plan()
        var texts = TextPool()
        let plain = texts.intern("-5")
        let columns: [(ValueType, [Double])] = [
            (.choices(list: 5), [0b101, 0]), (.number, [1e20, -0.00000125]), (.number, [0.5, -7]),
            (.text, [Double(plain), .nan]),
        ]
        let small = Plan(
            year: 2026,
            head: plan.head,
            milestones: [],
            periods: plan.periods,
            codeLists: plan.codeLists,
            kindList: 0,
            levelList: 1,
            verdictList: 2,
            kinds: plan.kinds,
            dataSets: plan.dataSets,
            roster: 0,
            facts: [],
            factColumns: columns.enumerated().map {
                FactColumn(name: "f\($0.offset)", title: "", fact: 0, part: nil, type: $0.element.0)
            },
            indicators: [],
            departments: [],
            commendation: nil,
            noiseHeaders: [],
            personalHeaders: [],
            unitScope: Scope(names: [], types: [])
        )
        let roster = SmallCity([.init("A1", "MN"), .init("A2", "MN")]).roster
        let figures = PeriodFigures(
            period: plan.periods[0],
            units: [0, 1],
            expected: [true, true],
            reported: [false, false],
            onTime: [false, false],
            facts: Facts(columns: columns.map(\.1), texts: texts),
            assessments: [],
            tallies: [],
            completeness: []
        )
        #expect(
            text(factsCSV(of: figures, plan: small, roster: roster)) == """
                period,unit,commune,kind,expected,reported,on_time,f0,f1,f2,f3
                2026-Q1,A1,X1,MN,true,false,false,TP;KHAC,100000000000000000000,0.5,"-5"
                2026-Q1,A2,X1,MN,true,false,false,,-0.00000125,-7,

                """
        )
    }
}
