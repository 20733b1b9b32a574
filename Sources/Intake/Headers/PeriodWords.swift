// A plan's periods as they stand in brackets behind a column's name, or in a group's title over it: `Số vụ (quý I/2026)` is the
// figure of that period, and in a row of another one it is a part of the figure, or too much.

import Plan
import Tabular

/// The words for the periods of a plan, with its years and days. Whether those are of another year is asked of `Qualifiers`.
struct PeriodWords: Sendable {
    /// What a text says of periods.
    struct Reading {
        /// Positions in `Plan.periods`: those that it may be about, and no row's where it is empty. Nil where it names none: the
        /// plan's year is the year of all of them.
        var periods: Set<Int>?
        /// It says nothing but a period, or a year.
        var isWhole = false
    }

    private struct Name {
        var periods: Set<Int>
        /// A number stands in it, or a quarter: it is a period among other words too. `Sơ kết` may be what was done.
        let isNumbered: Bool
    }

    private let names: [[UInt8]: Name]
    /// The words that a name may begin with: most words of headers begin none, and there are millions of them in a city's inbox.
    private let beginnings: [[UInt8]]
    private let longest: Int
    private let windows: [ClosedRange<Int32>]

    init(_ plan: Plan) {
        windows = plan.periods.map { $0.start.days...max($0.start, $0.end).days }
        var names: [[UInt8]: Name] = [:]
        func add(_ text: String, code: String) {
            let word = fold(Array(text.utf8).span)
            // `I`, `CN` and `Năm` alone may be anything: without its marks, `năm` is `nam`.
            guard word.contains(0x5F) || word.contains(where: \.isDigit) else { return }
            let isNumbered = word.contains(where: \.isDigit) || word.split(separator: 0x5F).contains(Self.quarter[...])
            let periods = plan.periods.indices.filter { plan.periods[$0].code == code }
            names[word, default: Name(periods: [], isNumbered: isNumbered)].periods.formUnion(periods)
        }
        for period in plan.periods { add(period.id, code: period.code) }
        for field in plan.dataSets.flatMap(\.fields) where field.roles.contains(.period) {
            guard case .choice(let list) = field.type else { continue }
            for code in plan.codeLists[list].codes {
                for text in [code.code, code.name] + code.aliases { add(text, code: code.code) }
            }
        }
        self.names = names
        beginnings = Set(names.keys.map { Array($0.prefix { $0 != 0x5F }) }).sorted { $0.lexicographicallyPrecedes($1) }
        longest = names.keys.map { $0.count { $0 == 0x5F } + 1 }.max() ?? 0
    }

    /// Whether a text says nothing but a period: `quý I/2026`, `năm 2026`, `từ 15/12/2025 đến 14/3/2026`. A day or a month
    /// alone is a part of it, and so are days that are no period's, or two periods at once.
    func cover(_ folded: [UInt8]) -> Bool {
        let reading = read(folded)
        return reading.isWhole && reading.periods?.isEmpty != true
    }

    /// What a folded text says of periods, whatever else stands in it.
    func read(_ folded: [UInt8]) -> Reading {
        var rest = folded.split(separator: 0x5F)[...]
        var found: [Name] = []
        var days = NamedDays()
        var hasYear = false
        var hasOtherWords = false
        while let word = rest.first {
            // `Năm 2026` is a name of the whole year's period too, and stands over any.
            if let length = Self.yearLength(rest) {
                hasYear = true
                rest = rest.dropFirst(length)
            } else if let (name, length) = name(rest) {
                found.append(name)
                rest = rest.dropFirst(length)
            } else if let (span, length) = Self.days(rest) {
                days.add(span)
                rest = rest.dropFirst(length)
            } else if let bound = NamedDays.Bound(word) {
                days.add(bound)
                rest = rest.dropFirst()
            } else {
                hasOtherWords = true
                // `Ngày 6 tháng 3` is no half of a year.
                rest = rest.dropFirst(word.elementsEqual("ngay".utf8) ? 2 : 1)
            }
        }
        var periods = found.filter { $0.isNumbered || !hasOtherWords }.map(\.periods)
        // A day alone is the letter's.
        if days.isSpan, !hasOtherWords { periods.append(days.periods(windows)) }
        let isNamed = days.count == 0 ? hasYear || !found.isEmpty : days.isSpan
        return Reading(
            periods: periods.first.map { first in periods.dropFirst().reduce(first) { $0.intersection($1) } },
            isWhole: isNamed && !hasOtherWords
        )
    }

    private func name(_ words: ArraySlice<ArraySlice<UInt8>>) -> (Name, length: Int)? {
        guard let first = words.first, beginnings.contains(where: { first.elementsEqual($0) }) else { return nil }
        for length in (1...max(1, longest)).reversed() where length <= words.count {
            if let name = names[Array(words.prefix(length).joined(separator: [0x5F]))] { return (name, length) }
        }
        return nil
    }

    private static let quarter = Array("quy".utf8)

    /// `2026`, `năm 2026`, `năm học 2025-2026`.
    private static func yearLength(_ words: ArraySlice<ArraySlice<UInt8>>) -> Int? {
        var rest = words
        if rest.first?.elementsEqual("nam".utf8) == true {
            rest = rest.dropFirst()
            if rest.first?.elementsEqual("hoc".utf8) == true { rest = rest.dropFirst() }
        }
        return rest.first.map(isYear) == true ? words.count - rest.count + 1 : nil
    }

    /// `14/3/2026`, `ngày 14 tháng 3 năm 2026`, `tháng 12 năm 2025`, `12/2025`; a month is all of its days.
    private static func days(_ words: ArraySlice<ArraySlice<UInt8>>) -> (ClosedRange<Int32>?, length: Int)? {
        var rest = words
        var numbers: [Int] = []
        while let word = rest.first, numbers.count < 3 {
            if ["ngay", "thang", "nam"].contains(where: { word.elementsEqual($0.utf8) }) {
                rest = rest.dropFirst()
                continue
            }
            guard word.allSatisfy(\.isDigit), word.count <= 2 || isYear(word) else { return nil }
            rest = rest.dropFirst()
            numbers.append(word.reduce(0) { $0 * 10 + Int($1 - 0x30) })
            guard isYear(word) else { continue }
            return numbers.count > 1 ? (span(numbers), words.count - rest.count) : nil
        }
        return nil
    }

    /// Nil for what the calendar does not have.
    private static func span(_ numbers: [Int]) -> ClosedRange<Int32>? {
        guard let year = numbers.last else { return nil }
        let month = numbers[numbers.count - 2]
        if numbers.count == 3 {
            return CalendarDate(year: year, month: month, day: numbers[0]).map { $0.days...$0.days }
        }
        let next = month == 12 ? (year + 1, 1) : (year, month + 1)
        guard let first = CalendarDate(year: year, month: month, day: 1),
            let after = CalendarDate(year: next.0, month: next.1, day: 1)
        else { return nil }
        return first.days...after.days - 1
    }

    private static func isYear(_ word: ArraySlice<UInt8>) -> Bool {
        word.count == 4 && word.allSatisfy(\.isDigit)
            && (word.starts(with: [0x31, 0x39]) || word.starts(with: [0x32, 0x30]))
    }
}
