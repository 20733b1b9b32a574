import Spreadsheet
import Testing

@Suite("The cells of a sheet")
struct SheetReadingTests {
    @Test(arguments: [
        (#"<c r="A1"><v>12</v></c>"#, "A=12.0"), (#"<c t="n"><v> 1.5E-3 </v></c>"#, "A=0.0015"),
        (#"<c r="C1"><v>1</v></c><c><v>2</v></c>"#, "C=1.0 D=2.0"),
        (#"<c t="b"><v>1</v></c><c t="b"><v>0</v></c>"#, "A=true B=false"),
        (#"<c t="e"><v>#REF!</v></c>"#, "A=error #REF!"), (#"<c t="str"><f>A2</f><v>x </v></c>"#, "A=x "),
        (#"<c t="inlineStr"><is><t xml:space="preserve"> a</t></is></c>"#, "A= a"),
        (#"<c t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r><rPh sb="0"><t>no</t></rPh></is></c>"#, "A=ab"),
        (#"<c t="d"><v>2026-03-14T00:00:00</v></c>"#, "A=date 2026-03-14T00:00:00"),
        (#"<c><f>1+1</f><v>2</v></c><c><f>B1</f></c><c><f>C1</f><v></v></c>"#, "A=2.0 B=formula =B1 C=formula =C1"),
        // A formula that gives an empty text is calculated.
        (#"<c t="str"><f>""</f><v></v></c><c><v>1</v></c>"#, "B=1.0"),
        (#"<c t="str"><v>a_x000D_b_x005F_x0041_ _x12_ _xD83D_</v></c>"#, "A=a\rb_x0041_ _x12_ _xD83D_"),
        (#"<c><v>0x10</v></c><c><v>inf</v></c><c><v>1e999</v></c>"#, "A=0x10 B=inf C=1e999"),
        (#"<c s="3"/><c t="str"/><c><v/></c><c r="XFD1"><v>1</v></c>"#, "XFD=1.0"),
        (#"<c t="str"><v><![CDATA[<&>]]> &lt;&#x1ED3;</v><extLst><ext><v>9</v></ext></extLst></c>"#, "A=<&> <ồ"),
    ])
    func areReadAsTheyStand(cells: String, expected: String) throws {
        #expect(try SentWorkbook.row(cells).rows() == ["1: " + expected])
    }

    @Test func sharedTextsAreJoinedOfTheirRunsWithoutPhoneticReadings() throws {
        let book = SentWorkbook(
            sheet:
                #"<sheetData><row r="3"><c t="s"><v>1</v></c><c t="s"><v>0</v></c><c t="s"><v>2</v></c></row></sheetData>"#,
            texts: """
                <si><t xml:space="preserve"> a </t></si>
                <si><r><rPr><b/></rPr><t>Trường</t></r><r><t xml:space="preserve"> Một</t></r>\
                <rPh sb="0" eb="1"><t>no</t></rPh><phoneticPr fontId="1"/></si><si><t/></si>
                """
        )
        #expect(try book.rows() == ["3: A=Trường Một B= a "])
    }

    @Test func numbersAreDaysAndPercentagesByTheirFormat() throws {
        let book = SentWorkbook(
            sheet: "<sheetData><row>" + (0..<7).map { "<c s=\"\($0)\"><v>2</v></c>" }.joined() + "</row></sheetData>",
            styles: """
                <numFmts count="2"><numFmt numFmtId="164" formatCode="[$-42A]dd\\/mm\\/yyyy;@"/>\
                <numFmt numFmtId="165" formatCode="0.0\\ &quot;hs&quot;"/></numFmts>\
                <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>\
                <cellXfs><xf numFmtId="0"/><xf numFmtId="14"><alignment horizontal="left"/></xf><xf numFmtId="164"/>\
                <xf numFmtId="165"/><xf numFmtId="10"/><xf numFmtId="49"/></cellXfs>\
                <dxfs><dxf><numFmt numFmtId="165" formatCode="dd"/></dxf></dxfs>
                """
        )
        #expect(try book.rows() == ["1: A=2.0 B=date 2.0 C=date 2.0 D=2.0 E=2.0 % F=2.0 G=2.0"])
    }

    @Test(arguments: ["x:", ""])
    func prefixesAndStrictNamesMakeNoDifference(prefix: String) throws {
        let strict = "http://purl.oclc.org/ooxml"
        var book = SentWorkbook()
        book.replace(
            "_rels/.rels",
            """
            \u{FEFF}<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Relationships><Relationship Id="a" Type="\(strict)/officeDocument/relationships/officeDocument" Target="/book/Main.xml"/>\
            <Relationship Id="b" Type="\(strict)/officeDocument/relationships/customProperties" Target="docProps/custom.xml"/></Relationships>
            """
        )
        book.replace(
            "docProps/custom.xml",
            #"<Properties><property fmtid="x" pid="2" name="tonghop"><vt:lpwstr xmlns:vt="v">phan-hoi</vt:lpwstr></property></Properties>"#
        )
        book.replace(
            "book/_rels/main.xml.rels",
            """
            <Relationships><Relationship Id="r1" Type="\(strict)/officeDocument/relationships/worksheet" Target="../sheets/./s.xml"/>\
            <Relationship Id="r2" Type="\(strict)/officeDocument/relationships/chartsheet" Target="c.xml"/></Relationships>
            """
        )
        let declared = prefix.isEmpty ? "xmlns" : "xmlns:x"
        book.replace(
            "book/main.xml",
            """
            <\(prefix)workbook \(declared)="\(strict)/spreadsheetml/main" xmlns:r="\(strict)/officeDocument/relationships">\
            <\(prefix)workbookPr date1904="true"/><\(prefix)sheets><\(prefix)sheet name="Biểu đồ" r:id="r2"/>\
            <\(prefix)sheet name="Số &amp; liệu" r:id="r1"/></\(prefix)sheets></\(prefix)workbook>
            """
        )
        book.replace(
            "sheets/s.xml",
            """
            <\(prefix)worksheet \(declared)="\(strict)/spreadsheetml/main"><\(prefix)sheetData><\(prefix)row r="2"><\(prefix)c r="B2">\
            <\(prefix)v>5</\(prefix)v></\(prefix)c></\(prefix)row></\(prefix)sheetData></\(prefix)worksheet>
            """
        )
        let workbook = try WorkbookReader(bytes: book.bytes)
        #expect(workbook.sheets.map(\.name) == ["Số & liệu"])
        #expect(workbook.datesFrom1904)
        #expect(workbook.customProperties == ["tonghop": "phan-hoi"])
        #expect(try shown(workbook.contents(of: workbook.sheets[0])) == ["2: B=5.0"])
    }

    @Test func resultsThatTheNextProgramIsToCalculateAreNone() throws {
        var book = SentWorkbook(
            sheet: "<sheetData><row><c><f>1+1</f><v>0</v></c><c><v>3</v></c></row></sheetData>",
            properties: #"<calcPr calcId="1" fullCalcOnLoad="1"/>"#
        )
        #expect(try book.rows() == ["1: A=formula =1+1 B=3.0"])
        book = SentWorkbook(sheet: "<sheetData><row><c><f>1+1</f><v>0</v></c></row></sheetData>")
        #expect(try book.rows() == ["1: A=0.0"])
    }

    @Test func mergedRangesGiveTheirValueToRowsThatHoldAnything() throws {
        let book = SentWorkbook(
            sheet: """
                <sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>\
                <row r="2"><c r="B2"><v>3</v></c><c r="C2"><v>4</v></c></row><row r="3"><c r="B3"><v>9</v></c></row>\
                <row r="5"><c r="D5"><v>5</v></c></row></sheetData>\
                <mergeCells><mergeCell ref="A1:A1048576"/><mergeCell ref="B2:B3"/><mergeCell ref="E5:F5"/><mergeCell ref="C9:C9"/></mergeCells>
                """
        )
        // Row 3 holds nothing that one sees but the values of ranges from above.
        #expect(try book.rows() == ["1: A=1.0 B=2.0", "2: A=1.0 B=3.0 C=4.0", "5: A=1.0 D=5.0"])
        let workbook = try WorkbookReader(bytes: book.bytes)
        let merged = try workbook.contents(of: workbook.sheets[0]).merged
        #expect(merged.count == 2)
        #expect(merged.first?.a1 == "A1:A1048576")
        #expect(merged.hiddenValues == 1)
    }

    @Test(arguments: [
        (1, false, "1900-01-01"), (59, false, "1900-02-28"), (61, false, "1900-03-01"), (25_569, false, "1970-01-01"),
        (109_574, false, "2199-12-31"), (0, true, "1904-01-01"), (24_107, true, "1970-01-01"),
        (44_632, true, "2026-03-13"),
    ])
    func daysAreCountedAsTheWorkbookCounts(serial: Int, from1904: Bool, day: String) throws {
        let date = try #require(SerialDate(Double(serial), from1904: from1904))
        let epoch = try #require(SerialDate(25_569, from1904: false))
        #expect(epoch.days == 0)
        #expect(Self.day(date.days) == day)
    }

    @Test func whatIsNoDayIsNone() {
        for serial in [-1, 0, 0.5, 60, 60.9, 109_575, 1e300, .infinity, .nan] {
            #expect(SerialDate(serial, from1904: false) == nil)
        }
        #expect(SerialDate(-0.5, from1904: true) == nil)
        #expect(SerialDate(46_094.5, from1904: false)?.seconds == 43_200)
        #expect(SerialDate(46_094.999_999_9, from1904: false)?.seconds == 86_399)
    }

    private static func day(_ days: Int32) -> String {
        var text = ""
        var left = Int(days)
        var year = 1970
        func length(_ year: Int) -> Int { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 366 : 365 }
        while left < 0 {
            year -= 1
            left += length(year)
        }
        while left >= length(year) {
            left -= length(year)
            year += 1
        }
        var month = 0
        let months = [31, length(year) - 337, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        while left >= months[month] {
            left -= months[month]
            month += 1
        }
        text = "\(year)-" + (month < 9 ? "0" : "") + "\(month + 1)-" + (left < 9 ? "0" : "") + "\(left + 1)"
        return text
    }
}
