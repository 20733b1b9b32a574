import Figures
import Plan
import Records

/// What the sentences of a report name, over the workbook's units: one row of `Plan.proseScope`.
struct ProseValues {
    private let values: [Double]

    init(_ composer: TableComposer) {
        let (plan, figures) = (composer.plan, composer.figures)
        var numbers: [String: Double] = [:]
        for (position, column) in plan.factColumns.enumerated() where column.type == .number || column.type == .boolean
        {
            // The number of yes is the sum of ones.
            numbers[column.name] = figures.facts.columns[position].reduce(0) { $1.isNaN ? $0 : $0 + $1 }
        }
        let who = composer.index.completeness(.city)
        numbers["expected"] = Double(who.expected)
        numbers["reported"] = Double(who.reported)
        numbers["on_time"] = Double(who.onTime)
        numbers["late"] = Double(who.late)
        // Before the last day nobody is missing.
        numbers["missing"] = composer.context.isDue ? Double(who.missing) : 0
        for (position, indicator) in plan.indicators.enumerated() {
            let tally = composer.index.tally(.city, position)
            numbers["\(indicator.id).numerator"] = Double(tally.numerator)
            numbers["\(indicator.id).denominator"] = Double(tally.denominator)
            numbers["\(indicator.id).rate"] = Self.share(tally.numerator, of: tally.denominator)
            numbers["\(indicator.id).reported_rate"] = Self.share(
                tally.reportedNumerator,
                of: tally.reportedDenominator
            )
            numbers["\(indicator.id).silent"] = Double(tally.denominator - tally.reportedDenominator)
            numbers["\(indicator.id).met"] = tally.result == .met ? 1 : 0
            numbers["\(indicator.id).judged"] = tally.result == .none ? 0 : 1
        }
        if let change = composer.context.population {
            numbers["units_opened"] = Double(change.opened.count)
            numbers["units_closed"] = Double(change.closed.count)
        }
        let before = composer.context.lastYear.map { Self.numbers(of: $0, plan: plan) } ?? [:]
        values = plan.proseScope.names.map { name in
            (name.hasPrefix("last.") ? before[String(name.dropFirst(5))] : numbers[name]) ?? .nan
        }
    }

    /// What was closed for the same period last year.
    private static func numbers(of lastYear: LastYearFigures, plan: Plan) -> [String: Double] {
        var numbers: [String: Double] = [:]
        for (position, column) in plan.factColumns.enumerated() {
            numbers[column.name] = lastYear.sum(ofColumn: position)
        }
        let who = lastYear.completeness
        numbers["expected"] = Double(who.expected)
        numbers["reported"] = Double(who.reported)
        numbers["on_time"] = Double(who.onTime)
        numbers["late"] = Double(who.late)
        numbers["missing"] = Double(who.missing)
        for (position, indicator) in plan.indicators.enumerated() {
            guard let counts = lastYear.figures(ofIndicator: position, plan: plan) else { continue }
            numbers["\(indicator.id).numerator"] = Double(counts.numerator)
            numbers["\(indicator.id).denominator"] = Double(counts.denominator)
            numbers["\(indicator.id).rate"] = share(counts.numerator, of: counts.denominator)
            numbers["\(indicator.id).reported_rate"] = share(counts.reportedNumerator, of: counts.reportedDenominator)
            numbers["\(indicator.id).silent"] = Double(counts.denominator - counts.reportedDenominator)
        }
        return numbers
    }

    func value(_ expression: TypedExpression) -> Double {
        Evaluation(count: 1, column: { [values[$0]] }).evaluate(expression).first ?? .nan
    }

    private static func share(_ numerator: Int, of denominator: Int) -> Double {
        denominator == 0 ? .nan : Double(numerator) / Double(denominator)
    }
}
