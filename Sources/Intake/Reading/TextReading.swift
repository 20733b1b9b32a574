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
        readTable(bytes, file: file, promisesTable: promisesTable).reading
    }

    /// The same, with the search that found the table; nil where the text cannot be read.
    func readTable(
        _ bytes: [UInt8],
        file: InboxFile,
        promisesTable: Bool
    ) -> (reading: FileReading, search: TableSearch?) {
        var reading = FileReading(file: file)
        let (outcome, decision) = TextDecider(vocabulary: vocabulary).decide(bytes)
        reading.decision = decision
        switch outcome {
        case .refused(let cause, let line):
            reading.refuse(.F2, line: line, arguments: [cause])
            return (reading, nil)
        case .read(let candidate, let encoding):
            reading.encoding = encoding?.rawValue ?? ""
            reading.delimiter = candidate.search.delimiter?.name ?? ""
            if case .none(let nearest) = candidate.search.outcome {
                tellNoTable(nearest, fields: candidate.search.fields, promisesTable: promisesTable, in: &reading)
            } else {
                tables.read(candidate, into: &reading)
            }
            return (reading, candidate.search)
        }
    }

    private func tellNoTable(
        _ nearest: HeaderLine?,
        fields: Int,
        promisesTable: Bool,
        in reading: inout FileReading
    ) {
        if nearest?.hasLostLetters == true, promisesTable || fields > 0 {
            reading.refuse(.F2, line: nearest?.line ?? 0, arguments: [TextDecider.lost])
            return
        }
        // Bytes that are UTF-8 are text, whatever it says; of others only a header proves that they are read rightly.
        if promisesTable, fields == 0, !reading.isUnicode {
            reading.refuse(.F2, line: nearest?.line ?? 0, arguments: [TextDecider.unknown])
            return
        }
        let names = nearest?.nearestDataSet(plan) ?? ["", "", ""]
        if !promisesTable, names[0].isEmpty {
            reading.holdsNoData = true
            reading.refuse(.F9, arguments: ["văn bản không có bảng số liệu"])
        } else {
            reading.refuse(.F3, line: nearest?.line ?? 0, arguments: names)
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

    fileprivate var isUnicode: Bool {
        switch TextEncoding(rawValue: encoding) {
        case .windows1258, .windows1252, .tcvn3: false
        default: true
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
