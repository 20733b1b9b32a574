// A plan's periods as they stand in brackets behind a column's name: `Số vụ (quý I/2026)` is the figure of the row's period.

import Plan
import Tabular

/// The words for the periods of a plan, with its years and days. Whether those are of another year is asked of `Qualifiers`.
struct PeriodWords: Sendable {
    private let names: Set<[UInt8]>
    private let longest: Int

    init(_ plan: Plan) {
        var texts = plan.periods.map(\.id)
        for field in plan.dataSets.flatMap(\.fields) where field.roles.contains(.period) {
            guard case .choice(let list) = field.type else { continue }
            texts += plan.codeLists[list].codes.flatMap { [$0.code, $0.name] + $0.aliases }
        }
        // `I`, `CN` and `Năm` alone may be anything: without its marks, `năm` is `nam`.
        names = Set(texts.map { fold(Array($0.utf8).span) }).filter {
            $0.contains(0x5F) || $0.contains(where: \.isDigit)
        }
        longest = names.map { $0.count { $0 == 0x5F } + 1 }.max() ?? 0
    }

    /// Whether a text says nothing but a period: `quý I/2026`, `năm 2026`, `từ 15/12/2025 đến 14/3/2026`. A day or a month
    /// alone is a part of it.
    func cover(_ folded: [UInt8]) -> Bool {
        var rest = folded.split(separator: 0x5F)[...]
        var days = 0
        var isNamed = false
        var hasBound = false
        while let word = rest.first {
            if let length = nameLength(rest) ?? Self.yearLength(rest) {
                isNamed = true
                rest = rest.dropFirst(length)
            } else if let length = Self.dayLength(rest) {
                days += 1
                rest = rest.dropFirst(length)
            } else if Self.bounds.contains(Array(word)) {
                hasBound = true
                rest = rest.dropFirst()
            } else {
                return false
            }
        }
        return days == 0 ? isNamed : days == 2 || hasBound
    }

    private func nameLength(_ words: ArraySlice<ArraySlice<UInt8>>) -> Int? {
        (1...max(1, longest)).reversed().first { length in
            length <= words.count && names.contains(Array(words.prefix(length).joined(separator: [0x5F])))
        }
    }

    private static let bounds = Set(["tu", "den", "tinh", "ke", "het"].map { Array($0.utf8) })

    /// `2026`, `năm 2026`, `năm học 2025-2026`.
    private static func yearLength(_ words: ArraySlice<ArraySlice<UInt8>>) -> Int? {
        var rest = words
        if rest.first?.elementsEqual("nam".utf8) == true {
            rest = rest.dropFirst()
            if rest.first?.elementsEqual("hoc".utf8) == true { rest = rest.dropFirst() }
        }
        return rest.first.map(isYear) == true ? words.count - rest.count + 1 : nil
    }

    /// `14/3/2026`, `ngày 14 tháng 3 năm 2026`, `tháng 12 năm 2025`, `12/2025`.
    private static func dayLength(_ words: ArraySlice<ArraySlice<UInt8>>) -> Int? {
        var rest = words
        var numbers = 0
        while let word = rest.first, numbers < 3 {
            if ["ngay", "thang", "nam"].contains(where: { word.elementsEqual($0.utf8) }) {
                rest = rest.dropFirst()
                continue
            }
            guard word.allSatisfy(\.isDigit), word.count <= 2 || isYear(word) else { return nil }
            rest = rest.dropFirst()
            numbers += 1
            if isYear(word) { return numbers > 1 ? words.count - rest.count : nil }
        }
        return nil
    }

    private static func isYear(_ word: ArraySlice<UInt8>) -> Bool {
        word.count == 4 && word.allSatisfy(\.isDigit)
            && (word.starts(with: [0x31, 0x39]) || word.starts(with: [0x32, 0x30]))
    }
}
