import Plan
import Records
import Tabular

extension Header {
    /// What there is to say about the header itself (H1-H4).
    ///
    /// - Parameter unnamedWithData: columns without a name in which cells hold anything.
    func findings(_ plan: Plan, unnamedWithData: [Bool]) -> [Finding] {
        let fields = plan.dataSets[dataSet].fields
        var findings: [Finding] = []
        func add(_ code: FindingCode, column: Int?, arguments: [String] = []) {
            findings.append(
                Finding(
                    code,
                    dataSet: dataSet,
                    file: 0,
                    line: Int32(line),
                    column: column.map(Int32.init),
                    header: column.map { titles[$0] } ?? "",
                    arguments: arguments
                )
            )
        }
        var isThere = [Bool](repeating: false, count: fields.count)
        for case .field(let field) in columns { isThere[field] = true }
        for field in fields.indices where !isThere[field] { add(.H1, column: nil, arguments: [fields[field].title]) }
        for (index, column) in columns.enumerated() {
            switch column {
            case .field: break
            case .repeated: add(.H2, column: index, arguments: [titles[index]])
            case .personal: add(.H4, column: index)
            case .unknown: add(.H3, column: index)
            case .another(let field): add(.H3, column: index, arguments: [fields[field].title])
            case .unnamed: if unnamedWithData[index] { add(.H3, column: index) }
            }
        }
        return findings
    }
}

extension HeaderLine {
    /// What F3 names: the nearest data set, the key columns that it lacks, and headers that look like them.
    func nearestDataSet(_ plan: Plan) -> [String] {
        let similar = plan.dataSets.indices.map { self.similar(to: $0, plan) }
        // The roster is never what a sender meant, unless nothing else comes near.
        let nearest = plan.dataSets.indices.max { left, right in
            if matched[left] != matched[right] { return matched[left] < matched[right] }
            if similar[left].count != similar[right].count { return similar[left].count < similar[right].count }
            let (isLeft, isRight) = (plan.dataSets[left].isRoster, plan.dataSets[right].isRoster)
            return isLeft != isRight ? isLeft : left > right
        }
        guard let dataSet = nearest, matched[dataSet] > 0 || !similar[dataSet].isEmpty else { return ["", "", ""] }
        let fields = plan.dataSets[dataSet].fields
        return [
            plan.dataSets[dataSet].title,
            missingKeys(of: dataSet, plan).map { fields[$0].title }.joined(separator: ", "),
            similar[dataSet].joined(separator: ", "),
        ]
    }

    /// Headers that mean nothing as they are, and that a slip or two part from a missing key column.
    private func similar(to dataSet: Int, _ plan: Plan) -> [String] {
        let fields = plan.dataSets[dataSet].fields
        var found: [String] = []
        for field in missingKeys(of: dataSet, plan) {
            let names = ([fields[field].name, fields[field].title] + fields[field].aliases).map {
                fold(Array($0.utf8).span)
            }
            // No form has more columns; a hostile header may have thousands.
            for column in columns.prefix(200) where column.meanings.isEmpty && !column.isUnnamed {
                let isSimilar = names.contains { name in
                    let limit = max(1, NearMiss.limit(length: name.count))
                    return NearMiss.distance(name, column.text, limit: limit) != nil
                        || column.whole != column.text && NearMiss.distance(name, column.whole, limit: limit) != nil
                }
                if isSimilar, !found.contains(column.title) { found.append(column.title) }
            }
        }
        return Array(found.prefix(5))
    }
}
