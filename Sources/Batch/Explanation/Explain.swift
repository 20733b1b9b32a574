import Figures
import Plan
import Records
import SystemPackage

/// Why a figure is what it is, in Vietnamese: the plan's wording, the condition, each value in it, and the rows that each came from.
///
/// The inbox is read anew, as a run would on the as-of date; where a published set is given, it says where that differs.
///
/// - Throws: `.usage` for an indicator, period, unit or commune that there is not; else as a run does.
package func explain(_ options: ExplainOptions, progress: ProgressListener = { _ in }) throws(BatchError) -> String {
    let catalog = try PlanCatalog.load(templates: try options.templates.find(), planFile: options.planFile)
    let choice = try catalog.choice(ids: [options.period], closed: [])
    let plan = choice.entry.plan
    let indicator = try plan.indicator(named: options.indicator)
    guard let period = plan.periods.firstIndex(where: { $0.id == options.period }) else {
        throw .usage("Không có kỳ báo cáo \(options.period).")
    }
    let out = options.out.map { OutFolder($0) }
    progress("đọc danh mục và hộp thư")
    let examination = try Examination(
        options.intake,
        catalog: catalog,
        entry: choice.entry,
        out: out,
        state: options.state
    )
    progress("tính số liệu")
    let words = TraceWords(examination, period: period, limit: options.limit)
    let note = LastYearNote(
        plan: plan,
        period: plan.periods[period],
        archive: examination.archive,
        looksAtOut: out != nil
    ).lines(plan.indicators[indicator])
    let published = try out.map { out throws(BatchError) in try PublishedFigures.read(out, period: options.period) }
    switch options.subject {
    case .unit(let code):
        let unit = try examination.intake.roster.unit(named: code)
        var explanation = UnitExplanation(words, unit: unit, indicator: indicator)
        return text(explanation.lines() + after(note, published, explanation.published(published)))
    case .commune(let code):
        let commune = try examination.intake.roster.commune(named: code)
        let figures = try figures(of: period, examination)
        var explanation = GroupExplanation(words, figures, group: .commune(commune), indicator: indicator)
        return text(explanation.lines() + after(note, published, explanation.published(published)))
    case .city:
        let figures = try figures(of: period, examination)
        var explanation = GroupExplanation(words, figures, group: .city, indicator: indicator)
        return text(explanation.lines() + after(note, published, explanation.published(published)))
    }
}

private func figures(of period: Int, _ examination: Examination) throws(BatchError) -> PeriodFigures {
    let plan = examination.plan
    guard let figures = try computeFigures(of: [plan.periods[period]], prepared: examination.prepared).first else {
        throw .internalFault("no figures of \(plan.periods[period].id)")
    }
    return figures
}

private func text(_ lines: [String]) -> String {
    lines.joined(separator: "\n") + "\n"
}

/// What follows every explanation: where last year comes from, and where the figure differs from the published one.
private func after(_ note: [String], _ published: PublishedFigures?, _ comparison: [String]) -> [String] {
    var lines = note
    if let published { lines += published.obstacle.map { [$0 + published.closing] } ?? comparison }
    return lines.isEmpty ? [] : [""] + lines
}

extension Plan {
    /// - Throws: `.usage` with the known indicators.
    func indicator(named id: String) throws(BatchError) -> Int {
        if let position = indicators.firstIndex(where: { $0.id.uppercased() == id.uppercased() }) { return position }
        throw .usage("Không có chỉ tiêu \(id); kế hoạch có: \(indicators.map(\.id).joined(separator: ", ")).")
    }
}

extension Roster {
    /// - Throws: `.usage` with codes that look like it.
    fileprivate func unit(named code: String) throws(BatchError) -> Int {
        if let unit = unit(code: code) ?? unit(code: code.uppercased()) { return unit }
        throw .usage(
            "Danh mục không có đơn vị \(code)."
                + meant(nearestNames(to: code.uppercased(), among: codes)) { near in
                    unit(code: near).map { "\(near) \(names[$0])" } ?? near
                }
        )
    }

    /// - Throws: `.usage` with codes that look like it.
    fileprivate func commune(named code: String) throws(BatchError) -> Int {
        if let commune = communes.firstIndex(where: { $0.code == code || $0.code == code.uppercased() }) {
            return commune
        }
        let near = nearestNames(to: code.uppercased(), among: communes.map(\.code))
        throw .usage(
            "Danh mục không có xã, phường, đặc khu mã \(code)."
                + meant(near) { near in
                    communes.first { $0.code == near }.map { "\(near) \($0.name)" } ?? near
                }
        )
    }
}

/// ` Có phải là ...?`, or nothing where nothing is near.
func meant(_ near: [String], _ words: (String) -> String = { $0 }) -> String {
    near.isEmpty ? "" : " Có phải là \(near.map(words).joined(separator: "; "))?"
}
