// Which digits of a text are an identity number or a phone number. Vietnamese numbers: an identity card has 12 digits, the
// first of which is 0 and is what Excel drops; the old one had 9; a phone number has 10 with a leading 0, 11 of a landline or
// an old mobile number, and `84` in place of the 0 from abroad.
//
// A run of digits is one by its length. Digits in groups are one only where the groups look like it: what begins with 0 or +84
// is taken wherever it stands, anything else only where it stands alone, so that dates, times, years, codes and amounts stay.

struct PersonalNumberSearch {
    private let groups: DigitGroups
    private var text: [UInt8] { groups.text }
    /// By group: part of a date, of a pair of years, or found already; it parts its neighbours.
    private var isApart: [Bool]
    /// What was found, in no order.
    private(set) var ranges: [Range<Int>] = []

    /// Longer groups are no part of a number in groups: 8 digits are a unit's code, or a day as programs write it.
    private static let longestGroup = 7
    private static let longestLoneGroup = 6
    private static let mostGroups = 5

    init(_ text: [UInt8]) {
        groups = DigitGroups(text)
        isApart = groups.all.map { $0.count > Self.longestGroup }
        findScientific()
        findRuns()
        setDatesApart()
        findGrouped { $0.lastOfMarkedNumber(from: $1) }
        findGrouped { $0.lastOfLoneNumber(from: $1) }
    }

    private var all: [DigitGroups.Group] { groups.all }

    // MARK: - One run

    private mutating func findRuns() {
        for (index, group) in all.enumerated() where group.count >= 9 && isPersonalRun(index) {
            ranges.append(group.start..<group.end)
        }
    }

    private func isPersonalRun(_ index: Int) -> Bool {
        let group = all[index]
        let digits = text[group.start..<group.end]
        if group.count == 13 { return digits.starts(with: "0084".utf8) }
        guard 9...12 ~= group.count else { return false }
        let beginsWithZero = digits.first == 0x30
        if groups.isLetter(before: group.start) || groups.isLetter(at: group.end) {
            // `VV202600001` is a number of an incident.
            return beginsWithZero && group.count >= 10 || hasLabel(before: group.start)
        }
        if beginsWithZero { return true }
        return !isTimestamp(digits) && !isFraction(index) && !isAmount(digits, end: group.end)
    }

    /// `202603140830`, `2026031408`: an identity number never begins with 2 and 0 at twelve digits.
    private func isTimestamp(_ digits: ArraySlice<UInt8>) -> Bool {
        guard digits.count == 12 || digits.count == 10 else { return false }
        func pair(_ place: Int) -> Int {
            Int(digits[digits.startIndex + place] - 0x30) * 10 + Int(digits[digits.startIndex + place + 1] - 0x30)
        }
        return pair(0) == 20 && 1...12 ~= pair(4) && 1...31 ~= pair(6) && pair(8) < 24
            && (digits.count == 10 || pair(10) < 60)
    }

    /// Decimals: `33.333333333`.
    private func isFraction(_ index: Int) -> Bool {
        guard index > 0, all[index - 1].count <= 8, all[index - 1].end + 1 == all[index].start else { return false }
        let mark = text[all[index].start - 1]
        return mark == 0x2C || mark == 0x2E
    }

    /// `150000000`, `123456789 đồng`.
    private func isAmount(_ digits: ArraySlice<UInt8>, end: Int) -> Bool {
        digits.suffix(6).allSatisfy { $0 == 0x30 } || isMoney(from: end)
    }

    private static let currencies = ["đồng", "vnđ", "vnd", "đ"].map { Array($0.utf8) }

    private func isMoney(from end: Int) -> Bool {
        var start = end
        while groups.byte(at: start) == 0x20 { start += 1 }
        return Self.currencies.contains { word in
            isWord(word, at: start) && !groups.isLetter(at: start + word.count)
                && groups.byte(at: start + word.count) != 0x2F
        }
    }

    private static let labels = ["cccd", "cmnd", "cmt", "sdt", "sđt", "đt", "dt", "tel", "phone", "zalo"].map {
        Array($0.utf8)
    }

    private func hasLabel(before start: Int) -> Bool {
        groups.isLetter(before: start)
            && Self.labels.contains { word in
                start >= word.count && isWord(word, at: start - word.count)
                    && !groups.isLetter(before: start - word.count)
            }
    }

    /// Whether a word of lower case stands there, in whatever case.
    private func isWord(_ word: [UInt8], at start: Int) -> Bool {
        guard start >= 0, start + word.count <= text.count else { return false }
        for (offset, letter) in word.enumerated() {
            let byte = text[start + offset]
            // Đ is C4 90, đ is C4 91; Ồ is E1 BB 92, ồ is E1 BB 93.
            let isOtherCase = letter < 0x80 ? byte | 0x20 == letter : byte | 1 == letter
            guard byte == letter || isOtherCase else { return false }
        }
        return true
    }

    // MARK: - Excel's scientific form

    /// `3,1093E+10`: a number of nine to twelve digits that Excel did not show whole.
    private mutating func findScientific() {
        for index in all.indices where all[index].count == 1 && !groups.isLetter(before: all[index].start) {
            var last = index
            let mark = groups.byte(at: all[last].end)
            if mark == 0x2C || mark == 0x2E, last + 1 < all.count, all[last + 1].start == all[last].end + 1 {
                last += 1
            }
            let end = all[last].end
            guard groups.byte(at: end).map({ $0 | 0x20 }) == 0x65, groups.byte(at: end + 1) == 0x2B,
                last + 1 < all.count, all[last + 1].start == end + 2, all[last + 1].count <= 2,
                8...11 ~= groups.value(all[last + 1]), !groups.isLetter(at: all[last + 1].end)
            else { continue }
            ranges.append(all[index].start..<all[last + 1].end)
            for place in index...(last + 1) { isApart[place] = true }
        }
    }

