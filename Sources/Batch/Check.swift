import Figures
import Intake
import Plan
import Records
import SystemPackage

/// Checks files and folders without counting them: the findings are those that a run would give on the as-of date.
///
/// All inputs are checked together, as one inbox. Without a roster (none given, and none beside the first input) every unit
/// code is taken, since a school has no roster. Rules of the plan that read more than the files hold are listed as unchecked.
///
/// - Throws: `BatchError` where nothing could be checked; what is wrong with a file is a finding.
package func check(_ options: CheckOptions) throws(BatchError) -> CheckReport {
    if let missing = options.inputs.first(where: { SystemCalls.kind(of: SystemCalls.resolved($0)) == nil }) {
        throw .input("Không có tệp hay thư mục \(missing).", details: [])
    }
    let catalog = try PlanCatalog.load(templates: try options.templates.find(), planFile: options.planFile)
    guard let entry = catalog.inForce(on: options.asOf), let first = options.inputs.first else {
        throw .usage("there is no plan, or nothing to check")
    }
    var plan = entry.plan
    var limits = IntakeLimits()
    limits.fileSize = options.maxFileSize
    func context(_ roster: Roster) -> ReadingContext {
        ReadingContext(
            plan: plan,
            roster: roster,
            otherPeriods: catalog.otherPeriods(than: entry),
            asOf: options.asOf,
            limits: limits
        )
    }
    let beside = first.rosterBeside
    var roster: Roster?
    if let path = options.roster ?? (SystemCalls.kind(of: beside) == .file ? beside : nil) {
        roster = try readRosterFile(path, plan: plan).roster
    }
    do throws(IntakeError) {
        let known: Roster
        if let roster {
            known = roster
        } else {
            let nobody = context(Roster(unitsMissedBy: [], plan: plan))
            known = Roster(unitsMissedBy: try readInputs(options.inputs, context: nobody).readings, plan: plan)
        }
        let reading = try readInputs(options.inputs, context: context(known))
        let rules = plan.rules
        plan.rules = rules.filter { $0.canBeChecked(in: reading.readings, hasRoster: roster != nil, plan: entry.plan) }
        let checked = Set(plan.rules.map(\.code))
        var result = try mergeReadings(
            reading.readings,
            skipped: reading.skipped,
            context: context(known),
            receipts: Receipts(known: [:], unknown: Receipt(date: options.asOf, isExact: false))
        )
        let prepared = PreparedRecords(plan: plan, roster: known, records: result.records, closed: ClosedFacts())
        result.add(prepared.ruleFindings(records: result.records, asOf: options.asOf), plan: plan)
        result.answer(plan: plan)
        return CheckReport(
            plan: plan,
            result: result,
            unchecked: rules.filter { !checked.contains($0.code) }
        )
    } catch {
        throw BatchError(error, plan: plan)
    }
}

extension Rule {
    /// Whether the files hold all that the rule reads.
    fileprivate func canBeChecked(in readings: [FileReading], hasRoster: Bool, plan: Plan) -> Bool {
        var known = Set(readings.compactMap(\.dataSet))
        if hasRoster { known.insert(plan.roster) }
        let needs = RuleNeeds(self, plan: plan).dataSets
        switch test {
        case .record: return hasRoster || !needs.contains(plan.roster)
        // Last year's closed figures are the office's.
        case .lastYear: return false
        case .unit, .falls, .turns, .outlier: return needs.isSubset(of: known)
        }
    }
}
