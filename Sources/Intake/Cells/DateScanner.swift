/// Reads the parts of a date from left to right.
struct DateScanner {
    struct Number {
        let value: Int
        /// How many digits.
        let length: Int
    }

    /// A copy of the cell: a few bytes, once for each distinct date of a column.
    private let text: [UInt8]
    private var index = 0

    init(_ span: Span<UInt8>) {
        var text: [UInt8] = []
        text.reserveCapacity(span.count)
        for index in span.indices { text.append(span[index]) }
        self.text = text
    }

    private var isAtEnd: Bool { index == text.count }

    private func at(_ place: Int) -> UInt8? { place < text.count ? text[place] : nil }

    private mutating func accept(_ byte: UInt8) -> Bool {
        guard at(index) == byte else { return false }
        index += 1
        return true
    }

    private mutating func skipBlanks() {
        while accept(0x20) {}
    }

    /// One to five digits; more are no part of a date.
    mutating func number() -> Number? {
        let start = index
        var value = 0
        while let byte = at(index), byte.isDigit {
            guard index - start < 5 else { return nil }
            value = value * 10 + Int(byte - 0x30)
            index += 1
        }
        return index > start ? Number(value: value, length: index - start) : nil
    }

    /// `/`, `-` or `.`, and a blank where asked.
    mutating func separator(orBlank: Bool = false) -> UInt8? {
        guard let byte = at(index), [0x2F, 0x2D, 0x2E].contains(byte) || orBlank && byte == 0x20 else { return nil }
        index += 1
        return byte
    }

    /// `Mar`, `March`, `Thg3`, `thg 3`: 1 to 12.
    mutating func month() -> Int? {
        let start = index
        while let byte = at(index), (0x61...0x7A).contains(byte | 0x20) { index += 1 }
        let word = String(decoding: text[start..<index].map { $0 | 0x20 }, as: UTF8.self)
        if word == "thg" {
            _ = accept(0x20)
            return number()?.value
        }
        guard word.utf8.count >= 3 else { return nil }
        return Self.months.firstIndex { $0.hasPrefix(word) }.map { $0 + 1 }
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    /// Nothing more, or decimals: the time of day of a serial number.
    mutating func isFractionOrEnd() -> Bool {
        var ahead = self
        if ahead.accept(0x2E) || ahead.accept(0x2C) {
            let start = ahead.index
            while let byte = ahead.at(ahead.index), byte.isDigit { ahead.index += 1 }
            guard ahead.index > start else { return false }
        }
        guard ahead.isAtEnd else { return false }
        self = ahead
        return true
    }

    /// Nothing more, or a time of day: `7:30`, `07:30:00.123`, `7:30 SA`, `7:30 PM`, `T07:30:00Z`, `07:30 +07:00`.
    mutating func isTimeOrEnd() -> Bool {
        if isAtEnd { return true }
        guard accept(0x20) || accept(0x54) || accept(0x74) || accept(0x2C) else { return false }
        skipBlanks()
        guard let hour = number(), hour.length <= 2, accept(0x3A), let minute = number(), minute.length == 2,
            minute.value < 60
        else { return false }
        if accept(0x3A) {
            guard let second = number(), second.length == 2, second.value < 61 else { return false }
            if accept(0x2E) || accept(0x2C) {
                let start = index
                while let byte = at(index), byte.isDigit { index += 1 }
                guard index > start else { return false }
            }
        }
        skipBlanks()
        let hours = acceptHalfOfDay() ? 0...12 : 0...23
        guard hours.contains(hour.value) else { return false }
        skipBlanks()
        return acceptZoneOrEnd()
    }

    private mutating func acceptHalfOfDay() -> Bool {
        guard let first = at(index), let second = at(index + 1) else { return false }
        let isHalf = ["sa", "ch", "am", "pm"].contains(String(decoding: [first | 0x20, second | 0x20], as: UTF8.self))
        if isHalf { index += 2 }
        return isHalf
    }

    /// The day stays as it is written: a zone moves no date.
    private mutating func acceptZoneOrEnd() -> Bool {
        if isAtEnd { return true }
        for name in ["utc", "gmt", "z"] {
            let end = index + name.utf8.count
            if end <= text.count, text[index..<end].map({ $0 | 0x20 }) == Array(name.utf8) {
                index = end
                break
            }
        }
        if accept(0x2B) || accept(0x2D) {
            guard let hours = number(), hours.length <= 4 else { return false }
            if accept(0x3A) { guard let minutes = number(), minutes.length == 2 else { return false } }
        }
        return isAtEnd
    }
}
