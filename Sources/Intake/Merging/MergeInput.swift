import Plan
import Records

/// All rows of one data set that were taken, of all files, and what merging needs to know of them.
struct MergeInput: Sendable {
    let plan: Plan
    let roster: Roster
    let dataSet: DataSet
    let unitField: Int
    private(set) var table: Table
    /// By position of the file.
    let files: [SourceFile]
    /// Cells in which an error was found: no rule is asked of them.
    private(set) var unreadable: Set<Cell>
    let receipts: Receipts
    let eventField: Int?
    let sentField: Int?
    /// The key's fields beside the unit; of a data set with periods without period and year, which `periodsOfRows` joins.
    let innerKey: [Int]

    /// A row of the table, and a field.
    struct Cell: Hashable, Sendable {
        let row: Int32
        let field: Int32
    }

    struct SourceFile: Sendable {
        let path: String
        /// Position in `table` of the file's first row.
        let firstRow: Int
        /// By the office's decision none of its rows counts or supersedes another.
        let isSetAside: Bool
        /// By unit: its rows that were left out; a file that lost one of a unit's rows withdraws none of them.
        let unitsLeftOut: [Int32: Int]
        /// A row without a readable unit code was left out, or reading broke off: it withdraws nothing.
        let withdrawsNothing: Bool
        /// Where the file has each field of its data set.
        let columns: [SentColumn?]

        func column(of field: Int) -> SentColumn? {
            columns.indices.contains(field) ? columns[field] : nil
        }
    }

    init(
        plan: Plan,
        roster: Roster,
        dataSet: DataSet,
        unitField: Int,
        table: Table,
        files: [SourceFile],
        unreadable: Set<Cell>,
        receipts: Receipts
    ) {
        self.plan = plan
        self.roster = roster
        self.dataSet = dataSet
        self.unitField = unitField
        self.table = table
        self.files = files
        self.unreadable = unreadable
        self.receipts = receipts
        eventField = dataSet.index(of: .eventDate)
        sentField = dataSet.index(of: .sentOn)
        innerKey = dataSet.key.filter { field in
            let roles = dataSet.fields[field].roles
            return !roles.contains(.unit) && !roles.contains(.period) && !roles.contains(.year)
        }
    }

    /// Position in the plan's periods of each row's period; -1 for all where the data set has none.
    func periodsOfRows() -> [Int32] {
        guard let periodField = dataSet.index(of: .period), let yearField = dataSet.index(of: .year),
            case .choice(let list) = dataSet.fields[periodField].type
        else { return [Int32](repeating: -1, count: table.count) }
        let codes = plan.codeLists[list].codes
        var positions: [Int64: Int32] = [:]
        for (position, period) in plan.periods.enumerated() {
            guard let code = codes.firstIndex(where: { $0.code == period.code }) else { continue }
            positions[Int64(period.year) << 32 | Int64(code)] = Int32(position)
        }
        return (0..<table.count).map { row in
            let year = table.columns[yearField][row]
            let code = table.columns[periodField][row]
            return year < 0 || code < 0 ? -1 : positions[Int64(year) << 32 | Int64(code)] ?? -1
        }
    }

    /// Whether units are those of the roster: the office's own tasks are of its sections.
    var hasUnitsOfRoster: Bool { dataSet.fields[unitField].type == .code }

    func place(_ row: Int) -> SourceRow { table.sources[row] }

    /// `path:line`
    func placeText(_ row: Int) -> String {
        let source = table.sources[row]
        return "\(files[Int(source.file)].path):\(source.line)"
    }

    func areIdentical(_ left: Int, _ right: Int) -> Bool {
        table.columns.allSatisfy { $0[left] == $0[right] }
    }

    /// All fields of a row in canonical form, separated by U+001F.
    func appendCanonical(row: Int, to bytes: inout [UInt8]) {
        for field in dataSet.fields.indices {
            table.appendText(row: row, field: field, plan: plan, roster: roster, to: &bytes)
            bytes.append(0x1F)
        }
    }

    /// A row's key in canonical form, personal numbers masked.
    func keyText(row: Int) -> String {
        table.keyText(row: row, plan: plan, roster: roster)
    }

    /// Says of which record a finding is. Where a code of its key is masked, the code itself goes into the id, so that two
    /// records that look alike are two.
    func setRecord(_ finding: inout Finding, row: Int) {
        finding.record = keyText(row: row)
        let key = dataSet.key.map { table.text(row: row, field: $0, plan: plan, roster: roster) }.joined(separator: "|")
        if key != finding.record { finding.evidence += key }
    }

    /// Gives a finding that knows its row its record, and closes it where the row is superseded or withdrawn.
    func complete(_ finding: inout Finding, isPast: [Bool]) {
        guard let row = finding.row else { return }
        let position = files[Int(finding.file)].firstRow + Int(row)
        setRecord(&finding, row: position)
        if isPast[position] { finding.state = .closed }
    }

    /// Takes over what the office corrected, so that the plan's rules look at what counts: in the row that counts and in
    /// identical copies of it, about which the same would be found.
    ///
    /// - Parameter corrected: the rows that count, in their order.
    mutating func take(_ cells: [CellCorrections.Place], of corrected: Table, fates: [RowFate]) {
        let cells = cells.filter { $0.dataSet == table.dataSet }
        guard !cells.isEmpty else { return }
        let counted = fates.indices.filter { fates[$0] == .counted }
        let units = table.columns[unitField]
        let originals = Dictionary(grouping: Set(cells.map { counted[$0.row] })) { units[$0] }
        var copies: [Int: [Int]] = [:]
        for row in fates.indices where fates[row] == .merged {
            for original in originals[units[row]] ?? [] where areIdentical(original, row) {
                copies[original, default: []].append(row)
            }
        }
        table.texts = corrected.texts
        for cell in cells {
            let original = counted[cell.row]
            for row in [original] + (copies[original] ?? []) {
                table.columns[cell.field][row] = corrected.columns[cell.field][cell.row]
                unreadable.remove(Cell(row: Int32(row), field: Int32(cell.field)))
            }
        }
    }

    /// A cell as a school's secretary would write it.
    func words(row: Int, field: Int) -> String {
        let words = table.words(row: row, field: field, plan: plan, roster: roster)
        return dataSet.fields[field].roles.contains(.unit) ? words : PersonalNumbers.masked(words)
    }

    func canonicalText(row: Int) -> String {
        var bytes: [UInt8] = []
        appendCanonical(row: row, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
