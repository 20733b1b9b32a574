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
        let names = ["xf", "numFmtId", "numFmt", "formatCode", "cellXfs", "numFmts"]
        var tokens = try PartTokens(of: part, in: archive, names: names)
        var codes: [Int: Kind] = [:]
        var formats: [Int] = []
        var path: [UInt8] = []
        var number: Int?
        var kind = Kind.number
        while let token = try tokens.next() {
            switch token.kind {
            case .start:
                path.append(token.name)
                number = nil
                kind = .number
            case .attribute:
                switch token.name {
                case 1: number = tokens.number(token)
                case 3: kind = Self.kind(ofCode: Array(tokens.bytes(token)))
                default: break
                }
            case .end:
                path.removeLast()
                // Formats of conditions (dxf) bear the same names, elsewhere.
                if path.count == 2, path[1] == 4, token.name == 0 {
                    formats.append(number ?? 0)
                } else if path.count == 2, path[1] == 5, token.name == 2, let number {
                    codes[number] = kind
                }
                guard formats.count <= Self.most, codes.count <= Self.most else {
                    throw .tooLarge(reason: "\(part): more than \(Self.most) formats")
                }
            case .text: break
            }
        }
        kinds = formats.map { codes[$0] ?? Self.kind(ofBuiltIn: $0) }
    }

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
