import Plan
import Records

/// The variables of `Plan.ruleScope(of:)` over the rows of one data set: its fields, the roster's fields of each row's unit, the
/// days of its period and of the year, the milestones.
struct RecordColumns {
    private let input: MergeInput
    private let periods: [Int32]
    /// One value a unit, by position of the roster's field, of those that are read.
    private var ofUnits: [Int: [Double]] = [:]
    /// The code of each unit, where a rule reads it, as a number in `texts`.
    private var unitCodes: [Double] = []
    /// Of the table and of the roster.
    private(set) var texts: TextPool

    /// - Parameter variables: those that will be asked for.
    init(_ input: MergeInput, periods: [Int32], variables: Set<Int>) {
        self.input = input
        self.periods = periods
        texts = input.table.texts
        let own = input.dataSet.fields.count
        let roster = input.plan.dataSets[input.plan.roster].fields
        for field in roster.indices where variables.contains(own + field) {
            ofUnits[field] = input.roster.numbers(field: field, plan: input.plan, texts: &texts)
        }
        if variables.contains(input.unitField), input.hasUnitsOfRoster {
            unitCodes = input.roster.codes.map { Double(texts.intern($0)) }
        }
    }

    /// The variable's values in these rows.
    func column(_ variable: Int, rows: Range<Int>) -> [Double] {
        let own = input.dataSet.fields.count
        let roster = input.plan.dataSets[input.plan.roster].fields.count
        if variable == input.unitField, input.hasUnitsOfRoster { return joined(unitCodes, rows) }
        if variable < own { return input.table.numbers(field: variable, plan: input.plan, rows: rows) }
        if variable < own + roster { return joined(ofUnits[variable - own] ?? [], rows) }
        switch variable - own - roster {
        case 0: return days(rows) { $0.start }
        case 1: return days(rows) { $0.end }
        case 2: return days(rows) { $0.due }
        case 3: return [Double](repeating: Double(input.plan.firstDay.days), count: rows.count)
        case 4: return [Double](repeating: Double(input.plan.lastDay.days), count: rows.count)
        case let other:
            let milestones = input.plan.milestones
            guard milestones.indices.contains(other - 5) else { return [Double](repeating: .nan, count: rows.count) }
            return [Double](repeating: Double(milestones[other - 5].date.days), count: rows.count)
        }
    }

    private func joined(_ values: [Double], _ rows: Range<Int>) -> [Double] {
        guard input.hasUnitsOfRoster else { return [Double](repeating: .nan, count: rows.count) }
        return input.table.columns[input.unitField][rows].map { unit in
            values.indices.contains(Int(unit)) ? values[Int(unit)] : .nan
        }
    }

    private func days(_ rows: Range<Int>, _ day: (Period) -> CalendarDate) -> [Double] {
        let days = input.plan.periods.map { Double(day($0).days) }
        return periods[rows].map { $0 < 0 ? .nan : days[Int($0)] }
    }
}
