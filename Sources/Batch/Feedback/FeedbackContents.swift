import Figures
import Intake
import Plan
import Records
import Workbooks

/// What the feedback of one period lists, for a unit or for a file that is of no unit.
struct FeedbackContents {
    let intake: RunIntake
    let index: FeedbackIndex
    let plan: Plan
    let period: Period

    private var result: IntakeResult { intake.result }

    /// - Parameter unit: position in the roster.
    func lists(ofUnit unit: Int) -> OfficeLists {
        let records = result.unitRecords[intake.roster.codes[unit]] ?? []
        return lists(
            findings: index.findings[unit] ?? [],
            leftOut: index.leftOut[unit] ?? [],
            files: records.map { file($0, unknown: index.leftOutOfFile[$0.file]?.count ?? 0) }
        ) { dataSet in index.rows(of: unit, dataSet: dataSet) }
    }

    /// - Parameter files: positions of files with the same content, a workbook's sheets or a file sent twice.
    func lists(ofFiles files: [Int]) -> OfficeLists {
        lists(
            findings: files.flatMap { index.findingsOfFile[$0] ?? [] },
            leftOut: files.flatMap { index.leftOutOfFile[$0] ?? [] },
            files: files.map { file in
                let record = result.files[file]
                return SentFile(
                    path: record.file.path,
                    dataSet: record.dataSetWords(plan),
                    outcome: record.outcomeWords,
                    came: record.newestReceipt,
                    rows: SourceFile.Rows(record.rows, notData: record.notData),
                    unknown: index.leftOutOfFile[file]?.count ?? 0
                )
            }
        ) { _ in [] }
    }

    /// Findings of the period, of none, and of closed ones.
    func isListed(_ finding: Int) -> Bool {
        result.findings[finding].isListed(in: period)
    }

    private func file(_ record: UnitRecord, unknown: Int) -> SentFile {
        let file = result.files[record.file]
        return SentFile(
            path: file.file.path,
            dataSet: file.dataSetWords(plan),
            outcome: file.isSetAside ? file.outcomeWords : record.outcome.words,
            came: record.newestReceipt,
            rows: SourceFile.Rows(record.rows, notData: 0),
            unknown: file.onlyUnit.isEmpty ? 0 : unknown
        )
    }

    private func lists(
        findings: [Int],
        leftOut: [FeedbackIndex.LeftOut],
        files: [SentFile],
        counted: (Int) -> ArraySlice<Int32>
    ) -> OfficeLists {
        let listed = findings.filter(isListed)
        var lists = OfficeLists()
        lists.files = files
        // The order of files, in each the gravest first.
        lists.findings = listed.sorted { one, other in
            let (left, right) = (result.findings[one], result.findings[other])
            return (left.file, left.severity, one) < (right.file, right.severity, other)
        }.map { intake.feedbackRow(of: result.findings[$0], plan: plan) }
        let byPlace = Dictionary(grouping: listed.filter { result.findings[$0].line > 0 }) { result.findings[$0].place }
        var rows: [Int: [(place: RowPlace, row: SentRow)]] = [:]
        for table in result.records.tables {
            let inPeriod = PeriodRows(period, dataSet: plan.dataSets[table.dataSet], plan: plan)
            for row in counted(table.dataSet) {
                let row = Int(row)
                let place = RowPlace(file: table.sources[row].file, line: table.sources[row].line)
                let found = byPlace[place] ?? []
                guard !found.isEmpty || inPeriod.contains(row, of: table) else { continue }
                rows[table.dataSet, default: []].append((place, self.row(row, of: table, at: place, found)))
            }
        }
        for place in leftOut {
            let rowsOfFile = result.files[place.file].leftOutRows
            let row = rowsOfFile.rows[place.row]
            guard let dataSet = result.files[place.file].dataSet, row.period.isEmpty || row.period == period.id else {
                continue
            }
            let at = RowPlace(file: Int32(place.file), line: row.line)
            let (marks, mark) = marks(byPlace[at] ?? [], of: at)
            let sent = SentRow(
                file: result.files[place.file].file.path,
                line: Int(row.line),
                counted: nil,
                sent: rowsOfFile.cells(of: row),
                marks: marks,
                mark: mark
            )
            rows[dataSet, default: []].append((at, sent))
        }
        lists.rows = rows.mapValues { rows in
            rows.sorted { ($0.place.file, $0.place.line) < ($1.place.file, $1.place.line) }.map(\.row)
        }
        return lists
    }

    private func row(_ row: Int, of table: Table, at place: RowPlace, _ found: [Int]) -> SentRow {
        let (marks, mark) = marks(found, of: place)
        var sent: [Int: String] = [:]
        for finding in found.map({ result.findings[$0] }) where !finding.value.isEmpty {
            guard let field = field(of: finding, at: place) else { continue }
            // What could not be read, or is read as another value.
            if table.columns[field][row] == Table.missing || finding.code == .C14 { sent[field] = finding.value }
        }
        return SentRow(
            file: result.files[Int(place.file)].file.path,
            line: Int(place.line),
            counted: row,
            sent: sent,
            marks: marks,
            mark: mark
        )
    }

    /// The gravest that is open about each cell of a row, and about the row as a whole.
    private func marks(_ found: [Int], of place: RowPlace) -> (marks: [Int: Severity], mark: Severity?) {
        var marks: [Int: Severity] = [:]
        var mark: Severity?
        for finding in found.map({ result.findings[$0] })
        where finding.state == .open && finding.severity != .information {
            if let field = field(of: finding, at: place) {
                marks[field] = min(marks[field] ?? finding.severity, finding.severity)
            } else {
                mark = min(mark ?? finding.severity, finding.severity)
            }
        }
        return (marks, mark)
    }

    private func field(of finding: Finding, at place: RowPlace) -> Int? {
        guard let column = finding.column, result.records.sentColumns.indices.contains(Int(place.file)) else {
            return nil
        }
        return result.records.sentColumns[Int(place.file)].firstIndex { $0?.position == column }
    }
}
