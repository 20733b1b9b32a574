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
    do throws(UnreadableCSV) {
        var records = try CSVRecords(bytes)
        guard records.header == receiptColumns else { return nil }
        var submissions: [(key: SubmissionKey, receipt: Receipt)] = []
        while try records.next() {
            guard let date = CalendarDate(iso: records[4]), let isExact = records.flag(5) else { return nil }
            let key = SubmissionKey(dataSet: records[0], unit: records[1], period: records[2], hash: records[3])
            submissions.append((key, Receipt(date: date, isExact: isExact)))
        }
        return submissions
    } catch {
        return nil
    }
}

private let receiptColumns = ["dataset", "unit", "period", "hash", "receipt", "exact"]
