import Intake
import Plan
import Records

/// What of an inbox is whose: findings, rows that were left out and rows that count, by unit; and by file what is of no unit.
///
/// A row whose unit code was sent and is not known is nobody's, in whatever file it lies: it may be another unit's.
struct FeedbackIndex: Sendable {
    /// A row that was left out: its file, and its position among those of the file.
    struct LeftOut: Sendable {
        let file: Int
        let row: Int
    }

    /// By position in the roster: positions in the result's findings, in their order. None is closed.
    private(set) var findings: [Int: [Int]] = [:]
    private(set) var leftOut: [Int: [LeftOut]] = [:]
    /// The same by position of the file.
    private(set) var findingsOfFile: [Int: [Int]] = [:]
    private(set) var leftOutOfFile: [Int: [LeftOut]] = [:]
    /// By position of the data set: its rows that count, by unit.
    private let counted: [Int: SortedRows]

    init(_ result: IntakeResult, roster: Roster, plan: Plan) {
        let unitFields = plan.dataSets.map(\.unitOfRoster)
        let onlyUnits = result.files.map { $0.onlyUnit.isEmpty ? nil : roster.unit(code: $0.onlyUnit) }
        let nobodys = Set(result.findings.filter { $0.isNobodys(result, unitFields) }.map(\.place))
        for (position, finding) in result.findings.enumerated() where finding.state != .closed {
            let file = Int(finding.file)
            guard result.files.indices.contains(file), result.files[file].role == .inbox else { continue }
            let isOfUnits = finding.dataSet.map { unitFields[$0] != nil } ?? true
            if isOfUnits, !finding.unit.isEmpty, let unit = roster.unit(code: finding.unit) {
                findings[unit, default: []].append(position)
            } else if finding.unit.isEmpty, let unit = onlyUnits[file], !nobodys.contains(finding.place) {
                findings[unit, default: []].append(position)
            } else {
                findingsOfFile[file, default: []].append(position)
            }
        }
        for (file, record) in result.files.enumerated() where record.role == .inbox && !record.isSetAside {
            for (position, row) in record.leftOutRows.rows.enumerated() {
                let place = RowPlace(file: Int32(file), line: row.line)
                let only = nobodys.contains(place) ? nil : onlyUnits[file]
                if let unit = row.unit == Table.missing ? only : Int(row.unit) {
                    leftOut[unit, default: []].append(LeftOut(file: file, row: position))
                } else {
                    leftOutOfFile[file, default: []].append(LeftOut(file: file, row: position))
                }
            }
        }
        var counted: [Int: SortedRows] = [:]
        for table in result.records.tables {
            guard let field = unitFields[table.dataSet] else { continue }
            let units = table.columns[field]
            let ofUnits = units.indices.filter { units[$0] != Table.missing }.map(Int32.init)
            counted[table.dataSet] = SortedRows(ofUnits, by: units, below: roster.count)
        }
        self.counted = counted
    }

    /// Positions of the unit's rows in the table of rows that count.
    func rows(of unit: Int, dataSet: Int) -> ArraySlice<Int32> {
        counted[dataSet]?.rows(of: unit) ?? []
    }
}

/// A row of a file; line 0: the file as a whole.
struct RowPlace: Hashable {
    let file: Int32
    let line: Int32
}

extension Finding {
    var place: RowPlace { RowPlace(file: file, line: line) }

    /// Whether it tells that its row has a unit that is not known, or may have one.
    ///
    /// - Parameter unitFields: by position of the data set: the field of the unit's code.
    fileprivate func isNobodys(_ result: IntakeResult, _ unitFields: [Int?]) -> Bool {
        guard unit.isEmpty, line > 0 else { return false }
        if code == .U1 || code == .L4 { return true }
        guard let column, !value.isEmpty, let field = dataSet.flatMap({ unitFields[$0] }),
            result.records.sentColumns.indices.contains(Int(file))
        else { return false }
        let sent = result.records.sentColumns[Int(file)]
        return field < sent.count && sent[field]?.position == column
    }
}
