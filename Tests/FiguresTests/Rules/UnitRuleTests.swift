import Figures
import Plan
import Records
import Testing

@Suite("Rules over units")
struct UnitRuleTests {
    private let units = [SmallCity.Unit("A1", "THCS"), SmallCity.Unit("A2", "MN")]

    @Test func aUnitThatBreaksTheRuleHasOneFindingAPeriod() throws {
        var city = SmallCity(units, rule: try .unit(require: "so_hs <= so_hoc_sinh", values: ["so_hs", "so_hoc_sinh"]))
        city.report("A1", "Q1")
        city.report("A1", "H1")
        city.report("A2", "Q1")
        city.add(
            SmallPlan.sessions,
            ["A1", "2026-01-05", "TP", "true", "", "80"],
            ["A1", "2026-02-05", "TP", "true", "", "40"],
            ["A2", "2026-01-05", "TP", "true", "", "100"]
        )
        // In Y too, for which it has sent no report, but whose window holds the sessions.
        #expect(city.told() == ["A1 2026-Q1: 120, 100", "A1 2026-H1: 120, 100", "A1 2026-Y: 120, 100"])
    }

    @Test func onlyPeriodsThatHaveBegunAreAsked() throws {
        var city = SmallCity(units, rule: try .unit(require: "quan_triet"))
        for period in ["Q1", "H1", "Q3", "Y"] { city.report("A1", period, aware: "false") }
        #expect(city.told(asOf: "2026-06-14") == ["A1 2026-Q1", "A1 2026-H1", "A1 2026-Y"])
        #expect(city.told(asOf: "2026-06-15").count == 4)
        #expect(city.told(asOf: "2025-12-14").isEmpty)
    }

    @Test(arguments: [(.skip, []), (.counts, ["A1 2026-Q1"])] as [(Rule.MissingValue, [String])])
    func missingFactsMeanWhatTheRuleSays(missing: Rule.MissingValue, told: [String]) throws {
        var city = SmallCity(units, rule: try .unit(when: "quan_triet", require: "diem >= 1", missing: missing))
        city.report("A1", "Q1")
        #expect(city.told() == told)
    }

    @Test func textsAndChoicesAreWrittenInWords() throws {
        var city = SmallCity(
            units,
            rule: try .unit(
                require: "so_ke_hoach != '12/KH'",
                values: ["so_ke_hoach", "xep_loai", "ngay_ke_hoach", "quan_triet", "diem"]
            )
        )
        city.report("A1", "Q1", rating: "K", number: "12/KH", date: "2026-01-02", score: "")
        #expect(city.told() == ["A1 2026-Q1: 12/KH, K, 2/1/2026, Có, trống"])
    }

    // MARK: - Where it stands

    private func place(_ prepare: (inout SmallCity) -> Void) throws -> String {
        var city = SmallCity(
            units,
            rule: try .unit(
                require: "false",
                dataSet: SmallPlan.violations,
                field: "so_vu",
                each: "MT"
            )
        )
        prepare(&city)
        return city.findings(asOf: "2025-12-15").filter { $0.period == "2026-Q1" }
            .map { "\(SmallPlan.dataSets[$0.dataSet ?? 0].name) \($0.line) \($0.value)" }.joined(separator: "; ")
    }

    @Test func aFindingStandsAtTheRowOfItsCode() throws {
        let place = try place {
            $0.report("A1", "Q1")
            $0.add(SmallPlan.violations, ["A2", "H1", "2026", "MT", "7", "0"])
            $0.add(SmallPlan.violations, ["A1", "Q1", "2026", "BLHD", "1", "0"], ["A1", "Q1", "2026", "MT", "2", "0"])
        }
        #expect(place == "vi-pham 4 2")
    }

    @Test func elseAtTheUnitsFirstRowThere() throws {
        #expect(
            try place {
                $0.add(
                    SmallPlan.violations,
                    ["A1", "Q1", "2026", "BLHD", "1", "0"],
                    ["A1", "Q1", "2026", "KHAC", "3", "0"]
                )
            } == "vi-pham 2 1"
        )
    }

    @Test func elseAtItsReport() throws {
        #expect(
            try place {
                $0.report("A1", "Q1")
                $0.add(SmallPlan.sessions, ["A1", "2026-01-05", "TP", "true", "", "80"])
            } == "bao-cao 2 "
        )
    }

    @Test func elseAtAnyRowThatCounted() throws {
        #expect(
            try place {
                $0.add(SmallPlan.sessions, ["A1", "2026-05-05", "TP", "true", "", "80"])
                $0.add(SmallPlan.sessions, ["A1", "2026-01-05", "TP", "true", "", "80"])
            } == "tuyen-truyen 3 "
        )
    }

    @Test func aUnitWithoutAnyRowHasNothingToMend() throws {
        #expect(try place { $0.report("A2", "H1") } == "")
    }

    @Test func theColumnIsTheOneThatTheFileHas() throws {
        var city = SmallCity(units, rule: try .unit(require: "quan_triet", field: "quan_triet"))
        city.report("A1", "Q1", aware: "false")
        let records = AcceptedRecords(
            tables: city.records.tables,
            earliestReport: city.records.earliestReport,
            sentColumns: [[nil, nil, nil, nil, SentColumn(position: 7, header: "Quán triệt")]]
        )
        let finding = try #require(
            city.prepared.ruleFindings(records: records, asOf: SmallPlan.date("2026-12-31")).first
        )
        #expect((finding.column, finding.header, finding.value) == (7, "Quán triệt", "Không"))
    }

    // MARK: - What makes its id

    @Test func theEvidenceIsWhatTheRuleLookedAt() throws {
        func evidence(_ pupils: String, year: String = "80") throws -> [String] {
            var city = SmallCity(units, rule: try .unit(when: "quan_triet", require: "so_hs <= 10"))
            city.report("A1", "Q1")
            city.add(SmallPlan.sessions, ["A1", "2026-01-05", "TP", "true", "", pupils])
            city.add(SmallPlan.sessions, ["A1", "2026-12-05", "TP", "true", "", year])
            return city.findings().filter { $0.period == "2026-Q1" }.map { $0.record + " " + $0.evidence }
        }
        #expect(try evidence("80") == ["A1|2026-Q1| true|80"])
        #expect(try evidence("81") == ["A1|2026-Q1| true|81"])
        #expect(try evidence("80", year: "1") == evidence("80"))
    }
}
