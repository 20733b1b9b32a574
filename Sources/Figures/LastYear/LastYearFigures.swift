import Plan

/// What was closed for the same period last year, unit by unit, under the names of this year's plan.
///
/// Last year's plan may have had other facts, codes and indicators: what it did not have is missing here, never 0.
package struct LastYearFigures: Sendable {
    /// A unit as it was then.
    package struct Unit: Sendable {
        package let code: String
        /// Codes of its commune and kind.
        package let commune: String
        package let kind: String
        package let expected: Bool
        package let reported: Bool
        package let onTime: Bool

        package init(code: String, commune: String, kind: String, expected: Bool, reported: Bool, onTime: Bool) {
            self.code = code
            self.commune = commune
            self.kind = kind
            self.expected = expected
            self.reported = reported
            self.onTime = onTime
        }
    }

    /// In the order of their codes.
    package let units: [Unit]
    /// By position in `Plan.factColumns`, then by unit, as `Facts.columns` holds values; of texts only whether there is one. Nil: last
    /// year's plan had no such fact, or it is a part by two lists.
    private let columns: [[Double]?]
    /// By position of the indicator, then by unit; nil: last year's plan had no such indicator.
    private let assessments: [[Verdict]?]

    package init(units: [Unit], columns: [[Double]?], assessments: [[Verdict]?]) {
        self.units = units
        self.columns = columns
        self.assessments = assessments
    }

    // MARK: - Some of the units

    package func ofCommune(_ code: String) -> LastYearFigures {
        taking { $0.commune == code }
    }

    /// - Parameter kinds: positions in the plan's list of kinds.
    package func ofKinds(_ kinds: [Int], plan: Plan) -> LastYearFigures {
        let codes = Set(kinds.map { plan.codeLists[plan.kindList].codes[$0].code })
        return taking { codes.contains($0.kind) }
    }

    private func taking(_ isTaken: (Unit) -> Bool) -> LastYearFigures {
        let rows = units.indices.filter { isTaken(units[$0]) }
        return LastYearFigures(
            units: rows.map { units[$0] },
            columns: columns.map { column in column.map { column in rows.map { column[$0] } } },
            assessments: assessments.map { verdicts in verdicts.map { verdicts in rows.map { verdicts[$0] } } }
        )
    }

    // MARK: - Added up

    /// The sum of a fact's column; a missing value adds nothing. Nil where no unit has one.
    package func sum(ofColumn column: Int) -> Double? {
        let known = columns[column]?.filter { !$0.isNaN } ?? []
        return known.isEmpty ? nil : known.reduce(0, +)
    }

    /// The number of units whose value of a column is as asked. Nil where no unit has a value.
    package func unitCount(ofColumn column: Int, where isCounted: (Double) -> Bool) -> Double? {
        let known = columns[column]?.filter { !$0.isNaN } ?? []
        return known.isEmpty ? nil : Double(known.count(where: isCounted))
    }

    /// What an indicator came to; nil where it was not judged of any unit.
    package func figures(ofIndicator position: Int, plan: Plan) -> TallyCounts? {
        let indicator = plan.indicators[position]
        if indicator.kind == .units {
            guard let verdicts = assessments[position], !verdicts.isEmpty else { return nil }
            let applicable = verdicts.filter { $0 != .notApplicable }
            let met = applicable.count { $0 == .met }
            return TallyCounts(
                denominator: applicable.count,
                numerator: met,
                reportedDenominator: applicable.count { $0 != .notReported },
                reportedNumerator: met
            )
        }
        guard let denominator = indicator.denominator, let numerator = indicator.numerator,
            let all = sum(ofColumn: denominator), let part = sum(ofColumn: numerator)
        else { return nil }
        return TallyCounts(
            denominator: count(all),
            numerator: count(part),
            reportedDenominator: reportedCount(denominator),
            reportedNumerator: reportedCount(numerator)
        )
    }

    private func reportedCount(_ column: Int) -> Int {
        guard let values = columns[column] else { return 0 }
        return units.indices.reduce(0) { units[$1].reported ? $0 + count(values[$1]) : $0 }
    }

    package var completeness: Completeness {
        let expected = units.filter(\.expected)
        return Completeness(
            group: .city,
            expected: expected.count,
            reported: expected.count(where: \.reported),
            onTime: expected.count { $0.reported && $0.onTime }
        )
    }
}

/// What an indicator added up to over a group, without its judgement.
package struct TallyCounts: Sendable, Equatable {
    package let denominator: Int
    package let numerator: Int
    /// Over units that reported.
    package let reportedDenominator: Int
    package let reportedNumerator: Int
}
