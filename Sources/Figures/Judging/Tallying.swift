import Plan

/// Adds assessments and facts up over groups of units, and judges the groups (spec 1, Indicators; spec 5, figures.csv).
struct Tallying {
    private var units: UnitColumns
    private var groups: GroupColumns
    private let assessments: [[Verdict]]
    private var grouping: UnitGrouping { groups.grouping }
    private var plan: Plan { units.plan }

    init(units: UnitColumns, grouping: UnitGrouping, assessments: [[Verdict]]) {
        self.units = units
        groups = GroupColumns(grouping: grouping)
        self.assessments = assessments
    }

    /// In the order of groups (the city, kinds, communes, departments, categories) and of the plan's indicators.
    mutating func tallies() -> [Tally] {
        var byIndicator: [[Tally]] = []
        var categories: [[Tally]] = []
        for (position, indicator) in plan.indicators.enumerated() {
            byIndicator.append(indicator.kind == .units ? unitTallies(position) : sumTallies(position))
            categories.append(indicator.categories.map { categoryTallies(position, list: $0) } ?? [])
        }
        let ofGroups = grouping.groups.indices.flatMap { group in byIndicator.map { $0[group] } }
        let codes = 0..<(categories.map(\.count).max() ?? 0)
        return ofGroups + codes.flatMap { code in categories.filter { code < $0.count }.map { $0[code] } }
    }

    /// The share of the units that the indicator applies to that meet it.
    private func unitTallies(_ position: Int) -> [Tally] {
        let verdicts = assessments[position]
        let figures = grouping.sums { row in
            let verdict = verdicts[row]
            let applies = verdict == .notApplicable ? 0 : 1
            let isMet = verdict == .met ? 1 : 0
            return TallyFigures(
                denominator: applies,
                numerator: isMet,
                reportedDenominator: verdict == .notReported ? 0 : applies,
                reportedNumerator: isMet
            )
        }
        return zip(grouping.groups, figures).map { group, figures in
            let result: Tally.Result =
                if figures.denominator == 0 {
                    .none
                } else if figures.numerator == figures.denominator {
                    .met
                } else {
                    unmet(position)
                }
            return figures.tally(group, indicator: position, result: result)
        }
    }

    /// Counts of events, or of this year and the last, added up.
    private mutating func sumTallies(_ position: Int) -> [Tally] {
        let indicator = plan.indicators[position]
        let figures = grouping.sums(figuresByRow(indicator.denominator, indicator.numerator))
        let anyReported = grouping.sums { units.standing.reported[$0] ? 1 : 0 }.map { $0 > 0 }
        let applies = indicator.applies.map { groups.evaluate($0, units: &units) }
        let reported = indicator.reported.map { groups.evaluate($0, units: &units) }
        let met = groups.evaluate(indicator.groupMet ?? indicator.met, units: &units)
        return grouping.groups.indices.map { group in
            let isJudged = (applies?[group] ?? 1) == 1 && (reported.map { $0[group] == 1 } ?? anyReported[group])
            let result: Tally.Result = !isJudged ? .none : met[group] == 1 ? .met : unmet(position)
            return figures[group].tally(grouping.groups[group], indicator: position, result: result)
        }
    }

    /// The same over the parts of the facts in each code of the list, over the whole city.
    private mutating func categoryTallies(_ position: Int, list: Int) -> [Tally] {
        let indicator = plan.indicators[position]
        var categories = CategoryColumns(list: list, plan: plan)
        let denominators = indicator.denominator.flatMap { categories.parts(of: $0, plan: plan) }
        let numerators = indicator.numerator.flatMap { categories.parts(of: $0, plan: plan) }
        let anyReported = units.standing.reported.contains(true)
        let applies = indicator.applies.map { categories.evaluate($0, units: &units) }
        let reported = indicator.reported.map { categories.evaluate($0, units: &units) }
        let met = categories.evaluate(indicator.groupMet ?? indicator.met, units: &units)
        return (0..<categories.codeCount).map { code in
            let figuresOfRow = figuresByRow(denominators?[code], numerators?[code])
            let figures = units.units.indices.reduce(into: TallyFigures.zero) { $0 += figuresOfRow($1) }
            let isJudged = (applies?[code] ?? 1) == 1 && (reported.map { $0[code] == 1 } ?? anyReported)
            let result: Tally.Result = !isJudged ? .none : met[code] == 1 ? .met : unmet(position)
            return figures.tally(.category(code), indicator: position, result: result)
        }
    }

    /// What each present unit adds, from its fact columns.
    private mutating func figuresByRow(_ denominator: Int?, _ numerator: Int?) -> (Int) -> TallyFigures {
        let denominators = denominator.map { units.column($0) }
        let numerators = numerator.map { units.column($0) }
        let reported = units.standing.reported
        return { row in
            let denominator = denominators.map { count($0[row]) } ?? 0
            let numerator = numerators.map { count($0[row]) } ?? 0
            return TallyFigures(
                denominator: denominator,
                numerator: numerator,
                reportedDenominator: reported[row] ? denominator : 0,
                reportedNumerator: reported[row] ? numerator : 0
            )
        }
    }

    /// What a group that is not met is: before the period in which the indicator is due, in progress.
    private func unmet(_ indicator: Int) -> Tally.Result {
        units.standing.isAhead[indicator] ? .inProgress : .notMet
    }
}
