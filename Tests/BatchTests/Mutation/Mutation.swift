import Foundation

@testable import SampleCity

/// What can befall a file on its way from a school.
enum Mutation: CaseIterable {
    // What the bytes then say is what must be read.
    case flippedBits, changedBytes, cutOff, cutOut, doubledStretch
    case pastedRows, foreignRows, repeatedHeader, shuffledRows
    case swappedColumns, swappedCells, missingDelimiter, extraDelimiter, joinedLines
    case strayQuote, doubledQuotes, zeroBytes, otherLineEnds

    // The letters suffered: what the file said before is what must be read, or told as not readable.
    case lostLetters, neighbourLetters, savedAs1252, savedAs1258
    case windows1258, windows1258Combining, tcvn3, utf16, readAs1252, readAs1258

    /// Whether the original's values are the truth.
    var isOfLetters: Bool {
        switch self {
        case .lostLetters, .neighbourLetters, .savedAs1252, .savedAs1258, .windows1258, .windows1258Combining, .tcvn3,
            .utf16,
            .readAs1252, .readAs1258:
            true
        default: false
        }
    }

    /// - Parameter other: another file.
    /// - Returns: nil where it cannot befall this file.
    func apply(to bytes: [UInt8], other: [UInt8], _ random: inout Random) -> [UInt8]? {
        isOfLetters ? letters(bytes, &random) : structure(bytes, other, &random)
    }

    // MARK: Bytes and lines

    private func structure(_ original: [UInt8], _ other: [UInt8], _ random: inout Random) -> [UInt8]? {
        var bytes = original
        func place(_ random: inout Random) -> Int { random.below(bytes.count) }
        func stretch(_ random: inout Random) -> Range<Int> {
            let start = place(&random)
            return start..<min(bytes.count, start + random.int(1...60))
        }
        switch self {
        case .flippedBits:
            for _ in 0..<random.int(1...3) { bytes[place(&random)] ^= 1 << UInt8(random.below(8)) }
        case .changedBytes:
            for _ in 0..<random.int(1...4) { bytes[place(&random)] = UInt8(random.below(256)) }
        case .cutOff: bytes.removeLast(random.int(1...max(1, bytes.count - 1)))
        case .cutOut: bytes.removeSubrange(stretch(&random))
        case .doubledStretch:
            let stretch = stretch(&random)
            bytes.insert(contentsOf: Array(bytes[stretch]), at: stretch.upperBound)
        case .zeroBytes:
            for _ in 0..<random.int(1...5) { bytes.insert(0, at: place(&random)) }
        case .strayQuote: bytes.insert(0x22, at: place(&random))
        case .doubledQuotes: bytes = bytes.flatMap { $0 == 0x22 ? [$0, $0] : [$0] }
        case .otherLineEnds:
            let end: [UInt8] = random.pick([[0x0D], [0x0D, 0x0A], [0x0A], [0x0A, 0x0A]])
            bytes = bytes.filter { $0 != 0x0D }.flatMap { $0 == 0x0A ? end : [$0] }
        case .extraDelimiter:
            guard let delimiter = Self.delimiter(of: bytes) else { return nil }
            bytes.insert(delimiter, at: place(&random))
        case .missingDelimiter:
            let places = Self.delimiter(of: bytes).map { mark in bytes.indices.filter { bytes[$0] == mark } } ?? []
            guard !places.isEmpty else { return nil }
            bytes.remove(at: random.pick(places))
        case .joinedLines:
            let ends = bytes.indices.filter { bytes[$0] == 0x0A }
            guard !ends.isEmpty else { return nil }
            bytes.remove(at: random.pick(ends))
        case .pastedRows, .foreignRows, .repeatedHeader, .shuffledRows: return lines(bytes, other, &random)
        case .swappedColumns, .swappedCells: return cells(bytes, &random)
        default: return nil
        }
        return bytes
    }

    private func lines(_ bytes: [UInt8], _ other: [UInt8], _ random: inout Random) -> [UInt8]? {
        var lines = Self.lines(bytes)
        guard lines.count >= 2 else { return nil }
        let place = random.int(1...lines.count)
        switch self {
        case .pastedRows:
            let first = random.below(lines.count)
            lines.insert(contentsOf: Array(lines[first..<min(lines.count, first + random.int(1...4))]), at: place)
        case .foreignRows: lines.insert(contentsOf: Self.lines(other).suffix(random.int(1...3)), at: place)
        case .repeatedHeader: lines.insert(lines[random.below(min(4, lines.count))], at: place)
        default: lines.swapAt(random.below(lines.count), random.below(lines.count))
        }
        return Array(lines.joined())
    }

    /// In every line, with the header, or in one.
    private func cells(_ bytes: [UInt8], _ random: inout Random) -> [UInt8]? {
        guard let delimiter = Self.delimiter(of: bytes), !bytes.contains(0x22) else { return nil }
        var lines = Self.lines(bytes).map {
            $0.split(separator: delimiter, omittingEmptySubsequences: false).map { Array($0) }
        }
        let width = lines.map(\.count).max() ?? 0
        // The last cell carries the line's end.
        guard width >= 4 else { return nil }
        let (left, right) = (random.below(width - 1), random.below(width - 1))
        let only = self == .swappedCells ? random.below(lines.count) : nil
        for line in lines.indices where (only == nil || line == only) && lines[line].count > max(left, right) + 1 {
            lines[line].swapAt(left, right)
        }
        return Array(lines.map { Array($0.joined(separator: [delimiter])) }.joined())
    }

