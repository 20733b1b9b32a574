import Figures
import Intake
import Plan
import Records
import SystemPackage

/// The submissions of an inbox as one plan sees them, read anew for somebody who asks: nothing is written, no lock is taken,
/// no receipt recorded.
struct Examination {
    let entry: PlanCatalog.Entry
    let intake: RunIntake
    let prepared: PreparedRecords

    var plan: Plan { entry.plan }

    /// - Parameters:
    ///   - out: whose closed periods and, where `state` names no other folder, ledger are read; nil: neither.
    ///   - state: the ledger's folder.
    /// - Throws: `.input` where the roster has errors or nothing could be read; `.output` where the ledger or a closed set is damaged.
    init(
        _ sources: IntakeSources,
        catalog: PlanCatalog,
        entry: PlanCatalog.Entry,
        out: OutFolder?,
        state: FilePath?
    ) throws(BatchError) {
        var lastYear = LastYear()
        if let out { lastYear = try LastYear(ClosedArchive(out), plan: entry.plan) }
        self.entry = entry
        intake = try readAndMerge(
            sources,
            catalog: catalog,
            entry: entry,
            receipts: try Receipts(state: state, out: out, asOf: sources.asOf),
            lastYear: lastYear,
            progress: { _ in }
        )
        try intake.requireInput(sources, plan: entry.plan)
        prepared = PreparedRecords(
            plan: entry.plan,
            roster: intake.roster,
            records: intake.result.records,
            closed: lastYear.facts
        )
    }
}
