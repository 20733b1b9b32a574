import Records
import Spreadsheet

@testable import Intake

/// A workbook whose parts somebody made by hand, as a file of the inbox: a sheet, shared texts and styles, parted by zero bytes. The
/// archive around them is sound, so that the fuzzer comes past it; bytes that begin with `PK` are the archive itself.
func fuzzWorkbook(_ bytes: [UInt8]) {
    let archive = bytes.starts(with: [0x50, 0x4B]) ? bytes : workbook(bytes)
    let readings = readContent(archive, name: "a.xlsx", context: House.context)
    must(!readings.isEmpty, "no reading of a file")
    for reading in readings { check(reading, of: archive, House.context) }
    guard let workbook = try? WorkbookReader(bytes: archive) else { return }
    for sheet in workbook.sheets {
        guard let contents = try? workbook.contents(of: sheet) else { continue }
        var last = 0
        for row in 0..<contents.rowCount {
            must(contents.line(ofRow: row) > last, "rows out of order")
            last = contents.line(ofRow: row)
        }
    }
}

private func workbook(_ parts: [UInt8]) -> [UInt8] {
    let parts = parts.split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false).map { Array($0) }
    let types = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "http://schemas.openxmlformats.org/package/2006"
    func relation(_ id: Int, _ type: String, _ target: String) -> String {
        "<Relationship Id=\"r\(id)\" Type=\"\(relations)/\(type)\" Target=\"\(target)\"/>"
    }
    func part(_ index: Int) -> [UInt8] { index < parts.count ? parts[index] : [] }
    return StoredZip.archive([
        .init(
            "[Content_Types].xml",
            Array(
                """
                <Types xmlns="\(package)/content-types"><Default Extension="xml" ContentType="application/xml"/>\
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                <Override PartName="/xl/workbook.xml" ContentType="\(types)sheet.main+xml"/>\
                <Override PartName="/xl/worksheets/sheet1.xml" ContentType="\(types)worksheet+xml"/></Types>
                """.utf8
            )
        ),
        .init(
            "_rels/.rels",
            Array(
                "<Relationships xmlns=\"\(package)/relationships\">\(relation(1, "officeDocument", "xl/workbook.xml"))</Relationships>"
                    .utf8
            )
        ),
        .init(
            "xl/workbook.xml",
            Array(
                """
                <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="\(relations)">\
                <sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>
                """.utf8
            )
        ),
        .init(
            "xl/_rels/workbook.xml.rels",
            Array(
                """
                <Relationships xmlns="\(package)/relationships">\(relation(1, "worksheet", "worksheets/sheet1.xml"))\
                \(relation(2, "sharedStrings", "sharedStrings.xml"))\(relation(3, "styles", "styles.xml"))</Relationships>
                """.utf8
            )
        ),
        .init("xl/worksheets/sheet1.xml", part(0)),
        .init("xl/sharedStrings.xml", part(1)),
        .init("xl/styles.xml", part(2)),
    ])
}