    private static func lines(_ bytes: [UInt8]) -> [[UInt8]] {
        var lines: [[UInt8]] = []
        var start = 0
        for index in bytes.indices where bytes[index] == 0x0A {
            lines.append(Array(bytes[start...index]))
            start = index + 1
        }
        if start < bytes.count { lines.append(Array(bytes[start...]) + [0x0A]) }
        return lines
    }

    private static func delimiter(of bytes: [UInt8]) -> UInt8? {
        let marks: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]
        let counts = marks.map { mark in bytes.count { $0 == mark } }
        guard let most = counts.max(), most > 0, let place = counts.firstIndex(of: most) else { return nil }
        return marks[place]
    }

    // MARK: Letters

    private func letters(_ bytes: [UInt8], _ random: inout Random) -> [UInt8]? {
        let unmarked = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        guard let decoded = String(validating: unmarked, as: UTF8.self), !unmarked.contains(0),
            decoded.unicodeScalars.contains(where: { !$0.isASCII })
        else { return nil }
        let text = decoded.precomposedStringWithCanonicalMapping
        func written(_ encoding: FileEncoding) -> [UInt8]? {
            let isWritable = text.unicodeScalars.allSatisfy {
                $0.isASCII || VietnameseLetter($0) != nil || $0 == "đ" || $0 == "Đ"
            }
            return isWritable ? encoding.mark + encoding.bytes(of: text) : nil
        }
        switch self {
        case .lostLetters:
            let share = random.pick([20, 200, 1000])
            return Array(
                String(
                    String.UnicodeScalarView(text.unicodeScalars.map { $0.isASCII || !random.chance(share) ? $0 : "?" })
                ).utf8
            )
        case .neighbourLetters:
            return Array(
                String(String.UnicodeScalarView(text.unicodeScalars.map { EightBit.neighbours[$0] ?? $0 })).utf8
            )
        case .savedAs1252:
            return text.unicodeScalars.map { EightBit.windows1252[EightBit.neighbours[$0] ?? $0] ?? 0x3F }
        case .savedAs1258:
            return text.unicodeScalars.map { EightBit.windows1258[$0] ?? 0x3F }
        case .windows1258: return written(.windows1258)
        case .windows1258Combining: return written(.windows1258Combining)
        case .tcvn3: return written(.tcvn3)
        case .utf16:
            return FileEncoding.utf16LittleEndianWithMark.mark + FileEncoding.utf16LittleEndianWithMark.bytes(of: text)
        case .readAs1252: return Self.misread(text, EightBit.windows1252)
        case .readAs1258: return Self.misread(text, EightBit.windows1258)
        default: return nil
        }
    }

    /// UTF-8 that somebody took for an encoding of eight bits, and saved as UTF-8.
    private static func misread(_ text: String, _ letters: [Unicode.Scalar: UInt8]) -> [UInt8] {
        var scalars = [UInt8: Unicode.Scalar](uniqueKeysWithValues: letters.map { ($0.value, $0.key) })
        for byte in 0x80...0x9F where scalars[UInt8(byte)] == nil { scalars[UInt8(byte)] = Unicode.Scalar(UInt8(byte)) }
        return Array(String(String.UnicodeScalarView(Array(text.utf8).map { scalars[$0] ?? Unicode.Scalar($0) })).utf8)
    }
}

/// Code pages as Windows has them.
private enum EightBit {
    /// What Excel writes for letters that Windows-1252 lacks and that look alike.
    static let neighbours: [Unicode.Scalar: Unicode.Scalar] = [
        "ă": "a", "ĩ": "i", "ơ": "o", "ũ": "u", "ư": "u", "đ": "d", "Ă": "A", "Ĩ": "I", "Ơ": "O", "Ũ": "U", "Ư": "U",
        "Đ": "Ð",
    ]

    private static let middle = Array("€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)

    static let windows1252 = table(upper: (0xA0...0xFF).map { Unicode.Scalar(UInt8($0)) })

    static let windows1258: [Unicode.Scalar: UInt8] = {
        var upper = (0xA0...0xFF).map { Unicode.Scalar(UInt8($0)) }
        let others: [Int: Unicode.Scalar] = [
            0xC3: "Ă", 0xCC: "\u{300}", 0xD0: "Đ", 0xD2: "\u{309}", 0xD5: "Ơ", 0xDD: "Ư", 0xDE: "\u{303}", 0xE3: "ă",
            0xEC: "\u{301}",
            0xF0: "đ", 0xF2: "\u{323}", 0xF5: "ơ", 0xFD: "ư", 0xFE: "₫",
        ]
        for (byte, scalar) in others { upper[byte - 0xA0] = scalar }
        return table(upper: upper)
    }()

    private static func table(upper: [Unicode.Scalar]) -> [Unicode.Scalar: UInt8] {
        var table: [Unicode.Scalar: UInt8] = [:]
        for byte in 0..<0x80 { table[Unicode.Scalar(UInt8(byte))] = UInt8(byte) }
        for (index, scalar) in (middle + upper).enumerated() { table[scalar] = UInt8(0x80 + index) }
        return table
    }
}
