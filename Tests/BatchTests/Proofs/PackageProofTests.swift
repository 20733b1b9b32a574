import Foundation
import TestSupport
import Testing

/// What the schemas miss (`PackageFaults`): nothing of it in any workbook, and each is found where it is planted.
@Suite struct PackageProofTests {
    @Test func noWorkbookHasWhatExcelWouldCallDamaged() throws {
        let city = try ProofCity.shared()
        for path in city.workbooks + city.forms {
            let faults = try PackageFaults(city.parts(path)).all
            #expect(faults.isEmpty, "\(faults.count): \(faults.prefix(5))")
        }
    }

    private static let sheet = "xl/worksheets/sheet1.xml"
    /// The sheet of units, which is a table.
    private static let units = "xl/worksheets/sheet4.xml"

    @Test(arguments: [
        (
            sheet, "<mergeCell ref", "<mergeCell ref=\"A1:B9\"/><mergeCell ref=\"B2:C3\"/><mergeCell ref",
            "A1:B9 and B2:C3 share cells"
        ),
        (units, "<sheetData>", "<mergeCells><mergeCell ref=\"B9:C9\"/></mergeCells><sheetData>", "B9:C9 share cells"),
        ("xl/tables/table1.xml", "name=\"Tên đơn vị\"", "name=\"MÃ ĐƠN VỊ\"", "“MÃ ĐƠN VỊ” there twice"),
        ("xl/tables/table1.xml", "name=\"Tên đơn vị\"", "name=\"Tên\"", "heading “Tên”, in B"),
        ("xl/workbook.xml", "name=\"2 Biểu đồ\"", "name=\"1 TỔNG HỢP\"", "“1 TỔNG HỢP” there twice"),
        ("xl/workbook.xml", "name=\"2 Biểu đồ\"", "name=\"2 Biểu/đồ\"", "no name for a sheet"),
        (
            "xl/workbook.xml", "Print_Area\" localSheetId=\"0\">'1 Tổng hợp'",
            "Print_Area\" localSheetId=\"0\">'Tổng hợp'", "no sheet “Tổng hợp”"
        ),
        ("xl/workbook.xml", "localSheetId=\"0\"", "localSheetId=\"77\"", "of sheet 77"),
        (sheet, "t=\"s\"><v>", "t=\"s\"><v>9999", "no shared text 9999"),
        (sheet, "<row r=\"2\"", "<row r=\"1\"", "row 1 after row 1"),
        (sheet, "<c r=\"A1\"", "<c r=\"ZZ1\"", "out of order"),
        (sheet, "<c r=\"A1\" s=\"", "<c r=\"A1\" s=\"9999", "A1: style 9999"),
        (sheet, "location=\"", "location=\"'Nowhere'!A1\" old=\"", "no sheet “Nowhere”"),
        (
            "xl/_rels/workbook.xml.rels", "worksheets/sheet2.xml", "worksheets/sheet222.xml",
            "no part worksheets/sheet222.xml"
        ),
        ("xl/_rels/workbook.xml.rels", "Id=\"rId2\"", "Id=\"rId1\"", "relationship rId1 there twice"),
        (
            "xl/_rels/workbook.xml.rels", "Id=\"rId3\"", "TargetMode=\"External\" Id=\"rId3\"",
            "a link out of the workbook"
        ),
        ("xl/workbook.xml", "r:id=\"rId1\"", "r:id=\"rId999\"", "no relationship rId999"),
        ("[Content_Types].xml", "/xl/styles.xml", "/xl/style.xml", "a content type and no part"),
        (
            "[Content_Types].xml", "spreadsheetml.styles+xml", "spreadsheetml.worksheet+xml",
            "xl/styles.xml: content type"
        ),
        ("xl/styles.xml", "borderId=\"0\"", "borderId=\"999\"", "borderId 999"),
        ("xl/styles.xml", "numFmtId=\"0\"", "numFmtId=\"999\"", "numFmtId 999"),
        ("xl/charts/chart1.xml", "<c:f>'2 Biểu đồ'", "<c:f>'3 Biểu đồ'", "no sheet “3 Biểu đồ”"),
        ("docProps/core.xml", "<dc:creator>", "<dc:maker/><dc:creator>", "maker is no core property"),
        ("xl/externalLinks/externalLink1.xml", "", "<externalLink/>", "reaches out of the workbook"),
    ])
    func aPlantedFaultIsFound(part: String, text: String, fault: String, word: String) throws {
        var parts = try ProofCity.shared().parts("2026-Y/phong-chuyen-mon/tieu-hoc.xlsx")
        let before = parts[part]
        parts[part] = text.isEmpty ? fault : before.replacing(text, with: fault, maxReplacements: 1)
        try #require(parts[part] != before, "\(text) does not stand in \(part)")
        let faults = try PackageFaults(parts).all
        #expect(faults.contains { $0.contains(word) }, "\(faults.prefix(5))")
    }

