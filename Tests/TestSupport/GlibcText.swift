import Glibc

/// Bytes from one encoding to another by the C library, whose tables are not ours; nil where it knows no way.
package func glibcConverted(_ bytes: [UInt8], from: String, to: String) -> [UInt8]? {
    guard let converter = unsafe iconv_open(to, from), Int(bitPattern: converter) != -1 else { return nil }
    defer { unsafe _ = iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: 16 + bytes.count * 8)
    let room = output.count
    let left: Int? = unsafe input.withUnsafeMutableBufferPointer { input in
        unsafe output.withUnsafeMutableBufferPointer { output in
            var from = input.baseAddress
            var to = output.baseAddress
            var inputLeft = input.count
            var outputLeft = output.count
            guard unsafe iconv(converter, &from, &inputLeft, &to, &outputLeft) != Int.max,
                unsafe iconv(converter, nil, nil, &to, &outputLeft) != Int.max, inputLeft == 0
            else { return nil }
            return outputLeft
        }
    }
    return left.map { output.prefix(room - $0).map { UInt8(bitPattern: $0) } }
}
