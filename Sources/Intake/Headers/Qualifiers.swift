// Words that make another figure of a count: `cùng kỳ`, `năm ngoái`, `năm 2025`, `tăng, giảm`. In brackets or in a group's title
// they are no part of the name that matches, and last year's figure would be read as this year's in silence.

import Plan
import Tabular

/// Tells by its words whose figure a column holds.
struct Qualifiers: Sendable {
    private let year: Int
    /// Months since the year 0: the plan may begin in December of the year before.
    private let months: ClosedRange<Int>
    /// By data set and field: numbers and answers, which are figures of one period. Texts say it themselves, and so do dates.
    private let figures: [[Bool]]

    init(_ plan: Plan) {
        year = plan.year
        let first = plan.firstDay.components
        let last = plan.lastDay.components
        let start = first.year * 12 + first.month
        months = start...max(start, last.year * 12 + last.month)
        figures = plan.dataSets.map { dataSet in
            dataSet.fields.indices.map { field in
                if dataSet.key.contains(field) { return false }
                switch dataSet.fields[field].type {
                case .integer, .decimal, .boolean, .choice, .choices: return true
                case .code, .text, .date: return false
                }
            }
        }
    }

    /// Whether a field's values are figures of one period.
    func isFigure(_ field: Int, of dataSet: Int) -> Bool { figures[dataSet][field] }

    /// Whether a column of that name holds another figure than the name alone says.
    ///
    /// - Parameters:
    ///   - text: the lowest text, folded.
    ///   - groups: the titles over it, folded.
    ///   - kept: the name that was found, folded.
    func makeAnother(of meaning: Vocabulary.Meaning, text: [UInt8], groups: [[UInt8]], kept: [UInt8]) -> Bool {
        guard figures[meaning.dataSet][meaning.field] else { return false }
        let name = Words(kept)
        let text = Words(text)
        // `Số vụ năm trước (2025)`: the name says it itself, and its year must be that one. A title over both years may name
        // the plan's.
        if name.hold(Self.otherPeriods) {
            return text.years.contains { $0.year == year } || isOfOtherYear(text, yearsBefore: 1)
                || groups.contains { isOfOtherYear(Words($0), yearsBefore: 1) && isOfOtherYear(Words($0)) }
        }
        // `Năm nay` below a title that compares is this year's.
        if name.hold(Self.thisPeriod) {
            return isOfOtherYear(text) || groups.contains { !compare($0) && isOfOtherYear(Words($0)) }
        }
        return ([text] + groups.map(Words.init)).contains { words in
            (Self.otherPeriods + Self.otherFigures).contains { words.holds($0) && !name.holds($0) }
                || isOfOtherYear(words) && !hasOtherYear(name) { _ in true }
        }
    }

    /// Whether a text names years or days, and all of them are of another year than the plan's, or than one before it.
    private func isOfOtherYear(_ words: Words, yearsBefore: Int = 0) -> Bool {
        hasOtherYear(words, yearsBefore: yearsBefore) { month in !months.contains(month + 12 * yearsBefore) }
    }

    /// Whether a line of one text above a header says that all below it is of another period. One that names the plan's year
    /// too is a title: `Kỳ báo cáo: 2026-Q1, so cùng kỳ năm trước`. The dates of a document are no periods.
    func nameOtherPeriod(_ text: [UInt8]) -> Bool {
        let words = Words(text)
        return (words.hold(Self.otherPeriods) || hasOtherYear(words) { _ in false })
            && !words.years.contains { $0.year == year }
    }

    /// Whether a text is about a comparison: `Số vụ vi phạm so với cùng kỳ năm trước`. Such a title stands over both years.
    func compare(_ text: [UInt8]) -> Bool {
        let words = Words(text)
        return Self.comparisons.contains { words.holds($0, from: 1) }
    }

    /// Whether a text names years, and the plan's (or the one so many years before it) is none of them.
    ///
    /// - Parameter isOther: asked of a year with its month, in months since the year 0.
    private func hasOtherYear(_ words: Words, yearsBefore: Int = 0, where isOther: (Int) -> Bool) -> Bool {
        let years = words.years
        return !years.contains { $0.year == year - yearsBefore }
            && years.contains { place in place.month.map { isOther(place.year * 12 + $0) } ?? true }
    }

    private static let otherPeriods = phrases([
        "cùng kỳ", "cùng kì", "năm trước", "năm ngoái", "năm kia", "năm học trước", "kỳ trước", "kì trước", "quý trước",
        "tháng trước", "trước đó",
    ])
    private static let thisPeriod = phrases(["năm nay", "kỳ này", "kì này", "trong kỳ", "trong kì"])
    private static let comparisons = phrases(["so với", "so sánh"])
    private static let otherFigures =
        comparisons
        + phrases([
            "lũy kế", "cộng dồn", "chênh lệch", "tăng giảm", "tỷ lệ", "tỉ lệ", "dự kiến", "ước tính", "trong đó", "nữ",
        ])

    private static func phrases(_ texts: [String]) -> [[ArraySlice<UInt8>]] {
        texts.map { Words(fold(Array($0.utf8).span)).words }
    }
}

/// The words of a folded text.
private struct Words {
    let words: [ArraySlice<UInt8>]

    init(_ text: [UInt8]) {
        words = text.split(separator: 0x5F)
    }

    func hold(_ phrases: [[ArraySlice<UInt8>]]) -> Bool {
        phrases.contains { holds($0) }
    }

    /// Whether the words of a phrase stand in it, one behind the other.
    func holds(_ phrase: [ArraySlice<UInt8>], from start: Int = 0) -> Bool {
        words.count >= phrase.count + start
            && (start...(words.count - phrase.count)).contains { words[$0...].starts(with: phrase) }
    }

    /// The years, each with its month where it is a part of a date: `15/12/2025`, `tháng 12 năm 2025`. A quarter is no month.
    var years: [(year: Int, month: Int?)] {
        words.indices.compactMap { place in
            guard words[place].count == 4, let year = Self.number(words[place]), (1900..<2100).contains(year) else {
                return nil
            }
            var before = place - 1
            if before > 0, words[before].elementsEqual("nam".utf8) { before -= 1 }
            guard before >= 0, words[before].count <= 2, let month = Self.number(words[before]),
                before == 0 || !Self.quarters.contains(Array(words[before - 1]))
            else { return (year, nil) }
            return (year, month)
        }
    }

    private static let quarters = ["quy", "ky", "ki", "q"].map { Array($0.utf8) }

    private static func number(_ word: ArraySlice<UInt8>) -> Int? {
        var number = 0
        for byte in word {
            guard byte.isDigit else { return nil }
            number = number * 10 + Int(byte - 0x30)
        }
        return number
    }
}
