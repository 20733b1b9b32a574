import Plan
import Records

/// Traces figures of one period back to the rows that they came from.
///
/// ```swift
/// var tracing = Tracing(prepared, records: result.records, period: 0)
/// let judgement = tracing.judgement(of: unit, indicator: 3)
/// ```
///
/// It looks at the very columns, ranges and selections from which the figures are computed, so that it cannot tell another story.
package struct Tracing {
    let prepared: PreparedRecords
    let records: AcceptedRecords
    /// Position in `Plan.periods`.
    let period: Int
    private var columns: UnitColumns
    private let rowOfUnit: [Int: Int]

    var plan: Plan { prepared.plan }

    /// - Parameters:
    ///   - prepared: what the figures are computed from.
    ///   - records: those that were prepared.
    ///   - period: position in `Plan.periods`.
    package init(_ prepared: PreparedRecords, records: AcceptedRecords, period: Int) {
        self.prepared = prepared
        self.records = records
        self.period = period
        columns = prepared.unitColumns(of: period)
        rowOfUnit = Dictionary(uniqueKeysWithValues: columns.units.enumerated().map { ($1, $0) })
    }

    /// The texts that traced values of texts number.
    package var texts: TextPool { columns.texts }

    /// The verdict over a unit, and all that decided it; nil where the unit is not present in the period.
    package mutating func judgement(of unit: Int, indicator position: Int) -> TracedJudgement? {
        guard let row = rowOfUnit[unit] else { return nil }
        let indicator = plan.indicators[position]
        return TracedJudgement(
            unit: unit,
            indicator: position,
            verdict: columns.verdicts(ofIndicator: position)[row],
            standing: standing(of: unit, in: period),
            applies: indicator.applies.map { traced($0, unit: unit, row: row) },
            reported: indicator.reported.map { traced($0, unit: unit, row: row) },
            met: traced(indicator.met, unit: unit, row: row)
        )
    }

    /// Where a value of a unit came from; nil where the unit is not present in the period.
    package mutating func trace(_ variable: Int, of unit: Int) -> Trace? {
        rowOfUnit[unit].map { trace(variable, unit: unit, row: $0) }
    }

    /// The variables that keep a condition from holding for a unit, in their order: those of the parts that do not hold.
    package mutating func deciding(_ condition: TypedExpression, of unit: Int) -> [Int] {
        guard let row = rowOfUnit[unit] else { return [] }
        return deciding(condition.root, row: row)
    }

    /// The value of a variable for a unit; NaN where it is missing, or the unit not present.
    package mutating func value(_ variable: Int, of unit: Int) -> Double {
        guard let row = rowOfUnit[unit] else { return .nan }
        return columns.column(variable)[row]
    }

    // MARK: - Conditions

    private mutating func traced(_ condition: TypedExpression, unit: Int, row: Int) -> TracedCondition {
        var parts: [(Expression, Double)] = []
        for part in conjuncts(of: condition.root) { parts.append((part, result(of: part, row: row))) }
        var values: [Trace] = []
        for variable in variablesInOrder(of: condition.root) { values.append(trace(variable, unit: unit, row: row)) }
        return TracedCondition(
            condition: condition,
            result: columns.evaluate(condition)[row],
            parts: parts,
            values: values
        )
    }

    private mutating func result(of part: Expression, row: Int) -> Double {
        columns.evaluate(TypedExpression(source: "", root: part, type: .boolean))[row]
    }

    private mutating func deciding(_ expression: Expression, row: Int) -> [Int] {
        switch expression {
        case .and:
            var found: [Int] = []
            for part in conjuncts(of: expression) where result(of: part, row: row) != 1 {
                for variable in deciding(part, row: row) where !found.contains(variable) { found.append(variable) }
            }
            return found
        default:
            return variablesInOrder(of: expression)
        }
    }

    // MARK: - Values

    private mutating func trace(_ variable: Int, unit: Int, row: Int) -> Trace {
        Trace(
            variable: variable,
            value: columns.column(variable)[row],
            origin: origin(of: variable, unit: unit, row: row)
        )
    }

    private mutating func origin(of variable: Int, unit: Int, row: Int) -> Trace.Origin {
        let facts = plan.factColumns.count
        let fields = plan.dataSets[plan.roster].fields.count
        guard variable < facts else {
            return variable < facts + fields
                ? roster(field: variable - facts, unit: unit) : .assessment(indicator: variable - facts - fields)
        }
        let column = plan.factColumns[variable]
        switch plan.facts[column.fact].source {
        case .value(let dataSet, let field):
            return reportRow(of: unit, in: period, dataSet: dataSet).map { .cell($0, field: field) }
                ?? .noRow(dataSet: dataSet)
        case .aggregate(let aggregate):
            if case .dropped(let told) = aggregate.function {
                return .dropped(dropped(told: told, aggregate: aggregate, column: column, unit: unit))
            }
            return .rows(rows(of: aggregate, column: column, unit: unit))
        case .envelope(let envelope):
            return .calendar(envelope, standings(for: envelope, unit: unit))
        case .expression(let expression):
            var values: [Trace] = []
            for variable in variablesInOrder(of: expression.root) {
                values.append(trace(variable, unit: unit, row: row))
            }
            return .computed(expression, values)
        }
    }

    private func roster(field: Int, unit: Int) -> Trace.Origin {
        let roster = prepared.roster
        let definition = plan.dataSets[plan.roster].fields[field]
        let line = roster.table.sources.indices.contains(unit) ? roster.table.sources[unit].line : 0
        var isImplied = false
        if definition.roles.contains(.levels), plan.kinds.indices.contains(roster.kinds[unit]) {
            isImplied = !plan.kinds[roster.kinds[unit]].levels.isEmpty
        }
        return .roster(field: field, line: line, isImplied: isImplied)
    }
}

/// The variables of an expression, each once, in the order in which they stand.
private func variablesInOrder(of expression: Expression) -> [Int] {
    var found: [Int] = []
    func visit(_ expression: Expression) {
        switch expression {
        case .variable(let variable): if !found.contains(variable) { found.append(variable) }
        case .number, .boolean, .string, .name, .code: break
        case .not(let operand), .negate(let operand): visit(operand)
        case .and(let left, let right), .or(let left, let right), .compare(_, let left, let right),
            .arithmetic(_, let left, let right):
            visit(left)
            visit(right)
        case .member(let operand, let items):
            visit(operand)
            items.forEach(visit)
        case .call(_, let operands): operands.forEach(visit)
        }
    }
    visit(expression)
    return found
}
