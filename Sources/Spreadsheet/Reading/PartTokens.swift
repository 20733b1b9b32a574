import XML

/// One part of a workbook as tokens; its errors name it.
struct PartTokens: ~Copyable {
    let part: String
    private var reader: XMLTokenReader
    /// Read ahead, and to be given next.
    private var pending: XMLToken?

    /// - Parameter names: what tokens are told by, the most frequent first.
    init(of part: String, in archive: ZipArchive, names: [String]) throws(WorkbookReadingError) {
        reader = try Self.open(part, archive, names)
        self.part = part
    }

    private static func open(
        _ part: String,
        _ archive: ZipArchive,
        _ names: [String]
    ) throws(WorkbookReadingError) -> XMLTokenReader {
        guard let entry = archive.part(part) else { throw .part(part, reason: "not there") }
        do { return try archive.tokens(of: entry, names: names) } catch {
            throw .part(part, reason: "\(error)")
        }
    }

    mutating func next() throws(WorkbookReadingError) -> XMLToken? {
        if let token = pending {
            pending = nil
            return token
        }
        do { return try reader.read() } catch { throw .part(part, reason: "line \(error.line): \(error.message)") }
    }

    /// The attributes of the element that has just begun, by the positions of their names.
    mutating func attributes() throws(WorkbookReadingError) -> [UInt8: String] {
        var values: [UInt8: String] = [:]
        while let token = try next() {
            guard token.kind == .attribute else {
                pending = token
                break
            }
            values[token.name] = string(token)
        }
        return values
    }

    /// The bytes of a text or of an attribute's value.
    func bytes(_ token: XMLToken) -> ArraySlice<UInt8> { reader.bytes[token.range] }

    func string(_ token: XMLToken) -> String { String(decoding: bytes(token), as: UTF8.self) }

    /// The number that an attribute or a text is; nil where it is none, or negative.
    func number(_ token: XMLToken) -> Int? { wholeNumber(bytes(token)) }
}

/// The number of up to nine digits and nothing else.
func wholeNumber(_ bytes: some Collection<UInt8>) -> Int? {
    guard !bytes.isEmpty, bytes.count <= 9 else { return nil }
    var number = 0
    for byte in bytes {
        guard byte &- 0x30 <= 9 else { return nil }
        number = number * 10 + Int(byte &- 0x30)
    }
    return number
}
