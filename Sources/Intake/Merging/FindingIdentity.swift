import Crypto
import Plan
import Records
import Tabular

extension Finding {
    /// The stable id: 15 hexadecimal digits, the longest text that a `String` holds in itself, of a hash of code, data set, unit, period, record, column and the values looked
    /// at; where there is no record, of the file's path, its content and the line instead.
    func identity(plan: Plan, file: InboxFile) -> String {
        var parts = [
            codeName, dataSet.map { plan.dataSets[$0].name } ?? "", unit, period, record, fold(header), value,
            evidence,
        ]
        // A missing column has no header and no value: what is missing stands in the message alone.
        if header.isEmpty && value.isEmpty && evidence.isEmpty { parts += arguments }
        if record.isEmpty { parts += [file.path, file.sha256, String(line)] }
        var hash = SHA256()
        for part in parts {
            hash.update(data: Array(part.utf8))
            hash.update(data: [0x1F])
        }
        return String(hexadecimal(hash.finalize()).prefix(15))
    }
}
