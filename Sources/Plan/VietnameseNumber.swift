/// `1.234`, as a whole number is written in Vietnamese.
package func vietnamese(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    var text = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
        if index > 0, (digits.count - index) % 3 == 0 { text.append(".") }
        text.append(digit)
    }
    return text
}
