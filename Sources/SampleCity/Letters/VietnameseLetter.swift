/// A Vietnamese letter taken apart: a base letter, which may wear a circumflex, breve or horn, and a tone mark.
struct VietnameseLetter {
    enum Tone: Int, CaseIterable {
        case level, grave, hook, tilde, acute, dot

        /// The combining mark; nil for the level tone.
        var mark: Unicode.Scalar? {
            switch self {
            case .level: nil
            case .grave: "\u{300}"
            case .hook: "\u{309}"
            case .tilde: "\u{303}"
            case .acute: "\u{301}"
            case .dot: "\u{323}"
            }
        }
    }

    /// Without its tone: `ô` of `ộ`.
    let base: Unicode.Scalar
    let tone: Tone

    /// A vowel's letters in the order of tones.
    private static let vowels = [
        "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự",
        "yỳỷỹýỵ",
    ]

    private static let letters: [Unicode.Scalar: VietnameseLetter] = {
        var letters: [Unicode.Scalar: VietnameseLetter] = [:]
        for row in vowels.flatMap({ [$0, $0.uppercased()] }) {
            let scalars = Array(row.unicodeScalars)
            for (tone, scalar) in zip(Tone.allCases, scalars) {
                letters[scalar] = VietnameseLetter(base: scalars[0], tone: tone)
            }
        }
        return letters
    }()

    private init(base: Unicode.Scalar, tone: Tone) {
        self.base = base
        self.tone = tone
    }

    /// Nil for a scalar that is no Vietnamese vowel.
    init?(_ scalar: Unicode.Scalar) {
        guard let letter = Self.letters[scalar] else { return nil }
        self = letter
    }

    /// The letter without diacritics and the mark that it wears, of `ăâêôơư`; đ is a letter of its own.
    private static let worn: [Unicode.Scalar: (Unicode.Scalar, Unicode.Scalar)] = [
        "ă": ("a", "\u{306}"), "â": ("a", "\u{302}"), "ê": ("e", "\u{302}"), "ô": ("o", "\u{302}"),
        "ơ": ("o", "\u{31B}"),
        "ư": ("u", "\u{31B}"), "Ă": ("A", "\u{306}"), "Â": ("A", "\u{302}"), "Ê": ("E", "\u{302}"),
        "Ô": ("O", "\u{302}"),
        "Ơ": ("O", "\u{31B}"), "Ư": ("U", "\u{31B}"),
    ]

    /// A text with its letters and marks apart, in Unicode's order (NFD): a horn, then a dot below, then what is above.
    static func decomposed(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            guard let letter = VietnameseLetter(scalar) else {
                scalars.append(scalar)
                continue
            }
            let (base, mark) = worn[letter.base].map { ($0.0, Optional($0.1)) } ?? (letter.base, nil)
            scalars.append(base)
            let isHorn = mark == "\u{31B}"
            if let mark, isHorn || letter.tone != .dot { scalars.append(mark) }
            if let tone = letter.tone.mark { scalars.append(tone) }
            if let mark, !isHorn, letter.tone == .dot { scalars.append(mark) }
        }
        return String(scalars)
    }
}
