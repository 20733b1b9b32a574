import Plan
import Records

/// What becomes of a row that was taken.
enum RowFate: UInt8, Sendable {
    case counted, merged, superseded, withdrawn
    /// Of a file that the office set aside.
    case setAside
}

/// One data set after merging.
struct MergedDataSet: Sendable {
    /// By row of the input's table.
    var fates: [RowFate]
    /// By row: whether what it says was superseded or withdrawn, in whichever copy; its findings are closed.
    var isPast: [Bool]
    var findings: [Finding]
    var submissions: [(key: SubmissionKey, receipt: Receipt, file: Int32, unit: Int32)]
    /// By position of the period and of the unit, where the data set has a date of sending.
    var earliestReport: [[Int32]]
}

/// "One row, several times": re-exports, corrections and copies of one data set, unit by unit.
struct DataSetMerge {
    let input: MergeInput
    let periods: [Int32]
    var result: MergedDataSet
    /// By row; filled unit by unit.
    var orders: [RowOrder]
    /// By row: whether its receipt is exact.
    var exact: [Bool]

    init(_ input: MergeInput) {
        self.input = input
        periods = input.periodsOfRows()
        let count = input.table.count
        result = MergedDataSet(
            fates: [RowFate](repeating: .counted, count: count),
            isPast: [Bool](repeating: false, count: count),
            findings: [],
            submissions: [],
            earliestReport: []
        )
        orders = [RowOrder](
            repeating: RowOrder(sent: 0, receipt: 0, newestEvent: .min, file: 0, line: 0),
            count: count
        )
        exact = [Bool](repeating: false, count: count)
        if input.sentField != nil {
            result.earliestReport = [[Int32]](
                repeating: [Int32](repeating: .max, count: input.roster.count),
                count: input.plan.periods.count
            )
        }
    }

    /// Merges all rows.
    static func merge(_ input: MergeInput) -> MergedDataSet {
        var merge = DataSetMerge(input)
        for rows in merge.rowsByUnit() { merge.mergeUnit(rows) }
        merge.countMerged()
        return merge.result
    }

    /// The rows of each unit, in the order of files and lines.
    private func rowsByUnit() -> [[Int]] {
        var units: [[Int]] = []
        var positions: [Int32: Int] = [:]
        for (row, unit) in input.table.columns[input.unitField].enumerated() {
            if let position = positions[unit] {
                units[position].append(row)
            } else {
                positions[unit] = units.count
                units.append([row])
            }
        }
        return units
    }

    private mutating func mergeUnit(_ rows: [Int]) {
        receive(rows)
        let records = groupByKey(withoutSetAside(rows))
        for record in records { settle(record) }
        let withdrawn = withdraw(records)
        for (newest, newer) in withdrawn { markWithdrawn(records[newest], by: newer) }
        findReusedNumbers(records)
        findSuspiciousPairs(records)
        checkActivity(records)
    }

    /// The rows that may count. Rows of a file that was set aside have a receipt all the same: the day on which they first came
    /// stays what it was when the decision is taken back.
    private mutating func withoutSetAside(_ rows: [Int]) -> [Int] {
        guard input.files.contains(where: \.isSetAside) else { return rows }
        return rows.filter { row in
            guard input.files[Int(input.table.sources[row].file)].isSetAside else { return true }
            result.fates[row] = .setAside
            result.isPast[row] = true
            return false
        }
    }

    /// Finds each submission's receipt, and with it the order of its rows.
    private mutating func receive(_ rows: [Int]) {
        let table = input.table
        var start = 0
        while start < rows.count {
            let file = table.sources[rows[start]].file
            var end = start
            while end < rows.count, table.sources[rows[end]].file == file { end += 1 }
            let ofFile = rows[start..<end]
            for period in Set(ofFile.map { periods[$0] }).sorted() {
                receive(
                    submission: ofFile.filter { periods[$0] == period },
                    period: period,
                    newestEnd: newestEnd(ofFile)
                )
            }
            start = end
        }
    }

    /// The end of the latest window among the rows of one file and unit.
    private func newestEnd(_ rows: ArraySlice<Int>) -> Int32 {
        rows.map { periods[$0] < 0 ? Int32.min : input.plan.periods[Int(periods[$0])].end.days }.max() ?? .min
    }

