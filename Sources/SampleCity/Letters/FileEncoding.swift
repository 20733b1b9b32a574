/// How a file's text becomes bytes. Written for this generator alone: the program that reads has its own tables.
enum FileEncoding: CaseIterable, Sendable {
    case utf8, utf8WithMark
    case utf16LittleEndian, utf16LittleEndianWithMark, utf16BigEndian, utf16BigEndianWithMark
    /// Windows-1258: what has a letter of its own is that letter, the rest a letter and a tone mark behind it.
    case windows1258
    /// Windows-1258 with every tone as a mark behind its letter.
    case windows1258Combining
    /// TCVN 5712 (ABC, the .VnTime fonts): it has no capitals with tones, so they are small.
    case tcvn3

    /// What stands before the first letter.
    var mark: [UInt8] {
        switch self {
        case .utf8WithMark: [0xEF, 0xBB, 0xBF]
        case .utf16LittleEndianWithMark: [0xFF, 0xFE]
        case .utf16BigEndianWithMark: [0xFE, 0xFF]
        default: []
        }
    }

    /// Whether it has the letters of Vietnamese and of ASCII alone.
    var isEightBit: Bool {
        switch self {
        case .windows1258, .windows1258Combining, .tcvn3: true
        default: false
        }
    }

    /// - Parameter text: composed (NFC) where the encoding is one of eight bits; of letters that it has.
    func bytes(of text: String) -> [UInt8] {
        switch self {
        case .utf8, .utf8WithMark: Array(text.utf8)
        case .utf16LittleEndian, .utf16LittleEndianWithMark:
            text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
        case .utf16BigEndian, .utf16BigEndianWithMark:
            text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        case .windows1258: text.unicodeScalars.flatMap { Windows1258.bytes(of: $0, isCombining: false) }
        case .windows1258Combining: text.unicodeScalars.flatMap { Windows1258.bytes(of: $0, isCombining: true) }
        case .tcvn3: text.unicodeScalars.map(TCVN3.byte)
        }
    }
}

private enum Windows1258 {
    private static let letters: [Unicode.Scalar: UInt8] = [
        "À": 0xC0, "Á": 0xC1, "Â": 0xC2, "Ă": 0xC3, "È": 0xC8, "É": 0xC9, "Ê": 0xCA, "Í": 0xCD, "Đ": 0xD0, "Ó": 0xD3,
        "Ô": 0xD4,
        "Ơ": 0xD5, "Ù": 0xD9, "Ú": 0xDA, "Ư": 0xDD, "à": 0xE0, "á": 0xE1, "â": 0xE2, "ă": 0xE3, "è": 0xE8, "é": 0xE9,
        "ê": 0xEA,
        "í": 0xED, "đ": 0xF0, "ó": 0xF3, "ô": 0xF4, "ơ": 0xF5, "ù": 0xF9, "ú": 0xFA, "ư": 0xFD, "\u{A0}": 0xA0,
    ]

    private static let tones: [VietnameseLetter.Tone: UInt8] = [
        .grave: 0xCC, .hook: 0xD2, .tilde: 0xDE, .acute: 0xEC, .dot: 0xF2,
    ]

    static func bytes(of scalar: Unicode.Scalar, isCombining: Bool) -> [UInt8] {
        if scalar.isASCII { return [UInt8(scalar.value)] }
        let letter = VietnameseLetter(scalar)
        if !isCombining || letter == nil || letter?.tone == .level, let byte = letters[scalar] { return [byte] }
        guard let letter, let tone = tones[letter.tone],
            let base = letter.base.isASCII ? UInt8(letter.base.value) : letters[letter.base]
        else { preconditionFailure("Windows-1258 has no \(scalar)") }
        return [base, tone]
    }
}

private enum TCVN3 {
    private static let letters: [Unicode.Scalar: UInt8] = [
        "Ă": 0xA1, "Â": 0xA2, "Ê": 0xA3, "Ô": 0xA4, "Ơ": 0xA5, "Ư": 0xA6, "Đ": 0xA7, "ă": 0xA8, "â": 0xA9, "ê": 0xAA,
        "ô": 0xAB,
        "ơ": 0xAC, "ư": 0xAD, "đ": 0xAE, "à": 0xB5, "ả": 0xB6, "ã": 0xB7, "á": 0xB8, "ạ": 0xB9, "ằ": 0xBB, "ẳ": 0xBC,
        "ẵ": 0xBD,
        "ắ": 0xBE, "ặ": 0xC6, "ầ": 0xC7, "ẩ": 0xC8, "ẫ": 0xC9, "ấ": 0xCA, "ậ": 0xCB, "è": 0xCC, "ẻ": 0xCE, "ẽ": 0xCF,
        "é": 0xD0,
        "ẹ": 0xD1, "ề": 0xD2, "ể": 0xD3, "ễ": 0xD4, "ế": 0xD5, "ệ": 0xD6, "ì": 0xD7, "ỉ": 0xD8, "ĩ": 0xDC, "í": 0xDD,
        "ị": 0xDE,
        "ò": 0xDF, "ỏ": 0xE1, "õ": 0xE2, "ó": 0xE3, "ọ": 0xE4, "ồ": 0xE5, "ổ": 0xE6, "ỗ": 0xE7, "ố": 0xE8, "ộ": 0xE9,
        "ờ": 0xEA,
        "ở": 0xEB, "ỡ": 0xEC, "ớ": 0xED, "ợ": 0xEE, "ù": 0xEF, "ủ": 0xF1, "ũ": 0xF2, "ú": 0xF3, "ụ": 0xF4, "ừ": 0xF5,
        "ử": 0xF6,
        "ữ": 0xF7, "ứ": 0xF8, "ự": 0xF9, "ỳ": 0xFA, "ỷ": 0xFB, "ỹ": 0xFC, "ý": 0xFD, "ỵ": 0xFE,
    ]

    static func byte(of scalar: Unicode.Scalar) -> UInt8 {
        if scalar.isASCII { return UInt8(scalar.value) }
        let small = scalar.properties.lowercaseMapping.unicodeScalars
        guard let byte = letters[scalar] ?? small.first.flatMap({ letters[$0] }) else {
            preconditionFailure("TCVN3 has no \(scalar)")
        }
        return byte
    }
}
