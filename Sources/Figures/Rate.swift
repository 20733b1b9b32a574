/// A ratio of two counts with six decimals, zeros kept, rounded half away from zero, by integers alone (spec 5).
///
/// ```swift
/// Rate(12, of: 7)?.text  // "1.714286"
/// ```
package struct Rate: Sendable, Equatable {
    private let isNegative: Bool
    private let whole: UInt
    private let millionths: UInt

    /// Nil where the denominator is 0.
    package init?(_ numerator: Int, of denominator: Int) {
        let dividend = numerator.magnitude
        let divisor = denominator.magnitude
        guard divisor != 0 else { return nil }
        let (whole, rest) = dividend.quotientAndRemainder(dividingBy: divisor)
        // `rest` is below `divisor`, so that the quotient is below a million and fits.
        let (quotient, remainder) = divisor.dividingFullWidth(rest.multipliedFullWidth(by: 1_000_000))
        let millionths = remainder >= divisor - remainder ? quotient + 1 : quotient
        self.whole = millionths == 1_000_000 ? whole + 1 : whole
        self.millionths = millionths == 1_000_000 ? 0 : millionths
        isNegative = (numerator < 0) != (denominator < 0) && (self.whole, self.millionths) != (0, 0)
    }

    /// `1.714286`
    package var text: String {
        let decimals = String(millionths)
        return (isNegative ? "-" : "") + "\(whole)." + String(repeating: "0", count: 6 - decimals.count) + decimals
    }
}
