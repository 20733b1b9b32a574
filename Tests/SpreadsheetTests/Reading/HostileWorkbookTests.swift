import Spreadsheet
import Testing

@Suite("A hostile or damaged workbook", .timeLimit(.minutes(5)))
struct HostileWorkbookTests {
    /// What reading it whole throws.
    private func error(_ bytes: [UInt8], _ limits: WorkbookLimits = WorkbookLimits()) -> WorkbookReadingError? {
        do {
            let workbook = try WorkbookReader(bytes: bytes, limits: limits)
            for sheet in workbook.sheets { _ = try workbook.contents(of: sheet) }
            return nil
        } catch { return error }
    }

    private func isPart(_ error: WorkbookReadingError?) -> Bool { if case .part = error { true } else { false } }
    private func isCells(_ error: WorkbookReadingError?) -> Bool { if case .cells = error { true } else { false } }
    private func isArchive(_ error: WorkbookReadingError?) -> Bool { if case .archive = error { true } else { false } }
    private func isTooLarge(_ error: WorkbookReadingError?) -> Bool {
        if case .tooLarge = error { true } else { false }
    }

    @Test func isReadWhereNothingIsWrong() {
        #expect(error(SentWorkbook().bytes) == nil)
    }

    @Test func cutAnywhereIsAnError() throws {
        let workshop = try Workshop()
        let book = try workshop.writer()
        try book.write(.text("a"), sheet: book.addSheet("A"), row: 0, column: 0)
        _ = try book.close()
        let whole = try workshop.bytes()
        for length in stride(from: 0, to: whole.count, by: 97) { #expect(error(Array(whole.prefix(length))) != nil) }
    }

    @Test func everyBitTurnedIsReadOrAnErrorButNeverACrash() throws {
        let workshop = try Workshop()
        let book = try workshop.writer()
        let sheet = try book.addSheet("A")
        for row in 0..<20 { try book.write(.text("ô \(row)"), sheet: sheet, row: row, column: row % 3) }
        _ = try book.close()
        let whole = try workshop.bytes()
        for index in stride(from: 0, to: whole.count, by: 13) {
            var bytes = whole
            bytes[index] ^= UInt8(1 << (index % 8))
            _ = error(bytes)
        }
    }

    @Test(arguments: ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml"])
    func aWrongChecksumIsAnError(part: String) {
        let files = SentWorkbook().parts.map { StoredZip.File($0.name, Array($0.text.utf8)) }
        let bytes = StoredZip.archive(files) { $0.name == part ? 7 : StoredZip.crc32($0.bytes) }
        #expect(isPart(error(bytes)))
    }

    @Test(arguments: [
        "xl/worksheets/sheet1.xml", "XL/Worksheets/Sheet1.xml", "../xl/a.xml", "/etc/passwd", "xl\\a.xml",
    ])
    func anEntryTwiceOrOutsideIsAnError(name: String) {
        var files = SentWorkbook().parts.map { StoredZip.File($0.name, Array($0.text.utf8)) }
        files.append(.init(name, []))
        #expect(isArchive(error(StoredZip.archive(files))))
    }

    @Test func encryptedEntriesAreAnError() {
        let files = SentWorkbook().parts.map { StoredZip.File($0.name, Array($0.text.utf8)) }
        #expect(isArchive(error(StoredZip.archive(files, flags: 1))))
    }

    @Test(arguments: [
        "../../../../etc/passwd", "http://example.org/a.xml", "worksheets/none.xml", "", "workbook.xml/../..", "../xl",
    ])
    func aSheetThatIsNotThereIsAnError(target: String) {
        var book = SentWorkbook()
        book.replace("xl/_rels/workbook.xml.rels", SentWorkbook.relations(["worksheet": target]))
        #expect(isPart(error(book.bytes)))
    }

    @Test func aSheetThatIsTheWorkbookItselfHoldsNothing() {
        var book = SentWorkbook()
        book.replace("xl/_rels/workbook.xml.rels", SentWorkbook.relations(["worksheet": "workbook.xml"]))
        #expect(error(book.bytes) == nil)
    }

    @Test(arguments: [
        "", "<sheet name='A' r:id='worksheet'/>", "<sheet name='B' r:id='worksheet'/>", "<sheet name='b'/>",
    ])
    func sheetsThatShareANameOrAPartAreAnError(more: String) {
        var book = SentWorkbook()
        let text = book.parts.first { $0.name == "xl/workbook.xml" }?.text ?? ""
        let cut = text.split(separator: "</sheets>", omittingEmptySubsequences: false)
        book.replace("xl/workbook.xml", "\(cut[0])\(more)</sheets>\(cut[1])")
        #expect(isPart(error(book.bytes)) == !more.isEmpty)
    }

    @Test(arguments: [
        "<!DOCTYPE a [<!ENTITY b \"bbbbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><worksheet><sheetData><row><c><v>&c;</v></c></row></sheetData></worksheet>",
        "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><worksheet/>", "<worksheet>&a;</worksheet>", "<worksheet>",
        "<worksheet/><b/>",
        "<worksheet></sheet>", "<worksheet a='1' a='2'/>", "\u{1}<worksheet/>", "<worksheet><x:c/></worksheet>", "a",
        "<worksheet>\u{0}</worksheet>",
    ])
    func documentTypesEntitiesAndBrokenXMLAreErrors(text: String) {
        for part in ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "_rels/.rels"] {
            var book = SentWorkbook()
            book.replace(part, text)
            #expect(isPart(error(book.bytes)))
        }
    }

    @Test func textThatIsNoUTF8IsAnError() {
        let files = SentWorkbook().parts.map { part in
            var bytes = Array(part.text.utf8)
            if part.name == "xl/worksheets/sheet1.xml" {
                bytes = Array("<?xml version='1.0' encoding='windows-1252'?><worksheet>\u{1}</worksheet>".utf8)
                bytes[bytes.count - 13] = 0xE9
            }
            return StoredZip.File(part.name, bytes)
        }
        #expect(isPart(error(StoredZip.archive(files))))
    }

    @Test func levelsAttributesAndNamespacesAreBounded() {
        let levels = String(repeating: "<a>", count: 100)
        let attributes = "<a " + (0..<5_000).map { "a\($0)=''" }.joined(separator: " ") + "/>"
        // Quotes in comments, sections and instructions must not hide the attributes that follow.
        let hidden = "<!-- ' --><![CDATA[ \" ]]><?x ' ?>" + attributes
        let namespaces = "<a " + (0..<250).map { "xmlns:a\($0)='u'" }.joined(separator: " ") + ">"
        for text in [
            levels, attributes, hidden, namespaces + namespaces,
            "<a b='" + String(repeating: "b", count: 1 << 20) + "'/>",
        ] {
            #expect(isPart(error(SentWorkbook(sheet: text).bytes)))
        }
    }

    @Test(arguments: [
        #"<row r="2"/><row r="1"/>"#, #"<row r="1"/><row r="1"/>"#, #"<row r="0"/>"#, #"<row r="1048577"/>"#,
        #"<row r="-1"/>"#,
        #"<row><c r="B1"/><c r="A1"/></row>"#, #"<row><c r="A1"/><c r="A1"/></row>"#, #"<row><c r="A2"/></row>"#,
        #"<row><c r="XFE1"/></row>"#, #"<row><c r="XFD1"/><c/></row>"#, #"<row><c r="A"/></row>"#,
        #"<row><c r="AAAAAAAAAAAAAAAAAA1"/></row>"#,
        #"<row><c t="s"><v>0</v></c></row>"#, #"<row><c t="s"><v>-1</v></c></row>"#,
        #"<row><c t="s"><v>99999999999999999999</v></c></row>"#,
        #"<row><c t="b"><v>maybe</v></c></row>"#,
    ])
    func cellsThatContradictEachOtherAreErrors(rows: String) {
        #expect(isCells(error(SentWorkbook(sheet: "<sheetData>\(rows)</sheetData>").bytes)))
    }

    @Test(arguments: ["A1:B2:C3", "B2:A1", "A1:XFE1", "", "A1:A1048577", "1:2"])
    func rangesThatAreNoneAreErrors(reference: String) {
        let sheet = "<sheetData/><mergeCells><mergeCell ref=\"\(reference)\"/></mergeCells>"
        #expect(isCells(error(SentWorkbook(sheet: sheet).bytes)))
    }

    @Test func mergedRangesThatShareCellsAreAnError() {
        let sheet = """
            <sheetData><row r="2"><c><v>1</v></c></row></sheetData>\
            <mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="B2:C3"/></mergeCells>
            """
        #expect(isCells(error(SentWorkbook(sheet: sheet).bytes)))
    }

    @Test func aRangeOverTheWholeSheetIsBounded() {
        let row = #"<row><c r="A%"><v>1</v></c></row>"#
        func sheet(_ reference: String) -> [UInt8] {
            let rows = (1...100).map { row.split(separator: "%").joined(separator: "\($0)") }.joined()
            return SentWorkbook(
                sheet: "<sheetData>\(rows)</sheetData><mergeCells><mergeCell ref=\"\(reference)\"/></mergeCells>"
            ).bytes
        }
        // One value, 16,384 columns, and no row but the first that holds anything of its own.
        #expect(error(sheet("A1:XFD1048576")) == nil)
        let rows = String(repeating: "<row><c><v>1</v></c></row>", count: 20)
        let wide = SentWorkbook(
            sheet: """
                <sheetData><row><c><v>0</v></c><c><v>1</v></c></row>\(rows)</sheetData>\
                <mergeCells><mergeCell ref="B1:XFD1048576"/></mergeCells>
                """
        )
        var limits = WorkbookLimits()
        limits.cells = 100_000
        #expect(isTooLarge(error(wide.bytes, limits)))
    }

    @Test func whatIsMoreThanItMayBeIsRefused() {
        var limits = WorkbookLimits()
        limits.cells = 3
        limits.texts = 3
        limits.textBytes = 30
        limits.shownBytes = 60
        limits.places = 100
        limits.mergedRanges = 1
        func isRefused(sheet: String = "<sheetData/>", texts: String = "") -> Bool {
            isTooLarge(error(SentWorkbook(sheet: sheet, texts: texts).bytes, limits))
        }
        #expect(!isRefused())
        #expect(
            !isRefused(sheet: "<sheetData><row><c><v>1</v></c><c/><c><v>1</v></c><c><v>1</v></c></row></sheetData>")
        )
        #expect(
            isRefused(
                sheet: "<sheetData><row><c><v>1</v></c><c><v>1</v></c><c><v>1</v></c><c><v>1</v></c></row></sheetData>"
            )
        )
        #expect(isRefused(texts: "<si/><si/><si/><si/>"))
        #expect(isRefused(texts: "<si><t>\(String(repeating: "a", count: 31))</t></si>"))
        let text = String(repeating: "a", count: 30)
        #expect(isRefused(sheet: "<sheetData><row><c t='str'><v>\(text)a</v></c></row></sheetData>"))
        let shared = "<c t='s'><v>0</v></c>"
        #expect(
            !isRefused(sheet: "<sheetData><row>\(shared)\(shared)</row></sheetData>", texts: "<si><t>\(text)</t></si>")
        )
        #expect(
            isRefused(
                sheet: "<sheetData><row>\(shared)\(shared)\(shared)</row></sheetData>",
                texts: "<si><t>\(text)</t></si>"
            )
        )
        #expect(isRefused(sheet: "<sheetData><row><c r='CZ1'><v>1</v></c></row></sheetData>"))
        #expect(isRefused(sheet: "<mergeCells><mergeCell ref='A1:B1'/><mergeCell ref='A2:B2'/></mergeCells>"))
        limits.archive.bytes = 100
        #expect(isRefused())
    }

    /// A megabyte of zeros packs a thousand times.
    @Test func whatUnpacksToFarMoreThanItIsIsRefusedUnread() throws {
        let workshop = try Workshop()
        let book = try workshop.writer()
        let sheet = try book.addSheet("A")
        for row in 0..<100 {
            try book.write(.text(String(repeating: "0", count: 30_000) + "\(row)"), sheet: sheet, row: row, column: 0)
        }
        _ = try book.close()
        #expect(try workshop.bytes().count < 1 << 20)
        #expect(isTooLarge(error(try workshop.bytes())))
    }

    @Test func anotherArchiveIsNoWorkbook() {
        var book = SentWorkbook()
        book.replace("xl/workbook.xml", "<document/>")
        #expect(error(book.bytes).map { if case .notAWorkbook = $0 { true } else { false } } == true)
        book = SentWorkbook()
        book.replace("xl/workbook.xml", "<workbook><sheets/></workbook>")
        #expect(error(book.bytes).map { if case .notAWorkbook = $0 { true } else { false } } == true)
        book.replace("_rels/.rels", "<Relationships/>")
        #expect(error(book.bytes).map { if case .notAWorkbook = $0 { true } else { false } } == true)
    }

    @Test func customPropertiesAreBounded() {
        var book = SentWorkbook()
        book.replace(
            "_rels/.rels",
            SentWorkbook.relations(["officeDocument": "xl/workbook.xml", "custom-properties": "c.xml"])
        )
        book.replace(
            "c.xml",
            "<Properties>\((0..<1_001).map { "<property name='\($0)'><a>b</a></property>" }.joined())</Properties>"
        )
        #expect(isTooLarge(error(book.bytes)))
    }
}
