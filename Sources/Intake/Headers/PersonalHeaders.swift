import Tabular

/// The plan's list of headers with personal data.
///
/// Schools write them in many ways (`CCCD học sinh`, `Họ và tên HS`), so a header that holds an entry as whole words is one too.
/// `Số học sinh khuyết tật` is none: a header that begins by counting counts, unless the entry begins so itself (`Số điện thoại`).
struct PersonalHeaders: Sendable {
    /// By their first word.
    private let entries: [ArraySlice<UInt8>: [[UInt8]]]

    init(_ headers: [String]) {
        var entries: [ArraySlice<UInt8>: [[UInt8]]] = [:]
        for header in headers {
            let folded = fold(Array(header.utf8).span)
            guard !folded.isEmpty else { continue }
            entries[Self.word(in: folded, from: 0), default: []].append(folded)
        }
        self.entries = entries
    }

    /// Whether a column's name is on the list, or holds an entry of it.
    ///
    /// Below `Học sinh`, `Số lượng` counts and `Ngày sinh` does not; below `Số lượng`, `Học sinh` counts.
    func contains(_ name: ColumnName) -> Bool {
        // `3. Số học sinh (dân tộc)` is a count too. A column that might be loaded is asked with all its words.
        let text = name.refused.isEmpty ? name.text : name.unnumbered
        return contains(Self.counts(text) ? text : name.whole)
    }

    func contains(_ folded: [UInt8]) -> Bool {
        var start = 0
        while start < folded.count {
            let word = Self.word(in: folded, from: start)
            if let entries = entries[word],
                entries.contains(where: { (start == 0 || $0.count > 3) && Self.stands($0, in: folded, at: start) })
            {
                return true
            }
            if start == 0, Self.counts(folded) { return false }
            start += word.count + 1
        }
        return false
    }

    /// `Tỷ lệ`, `Tỉ lệ` and `SL` count too.
    private static let counting: Set<String> = ["so", "tong", "ty", "ti", "sl"]

    private static func counts(_ folded: [UInt8]) -> Bool {
        let word = word(in: folded, from: 0)
        return word.count <= 4 && counting.contains(String(decoding: word, as: UTF8.self))
    }

    private static func word(in folded: [UInt8], from start: Int) -> ArraySlice<UInt8> {
        folded[start...].prefix { $0 != 0x5F }
    }

    private static func stands(_ entry: [UInt8], in folded: [UInt8], at start: Int) -> Bool {
        let end = start + entry.count
        return end <= folded.count && (end == folded.count || folded[end] == 0x5F) && folded[start..<end] == entry[...]
    }
}
