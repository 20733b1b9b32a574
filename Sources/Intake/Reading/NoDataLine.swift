// Lines among the rows that are no rows (L2). They are looked for only where a line names no unit of the roster, so that no
// row of data is ever lost to a word in it.

import Tabular

/// What a line without a known unit is.
enum NoDataLine {
    /// A row of data after all.
    case row
    case repeatedHeader
    /// `(1) (2) (3)`, `A B 1 2`: official forms number their columns.
    case columnNumbers
    /// - Parameter label: the cell that says so, `Tổng xã A`.
    case totals(label: [UInt8])
    /// Text alone, as signatures and notes are: no data if no row follows.
    case remark

    /// - Parameter unitColumn: the column of the unit in the file.
    init(_ record: Record, header: Header, unitColumn: Int?) {
        let bytes = record.bytes.span
        if header.isRepeated(in: record) {
            self = .repeatedHeader
            return
        }
        if header.isNumbered(in: record) {
            self = .columnNumbers
            return
        }
        var filled = 0
        var isText = true
        var label: [UInt8]?
        for index in 0..<record.count {
            var cleaned = CleanedCell()
            clean(bytes.extracting(record.range(index)), into: &cleaned)
            // A note that is merged over its row's columns is one text.
            guard !cleaned.bytes.isEmpty, !record.has(.continued, index) else { continue }
            filled += 1
            let text = cleaned.bytes.span
            let isLabel = Self.isText(text)
            // Totals lines are numbered too where the rows are: `45;Tổng cộng;...`
            if label == nil, isLabel || header.holdsField(index) { label = cleaned.bytes }
            isText = isText && isLabel && !(index == unitColumn && Self.looksLikeCode(text))
        }
        // Three men sign at the most; a row that is full of words is a row.
        if let label, Self.beginsWithTotals(label) {
            self = .totals(label: label)
        } else {
            self = isText && filled <= 3 ? .remark : .row
        }
    }

    /// The whole words tổng, cộng, tổng cộng, tổng số; without any diacritics too, but not `Công an`, which folds alike.
    private static func beginsWithTotals(_ text: [UInt8]) -> Bool {
        let word = text.prefix { byte in
            byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20) || byte.isDigit || byte == 0x5F
                || byte == LostLetters.mark
        }
        guard word.count <= 16 else { return false }
        return ["tổng", "cộng", "tong", "cong", "t?ng", "c?ng"].contains(
            String(decoding: word, as: UTF8.self).lowercased()
        )
    }

    /// Neither a number nor a date.
    static func isText(_ text: Span<UInt8>) -> Bool {
        guard text.count <= 64 else { return true }
        let date = DateCell(text)
        return GroupedNumber(text) == nil && date.reading == .unreadable && date.order == .settled
    }

    /// One word with a digit in it: a unit code that is wrong is an error, not a remark.
    private static func looksLikeCode(_ text: Span<UInt8>) -> Bool {
        var hasDigit = false
        for index in text.indices {
            if text[index] == 0x20 { return false }
            if text[index].isDigit { hasDigit = true }
        }
        return hasDigit
    }
}

extension Header {
    fileprivate func holdsField(_ column: Int) -> Bool {
        guard column < width else { return false }
        return switch columns[column] {
        case .field, .repeated: true
        case .personal, .unknown, .another, .unnamed: false
        }
    }

    /// Whether the row says again what a line of the header says.
    fileprivate func isRepeated(in record: Record) -> Bool {
        let bytes = record.bytes.span
        return lines.contains { line in
            guard line.contains(where: { !$0.isEmpty }) else { return false }
            for index in 0..<max(width, record.count) {
                let known = index < width ? line[index] : []
                let range = index < record.count ? record.range(index) : 0..<0
                // Most lines differ in their first cell.
                guard range.count <= 1_000, range.isEmpty ? known.isEmpty : fold(bytes.extracting(range)) == known
                else { return false }
            }
            return true
        }
    }

    /// Whether the row numbers the columns, one after the other: numbers from 1, after letters from A or not, in brackets or
    /// not. Each column of a field has one, so that no row of data is taken for it.
    fileprivate func isNumbered(in record: Record) -> Bool {
        let bytes = record.bytes.span
        var letter = UInt8(ascii: "a")
        var number = 1
        for index in 0..<record.count {
            let range = record.range(index)
            guard range.count <= 32, case let word = fold(bytes.extracting(range)) else { return false }
            if word.isEmpty {
                guard range.isEmpty || !holdsField(index) else { return false }
                if holdsField(index) { return false }
                continue
            }
            // `(5)=(3)+(4)` is column 5.
            if word.prefix(while: { $0 != 0x5F }) == Array(String(number).utf8)[...] {
                number += 1
            } else if number == 1, word == [letter] {
                letter += 1
            } else {
                return false
            }
        }
        return record.count >= width && number - 1 + Int(letter - UInt8(ascii: "a")) >= 3
    }
}