    private static let drawing = "xl/drawings/drawing1.xml"
    private static let table = "xl/tables/table1.xml"

    @Test(arguments: [
        (
            "xl/workbook.xml", "_xlnm.Print_Area\" localSheetId=\"1", "Print Area\" localSheetId=\"1",
            "“Print Area” is no name"
        ),
        (
            "xl/workbook.xml", "Print_Area\" localSheetId=\"1\"", "Print_Area\" localSheetId=\"0\"",
            "Print_Area there twice"
        ),
        ("xl/workbook.xml", "sheetId=\"2\"", "sheetId=\"1\"", "sheet ids there twice"),
        ("xl/workbook.xml", "r:id=\"rId1\"/>", "state=\"hidden\" r:id=\"rId1\"/>", "in front is not to be seen"),
        (units, "<sheetView ", "<sheetView tabSelected=\"1\" ", "2 sheets in front"),
        ("xl/sharedStrings.xml", "<si><t>", "<si><t>\(String(repeating: "x", count: 32_767))", "characters"),
        ("xl/sharedStrings.xml", "<si><t>", "<si><t>\(String(repeating: "x\n", count: 254))", "254 line feeds"),
        ("xl/sharedStrings.xml", "<si><t>", "<si><t> ", "blanks at its ends"),
        ("xl/sharedStrings.xml", "uniqueCount=\"", "uniqueCount=\"9", "texts, not"),
        (sheet, " width=\"", " width=\"999", "width 999"),
        (sheet, " max=\"1\"", " max=\"2\"", "columns 2 to 2"),
        (sheet, " ht=\"", " ht=\"999", "height 999"),
        (sheet, "<oddHeader>", "<oddHeader>\(String(repeating: "x", count: 255))", "oddHeader: "),
        ("xl/worksheets/sheet2.xml", "<brk id=\"", "<brk id=\"9", "breaks out of order"),
        (sheet, "<hyperlink ref=\"L1\"", "<hyperlink ref=\"K1\"", "two links in one cell"),
        (sheet, "priority=\"2\"", "priority=\"1\"", "condition 1 there twice"),
        (sheet, "<formula>\"Đạt\"</formula>", "<formula/>", "condition 1: formula"),
        (sheet, "<conditionalFormatting sqref", "<conditionalFormatting old", "a condition of no cells"),
        (sheet, "<f>", "<f>=", "formula “="),
        (units, "topLeftCell=\"", "topLeftCell=\"$", "frozen at $"),
        (table, "displayName=\"Table1\"", "displayName=\"A1\"", "“A1” is no name for a table"),
        (table, "<autoFilter ref=\"A", "<autoFilter ref=\"B", "a filter over"),
        (table, "<tableColumn id=\"2\"", "<tableColumn id=\"1\"", "column ids there twice"),
        (drawing, "<xdr:from><xdr:col>0", "<xdr:from><xdr:col>99", "a chart over no cells"),
        (drawing, "r:id=\"rId1\"", "r:id=\"rId77\"", "no relationship rId77"),
        (drawing, "id=\"3\" name", "id=\"2\" name", "chart 2 there twice"),
        ("docProps/core.xml", "2026-12-28T00:00:00Z", "28/12/2026", "no time in 28/12/2026"),
        ("docProps/app.xml", "size=\"4\"", "size=\"5\"", "5 parts, not 4"),
        ("docProps/custom.xml", "name=\"Lần chạy\"", "name=\"\"", "property “”"),
    ])
    func aPlantedExcessIsFound(part: String, text: String, fault: String, word: String) throws {
        try aPlantedFaultIsFound(part: part, text: text, fault: fault, word: word)
    }

