import Figures
import Intake
import Plan
import Records

/// What a plan makes of an inbox: its findings, verdicts and city figures, by keys that mean the same under another plan.
struct PlanOutcome {
    struct Judgement: Hashable {
        /// The period's code.
        let period: String
        let indicator: String
    }

    struct CityFigure: Equatable {
        let kind: IndicatorDefinition.Kind
        let numerator: Int
        let denominator: Int
        let result: Tally.Result
    }

    /// What tells one finding from another, whatever words a plan has for it.
    struct FindingKey: Hashable {
        let code: String
        let file: String
        let line: Int32
        let column: String
        let unit: String
        let period: String
        let value: String
    }

    struct FoundFinding {
        let key: FindingKey
        let message: String
    }

    /// Open ones, in their order.
    private(set) var findings: [FoundFinding] = []
    /// By the unit's code.
    private(set) var verdicts: [Judgement: [String: Verdict]] = [:]
    private(set) var cityFigures: [Judgement: CityFigure] = [:]
    /// Names of units, for lists.
    private(set) var names: [String: String] = [:]
    /// Codes of the periods that were computed, in the plan's order.
    private(set) var periods: [String] = []
    /// Whether a report of any period counts: else the inbox says nothing to this plan.
    private(set) var hasReports = false

    /// - Throws: `.internalFault` where a figure is not the sum of its parts.
    init(_ examination: Examination, asOf: CalendarDate) throws(BatchError) {
        let plan = examination.plan
        let roster = examination.intake.roster
        var intake = examination.intake
        try intake.addFindingsOnFigures(
            examination.prepared,
            closed: try ClosedYear(examination.archive, plan: plan),
            asOf: asOf
        )
        let result = intake.result
        let files = result.files.map(\.file.path)
        findings = result.findings.filter { $0.state == .open }.map { finding in
            FoundFinding(
                key: FindingKey(
                    code: finding.codeName,
                    // A finding about the inbox as a whole names no file.
                    file: files.indices.contains(Int(finding.file)) ? files[Int(finding.file)] : "",
                    line: finding.line,
                    column: finding.columnLabel,
                    unit: finding.unit,
                    period: finding.period,
                    value: finding.value
                ),
                message: finding.message(plan: plan)
            )
        }
        for (code, name) in zip(roster.codes, roster.names) { names[code] = name }
        let begun = plan.periods.filter { $0.start <= asOf }
        for figures in try computeFigures(of: begun, prepared: examination.prepared) {
            let period = figures.period.code
            periods.append(period)
            if figures.reported.contains(true) { hasReports = true }
            for (position, indicator) in plan.indicators.enumerated() {
                let key = Judgement(period: period, indicator: indicator.id)
                verdicts[key] = Dictionary(
                    uniqueKeysWithValues: figures.units.indices.map { row in
                        (roster.codes[figures.units[row]], figures.assessments[position][row])
                    }
                )
                guard let tally = figures.tallies.first(where: { $0.group == .city && $0.indicator == position })
                else { continue }
                cityFigures[key] = CityFigure(
                    kind: indicator.kind,
                    numerator: tally.numerator,
                    denominator: tally.denominator,
                    result: tally.result
                )
            }
        }
    }
}
