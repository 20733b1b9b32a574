import Spreadsheet

/// A workbook of parts spelt out in a test: what no program in good faith writes, or only one that we do not have.
struct SentWorkbook {
    /// Of each part: its name and its text.
    var parts: [(name: String, text: String)]

    static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    /// One sheet with that inside its root, and perhaps other parts.
    init(
        sheet: String = "<sheetData/>",
        texts: String? = nil,
        styles: String? = nil,
        properties: String = "",
        state: String = "visible"
    ) {
        let main = Self.main
        parts = [
            ("[Content_Types].xml", "<Types/>"),
            ("_rels/.rels", Self.relations(["officeDocument": "xl/workbook.xml"])),
            (
                "xl/_rels/workbook.xml.rels",
                Self.relations([
                    "worksheet": "worksheets/sheet1.xml", "sharedStrings": "sharedStrings.xml", "styles": "styles.xml",
                ])
            ),
            (
                "xl/workbook.xml",
                """
                <workbook xmlns="\(main)" xmlns:r="\(Self.office)">\(properties)<sheets>\
                <sheet name="A" sheetId="1" state="\(state)" r:id="worksheet"/></sheets></workbook>
                """
            ),
            ("xl/worksheets/sheet1.xml", "<worksheet xmlns=\"\(main)\">\(sheet)</worksheet>"),
            ("xl/sharedStrings.xml", "<sst xmlns=\"\(main)\">\(texts ?? "")</sst>"),
            ("xl/styles.xml", "<styleSheet xmlns=\"\(main)\">\(styles ?? "")</styleSheet>"),
        ]
    }

    static func relations(_ targets: [String: String]) -> String {
        let list = targets.sorted { $0.key < $1.key }.map { kind, target in
            "<Relationship Id=\"\(kind)\" Type=\"\(office)/\(kind)\" Target=\"\(target)\"/>"
        }
        return "<Relationships>\(list.joined())</Relationships>"
    }

    mutating func replace(_ name: String, _ text: String) {
        parts.removeAll { $0.name == name }
        parts.append((name, text))
    }

    var bytes: [UInt8] { StoredZip.archive(parts.map { StoredZip.File($0.name, Array($0.text.utf8)) }) }

    /// The first sheet as `shown` spells it.
    func rows(_ limits: WorkbookLimits = WorkbookLimits()) throws -> [String] {
        let workbook = try WorkbookReader(bytes: bytes, limits: limits)
        return try shown(workbook.contents(of: workbook.sheets[0]))
    }

    /// One row of those cells.
    static func row(_ cells: String) -> SentWorkbook {
        SentWorkbook(sheet: "<sheetData><row>\(cells)</row></sheetData>")
    }
}