    // MARK: - Dates and years

    private mutating func setDatesApart() {
        for index in all.indices {
            let gap = all[index].gap
            guard gap != .none, gap != .mixed, index + 1 < all.count else { continue }
            let isPair =
                isYear(index) && isYear(index + 1)
                || gap != .blank && isDayOrMonth(index, limit: 12) && isYear(index + 1)
            if isPair { setApart(index...(index + 1)) }
            guard index + 2 < all.count, all[index + 1].gap == gap else { continue }
            let isDate =
                isDayOrMonth(index + 1, limit: 31)
                && (isDayOrMonth(index, limit: 31) && isYear(index + 2)
                    || isYear(index) && isDayOrMonth(index + 2, limit: 31))
            if isDate { setApart(index...(index + 2)) }
        }
    }

    private mutating func setApart(_ places: ClosedRange<Int>) {
        for place in places { isApart[place] = true }
    }

    private func isYear(_ index: Int) -> Bool {
        all[index].count == 4 && 1900...2099 ~= groups.value(all[index])
    }

    private func isDayOrMonth(_ index: Int, limit: Int) -> Bool {
        all[index].count <= 2 && 1...limit ~= groups.value(all[index])
    }

    // MARK: - Digits in groups

    private mutating func findGrouped(_ lastOfNumber: (PersonalNumberSearch, Int) -> Int?) {
        var index = 0
        while index < all.count {
            if !isApart[index], let last = lastOfNumber(self, index) {
                ranges.append(all[index].start..<all[last].end)
                setApart(index...last)
                index = last + 1
            } else {
                index += 1
            }
        }
    }

    /// The last group of the number that begins there with 0 or +84.
    private func lastOfMarkedNumber(from first: Int) -> Int? {
        let group = all[first]
        let digits = text[group.start..<group.end]
        let mark = groups.byte(before: group.start)
        let isFromAbroad = digits.starts(with: "84".utf8) && (mark == 0x2B || mark == 0x28)
        if isFromAbroad { return lastOfWhole(from: first) { total, _ in 11...12 ~= total } }
        if digits.starts(with: "0084".utf8) { return lastOfWhole(from: first) { total, _ in total == 13 } }
        if digits.first == 0x30, group.count > 1 {
            let second = digits[digits.startIndex + 1]
            return lastOfWhole(from: first) { total, least in
                switch total {
                case 10: second >= 0x33
                case 11: second >= 0x31
                case 12: least >= 3
                default: false
                }
            }
        }
        return nil
    }

    /// The last group of the longest number from there that may be one, whatever stands behind it and between its groups.
    ///
    /// - Parameter isNumber: of the digits in all, and those of the shortest group.
    private func lastOfWhole(from first: Int, _ isNumber: (Int, Int) -> Bool) -> Int? {
        var found: Int?
        var total = all[first].count
        var least = total
        var last = first
        while all[last].gap != .none, last - first < Self.mostGroups, !isApart[last + 1] {
            last += 1
            total += all[last].count
            least = min(least, all[last].count)
            if total > 13 { break }
            if isNumber(total, least) { found = last }
        }
        return found
    }

    /// The last group where all that hangs together from there is one number: `912 345 678`, `31.093.012.345`.
    private func lastOfLoneNumber(from first: Int) -> Int? {
        guard first == 0 || all[first - 1].gap == .none || isApart[first - 1] else { return nil }
        let gap = all[first].gap
        guard gap != .none, gap != .mixed, !isYear(first), !groups.isLetter(before: all[first].start) else {
            return nil
        }
        var last = first
        var total = all[first].count
        while all[last].gap == gap, !isApart[last + 1] {
            last += 1
            total += all[last].count
            guard total <= 12, last - first < Self.mostGroups else { return nil }
        }
        let members = all[first...last]
        guard last > first, all[last].gap == .none || isApart[last + 1], !groups.isLetter(at: all[last].end),
            total == 9 || total == 11 || total == 12, members.allSatisfy({ 2...Self.longestLoneGroup ~= $0.count }),
            // Two groups and a point are a decimal number.
            !(gap == .dot && members.count == 2), !isPartOfDecimal(first, last), !isGroupedAmount(members)
        else { return nil }
        return last
    }

    /// `1,234.567.890`, `123.456.789,50`.
    private func isPartOfDecimal(_ first: Int, _ last: Int) -> Bool {
        let comma: UInt8 = 0x2C
        let isBehind = first > 0 && all[first - 1].end + 1 == all[first].start && text[all[first].start - 1] == comma
        let isBefore =
            last + 1 < all.count && all[last].end + 1 == all[last + 1].start && text[all[last].end] == comma
            && all[last + 1].count <= 2
        return isBehind || isBefore
    }

    /// `150.000.000`, `123.456.789 đồng`: thousands, and money by their end or by the word behind them.
    private func isGroupedAmount(_ members: ArraySlice<DigitGroups.Group>) -> Bool {
        guard let first = members.first, let last = members.last, text[first.start] != 0x30, first.count <= 3,
            members.dropFirst().allSatisfy({ $0.count == 3 })
        else { return false }
        return groups.value(last) == 0 || isMoney(from: last.end)
    }
}
