import Plan
import Records

extension DataSetMerge {
    /// K7: two rows of different files that both count and are equal but for one key field, the newer one dated no later than
    /// the older file's last event date. Once a unit and pair of files, with the number and the first pairs.
    ///
    /// Rows that stand together in one of the two files are no pair: their sender knows both.
    mutating func findSuspiciousPairs(_ records: [[Int]]) {
        guard let eventField = input.eventField else { return }
        let counted = records.compactMap(\.first).filter { result.fates[$0] == .counted }
        guard Set(counted.map { orders[$0].file }).count > 1 else { return }
        let dates = input.table.columns[eventField]
        var filesOfRow: [Int: Set<Int32>] = [:]
        for record in records {
            if let row = record.first { filesOfRow[row] = Set(record.map { orders[$0].file }) }
        }
        func isAlone(_ row: Int, without file: Int32) -> Bool { filesOfRow[row]?.contains(file) == false }
        var pairs: [FilePair: SuspiciousPairs] = [:]
        for field in input.innerKey {
            for alike in rowsAlike(counted, butFor: field) {
                let byFile = Dictionary(grouping: alike) { orders[$0].file }
                guard byFile.count > 1 else { continue }
                for (newerFile, newerRows) in byFile {
                    for (olderFile, olderRows) in byFile {
                        guard let newest = newerRows.first, let oldest = olderRows.first,
                            isNewer(newest, than: oldest)
                        else { continue }
                        let suspicious = newerRows.filter {
                            dates[$0] <= orders[oldest].newestEvent && isAlone($0, without: olderFile)
                        }
                        let others = olderRows.filter { isAlone($0, without: newerFile) }
                        guard let first = suspicious.min(), let older = others.min() else { continue }
                        let pair = FilePair(newer: newerFile, older: olderFile)
                        pairs[pair, default: SuspiciousPairs()].add(
                            first: first,
                            older: older,
                            count: suspicious.count * others.count
                        )
                    }
                }
            }
        }
        for (pair, found) in pairs.sorted(by: { ($0.key.newer, $0.key.older) < ($1.key.newer, $1.key.older) }) {
            report(found, of: pair)
        }
    }

    private func isNewer(_ left: Int, than right: Int) -> Bool {
        let (newer, older) = (orders[left], orders[right])
        return (older.receipt, older.newestEvent, older.file) < (newer.receipt, newer.newestEvent, newer.file)
    }

    /// Groups of at least two of the rows that are equal in every field but that one.
    private func rowsAlike(_ rows: [Int], butFor field: Int) -> [[Int]] {
        let columns = input.table.columns.indices.filter { $0 != field }.map { input.table.columns[$0] }
        let sorted = rows.sorted { left, right in
            for column in columns where column[left] != column[right] { return column[left] < column[right] }
            return left < right
        }
        var groups: [[Int]] = []
        for row in sorted {
            if let other = groups.last?.first, columns.allSatisfy({ $0[other] == $0[row] }) {
                groups[groups.count - 1].append(row)
            } else {
                groups.append([row])
            }
        }
        return groups.filter { $0.count > 1 }
    }

    private mutating func report(_ found: SuspiciousPairs, of pair: FilePair) {
        let examples = found.examples.sorted { ($0.newer, $0.older) < ($1.newer, $1.older) }
        guard let first = examples.first else { return }
        let lines = examples.prefix(3).map { example in
            "dòng \(input.place(example.newer).line) ở đây và dòng \(input.place(example.older).line) ở tệp kia"
        }
        var finding = finding(
            .K7,
            row: first.newer,
            arguments: [
                input.files[Int(pair.older)].path, String(found.count), lines.joined(separator: "; "),
            ]
        )
        finding.evidence = examples.map { input.canonicalText(row: $0.newer) + input.canonicalText(row: $0.older) }
            .joined()
        result.findings.append(finding)
    }
}

private struct FilePair: Hashable {
    let newer: Int32
    let older: Int32
}

private struct SuspiciousPairs {
    var count = 0
    var examples: [(newer: Int, older: Int)] = []

    mutating func add(first: Int, older: Int, count: Int) {
        self.count += count
        examples.append((first, older))
    }
}
