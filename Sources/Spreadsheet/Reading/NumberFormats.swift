import XML

/// What the number formats of a workbook's styles make of a number: a day, a percentage, or a number.
struct NumberFormats {
    enum Kind: UInt8 {
        case number, percentage, date
    }

    /// By position among the formats of cells.
    private var kinds: [Kind] = []

    private static let most = 1_000_000

    /// A workbook without styles: numbers only.
    init() {}

    init(styles part: String, in archive: ZipArchive) throws(WorkbookReadingError) {
        var tokens = try PartTokens(
            of: part,
            in: archive,
            names: ["xf", "numFmtId", "numFmt", "formatCode", "cellXfs", "numFmts"]
        )
        var codes: [Int: Kind] = [:]
        var formats: [Int] = []
        var depth = 0
        /// Formats of conditions (dxf) bear the same names, elsewhere.
        var list = XMLToken.otherName
        while let token = try tokens.next() {
            switch token.kind {
            case .start:
                depth += 1
                if depth == 2 { list = token.name }
                guard depth == 3 else { break }
                switch (list, token.name) {
                case (4, 0): formats.append(try Self.number(tokens.attributes()[1]) ?? 0)
                case (5, 2):
                    let values = try tokens.attributes()
                    guard let number = Self.number(values[1]) else { break }
                    codes[number] = Self.kind(ofCode: Array((values[3] ?? "").utf8))
                default: break
                }
                guard formats.count <= Self.most, codes.count <= Self.most else {
                    throw .tooLarge(reason: "\(part): more than \(Self.most) formats")
                }
            case .end: depth -= 1
            case .attribute, .text: break
            }
        }
        kinds = formats.map { codes[$0] ?? Self.kind(ofBuiltIn: $0) }
    }

    private static func number(_ text: String?) -> Int? { text.flatMap { wholeNumber(Array($0.utf8)) } }

    /// The kind of the numbers in cells of a style; a style that is not there makes nothing of them.
    func kind(ofStyle style: Int) -> Kind { style < kinds.count ? kinds[style] : .number }

    /// ISO/IEC 29500-1, 18.8.30; 27 to 36 and 50 to 58 are days in East Asia and mean nothing else anywhere.
    static func kind(ofBuiltIn number: Int) -> Kind {
        switch number {
        case 9, 10: .percentage
        case 14...22, 27...36, 45...47, 50...58: .date
        default: .number
        }
    }

    /// A code is a day's or a time's where d, m, y, h or s stands outside quotes, brackets (`[$-42A]`, `[Red]`) and escapes.
    static func kind(ofCode code: [UInt8]) -> Kind {
        var kind = Kind.number
        var index = 0
        while index < code.count {
            switch code[index] {
            case UInt8(ascii: "\""): index = code[(index + 1)...].firstIndex(of: UInt8(ascii: "\"")) ?? code.count
            case UInt8(ascii: "["): index = code[(index + 1)...].firstIndex(of: UInt8(ascii: "]")) ?? code.count
            // An escape, a blank as wide as the next character, a character that fills the cell.
            case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): index += 1
            case UInt8(ascii: "%"): kind = .percentage
            case let byte:
                switch byte | 0x20 {
                case UInt8(ascii: "d"), UInt8(ascii: "m"), UInt8(ascii: "y"), UInt8(ascii: "h"), UInt8(ascii: "s"):
                    return .date
                default: break
                }
            }
            index += 1
        }
        return kind
    }
}
