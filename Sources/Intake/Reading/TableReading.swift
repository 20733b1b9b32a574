// The rows of a table below its header, read into a file's reading: the same for a text, a sheet and the roster.

import Plan
import Records
import Tabular

/// Reads the rows of tables; what they are compared with is the same for all files of a run.
struct TableReading {
    let vocabulary: Vocabulary
    /// Nil while the roster itself is read.
    let roster: Roster?
    let otherPeriods: Set<String>
    let asOf: CalendarDate?
    let limits: IntakeLimits

    init(_ context: ReadingContext) {
        vocabulary = context.vocabulary
        roster = context.roster
        otherPeriods = context.otherPeriods
        asOf = context.asOf
        limits = context.limits
    }

    /// For the roster itself.
    init(rosterOf plan: Plan, limits: IntakeLimits) {
        vocabulary = Vocabulary(plan)
        roster = nil
        otherPeriods = []
        asOf = nil
        self.limits = limits
    }

    var plan: Plan { vocabulary.plan }

    /// Reads the table of a text or a sheet, or says why it is not read. Where there is none, nothing is said.
    func read(_ candidate: TextCandidate, into reading: inout FileReading) {
        switch candidate.search.outcome {
        case .found(let header):
            reading.dataSet = header.dataSet
            if plan.dataSets[header.dataSet].isRoster, roster != nil {
                reading.holdsNoData = true
                reading.refuse(.F12)
            } else if let rows = candidate.search.rows {
                readRows(of: header, from: rows, into: &reading)
            }
            if candidate.restoration != nil {
                reading.isRestored = true
                reading.refuse(.F11)
            }
        case .tie(let dataSets, let line):
            let titles = dataSets.map { plan.dataSets[$0].title }.joined(separator: "; ")
            reading.refuse(.F3, line: line, arguments: [titles, "", ""])
        case .unbalancedQuote(let line):
            reading.isBrokenOff = true
            reading.refuse(.F4, line: line)
        case .none: break
        }
    }

    /// Reads the rows below a header into the reading.
    func readRows(of header: Header, from rows: TableRows, into reading: inout FileReading) {
        var (reader, isBrokenOff) = readRows(of: header, from: rows, judged: nil)
        if reader.orders.changesReading {
            (reader, isBrokenOff) = readRows(of: header, from: rows, judged: reader.orders)
        }
        reading.table = reader.table
        reading.sentColumns = header.sentColumns(plan)
        reading.findings = header.findings(plan, unnamedWithData: reader.unnamedWithData) + reader.findings
        reading.rowsRead = reader.rowsRead
        reading.rowsLeftOut = reader.rowsLeftOut
        reading.leftOutRows = reader.leftOutRows
        reading.notData = reader.notData
        reading.unitsLeftOut = reader.unitsLeftOut
        reading.hasUnknownUnitLeftOut = reader.hasUnknownUnitLeftOut
        reading.isBrokenOff = isBrokenOff
        if header.hasLostLetters || reader.tools.hasLostLetters {
            reading.decision.hasLostLetters = true
            reading.refuse(.F10)
        }
        // Nothing to report is a report: the file is accepted.
        if reader.rowsRead == 0, !isBrokenOff { reading.refuse(.F13) }
    }

    private func readRows(
        of header: Header,
        from rows: TableRows,
        judged: DateOrders?
    ) -> (reader: TableReader, isBrokenOff: Bool) {
        var reader = TableReader(
            header,
            tools: CellTools(vocabulary: vocabulary, roster: roster, limits: limits),
            asOf: asOf,
            otherPeriods: otherPeriods,
            judged: judged
        )
        reader.tools.hasLostLetters = header.hasLostLetters
        reader.rowsHaveWidths = rows.haveWidths
        reader.tools.datesFrom1904 = rows.datesFrom1904
        var rows = rows
        var record = Record()
        do {
            while try rows.next(into: &record) { reader.take(record) }
        } catch {
            reader.breakOff(error)
            reader.finish()
            return (reader, true)
        }
        reader.finish()
        return (reader, false)
    }
}

extension TableReader {
    /// The rest of the file cannot be read; what stood before it counts.
    fileprivate mutating func breakOff(_ error: TokenizerError) {
        switch error {
        case .unbalancedQuote(let line):
            findings.append(Finding(.F4, dataSet: header.dataSet, file: 0, line: Int32(clamping: line)))
        case .cellTooLong(let line):
            // A cell of a megabyte is mostly a quote that closed somewhere else.
            findings.append(
                Finding(
                    .F4,
                    dataSet: header.dataSet,
                    file: 0,
                    line: Int32(clamping: line),
                    arguments: ["một ô dài hơn 1 MB"]
                )
            )
        case .tooManyCells(let line):
            leaveOutUnreadable(
                Finding(
                    .L4,
                    dataSet: header.dataSet,
                    file: 0,
                    line: Int32(clamping: line),
                    arguments: [String(header.width), "hơn \(Tokenizer.cellLimit)"]
                )
            )
        }
    }
}
