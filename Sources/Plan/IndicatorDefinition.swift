/// One target of section III of the plan.
package struct IndicatorDefinition: Sendable {
    package enum Kind: String, Sendable {
        /// The share of the units it applies to that meet it.
        case units
        /// A ratio of counts of events.
        case events
        /// This year against the same period last year.
        case change
    }

    package let id: String
    package let kind: Kind
    /// The plan's own words.
    package let wording: String
    /// A few words, for headings of columns and charts.
    package let title: String
    /// Đơn vị tính, such as `Đơn vị`.
    package let measure: String
    /// Chỉ tiêu giao, as printed, such as `100%` or `Giảm`.
    package let target: String
    /// The target as a share of 1: `100%` is 1; nil for one in words, such as a change's.
    package var targetRate: Double? {
        guard target.hasSuffix("%"), let percent = Int(target.dropLast()) else { return nil }
        return Double(percent) / 100
    }
    /// The code of the period in which it is due; before that an unmet indicator is in progress.
    package let dueIn: String?
    /// All of these are over `Plan.unitScope`. Nil: applies to every unit.
    package let applies: TypedExpression?
    /// Whether the unit has reported what the indicator needs; nil: its report of the period counts.
    package let reported: TypedExpression?
    package let met: TypedExpression
    /// For a group's sums, where a group is judged otherwise than a unit (`change`); nil: `met`.
    package let groupMet: TypedExpression?
    /// Positions in `Plan.factColumns` of what a group adds up, for `events` and `change`.
    package let denominator: Int?
    package let numerator: Int?
    /// The code list by which the indicator is also shown; its facts have a split by that list.
    package let categories: Int?

    package init(
        id: String,
        kind: Kind,
        wording: String,
        title: String,
        measure: String,
        target: String,
        dueIn: String?,
        applies: TypedExpression?,
        reported: TypedExpression?,
        met: TypedExpression,
        groupMet: TypedExpression?,
        denominator: Int?,
        numerator: Int?,
        categories: Int?
    ) {
        self.id = id
        self.kind = kind
        self.wording = wording
        self.title = title
        self.measure = measure
        self.target = target
        self.dueIn = dueIn
        self.applies = applies
        self.reported = reported
        self.met = met
        self.groupMet = groupMet
        self.denominator = denominator
        self.numerator = numerator
        self.categories = categories
    }
}

/// What became of one unit and one indicator.
package enum Verdict: UInt8, Sendable, CaseIterable {
    case met, notMet, inProgress, notApplicable, notReported

    /// As machine outputs spell it, and as expressions over assessments name it.
    package var code: String {
        switch self {
        case .met: "met"
        case .notMet: "not_met"
        case .inProgress: "in_progress"
        case .notApplicable: "not_applicable"
        case .notReported: "not_reported"
        }
    }
}
