import Plan
import Records

/// The figures of one period: facts, assessments and tallies.
package struct PeriodFigures: Sendable {
    package let period: Period
    /// Positions in the roster of the units that are present in the period, ascending: the rows of everything by unit below.
    package let units: [Int]
    /// By row.
    package let expected: [Bool]
    package let reported: [Bool]
    package let onTime: [Bool]
    package let facts: Facts
    /// By position of the indicator, then by row.
    package let assessments: [[Verdict]]
    /// In the order of groups (city, kinds, communes, departments, categories) and of the plan's indicators.
    package let tallies: [Tally]
    /// Completeness of the city, of each kind, commune and department that has a present unit, in that order.
    package let completeness: [Completeness]

    package init(
        period: Period,
        units: [Int],
        expected: [Bool],
        reported: [Bool],
        onTime: [Bool],
        facts: Facts,
        assessments: [[Verdict]],
        tallies: [Tally],
        completeness: [Completeness]
    ) {
        self.period = period
        self.units = units
        self.expected = expected
        self.reported = reported
        self.onTime = onTime
        self.facts = facts
        self.assessments = assessments
        self.tallies = tallies
        self.completeness = completeness
    }
}

/// The matrix of facts: one value per present unit and fact column.
package struct Facts: Sendable {
    /// By position in `Plan.factColumns`, then by row: missing is NaN, booleans 0 and 1, dates days since 1970, choices
    /// positions in their list, sets bits, texts numbers in `texts`.
    package let columns: [[Double]]
    package let texts: TextPool

    package init(columns: [[Double]], texts: TextPool) {
        self.columns = columns
        self.texts = texts
    }
}

/// What is added up.
package enum UnitGroup: Hashable, Sendable {
    case city
    /// Position in the plan's list of kinds.
    case kind(Int)
    /// Position in the roster's communes.
    case commune(Int)
    /// Position in `Plan.departments`.
    case department(Int)
    /// Position in the code list of the indicator's categories, over the whole city.
    case category(Int)
}

/// One indicator added up over a group of units.
package struct Tally: Sendable, Equatable {
    package enum Result: String, Sendable {
        case met
        case notMet = "not_met"
        case inProgress = "in_progress"
        /// Nothing to judge.
        case none
    }

    package let group: UnitGroup
    /// Position in `Plan.indicators`.
    package let indicator: Int
    /// `units`: units that it applies to; `events`: events; `change`: last year's count.
    package let denominator: Int
    /// `units`: units that meet it; `events`: those handled in time; `change`: this year's count.
    package let numerator: Int
    /// The same over units whose report of the period counts.
    package let reportedDenominator: Int
    package let reportedNumerator: Int
    package let result: Result

    package init(
        group: UnitGroup,
        indicator: Int,
        denominator: Int,
        numerator: Int,
        reportedDenominator: Int,
        reportedNumerator: Int,
        result: Result
    ) {
        self.group = group
        self.indicator = indicator
        self.denominator = denominator
        self.numerator = numerator
        self.reportedDenominator = reportedDenominator
        self.reportedNumerator = reportedNumerator
        self.result = result
    }
}

/// Who of a group has reported.
package struct Completeness: Sendable, Equatable {
    package let group: UnitGroup
    package let expected: Int
    /// Expected units that reported, and those of them that were on time.
    package let reported: Int
    package let onTime: Int

    package init(group: UnitGroup, expected: Int, reported: Int, onTime: Int) {
        self.group = group
        self.expected = expected
        self.reported = reported
        self.onTime = onTime
    }

    package var late: Int { reported - onTime }
    package var missing: Int { expected - reported }
}
