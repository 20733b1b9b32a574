import Figures
import Plan
import Records

/// What the sentences of a report name, over the workbook's units: one row of `Plan.proseScope`.
struct ProseValues {
    private let values: [Double]

    /// - Parameter lastYear: the numbers of the same period last year, by name; missing where it is not closed.
    init(_ composer: TableComposer, lastYear: [String: Double] = [:]) {
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
        values = plan.proseScope.names.map { name in
            name.hasPrefix("last.") ? lastYear[String(name.dropFirst(5))] ?? .nan : numbers[name] ?? .nan
        }
    }

    func value(_ expression: TypedExpression) -> Double {
        Evaluation(count: 1, column: { [values[$0]] }).evaluate(expression).first ?? .nan
    }

    private static func share(_ numerator: Int, of denominator: Int) -> Double {
        denominator == 0 ? .nan : Double(numerator) / Double(denominator)
    }
}
