/// Texts, each held once, known by small numbers.
///
/// Columns of codes, texts and sets hold these numbers instead of strings.
package struct TextPool: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    /// Open addressing over the texts' hashes: a slot holds a text's number + 1, or 0.
    private var slots: [Int32] = [Int32](repeating: 0, count: 16)

    package init() {}

    package var count: Int { ends.count }

    private func range(_ index: Int) -> Range<Int> {
        (index == 0 ? 0 : ends[index - 1])..<ends[index]
    }

    /// The text with that number.
    package subscript(index: Int) -> String {
        String(decoding: bytes[range(index)], as: UTF8.self)
    }

    /// The UTF-8 bytes of the text with that number.
    package func utf8(_ index: Int) -> ArraySlice<UInt8> {
        bytes[range(index)]
    }

    /// The number of that text, if the pool holds it.
    package func index(of text: String) -> Int? {
        let utf8 = Array(text.utf8)
        return index(of: utf8.span)
    }

    package func index(of text: Span<UInt8>) -> Int? {
        let found = slots[slot(of: text)]
        return found == 0 ? nil : Int(found) - 1
    }

    /// The number of that text, which is added where it is new.
    package mutating func intern(_ text: Span<UInt8>) -> Int {
        let place = slot(of: text)
        if slots[place] != 0 { return Int(slots[place]) - 1 }
        for index in text.indices { bytes.append(text[index]) }
        ends.append(bytes.count)
        slots[place] = Int32(ends.count)
        if ends.count * 2 > slots.count { grow() }
        return ends.count - 1
    }

    package mutating func intern(_ text: String) -> Int {
        let utf8 = Array(text.utf8)
        return intern(utf8.span)
    }

    private func slot(of text: Span<UInt8>) -> Int {
        let mask = slots.count - 1
        var place = Int(truncatingIfNeeded: hash(text)) & mask
        while slots[place] != 0 {
            if isEqual(Int(slots[place]) - 1, text) { return place }
            place = (place + 1) & mask
        }
        return place
    }

    private func isEqual(_ index: Int, _ text: Span<UInt8>) -> Bool {
        let range = range(index)
        guard range.count == text.count else { return false }
        for offset in text.indices where bytes[range.lowerBound + offset] != text[offset] { return false }
        return true
    }

    /// FNV-1a with a final mix, since slots take the low bits.
    private func hash(_ text: Span<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for index in text.indices { hash = (hash ^ UInt64(text[index])) &* 0x100_0000_01b3 }
        return hash ^ (hash >> 32)
    }

    private mutating func grow() {
        slots = [Int32](repeating: 0, count: slots.count * 4)
        for index in ends.indices {
            let text = Array(bytes[range(index)])
            slots[slot(of: text.span)] = Int32(index + 1)
        }
    }
}
