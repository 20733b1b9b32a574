import Figures
import Plan
import Records
import Testing

@Suite("Figures traced back to rows")
struct TracingTests {
    private static let sessionRows = [
        ["A1", "2026-01-05", "TP", "true", "", "30"], ["A1", "2026-01-05", "MT", "true", "D198", "40"],
        ["A1", "2026-02-01", "TP;MT", "false", "KHAC", "50"], ["A1", "2026-05-01", "TP", "true", "", ""],
        ["A1", "2026-07-01", "TP", "", "", "7"],
    ]

    private static func city() -> SmallCity {
        var city = SmallCity([.init("A1", "THCS"), .init("A2", "MN", closed: "2026-05-01")])
        city.report("A1", "Q1", aware: "true", rating: "KD", score: "7.5")
        city.report("A1", "H1", sent: "2026-07-01", aware: "", rating: "XS")
        for row in sessionRows { city.add(SmallPlan.sessions, row) }
        city.add(
            SmallPlan.incidents,
            ["A1", "VV1", "2026-01-05", "MT", "true"],
            ["A1", "VV2", "2026-01-06", "", ""],
            ["A2", "VV1", "2026-04-05", "BLHD", "false"]
        )
        city.add(
            SmallPlan.violations,
            ["A1", "Q1", "2026", "BLHD", "3", "5"],
            ["A1", "Q1", "2026", "MT", "2", ""],
            ["A1", "H1", "2026", "MT", "2", "9"]
        )
        return city
    }

    private func variable(_ name: String, _ city: SmallCity) throws -> Int {
        try #require(city.plan.unitScope.names.firstIndex(of: name))
    }

    private func trace(_ name: String, unit: Int = 0, period: Int) throws -> Trace {
        let city = Self.city()
        var tracing = Tracing(city.prepared, records: city.records, period: period)
        let found = tracing.trace(try variable(name, city), of: unit)
        return try #require(found)
    }

    /// What a reader of the trace would compute is the figure itself, for every fact, unit and period.
    @Test(arguments: SmallPlan.periods.indices)
    func theRowsGiveTheValue(period: Int) throws {
        let city = Self.city()
        let figures = try city.figures(period)
        var tracing = Tracing(city.prepared, records: city.records, period: period)
        var compared = 0
        for (row, unit) in figures.units.enumerated() {
            for column in city.plan.factColumns.indices {
                let found = tracing.trace(column, of: unit)
                let trace = try #require(found)
                let figure = figures.facts.columns[column][row]
                #expect(trace.value == figure || trace.value.isNaN && figure.isNaN)
                guard case .rows(let rows) = trace.origin else { continue }
                let value = recomputed(rows, city: city)
                let name = city.plan.factColumns[column].name
                #expect(value == figure || value.isNaN && figure.isNaN, "\(name), unit \(unit), period \(period)")
                compared += rows.counted.count
            }
        }
        #expect(period == SmallPlan.q3 || compared > 0)
    }

    private func recomputed(_ rows: TracedRows, city: SmallCity) -> Double {
        func values(_ variable: Int) -> [Double] {
            rows.counted.map { row in
                if variable < city.plan.dataSets[row.dataSet].fields.count {
                    return city.records.tables[row.dataSet].numbers(field: variable, plan: city.plan)[row.row]
                }
                return rows.lastYear.first { $0.variable == variable }?.values[row.row] ?? -999
            }
        }
        switch rows.aggregate.function {
        case .count: return Double(rows.counted.count)
        case .sum(let variable): return rows.counted.isEmpty ? .nan : values(variable).reduce(0, +)
        case .countDistinct(let variable): return Double(Set(values(variable)).count)
        case .dropped: return .nan
        }
    }

    @Test func lastYearIsTheClosedFigureElseWhatTheUnitTells() throws {
        var city = Self.city()
        var tracing = Tracing(city.prepared, records: city.records, period: SmallPlan.q1)
        func lastYear() throws -> TracedRows {
            let trace = tracing.trace(try variable("nam_truoc", city), of: 0)
            guard case .rows(let rows)? = trace?.origin else { throw Missing() }
            return rows
        }
        let told = try lastYear()
        #expect(told.counted.map(\.source.line) == [2])
        #expect(told.lastYear.first?.values[0] == 5)
        #expect(told.lastYear.first?.closedRows == [])
        city.close("2025-Q1", "A1", "BLHD 4, KHAC 2")
        tracing = Tracing(city.prepared, records: city.records, period: SmallPlan.q1)
        let closed = try lastYear()
        #expect(closed.counted.map(\.source.line) == [2, 3])
        #expect(closed.lastYear.first?.period == "2025-Q1")
        #expect(closed.lastYear.first?.values == [0: 4, 1: 0])
        #expect(closed.lastYear.first?.closedRows == [0, 1])
        let dropped = tracing.trace(try variable("so_loai_thieu", city), of: 0)
        guard case .dropped(let categories)? = dropped?.origin else { throw Missing() }
        #expect(dropped?.value == 1)
        #expect(categories.categories.map(\.code) == [2])
        #expect(categories.categories.map(\.closed) == [2])
    }

