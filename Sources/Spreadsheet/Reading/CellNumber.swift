/// Reads a number as workbooks store it (`xsd:double`, ISO/IEC 29500-1, 18.3.1.96): an ASCII point, perhaps an exponent.
///
/// - Returns: nil for anything else, and for what is no finite number.
func cellNumber(_ text: some Collection<UInt8>) -> Double? {
    var digits: UInt64 = 0
    var count = 0
    var decimals = 0
    var isNegative = false
    var isPlain = true
    var afterPoint = false
    for (index, byte) in text.enumerated() {
        switch byte {
        case 0x30...0x39:
            // Digits beyond the nineteenth make the number one for the long way.
            if count < 19 { digits = digits * 10 + UInt64(byte - 0x30) }
            count += 1
            if afterPoint { decimals += 1 }
        case UInt8(ascii: "-") where index == 0: isNegative = true
        case UInt8(ascii: ".") where !afterPoint: afterPoint = true
        case UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "-"), UInt8(ascii: "+"): isPlain = false
        default: return nil
        }
    }
    guard count > 0, text.count <= 400 else { return nil }
    // Both are exact in a Double, so that their quotient is rounded once, as it should be.
    if isPlain, count < 19, digits < 1 << 53, decimals < powersOfTen.count {
        let number = Double(digits) / powersOfTen[decimals]
        return isNegative ? -number : number
    }
    guard let number = Double(String(decoding: text, as: UTF8.self)), number.isFinite else { return nil }
    return number
}

private let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
]
