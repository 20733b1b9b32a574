// A text that holds a table: decoding, header, rows. The same steps for a file of the inbox and for the roster.

import Plan
import Records
import Tabular

/// Reads the table in a file's text.
struct TextReading {
    let plan: Plan
    let vocabulary: Vocabulary
    /// Nil while the roster itself is read.
    let roster: Roster?
    let otherPeriods: Set<String>
    let asOf: CalendarDate?
    let limits: IntakeLimits

    init(_ context: ReadingContext) {
        plan = context.plan
        vocabulary = context.vocabulary
        roster = context.roster
        otherPeriods = context.otherPeriods
        asOf = context.asOf
        limits = context.limits
    }

    /// For the roster itself.
    init(rosterOf plan: Plan, limits: IntakeLimits) {
        self.plan = plan
        vocabulary = Vocabulary(plan)
        roster = nil
        otherPeriods = []
        asOf = nil
        self.limits = limits
    }

    /// - Parameter promisesTable: by its name; a text that does not, and holds none, is F9 instead of F3.
    func read(_ bytes: [UInt8], file: InboxFile, promisesTable: Bool) -> FileReading {
        var reading = FileReading(file: file)
        let text: DecodedText
        do {
            text = try decodeText(bytes)
        } catch {
            reading.refuse(.F2, line: error.line, arguments: [error.cause])
            return reading
        }
        reading.encoding = text.encoding.rawValue
        switch HeaderSearch.search(text.bytes.span, plan: plan, vocabulary: vocabulary) {
        case .found(let table):
            reading.delimiter = table.delimiter.name
            reading.dataSet = table.header.dataSet
            if plan.dataSets[table.header.dataSet].isRoster, roster != nil {
                reading.holdsNoData = true
                reading.refuse(.F12)
            } else {
                readRows(of: table, in: text.bytes.span, into: &reading)
            }
        case .tie(let dataSets, let line):
            let titles = dataSets.map { plan.dataSets[$0].title }.joined(separator: "; ")
            reading.refuse(.F3, line: line, arguments: [titles, "", ""])
        case .unbalancedQuote(let line):
            reading.isBrokenOff = true
            reading.refuse(.F4, line: line)
        case .none(let nearest):
            let names = nearest?.nearestDataSet(plan) ?? ["", "", ""]
            if !promisesTable, names[0].isEmpty {
                reading.holdsNoData = true
                reading.refuse(.F9, arguments: ["văn bản không có bảng số liệu"])
            } else {
                reading.refuse(.F3, line: nearest?.line ?? 0, arguments: names)
            }
        }
        return reading
    }

    private func readRows(of table: TextTable, in text: Span<UInt8>, into reading: inout FileReading) {
        var rows = readRows(of: table, in: text, judged: nil)
        if rows.reader.orders.hasMonthFirst { rows = readRows(of: table, in: text, judged: rows.reader.orders) }
        let reader = rows.reader
        reading.table = reader.table
        reading.findings = table.header.findings(plan, unnamedWithData: reader.unnamedWithData) + reader.findings
        reading.rowsRead = reader.rowsRead
        reading.rowsLeftOut = reader.rowsLeftOut
        reading.notData = reader.notData
        reading.unitsLeftOut = reader.unitsLeftOut
        reading.hasUnknownUnitLeftOut = reader.hasUnknownUnitLeftOut
        reading.isBrokenOff = rows.isBrokenOff
        // Nothing to report is a report: the file is accepted.
        if reader.rowsRead == 0, !rows.isBrokenOff { reading.refuse(.F13) }
    }

    private func readRows(
        of table: TextTable,
        in text: Span<UInt8>,
        judged: DateOrders?
    ) -> (reader: TableReader, isBrokenOff: Bool) {
        var reader = TableReader(
            table.header,
            tools: CellTools(plan: plan, vocabulary: vocabulary, roster: roster, limits: limits),
            asOf: asOf,
            otherPeriods: otherPeriods,
            judged: judged
        )
        var tokenizer = Tokenizer(delimiter: table.delimiter.rawValue, offset: table.offset, line: table.line)
        var record = Record()
        do {
            while try tokenizer.next(in: text, into: &record) { reader.take(record) }
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

extension FileReading {
    /// What is wrong with the file as a whole; before anything else.
    mutating func refuse(_ code: FindingCode, line: Int = 0, arguments: [String] = []) {
        let finding = Finding(
            code,
            dataSet: dataSet,
            file: 0,
            line: Int32(clamping: line),
            arguments: arguments
        )
        findings.insert(finding, at: 0)
    }
}

extension TextError {
    fileprivate var line: Int {
        switch self {
        case .invalidUTF8(let line), .invalidUTF16(let line): line
        }
    }

    /// As F2 names it.
    fileprivate var cause: String {
        switch self {
        case .invalidUTF8: "không phải UTF-8"
        case .invalidUTF16: "UTF-16 bị hỏng"
        }
    }
}

extension Delimiter {
    /// As the manifest names it.
    fileprivate var name: String {
        switch self {
        case .semicolon: ";"
        case .comma: ","
        case .tab: "tab"
        case .pipe: "|"
        }
    }
}
