// Two counts of one data set differ by a word or two: students, and students of the year before. Where a header's words were
// left out so that it would match, those words may be the ones that tell the two apart, and the wrong one would be read in
// silence. A date for a count would be told by its cells; a count for a count by nobody.

import Plan
import Tabular

/// The names of the counts, word by word.
struct CountNames: Sendable {
    private struct Name {
        let field: Int
        let words: [ArraySlice<UInt8>]
    }

    /// By data set.
    private let names: [[Name]]
    /// By data set and field.
    private let isCount: [[Bool]]

    init(_ plan: Plan) {
        isCount = plan.dataSets.map { $0.fields.map { $0.roles.contains(.count) } }
        names = plan.dataSets.map { dataSet in
            dataSet.fields.indices.filter { dataSet.fields[$0].roles.contains(.count) }.flatMap { field in
                ([dataSet.fields[field].title] + dataSet.fields[field].aliases).map { name in
                    Name(field: field, words: fold(Array(name.utf8).span).split(separator: 0x5F))
                }
            }
        }
    }

    /// Whether a header's words hold a name of another count than the one that was found, by a word that was left out.
    ///
    /// - Parameters:
    ///   - all: the header's texts.
    ///   - kept: the name that was found.
    func fitsAnother(than meaning: Vocabulary.Meaning, all: [[UInt8]], kept: [UInt8]) -> Bool {
        guard isCount[meaning.dataSet][meaning.field] else { return false }
        let words = Set(all.flatMap { $0.split(separator: 0x5F) })
        let keptWords = Set(kept.split(separator: 0x5F))
        guard words.count > keptWords.count else { return false }
        return names[meaning.dataSet].contains { name in
            name.field != meaning.field && name.words.allSatisfy(words.contains)
                && !name.words.allSatisfy(keptWords.contains)
        }
    }
}
