// Numbers and days of a sheet as the texts that stand for them, exactly. A number has a decimal comma, so that 1.234 cannot be
// taken for one thousand two hundred and thirty-four.

import Plan
import Spreadsheet

/// Appends an integer up to 2^53 as its digits, any other number in plain notation with a decimal comma: the fewest digits that
/// tell it from all other Doubles. Beyond 2^53 digits are lost, so it stands in scientific form, which no code and no count is.
func append(number: Double, to text: inout [UInt8]) {
    if let whole = wholeNumber(number) {
        append(whole: whole, to: &text)
    } else {
        text += decimalText(number, shiftedBy: 0)
    }
}

/// Appends `95%` for 0.95: as it is shown, and as it stands in a text that Excel writes of it.
func append(percentage: Double, to text: inout [UInt8]) {
    text += decimalText(percentage, shiftedBy: 2) + [UInt8(ascii: "%")]
}

/// Appends `2026-03-14`, and the time of day behind it where there is one.
func append(date: SerialDate, to text: inout [UInt8]) {
    let (year, month, day) = CalendarDate(days: date.days).components
    append(twoDigits: year / 100, to: &text)
    append(twoDigits: year % 100, to: &text)
    for part in [month, day] {
        text.append(UInt8(ascii: "-"))
        append(twoDigits: part, to: &text)
    }
    guard date.seconds > 0 else { return }
    text.append(UInt8(ascii: " "))
    for (place, part) in [date.seconds / 3_600, date.seconds / 60 % 60, date.seconds % 60].enumerated() {
        if place > 0 { text.append(UInt8(ascii: ":")) }
        append(twoDigits: part, to: &text)
    }
}

private func append(twoDigits number: Int, to text: inout [UInt8]) {
    text.append(UInt8(truncatingIfNeeded: 0x30 + number / 10))
    text.append(UInt8(truncatingIfNeeded: 0x30 + number % 10))
}

private func append(whole number: Int64, to text: inout [UInt8]) {
    if number < 0 { text.append(UInt8(ascii: "-")) }
    let start = text.count
    var rest = number.magnitude
    repeat {
        text.append(UInt8(truncatingIfNeeded: 0x30 + rest % 10))
        rest /= 10
    } while rest > 0
    text[start...].reverse()
}

private func wholeNumber(_ number: Double) -> Int64? {
    let limit = Double(1 << 53)
    guard number >= -limit, number <= limit else { return nil }
    let whole = Int64(number)
    return Double(whole) == number ? whole : nil
}

private func decimalText(_ number: Double, shiftedBy shift: Int) -> [UInt8] {
    let limit = Double(1 << 53)
    // `0.1`, `1e-05`, `5e+20`: the standard library's shortest form.
    var digits: [UInt8] = []
    var decimals = 0
    var exponent = 0
    var part = 0
    var isSmall = false
    for byte in number.description.utf8 {
        switch byte {
        case 0x30...0x39:
            if part == 2 {
                exponent = exponent * 10 + Int(byte - 0x30)
            } else {
                digits.append(byte)
                decimals += part
            }
        case UInt8(ascii: "."): part = 1
        case UInt8(ascii: "e"): part = 2
        case UInt8(ascii: "-"): if part == 2 { isSmall = true }
        default: break
        }
    }
    // The number is the digits times ten to this power.
    var power = (isSmall ? -exponent : exponent) - decimals + shift
    while let first = digits.first, first == 0x30, digits.count > 1 { digits.removeFirst() }
    while let last = digits.last, last == 0x30, digits.count > 1 {
        digits.removeLast()
        power += 1
    }
    if digits == [0x30] { return digits }
    var text: [UInt8] = number < 0 ? [UInt8(ascii: "-")] : []
    if number > limit || number < -limit {
        let scale = power + digits.count - 1
        text.append(digits[0])
        if digits.count > 1 { text += [UInt8(ascii: ",")] + digits[1...] }
        return text + Array("E+\(scale)".utf8)
    }
    if power >= 0 { return text + digits + [UInt8](repeating: 0x30, count: power) }
    let whole = digits.count + power
    if whole <= 0 {
        return text + [0x30, UInt8(ascii: ",")] + [UInt8](repeating: 0x30, count: -whole) + digits
    }
    return text + digits[..<whole] + [UInt8(ascii: ",")] + digits[whole...]
}
