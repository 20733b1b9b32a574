// UTF-16, which Excel writes as "Unicode Text" (tab-separated, little endian, with a mark), and other programs without a mark.
//
// Without a mark it is told by zero bytes: ASCII letters, delimiters and line ends have a zero in every second place, and UTF-8
// text has none. A file of UTF-8 that is padded with NUL has zeros in both places, and stays UTF-8.

enum UTF16Text {
    enum ByteOrder { case little, big }

    /// How much of a file is looked at for zero bytes. Titles and a header are in it; a whole file would be read twice.
    private static let sampleLength = 4096

    /// The byte order, and how many bytes the mark takes (2 or 0), if these are bytes of UTF-16.
    static func order(of bytes: Span<UInt8>) -> (order: ByteOrder, mark: Int)? {
        guard bytes.count >= 2 else { return nil }
        switch (bytes[0], bytes[1]) {
        case (0xFF, 0xFE): return (.little, 2)
        case (0xFE, 0xFF): return (.big, 2)
        default: break
        }
        let pairs = min(bytes.count, sampleLength) / 2
        var zeroFirst = 0
        var zeroSecond = 0
        for pair in 0..<pairs {
            if bytes[pair * 2] == 0 { zeroFirst += 1 }
            if bytes[pair * 2 + 1] == 0 { zeroSecond += 1 }
        }
        // A quarter is far below Vietnamese text (two thirds are ASCII) and far above stray NULs; two of them at the least,
        // so that "a\0" stays what it is.
        func prove(_ zeros: Int, against others: Int) -> Bool {
            zeros >= 2 && zeros * 4 >= pairs && others * 16 <= zeros
        }
        if prove(zeroSecond, against: zeroFirst) { return (.little, 0) }
        if prove(zeroFirst, against: zeroSecond) { return (.big, 0) }
        return nil
    }

    /// The text as UTF-8, strictly: a lone surrogate or an odd byte at the end is an error on its line.
    static func decode(_ bytes: Span<UInt8>, order: ByteOrder) throws(TextError) -> [UInt8] {
        let low = order == .little ? 0 : 1
        func unit(at index: Int) -> UInt32 {
            UInt32(bytes[index + low]) | UInt32(bytes[index + 1 - low]) << 8
        }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var index = 0
        while index + 2 <= bytes.count {
            let first = unit(at: index)
            index += 2
            switch first {
            case 0..<0x80:
                text.append(UInt8(truncatingIfNeeded: first))
            case 0xD800..<0xDC00:
                guard index + 2 <= bytes.count, case let second = unit(at: index), 0xDC00..<0xE000 ~= second else {
                    throw .invalidUTF16(line: 1 + lineBreaks(in: text.span))
                }
                index += 2
                let scalar = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
                withUTF8(of: scalar) { text.append($0) }
            case 0xDC00..<0xE000:
                throw .invalidUTF16(line: 1 + lineBreaks(in: text.span))
            default:
                withUTF8(of: first) { text.append($0) }
            }
        }
        guard index == bytes.count else { throw .invalidUTF16(line: 1 + lineBreaks(in: text.span)) }
        return text
    }
}
