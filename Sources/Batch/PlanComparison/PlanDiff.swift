import Plan
import Records
import SystemPackage

/// What would change if one plan took another's place, in Vietnamese: what they define, and what that makes of the same submissions.
/// Nothing is written.
///
/// Plans of two years are compared over the periods of the one whose submissions the inbox holds, by the periods' codes.
///
/// - Throws: `.plan` where one of the plans is invalid; else as a run does.
package func planDiff(_ options: PlanDiffOptions, progress: ProgressListener = { _ in }) throws(BatchError) -> String {
    let templates = try options.templates.find()
    let old = try PlanToCompare(options.old, templates: templates)
    let new = try PlanToCompare(options.new, templates: templates)
    var text = PlanDiffText(old: old.entry, new: new.entry, options: options)
    progress(.step("đọc hộp thư theo \(old.entry.file)"))
    let before = try old.outcome(options, dated: nil)
    guard old.plan.year != new.plan.year else {
        progress(.step("đọc hộp thư theo \(new.entry.file)"))
        return text.text(before, try new.outcome(options, dated: nil))
    }
    if before.hasReports {
        progress(.step("đọc hộp thư theo \(new.entry.file), với các kỳ của năm \(old.plan.year)"))
        text.note(year: old.plan.year, dated: new.plan, to: old.plan)
        return text.text(before, try new.outcome(options, dated: old.plan))
    }
    progress(.step("đọc hộp thư theo \(new.entry.file)"))
    let after = try new.outcome(options, dated: nil)
    guard after.hasReports else {
        text.noteNothing()
        return text.text(nil, nil)
    }
    progress(.step("đọc hộp thư theo \(old.entry.file), với các kỳ của năm \(new.plan.year)"))
    text.note(year: new.plan.year, dated: old.plan, to: new.plan)
    return text.text(try old.outcome(options, dated: new.plan), after)
}

/// One of the two plans, with the others that the templates hold beside it.
private struct PlanToCompare {
    let entry: PlanCatalog.Entry
    private let catalog: PlanCatalog

    var plan: Plan { entry.plan }

    init(_ file: FilePath, templates: FilePath) throws(BatchError) {
        catalog = try PlanCatalog.load(templates: templates, planFile: file)
        guard let entry = catalog.entries.first else { throw .usage("Không có tệp kế hoạch \(file).") }
        self.entry = entry
    }

    /// - Parameter other: the plan whose year is taken; nil: its own.
    func outcome(_ options: PlanDiffOptions, dated other: Plan?) throws(BatchError) -> PlanOutcome {
        let plan = other.map { self.plan.dated(as: $0) } ?? self.plan
        let dated = PlanCatalog.Entry(plan: plan, file: entry.file, sha256: entry.sha256)
        let examination = try Examination(
            options.intake,
            catalog: catalog,
            entry: dated,
            out: options.out.map { OutFolder($0) },
            state: options.state
        )
        return try PlanOutcome(examination, asOf: options.asOf)
    }
}
