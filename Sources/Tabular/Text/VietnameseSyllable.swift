// Which words can be Vietnamese: onset, rhyme and tone. Tells a reading of bytes from another where header and choices leave
// it open. A compact grammar, not a dictionary: `khụng` could be a word, and so it is one here.

/// Whether a word is a possible syllable of Vietnamese, in whatever case.
///
/// Onsets are spelt as the language does (`k` before e, ê, i and y; `gh`, `ngh` before e, ê and i), a rhyme that ends in c, ch,
/// p or t has an acute or a dot, and there is one tone at the most. Where the tone stands is left open (`hoà`, `hòa`).
///
/// - Parameter word: UTF-8 in NFC.
package func isVietnameseSyllable(_ word: Span<UInt8>) -> Bool {
    // The longest is `nghiêng`; the letters are counted, not the bytes.
    guard !word.isEmpty, word.count <= 24 else { return false }
    var letters: [UInt8] = []
    var tone: Int?
    var index = 0
    while index < word.count {
        let (scalar, length) = scalar(in: word, at: index)
        index += length
        guard let (letter, itsTone) = SyllableLetter.of(scalar) else { return false }
        if let itsTone {
            guard tone == nil else { return false }
            tone = itsTone
        }
        letters.append(letter)
    }
    guard letters.count <= 7 else { return false }
    for onset in stride(from: min(3, letters.count - 1), through: 0, by: -1) {
        guard Syllable.isOnset(letters[..<onset], before: letters[onset]) else { continue }
        let rhyme = letters[onset...]
        guard Syllable.rhymes.contains(Syllable.packed(rhyme)) else { continue }
        return !Syllable.isStopped(rhyme) || tone == ToneMark.acute.rawValue || tone == ToneMark.dot.rawValue
    }
    return false
}

/// Whether a word can be a syllable of which a `?` in its middle is a letter that was lost.
///
/// The letters that code pages write as `?` are those with a tone, so no other letter of the word has one.
package func canBeSyllableWithLostLetter(_ word: Span<UInt8>) -> Bool {
    var index = 0
    while index < word.count {
        let (scalar, length) = scalar(in: word, at: index)
        index += length
        if scalar == UInt32(ASCII.questionMark) { continue }
        guard let (_, tone) = SyllableLetter.of(scalar), tone == nil else { return false }
    }
    return true
}

/// Letters as one byte each: ASCII in lower case, and digits for those with a mark of their own.
private enum SyllableLetter {
    private static let special = Array("ăâêôơưđ".unicodeScalars.map(\.value))

    static func of(_ scalar: UInt32) -> (letter: UInt8, tone: Int?)? {
        if scalar < 0x80 {
            let lower = UInt8(scalar) | 0x20
            return (0x61...0x7A).contains(lower) ? (lower, nil) : nil
        }
        return table[UInt16(truncatingIfNeeded: scalar)]
    }

    static func code(_ scalar: Unicode.Scalar) -> UInt8 {
        if scalar.isASCII { return UInt8(truncatingIfNeeded: scalar.value) | 0x20 }
        return 0x31 + UInt8(special.firstIndex(of: scalar.value) ?? 0)
    }

    private static let table: [UInt16: (letter: UInt8, tone: Int?)] = {
        var table: [UInt16: (letter: UInt8, tone: Int?)] = [:]
        func add(_ letter: UInt32, like bare: UInt32, tone: Int?) {
            guard let scalar = Unicode.Scalar(bare), let lower = scalar.properties.lowercaseMapping.unicodeScalars.first
            else { return }
            table[UInt16(truncatingIfNeeded: letter)] = (code(lower), tone)
        }
        for bare in ToneMark.bare where bare >= 0x80 { add(bare, like: bare, tone: nil) }
        for (tone, letters) in ToneMark.letters.enumerated() {
            for (letter, bare) in zip(letters, ToneMark.bare) { add(letter, like: bare, tone: tone) }
        }
        for letter in "đĐ".unicodeScalars { add(letter.value, like: letter.value, tone: nil) }
        return table
    }()
}

private enum Syllable {
    static func packed(_ letters: some Collection<UInt8>) -> UInt64 {
        letters.reduce(0) { $0 << 8 | UInt64($1) }
    }

    private static func packed(_ word: Substring) -> UInt64 {
        packed(word.unicodeScalars.map(SyllableLetter.code))
    }

    static func isOnset(_ onset: ArraySlice<UInt8>, before vowel: UInt8) -> Bool {
        guard !onset.isEmpty else { return true }
        let name = packed(onset)
        guard onsets.contains(name) else { return false }
        // e, i, y and ê (the third of the special letters).
        let isFront = [0x65, 0x69, 0x79, 0x33].contains(vowel)
        if beforeFront.contains(name) { return isFront }
        if beforeBack.contains(name) { return !isFront }
        return true
    }

    static func isStopped(_ rhyme: ArraySlice<UInt8>) -> Bool {
        guard let last = rhyme.last else { return false }
        return last == 0x63 || last == 0x70 || last == 0x74
            || rhyme.count > 1 && rhyme.suffix(2).elementsEqual([0x63, 0x68])
    }

    private static func words(_ text: String) -> Set<UInt64> {
        Set(text.split(separator: " ").map(packed))
    }

    private static let onsets = words(
        "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"
    )
    private static let beforeFront = words("k gh ngh")
    private static let beforeBack = words("c ng")

    static let rhymes = words(
        """
        a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây \
        e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu \
        iêc iêm iên iêng iêp iêt iêu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt \
        oc oe oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt \
        u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ uôc uôi uôm uôn uông uôt up ut \
        uy uya uych uyên uyêt uynh uyt uyu ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu \
        y yêm yên yêng yêt yêu yt ynh ych êng iêng
        """
    )
}
