// Scalars out of UTF-8 and back, on plain integers: `Unicode.Scalar` and `String` would cost an allocation or a check for each
// character of each cell.

/// What stands for a scalar where bytes are not UTF-8. Above every Unicode scalar.
let malformedScalar: UInt32 = 0x11_0000

/// The scalar at `index` and the number of its bytes. Bytes that are not UTF-8 give `malformedScalar`, one byte at a time, and
/// never a read beyond the end.
@inline(__always)
func scalar(in bytes: Span<UInt8>, at index: Int) -> (value: UInt32, length: Int) {
    let first = bytes[index]
    let length: Int
    var value: UInt32
    switch first {
    case 0..<0x80: return (UInt32(first), 1)
    case 0xC2..<0xE0: (length, value) = (2, UInt32(first & 0x1F))
    case 0xE0..<0xF0: (length, value) = (3, UInt32(first & 0x0F))
    case 0xF0..<0xF5: (length, value) = (4, UInt32(first & 0x07))
    default: return (malformedScalar, 1)
    }
    guard index + length <= bytes.count else { return (malformedScalar, 1) }
    for next in 1..<length {
        let byte = bytes[index + next]
        guard byte & 0xC0 == 0x80 else { return (malformedScalar, 1) }
        value = value << 6 | UInt32(byte & 0x3F)
    }
    // Neither in more bytes than it needs, nor half a surrogate pair, nor beyond Unicode.
    switch length {
    case 3: guard value >= 0x800, value & 0xF800 != 0xD800 else { return (malformedScalar, 1) }
    case 4: guard value >= 0x1_0000, value < malformedScalar else { return (malformedScalar, 1) }
    default: break
    }
    return (value, length)
}

/// Gives the UTF-8 bytes of a scalar, one by one.
@inline(__always)
func withUTF8(of scalar: UInt32, _ append: (UInt8) -> Void) {
    func tail(_ shift: UInt32) -> UInt8 { 0x80 | UInt8(truncatingIfNeeded: scalar >> shift) & 0x3F }
    switch scalar {
    case 0..<0x80:
        append(UInt8(truncatingIfNeeded: scalar))
    case 0x80..<0x800:
        append(0xC0 | UInt8(truncatingIfNeeded: scalar >> 6))
        append(tail(0))
    case 0x800..<0x1_0000:
        append(0xE0 | UInt8(truncatingIfNeeded: scalar >> 12))
        append(tail(6))
        append(tail(0))
    default:
        append(0xF0 | UInt8(truncatingIfNeeded: scalar >> 18))
        append(tail(12))
        append(tail(6))
        append(tail(0))
    }
}
