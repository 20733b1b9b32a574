import Testing

@testable import Intake

@Suite("What a file is by its first bytes")
struct FileContentTests {
    private static let zip: [UInt8] = [0x50, 0x4B, 0x03, 0x04]

    @Test(arguments: [
        ("a.csv", [], FileContent.empty), ("a.csv", Array("a,b".utf8), .text), ("a.csv", [0x61, 0x00, 0x62], .text),
        ("a.md", Array("xin chào".utf8), .text), ("a.bin", [0x61, 0x00, 0x62], .noTable("tệp nhị phân")),
        ("a.csv", [0xD0, 0xCF, 0x11, 0xE0, 0xA1], .unreadTable("bảng tính .xls")),
        ("a.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1], .noTable("văn bản .doc")),
        ("a.csv", zip + Array("....xl/workbook.xml".utf8), .workbook),
        ("a.xlsx", zip + Array("word/document.xml".utf8), .noTable("văn bản .docx")),
        ("a.xlsx", zip + Array("xl/workbook.bin".utf8), .unreadTable("bảng tính .xlsb")),
        (
            "a", zip + Array("mimetypeapplication/vnd.oasis.opendocument.spreadsheet".utf8),
            .unreadTable("bảng tính .ods")
        ),
        ("a.csv", zip + Array("bao-cao.csv".utf8), .unreadTable("tệp nén .zip")),
        ("a", Array("Rar!\u{1A}".utf8), .unreadTable("tệp nén .rar")),
        ("a", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .unreadTable("tệp nén .7z")),
        ("a", [0x1F, 0x8B], .unreadTable("tệp nén .gz")),
        ("a.xls", Array(" <HTML><table>".utf8), .unreadTable("trang HTML hoặc XML")),
        ("a.csv", [0xEF, 0xBB, 0xBF] + Array("<?xml version".utf8), .unreadTable("trang HTML hoặc XML")),
        ("a.csv", Array("%PDF-1.7".utf8), .noTable("tệp .pdf")), ("a", [0x89, 0x50, 0x4E, 0x47], .noTable("ảnh .png")),
        ("a", [0xFF, 0xD8, 0xFF, 0xE0], .noTable("ảnh .jpg")),
    ])
    func theBytesDecideWhateverTheName(name: String, bytes: [UInt8], content: FileContent) {
        #expect(FileContent(of: bytes, name: Array(name.utf8)) == content)
    }
}
