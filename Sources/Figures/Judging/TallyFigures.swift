/// What is added up of one indicator and one group.
struct TallyFigures: AdditiveArithmetic {
    var denominator = 0
    var numerator = 0
    var reportedDenominator = 0
    var reportedNumerator = 0

    static let zero = TallyFigures()

    static func + (left: TallyFigures, right: TallyFigures) -> TallyFigures {
        TallyFigures(
            denominator: left.denominator + right.denominator,
            numerator: left.numerator + right.numerator,
            reportedDenominator: left.reportedDenominator + right.reportedDenominator,
            reportedNumerator: left.reportedNumerator + right.reportedNumerator
        )
    }

    static func - (left: TallyFigures, right: TallyFigures) -> TallyFigures {
        TallyFigures(
            denominator: left.denominator - right.denominator,
            numerator: left.numerator - right.numerator,
            reportedDenominator: left.reportedDenominator - right.reportedDenominator,
            reportedNumerator: left.reportedNumerator - right.reportedNumerator
        )
    }

    func tally(_ group: UnitGroup, indicator: Int, result: Tally.Result) -> Tally {
        Tally(
            group: group,
            indicator: indicator,
            denominator: denominator,
            numerator: numerator,
            reportedDenominator: reportedDenominator,
            reportedNumerator: reportedNumerator,
            result: result
        )
    }
}

/// A fact as a count: missing adds nothing.
///
/// Cut at 2^46, far above any count, so that no sum over units overflows whatever an expression of the plan came to.
func count(_ value: Double) -> Int {
    let limit = 0x1p46
    guard !value.isNaN else { return 0 }
    // To the nearest whole number, half away from zero.
    return Int(max(-limit, min(limit, value)) + (value < 0 ? -0.5 : 0.5))
}
