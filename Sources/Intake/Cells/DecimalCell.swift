/// What a cell of a decimal number says.
enum DecimalCell: Equatable {
    /// The shortest form with a decimal point, such as `12.5`, `-0.25` or `12`.
    case value(String)
    /// More digits than a number of 64 bits holds, or a whole part that no measure of a school has (see `IntegerCell`).
    case tooLong
    case unreadable
}

/// Reads `12,5`, and `12.5` where the point cannot be grouping: `1.234` is 1234.
///
/// - Parameter text: as `clean` gives it.
func readDecimal(_ text: Span<UInt8>) -> DecimalCell {
    guard let number = GroupedNumber(text) else { return .unreadable }
    var digits = number.digits
    if case .digits(let decimals) = number.fraction {
        digits.append(0x2E)
        digits.append(contentsOf: decimals)
    }
    // 15 digits are exact in a Double.
    guard number.digits.count <= 8, digits.count <= 16 else { return .tooLong }
    let isZero = digits == [0x30]
    return .value((number.isNegative && !isZero ? "-" : "") + String(decoding: digits, as: UTF8.self))
}
