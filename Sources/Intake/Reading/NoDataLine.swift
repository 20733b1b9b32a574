// Lines among the rows that are no rows (L2). They are looked for only where a line names no unit of the roster, so that no
// row of data is ever lost to a word in it.

import Tabular

/// What a line without a known unit is.
enum NoDataLine {
    /// A row of data after all.
    case row
    case repeatedHeader
    case totals
    /// Text alone, as signatures and notes are: no data if no row follows.
    case remark

    /// - Parameter unitColumn: the column of the unit in the file.
    init(_ record: Record, header: Header, unitColumn: Int?) {
        let bytes = record.bytes.span
        if Self.repeats(header, record) {
            self = .repeatedHeader
            return
        }
        var filled = 0
        var isText = true
        var isTotals = false
        for index in 0..<record.count {
            var cleaned = CleanedCell()
            clean(bytes.extracting(record.range(index)), into: &cleaned)
            // A note that is merged over its row's columns is one text.
            guard !cleaned.bytes.isEmpty, !record.has(.continued, index) else { continue }
            filled += 1
            if filled == 1 { isTotals = Self.beginsWithTotals(cleaned.bytes) }
            let text = cleaned.bytes.span
            isText = isText && Self.isText(text) && !(index == unitColumn && Self.looksLikeCode(text))
        }
        // Three men sign at the most; a row that is full of words is a row.
        self = isTotals ? .totals : isText && filled <= 3 ? .remark : .row
    }

    private static func repeats(_ header: Header, _ record: Record) -> Bool {
        guard record.count >= header.width else { return false }
        let bytes = record.bytes.span
        for index in 0..<header.width {
            let cell = bytes.extracting(record.range(index))
            guard cell.count <= 1_000, fold(cell) == header.folded[index] else { return false }
        }
        return true
    }

    /// The whole words tổng, cộng, tổng cộng, tổng số; without any diacritics too, but not `Công an`, which folds alike.
    private static func beginsWithTotals(_ text: [UInt8]) -> Bool {
        let word = text.prefix { byte in
            byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20) || byte.isDigit || byte == 0x5F
        }
        guard word.count <= 16 else { return false }
        return ["tổng", "cộng", "tong", "cong"].contains(String(decoding: word, as: UTF8.self).lowercased())
    }

    private static func isText(_ text: Span<UInt8>) -> Bool {
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
