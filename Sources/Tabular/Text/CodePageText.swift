// Text of an eight-bit encoding. Whether a file's bytes are text of that encoding, only its meaning tells: who asks decodes by
// each, and lets the header decide.

/// Reads bytes as text of an eight-bit encoding, in NFC as far as Vietnamese goes: a letter and the tone mark behind it
/// (Windows-1258 has them apart, and some of its writers mix both) become one letter.
///
/// - Returns: nil where a byte is undefined in that encoding.
package func decodeText(_ bytes: [UInt8], as page: CodePage) -> DecodedText? {
    let half = page.upperHalf
    let hasMarks = page == .windows1258
    let span = bytes.span
    var high = 0
    for index in span.indices where span[index] >= 0x80 { high += 1 }
    var text: [UInt8] = []
    var isDefined = true
    text.append(addingCapacity: span.count + 2 * high) { output in
        var index = 0
        while index < span.count {
            let byte = span[index]
            index += 1
            var scalar = UInt32(byte)
            if byte >= 0x80 {
                let found = half[Int(byte & 0x7F)]
                guard found != CodePage.undefined else {
                    isDefined = false
                    return
                }
                scalar = UInt32(found)
            }
            if hasMarks, index < span.count, let tone = ToneMark(windows1258: span[index]),
                let composed = tone.on(scalar)
            {
                scalar = composed
                index += 1
            }
            withUTF8(of: scalar) { output.append($0) }
        }
    }
    return isDefined ? DecodedText(bytes: text, encoding: page.encoding) : nil
}

/// A tone of Vietnamese as a mark of its own behind the letter.
enum ToneMark: Int {
    case grave, hook, tilde, acute, dot

    init?(windows1258 byte: UInt8) {
        switch byte {
        case 0xCC: self = .grave
        case 0xD2: self = .hook
        case 0xDE: self = .tilde
        case 0xEC: self = .acute
        case 0xF2: self = .dot
        default: return nil
        }
    }

    /// The letter with the tone; nil for what carries none.
    func on(_ letter: UInt32) -> UInt32? {
        guard let place = Self.places[UInt16(truncatingIfNeeded: letter)] else { return nil }
        return Self.letters[rawValue][place]
    }

    /// The letters without a tone, and those with each: letters with tones in the same place.
    static let bare = scalars("aăâeêioôơuưyAĂÂEÊIOÔƠUƯY")
    static let letters = [
        scalars("àằầèềìòồờùừỳÀẰẦÈỀÌÒỒỜÙỪỲ"), scalars("ảẳẩẻểỉỏổởủửỷẢẲẨẺỂỈỎỔỞỦỬỶ"),
        scalars("ãẵẫẽễĩõỗỡũữỹÃẴẪẼỄĨÕỖỠŨỮỸ"), scalars("áắấéếíóốớúứýÁẮẤÉẾÍÓỐỚÚỨÝ"),
        scalars("ạặậẹệịọộợụựỵẠẶẬẸỆỊỌỘỢỤỰỴ"),
    ]

    private static let places = Dictionary(
        uniqueKeysWithValues: bare.enumerated().map { (UInt16(truncatingIfNeeded: $0.element), $0.offset) }
    )

    private static func scalars(_ letters: String) -> [UInt32] {
        letters.unicodeScalars.map(\.value)
    }
}
