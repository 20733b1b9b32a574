/// A word of an expression.
struct ExpressionToken {
    enum Kind: Equatable {
        case number(Double)
        case string(String)
        /// A name or a word such as `and`.
        case word(String)
        /// An operator, a parenthesis or a comma.
        case symbol(String)
        case end
    }

    let kind: Kind
    /// In characters from 1.
    let column: Int
}

/// Cuts the text of an expression into words, over its UTF-8 bytes.
struct ExpressionTokenizer {
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// All words of the text, and an `end` last.
    static func tokens(of text: String) throws(ExpressionError) -> [ExpressionToken] {
        var tokenizer = ExpressionTokenizer(text)
        var tokens: [ExpressionToken] = []
        while true {
            let token = try tokenizer.next()
            tokens.append(token)
            if token.kind == .end { return tokens }
        }
    }

    private mutating func next() throws(ExpressionError) -> ExpressionToken {
        while let byte = byte(0), byte <= 0x20 { position += 1 }
        let start = position
        guard let first = byte(0) else { return ExpressionToken(kind: .end, column: column(of: start)) }
        let kind: ExpressionToken.Kind
        switch first {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): kind = try number()
        case UInt8(ascii: "'"): kind = .string(try string())
        case _ where Self.isLetter(first): kind = .word(word())
        default: kind = .symbol(try symbol())
        }
        return ExpressionToken(kind: kind, column: column(of: start))
    }

    private mutating func number() throws(ExpressionError) -> ExpressionToken.Kind {
        let start = position
        while let byte = byte(0), Self.isDigit(byte) { position += 1 }
        if byte(0) == UInt8(ascii: "."), let after = byte(1), Self.isDigit(after) {
            position += 1
            while let byte = byte(0), Self.isDigit(byte) { position += 1 }
        }
        if let after = byte(0), Self.isLetter(after) || after == UInt8(ascii: ".") || Self.isDigit(after) {
            throw ExpressionError(
                column: column(of: start),
                message:
                    "not a number: write digits with a decimal point, such as 2 or 0.5, and a name begins with a letter"
            )
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        guard let value = Double(text), value.isFinite else {
            throw ExpressionError(column: column(of: start), message: "not a number: `\(text)`")
        }
        return .number(value)
    }

    /// A text between quotes; two quotes inside stand for one.
    private mutating func string() throws(ExpressionError) -> String {
        let start = position
        position += 1
        var content: [UInt8] = []
        while let byte = byte(0) {
            position += 1
            if byte != UInt8(ascii: "'") {
                content.append(byte)
            } else if self.byte(0) == UInt8(ascii: "'") {
                content.append(byte)
                position += 1
            } else {
                return String(decoding: content, as: UTF8.self)
            }
        }
        throw ExpressionError(
            column: column(of: start),
            message: "the text that begins here has no end: close it with '"
        )
    }

    private mutating func word() -> String {
        let start = position
        while let byte = byte(0) {
            let isDot = byte == UInt8(ascii: ".") && self.byte(1).map { Self.isLetter($0) || Self.isDigit($0) } == true
            guard Self.isLetter(byte) || Self.isDigit(byte) || isDot else { break }
            position += 1
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func symbol() throws(ExpressionError) -> String {
        let start = position
        guard let first = byte(0) else { return "" }
        position += 1
        switch first {
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "!"):
            if byte(0) == UInt8(ascii: "=") {
                position += 1
                return String(decoding: [first, UInt8(ascii: "=")], as: UTF8.self)
            }
            if first != UInt8(ascii: "!") { return String(decoding: [first], as: UTF8.self) }
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "/"),
            UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","):
            return String(decoding: [first], as: UTF8.self)
        default: break
        }
        throw ExpressionError(
            column: column(of: start),
            message: "a character that means nothing here: texts stand between ' and ', names are ASCII, unequal is !="
        )
    }

    private func byte(_ ahead: Int) -> UInt8? {
        position + ahead < bytes.count ? bytes[position + ahead] : nil
    }

    private func column(of position: Int) -> Int {
        String(decoding: bytes[..<position], as: UTF8.self).count + 1
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: "_")
    }
}
