// What a file is by its first bytes, whatever its name says.

/// What a file's bytes are.
enum FileContent: Equatable {
    case empty
    /// Text, which may hold a table.
    case text
    /// A workbook of Excel (.xlsx).
    case workbook
    /// A table, or a box that may hold one, in a format that is not read (F8); what it is, in Vietnamese.
    case unreadTable(String)
    /// Holds no table (F9); what it is, in Vietnamese.
    case noTable(String)

    /// - Parameter name: decides only what the bytes leave open: an old Office file, or bytes that nothing tells.
    init(of bytes: [UInt8], name: [UInt8]) {
        guard !bytes.isEmpty else {
            self = .empty
            return
        }
        if let known = Self.signatures.first(where: { bytes.starts(with: $0.bytes) }) {
            switch known.kind {
            case .zip: self = Self.zip(bytes, name)
            case .office: self = Self.oldOffice(name)
            case .table(let title): self = .unreadTable(title)
            case .other(let title): self = .noTable(title)
            }
            return
        }
        if Self.isMarkup(bytes) {
            self = .unreadTable("trang HTML hoặc XML")
        } else if FileNames.promisesText(name) || Self.looksLikeText(bytes) {
            self = .text
        } else {
            self = .noTable("tệp nhị phân")
        }
    }

    private enum Kind {
        case zip, office
        case table(String)
        case other(String)
    }

    private static let signatures: [(bytes: [UInt8], kind: Kind)] = [
        ([0x50, 0x4B, 0x03, 0x04], .zip),
        ([0x50, 0x4B, 0x05, 0x06], .table("tệp nén .zip rỗng")),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .office),
        ([0xD0, 0xCF, 0x11, 0xE0], .office),
        (Array("Rar!".utf8), .table("tệp nén .rar")),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .table("tệp nén .7z")),
        ([0x1F, 0x8B], .table("tệp nén .gz")),
        (Array("BZh".utf8), .table("tệp nén .bz2")),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .table("tệp nén .xz")),
        ([0x28, 0xB5, 0x2F, 0xFD], .table("tệp nén .zst")),
        (Array("%PDF".utf8), .other("tệp .pdf")),
        ([0x89, 0x50, 0x4E, 0x47], .other("ảnh .png")),
        ([0xFF, 0xD8, 0xFF], .other("ảnh .jpg")),
        (Array("GIF8".utf8), .other("ảnh .gif")),
        (Array("RIFF".utf8), .other("ảnh, âm thanh hoặc phim")),
        ([0x49, 0x49, 0x2A, 0x00], .other("ảnh .tif")),
        ([0x4D, 0x4D, 0x00, 0x2A], .other("ảnh .tif")),
        (Array("{\\rtf".utf8), .other("văn bản .rtf")),
        (Array("ID3".utf8), .other("âm thanh .mp3")),
        ([0x7F, 0x45, 0x4C, 0x46], .other("chương trình")),
        ([0x4D, 0x5A, 0x90, 0x00], .other("chương trình")),
    ]

    /// Workbooks and documents are zips that differ in the names they hold: local names in front, the directory at the end.
    ///
    /// A name decides where they tell nothing: a workbook that was cut is a workbook, and not a box.
    private static func zip(_ bytes: [UInt8], _ name: [UInt8]) -> FileContent {
        let ends = [bytes.prefix(1 << 16), bytes.suffix(1 << 16)]
        func holds(_ name: String) -> Bool {
            let name = Array(name.utf8)
            return ends.contains { contains($0, name) }
        }
        if holds("xl/workbook.bin") { return .unreadTable("bảng tính .xlsb") }
        if holds("xl/workbook.xml") || holds("xl/worksheets/") { return .workbook }
        if holds("word/document.xml") { return .noTable("văn bản .docx") }
        if holds("ppt/presentation.xml") { return .noTable("trình chiếu .pptx") }
        if holds("application/vnd.oasis.opendocument.spreadsheet") { return .unreadTable("bảng tính .ods") }
        if holds("application/vnd.oasis.opendocument") { return .noTable("văn bản OpenDocument") }
        if ["xlsx", "xlsm", "xltx", "xltm"].contains(FileNames.fileExtension(name)) { return .workbook }
        return .unreadTable("tệp nén .zip")
    }

    private static func oldOffice(_ name: [UInt8]) -> FileContent {
        switch FileNames.fileExtension(name) {
        case "doc", "dot": .noTable("văn bản .doc")
        case "ppt", "pps": .noTable("trình chiếu .ppt")
        case "msg": .noTable("thư .msg")
        default: .unreadTable("bảng tính .xls")
        }
    }

    /// HTML named `.xls`, which many web systems send, and Excel's XML of 2003.
    private static func isMarkup(_ bytes: [UInt8]) -> Bool {
        let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        let start = bytes.dropFirst(hasMark ? 3 : 0).prefix(1_024).drop { $0 <= 0x20 }
        let text = String(decoding: start.prefix(64), as: UTF8.self).lowercased()
        return ["<!doctype", "<html", "<table", "<head", "<body", "<meta", "<style", "<?xml", "<!--", "<div"]
            .contains { text.hasPrefix($0) }
    }

    /// No control characters among the first bytes, or the zero bytes of UTF-16.
    private static func looksLikeText(_ bytes: [UInt8]) -> Bool {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
        return !bytes.prefix(4_096).contains { $0 < 0x20 && ![0x09, 0x0A, 0x0C, 0x0D, 0x1A].contains($0) }
    }

    private static func contains(_ bytes: ArraySlice<UInt8>, _ name: [UInt8]) -> Bool {
        guard let first = name.first, bytes.count >= name.count else { return false }
        var start = bytes.startIndex
        while start <= bytes.endIndex - name.count {
            guard let found = bytes[start...].firstIndex(of: first) else { return false }
            if bytes[found...].starts(with: name) { return true }
            start = found + 1
        }
        return false
    }
}
