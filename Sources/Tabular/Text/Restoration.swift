// Text that was decoded wrongly before it was saved: `MÃ£ Ä‘Æ¡n vá»‹` is UTF-8 that somebody read as Windows-1252, `M· ®¬n vÞ`
// is what .VnTime shows as Vietnamese. Both are undone letter by letter: back to the bytes, and read as what they are.
//
// Nothing here decides whether a text is damaged; that its header then matches is what proves it.

/// How a text was damaged, and so how it is undone.
package struct Restoration: Equatable, Sendable {
    /// What the bytes were before they were decoded wrongly.
    package enum Original: Sendable { case utf8, tcvn3 }

    /// As which encoding they were read.
    package let page: CodePage
    package let original: Original
    /// How often that happened.
    package let times: Int

    /// All ways that are known, the likeliest first.
    package static let all = [
        Restoration(page: .windows1252, original: .utf8, times: 1),
        Restoration(page: .windows1258, original: .utf8, times: 1),
        Restoration(page: .windows1252, original: .tcvn3, times: 1),
        Restoration(page: .windows1258, original: .tcvn3, times: 1),
        Restoration(page: .windows1252, original: .utf8, times: 2),
        Restoration(page: .windows1258, original: .utf8, times: 2),
    ]

    /// Restores a whole text, piece by piece between delimiters, quotes and line ends: none of these is ever a part of a letter.
    package func restore(_ text: [UInt8]) -> RestoredText {
        var restored = RestoredText()
        restored.bytes.reserveCapacity(text.count)
        let span = text.span
        var start = 0
        for index in 0...span.count where index == span.count || Self.parts(span[index]) {
            restored.count.append(span.extracting(start..<index), by: self, to: &restored.bytes)
            if index < span.count { restored.bytes.append(span[index]) }
            start = index + 1
        }
        if restored.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { restored.bytes.removeFirst(3) }
        return restored
    }

    /// The piece as it was, or nil where it is no such text.
    fileprivate func undone(_ piece: Span<UInt8>) -> [UInt8]? {
        var bytes: [UInt8] = []
        append(piece, to: &bytes)
        for _ in 0..<times {
            guard let original = once(bytes.span) else { return nil }
            bytes = original
        }
        return bytes
    }

    private func once(_ piece: Span<UInt8>) -> [UInt8]? {
        let pageBytes = page.bytes
        var bytes: [UInt8] = []
        var index = 0
        while index < piece.count {
            let (scalar, length) = scalar(in: piece, at: index)
            index += length
            if scalar < 0x80 {
                bytes.append(UInt8(truncatingIfNeeded: scalar))
            } else if scalar <= 0xFFFF, let byte = pageBytes[UInt16(truncatingIfNeeded: scalar)] {
                bytes.append(byte)
            } else {
                return nil
            }
        }
        switch original {
        case .utf8: return (try? UTF8Span(validating: bytes.span)) == nil ? nil : bytes
        case .tcvn3: return decodeText(bytes, as: .tcvn3)?.bytes
        }
    }

    private static func parts(_ byte: UInt8) -> Bool {
        switch byte {
        case 0..<0x20, 0x22, 0x2C, 0x3B, 0x7C: true
        default: false
        }
    }
}

/// What restoring a text gave.
package struct RestoredText: Sendable {
    /// The text; what could not be restored stands in it as it was.
    package internal(set) var bytes: [UInt8] = []
    package internal(set) var count = RestoredPieces()
}

/// How far a restoration went.
package struct RestoredPieces: Sendable {
    /// Pieces that are another text than they were.
    package private(set) var restored = 0
    /// Pieces that hold Latin letters with diacritics, and are no text that was damaged in that way.
    package private(set) var failed = 0
    /// Where the first of them starts in the restored bytes.
    package private(set) var firstFailure: Int?

    package init() {}

    /// Appends a piece to restored bytes: as it was, or as it is where it is no damaged text.
    package mutating func append(_ piece: Span<UInt8>, by restoration: Restoration, to bytes: inout [UInt8]) {
        guard hasLatinBeyondASCII(piece) else { return Tabular.append(piece, to: &bytes) }
        if let original = restoration.undone(piece) {
            bytes += original
            restored += 1
        } else {
            if firstFailure == nil { firstFailure = bytes.count }
            failed += 1
            Tabular.append(piece, to: &bytes)
        }
    }
}

/// Whether there is any letter that a wrong decoding could have made: symbols, other scripts and emoji are left as they are.
private func hasLatinBeyondASCII(_ piece: Span<UInt8>) -> Bool {
    var index = 0
    while index < piece.count {
        let (scalar, length) = scalar(in: piece, at: index)
        index += length
        switch scalar {
        case 0x80..<0x370, 0x1E00..<0x1F00: return true
        default: break
        }
    }
    return false
}