    private struct Missing: Error {}

    @Test func aValueOfTheReportIsACell() throws {
        guard case .cell(let row, let field) = try trace("xep_loai", period: SmallPlan.q1).origin else {
            Issue.record("no cell")
            return
        }
        #expect(row.source == SourceRow(file: 0, line: 2))
        #expect(SmallPlan.dataSets[row.dataSet].fields[field].name == "xep_loai")
    }

    @Test func aUnitWithoutAReportHasNoRow() throws {
        guard case .noRow(SmallPlan.report) = try trace("quan_triet", period: SmallPlan.q3).origin else {
            Issue.record("a row")
            return
        }
    }

    @Test func rowsAreToldApartByWhatBecameOfThem() throws {
        guard case .rows(let rows) = try trace("so_dot", period: SmallPlan.h1).origin else {
            Issue.record("no rows")
            return
        }
        #expect(rows.counted.map(\.source.line) == [2, 3, 5])
        #expect(rows.excluded.map(\.source.line) == [4])
        #expect(rows.days == SmallPlan.date("2025-12-15")...SmallPlan.date("2026-06-14"))
        guard case .rows(let pupils) = try trace("so_hs", period: SmallPlan.h1).origin else {
            Issue.record("no rows")
            return
        }
        #expect(pupils.lacking.map(\.source.line) == [5])
    }

    @Test func aPartLooksAtTheRowsOfItsCodesAlone() throws {
        let name = try #require(Self.city().plan.factColumns.first { $0.name == "so_buoi.MT" }).name
        guard case .rows(let rows) = try trace(name, period: SmallPlan.q1).origin else {
            Issue.record("no rows")
            return
        }
        #expect(rows.counted.map(\.source.line) == [3, 4])
        #expect(rows.codes == [2: 1])
    }

    @Test func whatIsComputedLeadsToWhatItIsComputedFrom() throws {
        guard case .computed(_, let values) = try trace("so_dong_thieu", period: SmallPlan.q1).origin else {
            Issue.record("not computed")
            return
        }
        #expect(values.map(\.value) == [2, 1])
        guard case .computed(_, let levels) = try trace("tu_thcs", period: SmallPlan.q1).origin,
            case .roster(_, let line, let isImplied)? = levels.first?.origin
        else {
            Issue.record("no roster")
            return
        }
        #expect(line == 2)
        #expect(isImplied)
    }

    @Test func theCalendarTellsEachPeriod() throws {
        guard case .calendar(.periodsOnTime, let standings) = try trace("so_ky_dung_han", period: SmallPlan.h1).origin
        else {
            Issue.record("no calendar")
            return
        }
        #expect(standings.map(\.period) == [SmallPlan.q1, SmallPlan.h1])
        #expect(standings.map(\.isOnTime) == [true, false])
        #expect(standings.map { $0.earliest?.iso } == ["2026-01-10", "2026-07-01"])
        #expect(standings.map { $0.row?.source.line } == [2, 3])
    }

    @Test func aJudgementTellsItsThreeAnswers() throws {
        let city = Self.city()
        var tracing = Tracing(city.prepared, records: city.records, period: SmallPlan.q1)
        let rated = tracing.judgement(of: 0, indicator: SmallPlanIndicators.c)
        let judgement = try #require(rated)
        #expect(judgement.verdict == .notMet)
        #expect(judgement.applies?.holds == true)
        #expect(judgement.standing.isReported)
        #expect(judgement.met.result == 0)
        let changed = tracing.judgement(of: 0, indicator: SmallPlanIndicators.g)
        let change = try #require(changed)
        #expect(change.met.parts.map(\.result) == [0, 1, 1])
        let deciding = tracing.deciding(change.met.condition, of: 0)
        #expect(deciding.map { city.plan.unitScope.names[$0] } == ["so_dong_thieu"])
        // Every verdict is the one of the figures.
        let figures = try city.figures(SmallPlan.q1)
        for indicator in city.plan.indicators.indices {
            for (row, unit) in figures.units.enumerated() {
                let verdict = tracing.judgement(of: unit, indicator: indicator)?.verdict
                #expect(verdict == figures.assessments[indicator][row])
            }
        }
    }

    @Test func aUnitThatIsNotPresentHasNoJudgement() {
        let city = Self.city()
        var tracing = Tracing(city.prepared, records: city.records, period: SmallPlan.q3)
        let judgement = tracing.judgement(of: 1, indicator: 0)
        #expect(judgement == nil)
    }
}
