/// Texts, each held once, known by small numbers.
///
/// Columns of codes, texts and sets hold these numbers instead of strings.
package struct TextPool: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    /// Open addressing over the texts' hashes: a slot holds a text's number + 1, or 0.
    private var slots: [Int32] = [Int32](repeating: 0, count: 16)
    /// Keys of the hash. A pool that grows large draws its own, so that nobody can prepare a file whose texts all fall into one
    /// slot. Numbers go by first appearance: no result depends on the keys.
    private var keys: (UInt64, UInt64) = (0x9e37_79b9_7f4a_7c15, 0xcbf2_9ce4_8422_2325)
    private var hasOwnKeys = false

    /// Below this many texts, one slot for all of them costs nothing worth a call of the operating system.
    private static let fewest = 512

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
        // Empty arrays share a storage, whose count this would write.
        if !text.isEmpty {
            bytes.append(addingCapacity: text.count) { output in
                for index in text.indices { output.append(text[index]) }
            }
        }
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
        let known = bytes.span.extracting(range)
        var offset = 0
        while offset &+ 8 <= text.count {
            if word(of: known, at: offset) != word(of: text, at: offset) { return false }
            offset &+= 8
        }
        return tail(of: known, from: offset) == tail(of: text, from: offset)
    }

    /// Eight bytes a step, each folded in by a keyed multiplication whose two halves are joined (the way of aHash and wyhash);
    /// then once more, since slots take the low bits. Every cell of a column goes through here: byte by byte, it took a third
    /// of the time in which a file is read.
    private func hash(_ text: Span<UInt8>) -> UInt64 {
        var hash = keys.1 ^ UInt64(text.count)
        var offset = 0
        while offset &+ 8 <= text.count {
            hash = Self.folded(hash ^ word(of: text, at: offset), keys.0)
            offset &+= 8
        }
        return Self.folded(Self.folded(hash ^ tail(of: text, from: offset), keys.0), keys.1)
    }

    @inline(__always)
    private static func folded(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let (high, low) = left.multipliedFullWidth(by: right)
        return high ^ low
    }

    /// Eight bytes as a number; of a span of exactly eight bytes the compiler makes one load, without a check for each.
    @inline(__always)
    private func word(of text: Span<UInt8>, at offset: Int) -> UInt64 {
        let eight = text.extracting(offset..<(offset &+ 8))
        let low = UInt64(eight[0]) | UInt64(eight[1]) << 8 | UInt64(eight[2]) << 16 | UInt64(eight[3]) << 24
        let high = UInt64(eight[4]) << 32 | UInt64(eight[5]) << 40 | UInt64(eight[6]) << 48 | UInt64(eight[7]) << 56
        return low | high
    }

    /// What is left behind the last whole word: up to seven bytes.
    @inline(__always)
    private func tail(of text: Span<UInt8>, from start: Int) -> UInt64 {
        var tail: UInt64 = 0
        var offset = start
        while offset < text.count {
            tail = tail << 8 | UInt64(text[offset])
            offset &+= 1
        }
        return tail
    }

    private mutating func grow() {
        slots = [Int32](repeating: 0, count: slots.count * 4)
        if !hasOwnKeys, ends.count > Self.fewest {
            keys = (.random(in: .min ... .max) | 1, .random(in: .min ... .max) | 1)
            hasOwnKeys = true
        }
        let texts = bytes
        for index in ends.indices {
            slots[slot(of: texts.span.extracting(range(index)))] = Int32(index + 1)
        }
    }
}
