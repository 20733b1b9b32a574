import Spreadsheet
import Testing
import XML

@Suite("A golden workbook")
struct GoldenWorkbookTests {
    private let workshop: Workshop

    init() throws {
        workshop = try Workshop()
        let book = try WorkbookWriter(
            path: workshop.path(),
            temporaryFolder: workshop.folder,
            properties: {
                var properties = DocumentProperties(created: 1_770_249_600)
                properties.title = "Tổng hợp <quý>"
                properties.author = "Sở GDĐT"
                properties.company = "UBND"
                properties.custom = [.init(name: "Lần chạy", value: "a1 & b2")]
                return properties
            }()
        )
        let sheet = try book.addSheet("Tổng hợp")
        let head = Format(font: "Times New Roman", size: 12).with {
            $0.bold = true
            $0.borders = .all
        }
        try book.merge(CellRange(rows: 0...0, columns: 0...1), sheet: sheet, value: .text("Chỉ tiêu"), format: head)
        try book.write(.text("=1+1"), sheet: sheet, row: 1, column: 0)
        try book.write(.number(97.5), sheet: sheet, row: 1, column: 1)
        try book.write(.formula("=B2/100", result: .number(0.975)), sheet: sheet, row: 1, column: 2)
        try book.write(.date(daysSince1970: 20_489), sheet: sheet, row: 2, column: 0)
        _ = try book.close()
    }

    @Test func hasThesePartsInThisOrder() throws {
        #expect(
            try workshop.parts().map(\.name) == [
                "[Content_Types].xml", "_rels/.rels", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml",
                "xl/workbook.xml",
                "xl/sharedStrings.xml", "docProps/custom.xml", "xl/theme/theme1.xml", "xl/styles.xml",
                "docProps/core.xml",
                "docProps/app.xml",
            ]
        )
    }

    @Test(arguments: [
        (
            "xl/worksheets/sheet1.xml",
            """
            <worksheet>
              <dimension ref="A1:C3"/>
              <sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews>
              <sheetFormatPr defaultRowHeight="15"/>
              <sheetData>
                <row r="1" spans="1:3"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="1"/></row>
                <row r="2" spans="1:3">
                  <c r="A2" t="s"><v>1</v></c><c r="B2"><v>97.5</v></c><c r="C2"><f>B2/100</f><v>0.975</v></c>
                </row>
                <row r="3" spans="1:3"><c r="A3" s="2"><v>46058</v></c></row>
              </sheetData>
              <mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>
              <pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>
            </worksheet>
            """
        ),
        (
            "xl/workbook.xml",
            """
            <workbook>
              <fileVersion appName="xl" lastEdited="4" lowestEdited="4" rupBuild="4505"/>
              <workbookPr defaultThemeVersion="124226"/>
              <bookViews><workbookView xWindow="240" yWindow="15" windowWidth="16095" windowHeight="9660"/></bookViews>
              <sheets><sheet name="Tổng hợp" sheetId="1" id="rId1"/></sheets>
              <calcPr calcId="124519" fullCalcOnLoad="1"/>
            </workbook>
            """
        ),
        ("xl/sharedStrings.xml", "<sst count='2' uniqueCount='2'><si><t>Chỉ tiêu</t></si><si><t>=1+1</t></si></sst>"),
        (
            "xl/styles.xml",
            """
            <styleSheet>
              <numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>
              <fonts count="2">
                <font><sz val="11"/><color theme="1"/><name val="Calibri"/><family val="2"/><scheme val="minor"/></font>
                <font><b/><sz val="12"/><color theme="1"/><name val="Times New Roman"/><family val="2"/></font>
              </fonts>
              <fills count="2">
                <fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>
              </fills>
              <borders count="2">
                <border><left/><right/><top/><bottom/><diagonal/></border>
                <border>
                  <left style="thin"><color auto="1"/></left><right style="thin"><color auto="1"/></right>
                  <top style="thin"><color auto="1"/></top><bottom style="thin"><color auto="1"/></bottom><diagonal/>
                </border>
              </borders>
              <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
              <cellXfs count="3">
                <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
                <xf numFmtId="0" fontId="1" fillId="0" borderId="1" xfId="0" applyFont="1" applyBorder="1"/>
                <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
              </cellXfs>
              <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
              <dxfs count="0"/>
              <tableStyles count="0" defaultTableStyle="TableStyleMedium9" defaultPivotStyle="PivotStyleLight16"/>
            </styleSheet>
            """
        ),
        (
            "docProps/core.xml",
            """
            <coreProperties>
              <title>Tổng hợp &lt;quý&gt;</title><creator>Sở GDĐT</creator><lastModifiedBy>Sở GDĐT</lastModifiedBy>
              <created type="dcterms:W3CDTF">2026-02-05T00:00:00Z</created>
              <modified type="dcterms:W3CDTF">2026-02-05T00:00:00Z</modified>
            </coreProperties>
            """
        ),
        (
            "docProps/custom.xml",
            """
            <Properties>
              <property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Lần chạy"><lpwstr>a1 &amp; b2</lpwstr></property>
            </Properties>
            """
        ),
    ])
    func holdsInThisPart(_ part: String, exactly expected: String) throws {
        let expected = try XMLDocument(parsing: Array(expected.utf8), file: "expected").root
        #expect(try workshop.part(part).canonical == expected.canonical)
    }
}
