import Plan
import Records

@testable import Intake

/// The rows of a file as the plain tokenizer has them, under the header that names most fields of the data set.
struct PlainTable {
    struct Row {
        let line: Int32
        let cells: [[UInt8]]
    }

    /// By field: the one column of that name; nil where there is none, or more than one.
    let columns: [Int?]
    let headerLine: Int32
    /// What is not blank below the header.
    let rows: [Row]

    /// - Returns: nil where the text's encoding is not plain to see, or no line is a header.
    init?(_ bytes: [UInt8], _ reading: FileReading, _ plan: Plan) {
        guard let dataSet = reading.dataSet,
            let delimiter = reading.delimiter == "tab" ? 9 : reading.delimiter.utf8.first,
            let text = Self.text(bytes, reading)
        else { return nil }
        let separator = Self.separatorEnd(text)
        let table = PlainTokenizer.rows(Array(text[separator...]), delimiter: delimiter)
        let rows = zip(table.lines, table.rows).map { Row(line: Int32($0.0 + (separator > 0 ? 1 : 0)), cells: $0.1) }
            .filter { row in row.cells.contains { !PlainCell.clean(String(decoding: $0, as: UTF8.self)).isEmpty } }
        let names = plan.dataSets[dataSet].fields.map { field in
            ([field.name, field.title] + field.aliases).map(PlainCell.fold)
        }
        func fields(_ row: Row) -> [[Int]] {
            let words = row.cells.map { PlainCell.fold(String(decoding: $0, as: UTF8.self)) }
            return names.map { names in
                // A field's own name goes before its title, and that before an alias.
                names.lazy.map { name in words.indices.filter { words[$0] == name } }.first { !$0.isEmpty } ?? []
            }
        }
        let candidates = rows.prefix(20).map { (row: $0, fields: fields($0)) }
        guard let most = candidates.map({ $0.fields.count { !$0.isEmpty } }).max(), most > 0,
            let header = candidates.first(where: { $0.fields.count { !$0.isEmpty } == most })
        else { return nil }
        headerLine = header.row.line
        // Two fields may know one word; a column that several fields name is nobody's here.
        let claimed = header.fields.joined().reduce(into: [Int: Int]()) { $0[$1, default: 0] += 1 }
        columns = header.fields.map { $0.count == 1 && claimed[$0[0]] == 1 ? $0[0] : nil }
        // A second header right below the first may be its second line.
        let below = rows.filter { $0.line > header.row.line }
        self.rows = Array(below.drop { fields($0).count { !$0.isEmpty } * 2 > $0.cells.count })
    }

    private static func text(_ bytes: [UInt8], _ reading: FileReading) -> [UInt8]? {
        guard !reading.isRestored, reading.encoding.hasPrefix("UTF-8") else { return nil }
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        return String(validating: text, as: UTF8.self) == nil ? nil : text
    }

    private static func separatorEnd(_ text: [UInt8]) -> Int {
        let line = text.prefix { $0 != 0x0A && $0 != 0x0D }
        guard String(decoding: line, as: UTF8.self).lowercased().hasPrefix("sep=") else { return 0 }
        let isPair = text.dropFirst(line.count).starts(with: [0x0D, 0x0A])
        return min(text.count, line.count + (isPair ? 2 : 1))
    }
}
