// What stands in brackets behind a column's name: `(em)` and `(nếu có)` say nothing, `(nữ)` makes a part of the figure, which would
// be read as the whole in silence. Nobody can list all words that do so; those that do not, the plan lists.

import Plan
import Tabular

/// Tells whether a column means what its name says, whatever stands in brackets behind it.
struct HeaderRemarks: Sendable {
    /// A field's name, title or alias.
    private struct Name {
        let folded: [UInt8]
        /// It counts several kinds together: `Số cán bộ, giáo viên, nhân viên`.
        let isEnumeration: Bool
    }

    /// Folded, with every number as `0`.
    private let harmless: Set<[UInt8]>
    private let periods: PeriodWords
    /// By data set and field.
    private let names: [[[Name]]]
    /// By data set and field: nil for keys, texts and codes, which say themselves what they are.
    private let types: [[FieldType?]]
    /// By position in `Plan.codeLists`.
    private let choices: [ChoiceWords]

    init(_ plan: Plan, choices: [ChoiceWords]) {
        self.choices = choices
        harmless = Set(plan.headerRemarks.map { Self.withAnyNumber(Array($0.utf8)) })
        periods = PeriodWords(plan)
        names = plan.dataSets.map { dataSet in
            dataSet.fields.map { field in
                ([field.title] + field.aliases).map { name in
                    Name(folded: fold(Array(name.utf8).span), isEnumeration: name.utf8.contains(UInt8(ascii: ",")))
                }
            }
        }
        types = plan.dataSets.map { dataSet in
            dataSet.fields.indices.map { field in
                let type = dataSet.fields[field].type
                return dataSet.key.contains(field) || type == .text || type == .code ? nil : type
            }
        }
    }

    /// Whether what stands in brackets may make another figure of a field than its name says.
    ///
    /// - Parameters:
    ///   - remarks: what stands in the brackets, as `clean` gives it.
    ///   - kept: the name that was found without them, folded.
    func makeAnother(of meaning: Vocabulary.Meaning, remarks: [[UInt8]], kept: [UInt8]) -> Bool {
        guard let type = types[meaning.dataSet][meaning.field] else { return false }
        return !remarks.allSatisfy { remark in
            let folded = fold(remark.span)
            return saysNothing(folded) || folded.count <= 3 && folded.allSatisfy(\.isDigit)
                || isOwnName(folded, of: meaning, kept: kept) || nameChoices(remark, type)
                || Self.pieces(of: remark).allSatisfy { piece in
                    saysNothing(piece) || isOwnName(piece, of: meaning, kept: kept)
                }
        }
    }

    /// Whether all that stands in the brackets is on the plan's list, so that no word of it says anything.
    func areHarmless(_ remarks: [[UInt8]]) -> Bool {
        remarks.allSatisfy { remark in
            harmless.contains(Self.withAnyNumber(fold(remark.span)))
                || Self.pieces(of: remark).allSatisfy { harmless.contains(Self.withAnyNumber($0)) }
        }
    }

    /// Whether what stands in the brackets is a period of the plan: `quý I/2026`.
    func namesPeriod(_ remark: [UInt8]) -> Bool { periods.cover(fold(remark.span)) }

    /// Whether a group's title is about a part of what the column below it counts, under a name that does not say so itself.
    func makePart(_ title: [UInt8], of kept: [UInt8]) -> Bool {
        guard let part = PartTitles.part(in: title), !periods.read(title).isWhole else { return false }
        return !Self.contains(kept.split(separator: 0x5F), part[...])
    }

    /// The periods that a column's figures are of, by its brackets and the titles over it: positions in `Plan.periods`, none where they
    /// contradict each other. Nil where they name none.
    func periodsNamed(brackets: [[UInt8]], groups: [[UInt8]]) -> Set<Int>? {
        var named: Set<Int>?
        func restrict(to found: Set<Int>?) {
            if let found { named = named?.intersection(found) ?? found }
        }
        for bracket in brackets {
            let whole = periods.read(fold(bracket.span))
            if whole.isWhole {
                restrict(to: whole.periods)
            } else {
                for piece in Self.pieces(of: bracket).map(periods.read) where piece.isWhole {
                    restrict(to: piece.periods)
                }
            }
        }
        for group in groups { restrict(to: periods.read(group).periods) }
        return named
    }

    /// Nothing but marks, a remark of the plan's list, or the plan's own period.
    private func saysNothing(_ folded: [UInt8]) -> Bool {
        folded.isEmpty || harmless.contains(Self.withAnyNumber(folded)) || periods.cover(folded)
    }

    /// Whether a remark is the field's name once more, with its `Số` or without it; or the unit that the name begins with, as in
    /// `Số lớp tập huấn (lớp)`. Of an enumeration a part is a part of the figure.
    private func isOwnName(_ folded: [UInt8], of meaning: Vocabulary.Meaning, kept: [UInt8]) -> Bool {
        let words = folded.split(separator: 0x5F)
        let keptWords = kept.split(separator: 0x5F)
        return names[meaning.dataSet][meaning.field].contains { name in
            if name.folded == kept {
                return folded == kept
                    || !name.isEnumeration && [0, 1].contains { keptWords.dropFirst($0).starts(with: words) }
            }
            let nameWords = name.folded.split(separator: 0x5F)
            return !Self.contains(keptWords, words[...])
                && (folded == name.folded
                    || nameWords.dropFirst().elementsEqual(words) && nameWords.first == keptWords.first)
        }
    }

    /// Whether a remark lists what the cells of a choice may hold: `Xếp loại (Xuất sắc/Khá/Trung bình)`. One alone may be the
    /// question.
    private func nameChoices(_ remark: [UInt8], _ type: FieldType) -> Bool {
        switch type {
        case .choice(let list), .choices(let list):
            // Some values hold a `/` themselves: `19/8`.
            let parted = remark.map { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ":") ? UInt8(ascii: ";") : $0 }
            return [remark, parted].contains { text in
                let cell = readChoices(text.span, choices[list])
                return cell.codes.count > 1 && cell.unknown.isEmpty && !cell.hasLostLetters
            }
        default: return false
        }
    }

    private static func contains(_ words: [ArraySlice<UInt8>], _ part: ArraySlice<ArraySlice<UInt8>>) -> Bool {
        words.indices.contains { words[$0...].starts(with: part) }
    }

    private static func withAnyNumber(_ folded: [UInt8]) -> [UInt8] {
        guard folded.contains(where: \.isDigit) else { return folded }
        let words = folded.split(separator: 0x5F, omittingEmptySubsequences: false)
        return Array(words.map { $0.allSatisfy(\.isDigit) ? [0x30] : Array($0) }.joined(separator: [0x5F]))
    }

    /// `(người, nếu có)`, `(ĐVT: em)`: folded.
    private static func pieces(of remark: [UInt8]) -> [[UInt8]] {
        remark.split { [0x2C, 0x3A, 0x3B, 0x0A, 0x0D].contains($0) }.map { fold($0.span) }
    }
}
