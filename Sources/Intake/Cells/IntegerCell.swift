/// What a cell of a whole number says.
enum IntegerCell: Equatable {
    case value(Int32)
    /// `12,0`, `12.0`: read, and told (C13).
    case converted(Int32)
    /// A whole number that no count can be: nine digits or more are a phone number or an identity number.
    case tooLarge
    /// Never a number: `12,5`, `1,234`, `95%`, `3 (ba)`, `khoảng 20`, the letter O (C2).
    case unreadable
}

/// Reads `1234`, `1.234`, `1 234` and, with a word about it, `12,0` and `12.0`.
///
/// Groups have three digits each and one mark, the first one has one to three and no leading zero: `1.23` and `1.234 567` are
/// no numbers. A comma is never grouping: `1,234` would be read as 1234 by one reader and as 1.234 by the next.
///
/// - Parameter text: as `clean` gives it.
func readInteger(_ text: Span<UInt8>) -> IntegerCell {
    guard !isGroupedByComma(text), let number = GroupedNumber(text), number.fraction.isZero else { return .unreadable }
    guard let value = number.whole else { return .tooLarge }
    return number.fraction == .none ? .value(value) : .converted(value)
}

/// `1,000`: a thousand to one reader, one to the next, zeros or not.
private func isGroupedByComma(_ text: Span<UInt8>) -> Bool {
    guard text.count > 4, text[text.count - 4] == 0x2C else { return false }
    for index in 0..<(text.count - 4) where !text[index].isDigit && text[index] != 0x2D { return false }
    return true
}

/// The integer of one to eight digits and nothing else, which most cells are; nil sends a cell the long way.
@inline(__always)
func readPlainInteger(_ text: Span<UInt8>) -> Int32? {
    guard text.count &- 1 < 8, text.count > 0 else { return nil }
    var value: Int32 = 0
    for index in text.indices {
        let digit = text[index] &- 0x30
        guard digit <= 9 else { return nil }
        value = value &* 10 &+ Int32(digit)
    }
    return value
}

/// A number as it is written in Vietnamese: groups of thousands, then a mark and decimals.
struct GroupedNumber {
    enum Fraction: Equatable {
        case none
        /// Zeros alone.
        case zero
        /// Decimals that matter, without the zeros behind them, after a comma or a point.
        case digits([UInt8])

        var isZero: Bool { self == .none || self == .zero }
    }

    let isNegative: Bool
    /// Digits of the whole part, without leading zeros but for one.
    let digits: [UInt8]
    let fraction: Fraction

    private static let blank: UInt8 = 0x20
    private static let comma: UInt8 = 0x2C
    private static let hyphen: UInt8 = 0x2D
    private static let point: UInt8 = 0x2E

    /// Nil where the text is no number, or could be two.
    init?(_ text: Span<UInt8>) {
        guard !text.isEmpty, text.count <= 64 else { return nil }
        isNegative = text[0] == Self.hyphen
        var digits: [UInt8] = []
        var index = isNegative ? 1 : 0
        var lengths: [Int] = []
        var mark: UInt8?
        /// Where the digits stand that the last point is followed by.
        var fractionStart: Int?
        var length = 0
        scan: while index < text.count {
            let byte = text[index]
            switch byte {
            case 0x30...0x39:
                digits.append(byte)
                length += 1
            case Self.blank, Self.point:
                guard length > 0 else { return nil }
                if let mark, mark != byte {
                    guard byte == Self.point else { return nil }
                    // `1 234.5`: blanks group, so the point cannot.
                    fractionStart = index + 1
                    break scan
                }
                mark = byte
                lengths.append(length)
                length = 0
            case Self.comma:
                guard length > 0 else { return nil }
                fractionStart = index + 1
                break scan
            default: return nil
            }
            index += 1
        }
        lengths.append(length)
        guard length > 0 else { return nil }
        var decimals: [UInt8] = []
        if let fractionStart {
            guard text.extracting(fractionStart..<text.count).areDigits else { return nil }
            for place in fractionStart..<text.count { decimals.append(text[place]) }
        }
        if lengths.count > 1 {
            let isGrouping =
                (1...3).contains(lengths[0]) && digits[0] != 0x30 && lengths.dropFirst().allSatisfy { $0 == 3 }
            if !isGrouping {
                // A lone point that cannot be grouping is a decimal point.
                guard lengths.count == 2, mark == Self.point, fractionStart == nil else { return nil }
                decimals = Array(digits[lengths[0]...])
                digits.removeLast(lengths[1])
            }
        }
        let leadingZeros = digits.prefix { $0 == 0x30 }.count
        digits.removeFirst(min(leadingZeros, digits.count - 1))
        self.digits = digits
        if decimals.isEmpty {
            fraction = .none
        } else {
            let trailingZeros = decimals.reversed().prefix { $0 == 0x30 }.count
            decimals.removeLast(trailingZeros)
            fraction = decimals.isEmpty ? .zero : .digits(decimals)
        }
    }

    /// The whole part; nil where it is too long for a count.
    var whole: Int32? {
        guard digits.count <= 8 else { return nil }
        var value: Int32 = 0
        for digit in digits { value = value * 10 + Int32(digit - 0x30) }
        return isNegative ? -value : value
    }
}