    @Test(arguments: [
        ("A1", false), ("XFD9", false), ("R1C1", false), ("r", false), ("Bảng 1", false), ("1a", false),
        ("Bảng_1", true), ("Table1", true),
    ])
    func namesThatExcelTakes(name: String, isName: Bool) {
        #expect(PackageFaults.isName(name) == isName)
    }

    @Test(arguments: [
        ("<dataValidations count=\"11\"", "<dataValidations count=\"12\"", "12 checks, not 11"),
        ("sqref=\"B2:B2001\"", "sqref=\"A9:B2001\"", "two checks"),
        ("sqref=\"B2:B2001\"", "sqref=\"B2:\"", "no cells in B2:"),
        ("promptTitle=\"Mã đơn vị\"", "promptTitle=\"Mã đơn vị của đơn vị gửi số liệu này\"", "longer than 32"),
        ("prompt=\"", "prompt=\"\(String(repeating: "x", count: 255))", "longer than 255"),
        ("<formula1>'Danh mục'!", "<formula1>'Danh sách'!", "no sheet “Danh sách”"),
        ("<formula1>0</formula1>", "<formula1/>", "without a limit"),
        ("<legacyDrawing r:id=\"rId1\"/>", "", "notes that no sheet draws"),
    ])
    func aPlantedFaultInAFormIsFound(text: String, fault: String, word: String) throws {
        try expectFault(word, of: text, as: fault, in: Self.sheet)
    }

    @Test(arguments: [
        ("<comment ref=\"B1\"", "<comment ref=\"A1\"", "A1 there twice"),
        ("authorId=\"0\"", "authorId=\"7\"", "no author 7"),
    ])
    func aPlantedFaultInNotesIsFound(text: String, fault: String, word: String) throws {
        try expectFault(word, of: text, as: fault, in: "xl/comments1.xml")
    }

    private func expectFault(_ word: String, of text: String, as fault: String, in part: String) throws {
        var parts = try ProofCity.shared().parts("bieu-nhap/vu-viec.xlsx")
        let before = parts[part]
        parts[part] = before.replacing(text, with: fault, maxReplacements: 1)
        try #require(parts[part] != before, "\(text) does not stand in \(part)")
        let faults = try PackageFaults(parts).all
        #expect(faults.contains { $0.contains(word) }, "\(faults.prefix(5))")
    }

    @Test func textInACellOfANumberIsFound() throws {
        var parts = try ProofCity.shared().parts("2026-Y/phong-chuyen-mon/tieu-hoc.xlsx")
        let written = try WrittenWorkbook(parts)
        let units = try #require(written.sheet("5 Theo cơ sở"))
        let numbers = units.cells.filter { if case .number = $0.value.content { true } else { false } }.map(\.key)
        let place = try #require(numbers.min())
        let xml = parts[units.part]
        let cell = try #require(xml.range(of: "<c r=\"\(place)\""))
        let value = try #require(xml.range(of: "<v>", range: cell.upperBound..<xml.endIndex))
        parts[units.part] = xml.replacingCharacters(in: value, with: "<v>x")
        #expect(try PackageFaults(parts).all.count == 1)
        #expect(try PackageFaults(parts).all.first?.contains("\(place): text in a cell of a number") == true)
    }

    /// Two entries of one name, also but for case: readers differ in which they take.
    @Test(arguments: ["xl/styles.xml", "xl/Styles.xml"])
    func anEntryThatIsThereTwiceIsFound(name: String) throws {
        let programs = try Programs()
        var parts = try ProofCity.shared().parts("2026-Q1/tong-hop-2026-Q1.xlsx")
        parts.parts.append(WorkbookParts.Part(name: name, bytes: Array(parts["xl/styles.xml"].utf8)))
        let file = programs.folder.appending(path: "twice.xlsx")
        try parts.write(to: file, with: programs)
        let bytes = [UInt8](try Data(contentsOf: file))
        #expect { try WorkbookParts(bytes, name: "twice") } throws: { "\($0)".contains("there twice") }
    }
}
