import Plan
import Records

extension DataSetMerge {
    /// Splits records whose rows are different incidents under one number, before anything else looks at them.
    ///
    /// Rows are taken newest first; each joins the first incident none of whose rows it contradicts in every identity field.
    mutating func tellIncidentsApart(_ records: [[Int]]) -> [[Int]] {
        let fields = input.dataSet.fields.indices.filter { input.dataSet.fields[$0].roles.contains(.identity) }
        guard let first = fields.first, let last = fields.last else { return records }
        // The plan names one field or two; of one, both halves of the identity are the same.
        let (one, other) = (identityColumn(first), identityColumn(last))
        var separated: [[Int]] = []
        for record in records {
            guard record.count > 1 else {
                separated.append(record)
                continue
            }
            var incidents = IncidentSplit()
            for row in record { incidents.add(row, one(row), other(row)) }
            separated.append(contentsOf: incidents.rows)
        }
        return separated
    }

    /// K5: two incidents of one number, both of which count.
    mutating func findReusedNumbers(_ records: [[Int]]) {
        guard input.dataSet.fields.contains(where: { $0.roles.contains(.identity) }) else { return }
        let counted = records.compactMap(\.first).filter { result.fates[$0] == .counted }
        let columns = input.innerKey.map { input.table.columns[$0] }
        var first: Int?
        for row in counted {
            // Incidents of one number stand side by side, the one with the newest row first.
            if let other = first, columns.allSatisfy({ $0[other] == $0[row] }) {
                var finding = finding(.K5, row: row, arguments: [input.placeText(other)])
                finding.evidence = input.canonicalText(row: row) + input.canonicalText(row: other)
                result.findings.append(finding)
            } else {
                first = row
            }
        }
    }

    /// What a row says in an identity field; all values on no list are the list's `other`.
    private func identityColumn(_ field: Int) -> (Int) -> Int32 {
        let column = input.table.columns[field]
        guard case .choice(let list) = input.dataSet.fields[field].type else { return { column[$0] } }
        let codes = input.plan.codeLists[list]
        let other = Int32(codes.other ?? codes.codes.count)
        return { column[$0] >= Int32(codes.codes.count) ? other : column[$0] }
    }
}
