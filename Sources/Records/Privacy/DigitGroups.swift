/// The runs of digits of a text, and what stands between them.
struct DigitGroups {
    struct Group {
        let start: Int
        let end: Int
        /// How the next group is joined to this one.
        var gap = Gap.none

        var count: Int { end - start }
    }

    /// What stands between two groups that may be one number.
    enum Gap: Equatable {
        /// Something else: the groups are two numbers.
        case none
        /// Blanks alone, or one kind of dot, hyphen or underscore with blanks about it.
        case blank, dot, hyphen, underscore
        /// Brackets, or several of these.
        case mixed
    }

    let text: [UInt8]
    private(set) var all: [Group] = []

    /// More bytes between two groups part them.
    private static let longestGap = 4

    init(_ text: [UInt8]) {
        self.text = text
        var index = 0
        while index < text.count {
            guard text[index] &- 0x30 <= 9 else {
                index += 1
                continue
            }
            let start = index
            while index < text.count, text[index] &- 0x30 <= 9 { index += 1 }
            if let last = all.last { all[all.count - 1].gap = gap(last.end..<start) }
            all.append(Group(start: start, end: index))
        }
    }

    private func gap(_ range: Range<Int>) -> Gap {
        guard range.count <= Self.longestGap else { return .none }
        var gap = Gap.blank
        var index = range.lowerBound
        while index < range.upperBound {
            let kind: Gap
            switch text[index] {
            case 0x20: kind = .blank
            case 0x2E: kind = .dot
            case 0x2D: kind = .hyphen
            case 0x5F: kind = .underscore
            case 0x28, 0x29: kind = .mixed
            // A no-break space, and the hyphens and dashes U+2010 to U+2013.
            case 0xC2 where index + 1 < range.upperBound && text[index + 1] == 0xA0:
                kind = .blank
                index += 1
            case 0xE2 where index + 2 < range.upperBound && text[index + 1] == 0x80 && 0x90...0x93 ~= text[index + 2]:
                kind = .hyphen
                index += 2
            default: return .none
            }
            if kind != .blank, gap != kind { gap = gap == .blank ? kind : .mixed }
            index += 1
        }
        return gap
    }

    /// The number that up to four digits make.
    func value(_ group: Group) -> Int {
        text[group.start..<group.end].reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    func byte(before index: Int) -> UInt8? { index > 0 ? text[index - 1] : nil }
    func byte(at index: Int) -> UInt8? { index < text.count ? text[index] : nil }

    /// Whether a letter touches that place from the left: ASCII, or one of two or three bytes as Vietnamese has them.
    func isLetter(before index: Int) -> Bool {
        guard let last = byte(before: index) else { return false }
        guard last >= 0x80 else { return Self.isASCIILetter(last) }
        var start = index - 1
        while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
        return isLetter(from: start)
    }

    /// Whether a letter touches that place from the right.
    func isLetter(at index: Int) -> Bool {
        guard let first = byte(at: index) else { return false }
        return first >= 0x80 ? isLetter(from: index) : Self.isASCIILetter(first)
    }

    private static func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 <= 25 }

    /// U+00C0 to U+024F, combining marks, U+1E00 to U+1EFF.
    private func isLetter(from start: Int) -> Bool {
        switch text[start] {
        case 0xC3...0xC9, 0xCC, 0xCD: true
        case 0xE1: byte(at: start + 1).map { 0xB8...0xBB ~= $0 } ?? false
        default: false
        }
    }
}
