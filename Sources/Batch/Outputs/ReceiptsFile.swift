import Intake
import Plan

/// `receipts.csv`: when each submission of the inbox was first seen. A new ledger takes its receipts from it.
package func receiptsCSV(_ submissions: [(key: SubmissionKey, receipt: Receipt)]) -> [UInt8] {
    var text = CSVText(header: receiptColumns)
    let sorted = submissions.sorted { left, right in
        for path in [\SubmissionKey.dataSet, \.unit, \.period] {
            let (one, other) = (left.key[keyPath: path], right.key[keyPath: path])
            if !one.utf8.elementsEqual(other.utf8) { return precedes(one, other) }
        }
        return precedes(left.key.hash, right.key.hash)
    }
    for (key, receipt) in sorted {
        text.append([
            key.dataSet, key.unit, key.period, key.hash, receipt.date.iso, receipt.isExact ? "true" : "false",
        ])
    }
    return text.bytes
}

/// Reads what `receiptsCSV` wrote; nil where it is anything else, since a receipt that is half understood is worse than none.
package func readReceipts(_ bytes: [UInt8]) -> [(key: SubmissionKey, receipt: Receipt)]? {
    guard var records = plainRecords(bytes), !records.isEmpty, records.removeFirst() == receiptColumns else {
        return nil
    }
    var submissions: [(key: SubmissionKey, receipt: Receipt)] = []
    for record in records {
        guard record.count == receiptColumns.count, let date = CalendarDate(iso: record[4]),
            record[5] == "true" || record[5] == "false"
        else { return nil }
        let key = SubmissionKey(dataSet: record[0], unit: record[1], period: record[2], hash: record[3])
        submissions.append((key, Receipt(date: date, isExact: record[5] == "true")))
    }
    return submissions
}

private let receiptColumns = ["dataset", "unit", "period", "hash", "receipt", "exact"]

/// Records of RFC 4180 with LF line ends; nil where a quote is not closed.
private func plainRecords(_ bytes: [UInt8]) -> [[String]]? {
    let quote = UInt8(ascii: "\"")
    var records: [[String]] = []
    var record: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var index = 0
    while index < bytes.count {
        let byte = bytes[index]
        if isQuoted, byte == quote, index + 1 < bytes.count, bytes[index + 1] == quote {
            cell.append(quote)
            index += 1
        } else if byte == quote {
            isQuoted.toggle()
        } else if !isQuoted, byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") {
            record.append(String(decoding: cell, as: UTF8.self))
            cell = []
            if byte == UInt8(ascii: "\n") {
                records.append(record)
                record = []
            }
        } else {
            cell.append(byte)
        }
        index += 1
    }
    return isQuoted || !record.isEmpty || !cell.isEmpty ? nil : records
}
