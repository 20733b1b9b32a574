// A text that holds a table: decoding, header, rows. The same steps for a file of the inbox and for the roster.

import Plan
import Records
import Tabular

/// Reads the table in a file's text.
struct TextReading {
    let tables: TableReading

    private var plan: Plan { tables.plan }
    private var vocabulary: Vocabulary { tables.vocabulary }

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
            if plan.dataSets[table.header.dataSet].isRoster, tables.roster != nil {
                reading.holdsNoData = true
                reading.refuse(.F12)
            } else {
                tables.readRows(
                    of: table.header,
                    from: TableRows(
                        text: text.bytes,
                        from: Tokenizer(delimiter: table.delimiter.rawValue, offset: table.offset, line: table.line)
                    ),
                    into: &reading
                )
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
    var name: String {
        switch self {
        case .semicolon: ";"
        case .comma: ","
        case .tab: "tab"
        case .pipe: "|"
        }
    }
}
