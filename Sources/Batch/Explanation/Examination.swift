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
    /// What is closed, of this year and the last.
    let archive: ClosedArchive

    var plan: Plan { entry.plan }

    /// - Parameters:
    ///   - out: whose closed periods and, where `state` names no other folder, ledger are read; nil: neither.
    /// - Throws: `.input` where the roster has errors or nothing could be read; `.output` where the ledger or a closed set is damaged.
    init(
        _ options: IntakeOptions,
        catalog: PlanCatalog,
        entry: PlanCatalog.Entry,
        out: OutFolder?,
        state: FilePath?
    ) throws(BatchError) {
        self.entry = entry
        archive = try out.map { out throws(BatchError) in try ClosedArchive(out) } ?? ClosedArchive()
        intake = try readAndMerge(
            options,
            catalog: catalog,
            entry: entry,
            receipts: try Receipts(state: state, out: out, asOf: options.asOf),
            lastYear: try LastYear(archive, plan: entry.plan),
            progress: { _ in }
        )
        try intake.requireInput(options, plan: entry.plan)
        prepared = PreparedRecords(
            plan: entry.plan,
            roster: intake.roster,
            records: intake.result.records,
            closed: intake.lastYear.facts
        )
    }
}