    private mutating func receive(submission rows: [Int], period: Int32, newestEnd: Int32) {
        guard let first = rows.first else { return }
        let table = input.table
        let key = SubmissionKey(
            dataSet: input.dataSet.name,
            unit: table.text(row: first, field: input.unitField, plan: input.plan, roster: input.roster),
            period: period < 0 ? "" : input.plan.periods[Int(period)].id,
            hash: input.hash(ofSubmission: rows)
        )
        let receipt = input.receipts.receipt(of: key)
        result.submissions.append(
            (key, receipt, table.sources[first].file, table.columns[input.unitField][first])
        )
        let day = receipt.date.days
        var newestEvent = newestEnd
        if let eventField = input.eventField {
            newestEvent = rows.map { table.columns[eventField][$0] }.filter { $0 <= day }.max() ?? .min
        }
        for row in rows {
            var sent: Int32 = 0
            if let sentField = input.sentField {
                let cell = table.columns[sentField][row]
                sent = cell == Table.missing ? .min : min(cell, day)
            }
            let source = table.sources[row]
            orders[row] = RowOrder(
                sent: sent,
                receipt: day,
                newestEvent: newestEvent,
                file: source.file,
                line: source.line
            )
            exact[row] = receipt.isExact
        }
    }

    /// The unit's rows by record, each newest first.
    private mutating func groupByKey(_ rows: [Int]) -> [[Int]] {
        let columns = input.innerKey.map { input.table.columns[$0] }
        let sorted = rows.sorted { left, right in
            if periods[left] != periods[right] { return periods[left] < periods[right] }
            for column in columns where column[left] != column[right] { return column[left] < column[right] }
            return orders[right] < orders[left]
        }
        var records: [[Int]] = []
        for row in sorted {
            if let newest = records.last?.first, periods[newest] == periods[row],
                columns.allSatisfy({ $0[newest] == $0[row] })
            {
                records[records.count - 1].append(row)
            } else {
                records.append([row])
            }
        }
        return tellIncidentsApart(records)
    }

    /// Decides what becomes of the rows of one record, newest first: identical rows merge into the newest of them, and the
    /// newest of all supersedes the others.
    private mutating func settle(_ record: [Int]) {
        noteArrival(record)
        let versions = versions(of: record)
        guard let current = versions.first else { return }
        for version in versions {
            for row in version.dropFirst() { result.fates[row] = .merged }
        }
        for version in versions.dropFirst() {
            for row in version { result.isPast[row] = true }
            result.fates[version[0]] = .superseded
            reportSuperseded(version[0], by: current)
        }
        checkSending(versions)
    }

    /// The record's rows, identical ones together and newest first; the version whose newest row is newest comes first.
    private func versions(of record: [Int]) -> [[Int]] {
        guard record.count > 1 else { return [record] }
        let columns = input.table.columns
        let sorted = record.indices.sorted { left, right in
            for column in columns where column[record[left]] != column[record[right]] {
                return column[record[left]] < column[record[right]]
            }
            return left < right
        }
        var versions: [[Int]] = []
        for position in sorted {
            if let last = versions.last?.first, input.areIdentical(record[last], record[position]) {
                versions[versions.count - 1].append(position)
            } else {
                versions.append([position])
            }
        }
        return versions.sorted { $0[0] < $1[0] }.map { $0.map { record[$0] } }
    }

    /// K1, once a file with the number.
    private mutating func countMerged() {
        var counts: [Int32: Int] = [:]
        for (row, fate) in result.fates.enumerated() where fate == .merged {
            counts[input.table.sources[row].file, default: 0] += 1
        }
        for (file, count) in counts.sorted(by: { $0.key < $1.key }) {
            result.findings.append(
                Finding(.K1, dataSet: input.table.dataSet, file: file, arguments: [String(count)])
            )
        }
    }

    /// A finding about a row, with its record's key.
    func finding(_ code: FindingCode, row: Int, value: String = "", arguments: [String] = []) -> Finding {
        let source = input.table.sources[row]
        var finding = Finding(
            code,
            dataSet: input.table.dataSet,
            file: source.file,
            line: source.line,
            unit: input.table.text(row: row, field: input.unitField, plan: input.plan, roster: input.roster),
            period: periods[row] < 0 ? "" : input.plan.periods[Int(periods[row])].id,
            value: value,
            arguments: arguments
        )
        input.setRecord(&finding, row: row)
        return finding
    }
}
