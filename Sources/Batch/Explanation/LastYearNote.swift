import Figures
import Plan

/// Where an indicator's figures of last year come from: said with every explanation of one that has them.
struct LastYearNote {
    let plan: Plan
    let period: Period
    let archive: ClosedArchive
    /// Whether an out folder was named in which closed sets could lie.
    let looksAtOut: Bool

    /// Nothing for an indicator that knows no last year.
    func lines(_ indicator: IndicatorDefinition) -> [String] {
        let conditions = [indicator.applies, indicator.reported, indicator.met, indicator.groupMet].compactMap(\.self)
        let variables =
            conditions.flatMap(\.variables) + [indicator.numerator, indicator.denominator].compactMap(\.self)
        var seen: Set<Int> = []
        guard variables.contains(where: { readsLastYear($0, &seen) }) else { return [] }
        let told = "số cùng kỳ năm trước là số đơn vị tự ghi"
        if !looksAtOut { return ["Không nêu --out, nên không có số đã chốt: \(told)."] }
        guard let issue = archive.latest(of: period.comparesWith) else {
            return ["Kỳ \(period.comparesWith) chưa chốt: \(told)."]
        }
        return [
            "Số cùng kỳ năm trước: số đã chốt da-chot/\(issue.folder); đơn vị, loại nào ở đó không có thì theo số đơn vị tự ghi."
        ]
    }

    private func readsLastYear(_ variable: Int, _ seen: inout Set<Int>) -> Bool {
        guard variable < plan.factColumns.count, seen.insert(variable).inserted else { return false }
        switch plan.facts[plan.factColumns[variable].fact].source {
        case .value, .envelope: return false
        case .expression(let expression):
            for inner in expression.variables where readsLastYear(inner, &seen) { return true }
            return false
        case .aggregate(let aggregate):
            if case .dropped = aggregate.function { return true }
            let own = plan.dataSets[aggregate.dataSet].fields.count
            return (aggregate.condition?.variables ?? []).contains { $0 >= own }
                || aggregate.function.variable.map { $0 >= own } ?? false
        }
    }
}
