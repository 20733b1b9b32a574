import Plan

/// What a run was made of, in one word: the same inputs, templates, receipts and date give the same id.
package struct RunID: Sendable, Hashable {
    /// 64 hexadecimal digits, as the manifest and the ledger have them.
    package let text: String

    package init(text: String) {
        self.text = text
    }

    /// The first 12 digits, for file names and people.
    package var short: String { String(text.prefix(12)) }

    /// - Parameters:
    ///   - inputs: inbox, roster and closed sets of last year.
    ///   - decisions: hash of the office's decisions; nil where there are none.
    ///   - receipts: the bytes of `receipts.csv`, which tell each submission's.
    ///   - closedSets: hash of each closed period's manifest, by the name of its folder in `da-chot`.
    package init(
        version: String,
        templates: [(path: String, sha256: String)],
        inputs: [(path: String, sha256: String)],
        decisions: String?,
        receipts: [UInt8],
        closedSets: [(name: String, sha256: String)],
        asOf: CalendarDate
    ) {
        // Each part's length stands before it, so that no two lists of parts make the same bytes.
        var bytes: [UInt8] = []
        func add(_ text: String) {
            bytes.append(contentsOf: "\(text.utf8.count):".utf8)
            bytes.append(contentsOf: text.utf8)
        }
        func add(_ title: String, _ pairs: [(String, String)]) {
            add(title)
            add(String(pairs.count))
            for pair in pairs.sorted(by: RunID.isBefore) {
                add(pair.0)
                add(pair.1)
            }
        }
        add(version)
        add("templates", templates)
        add("inputs", inputs)
        add("decisions", decisions.map { [("", $0)] } ?? [])
        add(sha256(receipts))
        add("closed", closedSets)
        add(asOf.iso)
        text = sha256(bytes)
    }

    private static func isBefore(_ left: (String, String), _ right: (String, String)) -> Bool {
        left.0.utf8.elementsEqual(right.0.utf8) ? precedes(left.1, right.1) : precedes(left.0, right.0)
    }
}
