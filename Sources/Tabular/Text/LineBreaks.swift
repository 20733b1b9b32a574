// One way to count lines, so that the line of a finding is the line that the sender's editor shows: CR LF is one break,
// a lone LF or a lone CR is one too.

/// How many line breaks stand in the bytes. A CR LF that is cut in two by the end counts as one here, as its CR.
func lineBreaks(in bytes: Span<UInt8>) -> Int {
    var breaks = 0
    var afterReturn = false
    for index in bytes.indices {
        let byte = bytes[index]
        let isReturn = byte == ASCII.carriageReturn
        if isReturn || (byte == ASCII.lineFeed && !afterReturn) { breaks += 1 }
        afterReturn = isReturn
    }
    return breaks
}

/// The bytes that have a meaning in tables of text.
enum ASCII {
    static let tab: UInt8 = 0x09
    static let lineFeed: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D
    static let blank: UInt8 = 0x20
    static let quote: UInt8 = 0x22
    static let questionMark: UInt8 = 0x3F
    static let underscore: UInt8 = 0x5F
}
