/// `1.234`, as a whole number is written in Vietnamese.
func vietnamese(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    var text = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
        if index > 0, (digits.count - index) % 3 == 0 { text.append(".") }
        text.append(digit)
    }
    return text
}

/// `97,5%` of a part and its whole, to one decimal, half away from zero, without `,0`; `-` where there is no whole.
func vietnamesePercent(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "-" }
    let tenths = (part * 2_000 + whole) / (2 * whole)
    return tenths % 10 == 0 ? "\(vietnamese(tenths / 10))%" : "\(vietnamese(tenths / 10)),\(tenths % 10)%"
}
