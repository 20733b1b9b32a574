// Reads the rows of one table: each is taken, left out with an error, or told as a line that is no data. Nothing is dropped
// without a finding.

import Plan
import Records
import Tabular

/// Reads the rows of a table into typed columns.
struct TableReader {
    /// What a missing value in a column does.
    enum Demand {
        case nothing
        /// A query (C1).
        case required
        /// The row is left out (C16).
        case indispensable
    }

    /// Something to say about the row at hand.
    struct RowFault {
        let code: FindingCode
        let column: Int?
        let value: String
        let arguments: [String]
    }

    let definition: DataSet
    let header: Header
    let asOf: CalendarDate?
    let firstDay: Int32
    let lastDay: Int32

    var columns: [ColumnReader] = []
    var demands: [Demand] = []
    /// Positions in `columns`.
    var unitColumn: Int?
    let eventField: Int?
    /// Indispensable fields for which the file has no column.
    let absent: [Int]
    let unnamed: [Int]
    var period: RowPeriod?
    /// Columns whose name says of which periods their figures are: positions in `columns`, and in `Plan.periods`.
    let restricted: [(column: Int, periods: Set<Int>)]
    var tools: CellTools
    /// Whether a row that ends early lacks cells (L1); in a sheet the rest is empty.
    var rowsHaveWidths = true
    let judged: DateOrders

    // Of the row at hand.
    var values: [Int32]
    var faults: [RowFault] = []
    var mustLeaveOut = false

    // Of the file so far.
    /// Cells of rows that were taken and are not in the columns yet, row by row.
    var block: [Int32] = []
    var table: Table
    var findings: [Finding] = []
    var rowsRead = 0
    var rowsLeftOut = 0
    var leftOutRows = LeftOutRows()
    var notData = 0
    var unitsLeftOut: [Int32: Int] = [:]
    var hasUnknownUnitLeftOut = false
    /// Whether the row under way has a unit code that can be read, on the roster or not.
    var hasReadableUnit = false
    var unnamedWithData: [Bool]
    /// What the dates prove; where that changes their reading, the table is read again with it as `judged`.
    var orders: DateOrders
    /// Remarks that are no data unless a row follows, and what they then are.
    var remarks: [(text: Finding, findings: [Finding])] = []
    var remarkRows = LeftOutRows()
    /// What totals lines are compared with (L3).
    var totals: RunningTotals

    /// - Parameters:
    ///   - asOf: the day of the run; nil where the table is the roster, whose dates may lie in any year.
    ///   - judged: what a first reading proved about its dates.
    init(_ header: Header, tools: CellTools, asOf: CalendarDate?, otherPeriods: Set<String>, judged: DateOrders? = nil)
    {
        let plan = tools.plan
        let definition = plan.dataSets[header.dataSet]
        self.definition = definition
        self.header = header
        self.tools = tools
        self.asOf = asOf
        firstDay = plan.firstDay.days
        lastDay = plan.lastDay.days
        eventField = definition.index(of: .eventDate)
        table = Table(dataSet: header.dataSet, fieldCount: definition.fields.count)
        values = [Int32](repeating: Table.missing, count: definition.fields.count)
        unnamedWithData = [Bool](repeating: false, count: header.width)
        unnamed = header.columns.indices.filter { header.columns[$0] == .unnamed }
        period = RowPeriod(plan, dataSet: header.dataSet, otherPeriods: otherPeriods)
        let unitField = definition.index(of: .unit)
        var found = Set<Int>()
        for (index, column) in header.columns.enumerated() {
            guard case .field(let field) = column else { continue }
            if field == unitField { unitColumn = columns.count }
            found.insert(field)
            columns.append(
                ColumnReader(
                    field: field,
                    column: index,
                    repeated: header.columns.indices.filter { header.columns[$0] == .repeated(field: field) },
                    definition: definition.fields[field],
                    isRoster: definition.isRoster,
                    isKey: definition.key.contains(field)
                )
            )
            let demand: Demand = definition.fields[field].isRequired ? .required : .nothing
            demands.append(definition.isIndispensable(field) ? .indispensable : demand)
        }
        restricted = columns.enumerated().compactMap { index, column in
            header.periods[column.column].map { (index, $0) }
        }
        absent = definition.fields.indices.filter { definition.isIndispensable($0) && !found.contains($0) }
        let unitCount: Int =
            if definition.isRoster {
                1
            } else if let unitField, case .choice(let list) = definition.fields[unitField].type {
                plan.codeLists[list].codes.count
            } else {
                tools.roster?.count ?? 0
            }
        orders = DateOrders(unitCount: unitCount, columnCount: columns.count)
        self.judged = judged ?? orders
        totals = RunningTotals(columns)
    }

    var plan: Plan { tools.plan }

    /// Reads the next line of the file.
    mutating func take(_ record: Record) {
        if record.isBlank { return }
        faults.removeAll(keepingCapacity: true)
        mustLeaveOut = false
        hasReadableUnit = false
        var unit = Table.missing
        if let unitColumn {
            let reading = read(unitColumn, record)
            unit = reading.value
            // A code that is on no roster can be read: it is nobody's, so none of anybody's rows was left out.
            hasReadableUnit = !reading.isMissing || reading.fault?.code == .U1
            if reading.isMissing {
                // U1 says itself that the row is left out.
                if reading.fault?.code != .U1 { judgeMissing(unitColumn, record, reading) }
                mustLeaveOut = true
            }
            // The roster defines its units: any code is one, a repeated header's too.
            if reading.isMissing || definition.isRoster, passOver(record, hasUnit: !reading.isMissing) { return }
        }
        rowsRead += 1
        settleRemarks()
        if let found = overflow(record) {
            faults.removeAll()
            add(.L4, arguments: [String(header.width), String(found)])
            leaveOut(record, unit: unit, period: "")
            return
        }
        if rowsHaveWidths, record.count < header.width {
            add(.L1, arguments: [String(header.width), String(record.count)])
        }
        readCells(record, unit: definition.isRoster ? 0 : unit)
        for field in absent {
            add(.C16, arguments: [definition.fields[field].title])
            mustLeaveOut = true
        }
        var periodID = ""
        switch period?.outcome(values, table.texts) {
        case nil: break
        case .known(let id): periodID = id
        // A row of another year is that year's matter, with whatever is wrong in it.
        case .otherPlan:
            faults.removeAll()
            complainAboutPeriod(.P6, record)
        case .unknown: complainAboutPeriod(.P1, record)
        }
        if !restricted.isEmpty { judgeNamedPeriods(record, period: periodID) }
        if mustLeaveOut {
            leaveOut(record, unit: unit, period: periodID)
        } else {
            append(record, unit: unit, period: periodID)
        }
    }

    /// A row that the tokenizer could not deliver.
    mutating func leaveOutUnreadable(_ finding: Finding) {
        settleRemarks()
        findings.append(finding)
        rowsRead += 1
        rowsLeftOut += 1
        totals.noteRowLeftOut()
        hasUnknownUnitLeftOut = true
    }

    /// The file ends: remarks after the last row are no data.
    mutating func finish() {
        writeBlock()
        for remark in remarks {
            findings.append(remark.text)
            notData += 1
        }
        remarks.removeAll()
    }
}
