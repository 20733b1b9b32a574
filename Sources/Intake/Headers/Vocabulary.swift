import Plan
import Tabular

/// The words of a plan in folded form, which headers and cells are compared with.
///
/// Never changed, and a class so that whoever reads a file holds one reference and not two hundred: the threads that read would
/// wait for each other to count them.
final class Vocabulary: Sendable {
    /// A field that a header may mean.
    struct Meaning: Sendable {
        let dataSet: Int
        let field: Int
        /// 0: the field's own name, 1: its title, 2: an alias. A column with the better claim is the field.
        let rank: Int
    }

    let plan: Plan
    /// By folded header.
    private let headers: [[UInt8]: [Meaning]]
    /// Of its words; a hostile header of a megabyte is not even hashed.
    private let longest: Int
    let noise: Set<[UInt8]>
    let personal: PersonalHeaders
    let counts: CountNames
    let qualifiers: Qualifiers
    let remarks: HeaderRemarks
    /// All of these, to be found with letters lost.
    let lostLetters: LostLetters
    /// By position in `Plan.codeLists`.
    let choices: [ChoiceWords]
    let knownLines = KnownHeaderLines()

    init(_ plan: Plan) {
        self.plan = plan
        var headers: [[UInt8]: [Meaning]] = [:]
        for (dataSet, definition) in plan.dataSets.enumerated() {
            for (field, column) in definition.fields.enumerated() {
                func add(_ text: String, rank: Int) {
                    let word = fold(Array(text.utf8).span)
                    guard !word.isEmpty,
                        headers[word]?.contains(where: { $0.dataSet == dataSet && $0.field == field }) != true
                    else { return }
                    headers[word, default: []].append(Meaning(dataSet: dataSet, field: field, rank: rank))
                }
                add(column.name, rank: 0)
                add(column.title, rank: 1)
                for alias in column.aliases { add(alias, rank: 2) }
            }
        }
        self.headers = headers
        longest = headers.keys.map(\.count).max() ?? 0
        noise = Set(plan.noiseHeaders.map { fold(Array($0.utf8).span) }).subtracting([[]])
        personal = PersonalHeaders(plan.personalHeaders)
        counts = CountNames(plan)
        qualifiers = Qualifiers(plan)
        lostLetters = LostLetters(
            headers,
            noise: noise,
            personal: Set(plan.personalHeaders.map { fold(Array($0.utf8).span) }).subtracting([[]])
        )
        choices = plan.codeLists.map(ChoiceWords.init)
        remarks = HeaderRemarks(plan, choices: choices)
    }

    /// The fields, over all data sets, that a header means; the only place where headers are looked up.
    func meanings(of folded: [UInt8]) -> [Meaning] {
        folded.count <= longest ? headers[folded] ?? [] : []
    }

    /// The fields that words mean together. Titles over a table, which mean none, are not even joined.
    func meanings(ofJoined words: [[UInt8]]) -> [Meaning] {
        let length = words.reduce(words.count - 1) { $0 + $1.count }
        return length <= longest ? headers[Self.join(words)] ?? [] : []
    }

    /// Folded words as one.
    static func join(_ words: [[UInt8]]) -> [UInt8] {
        Array(words.joined(separator: [0x5F]))
    }
}
