import Figures
import Plan
import Tabular

/// What was closed for last year's periods, from the latest issue of each, reopened since or not.
struct LastYear {
    var facts = ClosedFacts()
    /// The files that were read, for the manifest.
    var inputs: [Manifest.Input] = []

    /// Nothing was closed, or nobody looks.
    init() {}

    /// Reads `facts.csv` of the latest issue of every period that one of the plan's compares with; a period without one is not
    /// closed.
    ///
    /// - Throws: `.output` where a closed set is not as it was frozen: half of last year is worse than none.
    init(_ archive: ClosedArchive, plan: Plan) throws(BatchError) {
        let columns = plan.closedColumns
        for period in plan.periods.map(\.comparesWith) {
            guard let issue = archive.latest(of: period) else { continue }
            let bytes = try archive.read("facts.csv", of: issue)
            let name = "da-chot/\(issue.folder)/facts.csv"
            guard read(bytes, columns: columns, period: period) else {
                throw .output(
                    "Số liệu đã chốt \(name) không đọc được; hãy dùng đúng bản tonghop đã chốt nó, hoặc bản mới hơn."
                )
            }
            inputs.append(Manifest.Input(path: name, sha256: sha256(bytes), bytes: bytes.count, role: .lastYear))
        }
    }

    /// Takes the wanted columns of a `facts.csv`; false where it is anything else.
    private mutating func read(_ bytes: [UInt8], columns: Set<String>, period: String) -> Bool {
        var tokenizer = Tokenizer(delimiter: UInt8(ascii: ","))
        var record = Record()
        func text(_ index: Int) -> String { String(decoding: record.bytes[record.range(index)], as: UTF8.self) }
        do {
            guard try tokenizer.next(in: bytes.span, into: &record) else { return false }
            let header = (0..<record.count).map(text)
            guard let unit = header.firstIndex(of: "unit") else { return false }
            let wanted = header.indices.filter { columns.contains(header[$0]) }
            while try tokenizer.next(in: bytes.span, into: &record) {
                guard record.count == header.count else { return false }
                for index in wanted where !record.range(index).isEmpty {
                    guard let value = Double(text(index)) else { return false }
                    facts.set(value, period: period, unit: text(unit), column: header[index])
                }
            }
        } catch {
            return false
        }
        return true
    }
}

extension Plan {
    /// Facts of last year that this year's rules ask for, by name.
    fileprivate var closedColumns: Set<String> {
        var names: Set<String> = []
        for case .lastYear(let test) in rules.map(\.test) { names.formUnion(test.pairs.map(\.closed)) }
        return names
    }
}
