import Foundation
import Glibc
import Spreadsheet
import Testing
import XML

@Suite("A workbook that is not whole")
struct InspectionTests {
    private let workshop: Workshop

    /// Two sheets: 30 rows of 4 cells, and one cell.
    init() throws {
        workshop = try Workshop()
        let book = try workshop.writer()
        let sheet = try book.addSheet("Số liệu")
        for row in 0..<30 {
            for column in 0..<4 { try book.write(.text("ô \(row).\(column)"), sheet: sheet, row: row, column: column) }
        }
        try book.write(.number(1), sheet: book.addSheet("Ghi chú"), row: 0, column: 0)
        _ = try book.close()
    }

    private func inspect(_ files: [StoredZip.File]) throws -> WorkbookInspection {
        try workshop.write(StoredZip.archive(files), "b.xlsx")
        return try inspectWorkbook(at: workshop.path("b.xlsx"))
    }

    @Test func packedAnewIsStillTheSame() throws {
        #expect(try inspect(workshop.parts()) == inspectWorkbook(at: workshop.path()))
    }

    @Test(arguments: [0, 1, 22, 500, 2000])
    func cutIsRefused(_ missing: Int) throws {
        let whole = try workshop.bytes()
        for kept in [whole.count - 1 - missing, missing] {
            try workshop.write(Array(whole.prefix(kept)), "b.xlsx")
            #expect(throws: SpreadsheetError.self) { try inspectWorkbook(at: workshop.path("b.xlsx")) }
        }
    }

    @Test func withOneByteChangedAnywhereInAPartIsRefused() throws {
        let whole = try workshop.bytes()
        for at in stride(from: 60, to: whole.count, by: 89) {
            var bytes = whole
            bytes[at] ^= 0x55
            try workshop.write(bytes, "b.xlsx")
            // A name or a time in a local header is no part; what is read is the list at the end.
            if let found = try? inspectWorkbook(at: workshop.path("b.xlsx")) {
                #expect(try found == inspectWorkbook(at: workshop.path()))
            }
        }
    }

    @Test func withAPartCutIsRefusedEvenIfTheArchiveIsSound() throws {
        let files = try workshop.parts()
        for index in files.indices {
            var cut = files
            cut[index].bytes.removeLast(9)
            #expect(throws: SpreadsheetError.self) { try inspect(cut) }
        }
    }

    @Test func withARowDroppedHasOtherCounts() throws {
        var files = try workshop.parts()
        let index = try #require(files.firstIndex { $0.name == "xl/worksheets/sheet1.xml" })
        let text = String(decoding: files[index].bytes, as: UTF8.self)
        let from = try #require(text.range(of: "<row r=\"7\""))
        let to = try #require(text.range(of: "<row r=\"8\""))
        files[index].bytes = Array((text[..<from.lowerBound] + text[to.lowerBound...]).utf8)
        let sheet = try inspect(files).sheets[0]
        #expect(sheet.rows == 29 && sheet.cells == 116)
    }

    @Test func withoutOneOfItsPartsIsRefused() throws {
        let needed = ["_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml"]
        for name in needed {
            #expect(throws: SpreadsheetError.self) { try inspect(workshop.parts().filter { $0.name != name }) }
        }
        #expect(throws: SpreadsheetError.self) { try inspect([]) }
        #expect(throws: SpreadsheetError.self) { try inspect([.init("a.txt", Array("a".utf8))]) }
    }

    @Test func withAnEntryTwiceIsRefused() throws {
        let files = try workshop.parts()
        #expect(throws: SpreadsheetError.self) { try inspect(files + [files[0]]) }
        #expect(throws: SpreadsheetError.self) { try inspect(files + [.init("XL/Workbook.xml", [])]) }
    }

    @Test func withADocumentTypeInAPartIsRefused() throws {
        var files = try workshop.parts()
        let index = try #require(files.firstIndex { $0.name == "xl/sharedStrings.xml" })
        files[index].bytes = Array("<!DOCTYPE sst [<!ENTITY a 'b'>]><sst>&a;</sst>".utf8)
        #expect(throws: SpreadsheetError.self) { try inspect(files) }
    }

    /// On a disk that is full, libxlsxwriter reports success on a cut workbook.
    @Test(.enabled(if: TinyDisk.isPossible, "mounting a small file system needs root, tmpfs and mount(2)"))
    func isNotReportedAsWrittenWhereTheTemporaryFolderIsFull() throws {
        let disk = try TinyDisk(kilobytes: 256, in: workshop.folder)
        for constantMemory in [false, true] {
            let book = try WorkbookWriter(
                path: workshop.path("full.xlsx"),
                temporaryFolder: disk.folder,
                properties: DocumentProperties(created: 1_770_000_000),
                constantMemory: constantMemory
            )
            let sheet = try book.addSheet("A")
            for row in 0..<20_000 { try book.write(.number(Double(row)), sheet: sheet, row: row, column: 0) }
            do {
                _ = try book.close()
                Issue.record("reported as written")
            } catch SpreadsheetError.damaged {} catch SpreadsheetError.library {}
        }
    }

    @Test func isNotReportedAsWrittenWhereFoldersAreMissing() throws {
        for (path, temporary) in [
            (workshop.path("no/a.xlsx"), workshop.folder), (workshop.path("b.xlsx"), workshop.path("no")),
        ] {
            #expect(throws: SpreadsheetError.self) {
                let book = try WorkbookWriter(path: path, temporaryFolder: temporary, properties: .init(created: 1))
                _ = try book.addSheet("A")
                _ = try book.close()
            }
        }
        #expect(throws: SpreadsheetError.self) {
            let book = try WorkbookWriter(
                path: workshop.path("c.xlsx"),
                temporaryFolder: workshop.path("no"),
                properties: .init(created: 1),
                constantMemory: true
            )
            _ = try book.addSheet("A")
        }
    }
}

/// A file system of a few kilobytes in memory, for as long as the value lives.
private final class TinyDisk {
    let folder: String

    static let isPossible: Bool = {
        guard geteuid() == 0, let workshop = try? Workshop() else { return false }
        return (try? TinyDisk(kilobytes: 64, in: workshop.folder)) != nil
    }()

    init(kilobytes: Int, in parent: String) throws {
        folder = "\(parent)/disk"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let result = unsafe "size=\(kilobytes)k".withCString { options in
            unsafe mount("tmpfs", folder, "tmpfs", 0, options)
        }
        guard result == 0 else { throw POSIXError(.EPERM) }
    }

    deinit { _ = unsafe umount(folder) }
}
