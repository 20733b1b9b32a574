import Foundation
import XML

/// What Excel mends, or opens only in part, because there is too much of it or it names nothing: limits of Excel 2010 ("Excel
/// specifications and limits") and what ECMA-376 part 1 says of the elements.
extension PackageFaults {
    // MARK: - Workbook

    /// Names that Excel takes, each once on its sheet; sheets with ids of their own, one of them in front.
    mutating func checkNames(_ root: XMLElement) {
        let part = "xl/workbook.xml"
        var seen: Set<String> = []
        for name in root.elements("definedNames").flatMap({ $0.elements("definedName") }) {
            let text = name["name"] ?? ""
            let sheet = name["localSheetId"] ?? ""
            if !seen.insert("\(text.lowercased()) \(sheet)").inserted { complain(part, "name \(text) there twice") }
            let isBuiltIn = ["_xlnm.Print_Area", "_xlnm.Print_Titles", "_xlnm._FilterDatabase"].contains(text)
            if isBuiltIn ? sheet.isEmpty : !Self.isName(text) { complain(part, "“\(text)” is no name") }
            // Formulas that reach nowhere: Excel drops the name, and the print settings with it.
            if name.text.contains("#REF!") { complain(part, "name \(text): \(name.text)") }
        }
        let sheets = root.elements("sheets").flatMap { $0.elements("sheet") }
        if Set(sheets.map { $0["sheetId"] ?? "" }).count != sheets.count { complain(part, "sheet ids there twice") }
        let visible = sheets.indices.filter { (sheets[$0]["state"] ?? "visible") == "visible" }
        let front = root.elements("bookViews").flatMap { $0.elements("workbookView") }.first?["activeTab"] ?? "0"
        if !visible.contains(Int(front) ?? -1) { complain(part, "sheet \(front) in front is not to be seen") }
        for sheet in sheets {
            let name = sheet["name"] ?? ""
            if name.hasPrefix("'") || name.hasSuffix("'") || name.lowercased() == "history" {
                complain(part, "“\(name)” is no name for a sheet")
            }
        }
        // Two sheets in front are a group: what is typed into the one is typed into the other.
        let selected = roots.filter { $0.key.hasPrefix("xl/worksheets/") && !$0.key.hasSuffix(".rels") }.values.count {
            $0.elements("sheetViews").flatMap { $0.elements("sheetView") }.contains { $0["tabSelected"] == "1" }
        }
        if selected != 1 { complain(part, "\(selected) sheets in front") }
    }

    /// A letter or `_`, then letters, digits, `.` and `_`; nothing that is a cell.
    static func isName(_ text: String) -> Bool {
        guard text.utf16.count <= 255, text.wholeMatch(of: /[\p{L}_\\][\p{L}\p{N}_.\\]*/) != nil else { return false }
        return text.wholeMatch(of: /[A-Za-z]{1,3}[0-9]+|[Rr][0-9]*([Cc][0-9]*)?|[Cc][0-9]*/) == nil
    }

    /// Texts as long as a cell takes, counted rightly, their blanks at the ends kept.
    mutating func checkTexts(_ root: XMLElement) {
        let part = "xl/sharedStrings.xml"
        let texts = root.elements("si")
        if let said = root["uniqueCount"], Int(said) != texts.count {
            complain(part, "\(said) texts, not \(texts.count)")
        }
        for (number, text) in texts.enumerated() { checkText(text, part, "text \(number)") }
    }

    private mutating func checkText(_ element: XMLElement, _ part: String, _ place: String) {
        let runs = element.elements("t") + element.elements("r").flatMap { $0.elements("t") }
        let length = runs.reduce(0) { $0 + $1.text.utf16.count }
        if length > 32_767 { complain(part, "\(place): \(length) characters") }
        let lines = runs.reduce(0) { $0 + $1.text.utf8.count { $0 == 0x0A } }
        if lines > 253 { complain(part, "\(place): \(lines) line feeds") }
        for run in runs where run["space"] != "preserve" {
            if run.text.first?.isWhitespace == true || run.text.last?.isWhitespace == true {
                complain(part, "\(place): blanks at its ends are lost")
            }
        }
    }

    /// As many looks and fonts as Excel takes.
    mutating func checkLookCounts(_ root: XMLElement) {
        for (list, limit) in [("cellXfs", 64_000), ("fonts", 512), ("numFmts", 200), ("fills", 32_000)] {
            let count = root.elements(list).first?.elements.count ?? 0
            if count > limit { complain("xl/styles.xml", "\(count) \(list)") }
        }
        for format in root.elements("numFmts").flatMap({ $0.elements("numFmt") })
        where (format["formatCode"] ?? "").isEmpty || (format["formatCode"] ?? "").utf16.count > 255 {
            complain("xl/styles.xml", "number format \(format["numFmtId"] ?? "")")
        }
    }

    /// Days that can be read, and lists as long as they say.
    mutating func checkProperties(_ part: String, _ root: XMLElement) {
        for element in root.elements where ["created", "modified"].contains(element.name) {
            if element.text.wholeMatch(of: /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z/) == nil {
                complain(part, "\(element.name): no time in \(element.text)")
            }
        }
        for vector in (root.elements("HeadingPairs") + root.elements("TitlesOfParts")).flatMap({ $0.elements("vector") }
        )
        where Int(vector["size"] ?? "") != vector.elements.count {
            complain(part, "\(vector["size"] ?? "no") parts, not \(vector.elements.count)")
        }
        var names: Set<String> = []
        for property in root.elements("property") {
            let name = property["name"] ?? ""
            if name.isEmpty || name.utf16.count > 255 || !names.insert(name.lowercased()).inserted {
                complain(part, "property “\(name)”")
            }
            if property.elements.contains(where: { $0.text.utf16.count > 255 }) {
                complain(part, "property “\(name)”: longer than 255")
            }
        }
    }

    // MARK: - Sheets

    mutating func checkLimits(_ part: String, _ root: XMLElement) {
        checkRowsAndColumns(part, root)
        for text in root.elements("headerFooter").flatMap(\.elements) where text.text.utf16.count > 255 {
            complain(part, "\(text.name): \(text.text.utf16.count) characters")
        }
        for list in root.elements("rowBreaks") {
            let breaks = list.elements("brk").map { Int($0["id"] ?? "") ?? 0 }
            if breaks.count > 1_023 || Int(list["count"] ?? "") != breaks.count {
                complain(part, "\(breaks.count) breaks")
            }
            if breaks != Set(breaks).sorted() || !breaks.allSatisfy({ (1..<1_048_576).contains($0) }) {
                complain(part, "breaks out of order")
            }
        }
        let links = root.elements("hyperlinks").flatMap { $0.elements("hyperlink") }.map { $0["ref"] ?? "" }
        if links.count > 65_530 { complain(part, "\(links.count) links") }
        if Set(links).count != links.count { complain(part, "two links in one cell") }
        for link in links where Area(link) == nil { complain(part, "a link in no cell: \(link)") }
        for list in root.elements("mergeCells") where Int(list["count"] ?? "") != list.elements("mergeCell").count {
            complain(part, "\(list["count"] ?? "no") merged cells")
        }
        checkConditions(part, root)
        for filter in root.elements("autoFilter") where Area(filter["ref"] ?? "") == nil {
            complain(part, "a filter over \(filter["ref"] ?? "nothing")")
        }
        for view in root.elements("sheetViews").flatMap({ $0.elements("sheetView") }).flatMap({ $0.elements("pane") }) {
            if Place(view["topLeftCell"] ?? "") == nil {
                complain(part, "frozen at \(view["topLeftCell"] ?? "nothing")")
            }
        }
    }

    private mutating func checkRowsAndColumns(_ part: String, _ root: XMLElement) {
        var end = 0
        for column in root.elements("cols").flatMap({ $0.elements("col") }) {
            let (first, last) = (Int(column["min"] ?? "") ?? 0, Int(column["max"] ?? "") ?? 0)
            let width = Double(column["width"] ?? "0") ?? -1
            if first <= end || last < first || last > 16_384 { complain(part, "columns \(first) to \(last)") }
            if !(0...255).contains(width) { complain(part, "columns \(first) to \(last): width \(width)") }
            end = last
        }
        for row in root.elements("sheetData").flatMap({ $0.elements("row") }) {
            let height = Double(row["ht"] ?? "0") ?? -1
            if !(0...409.5).contains(height) { complain(part, "row \(row["r"] ?? ""): height \(height)") }
            if Int(row["r"] ?? "") ?? 0 > 1_048_576 { complain(part, "row \(row["r"] ?? "")") }
            for cell in row.elements("c") {
                for text in cell.elements("is") { checkText(text, part, cell["r"] ?? "") }
                guard let formula = cell.elements("f").first else { continue }
                // Excel takes what a formula gives for a number where it is not said to be something else.
                if (cell["t"] ?? "n") == "n", Double(cell.elements("v").first?.text ?? "") == nil {
                    complain(part, "\(cell["r"] ?? ""): no value of \(formula.text.prefix(40))")
                }
                if formula.text.isEmpty || formula.text.hasPrefix("=") {
                    complain(part, "\(cell["r"] ?? ""): formula “\(formula.text.prefix(40))”")
                }
            }
        }
    }

    /// Each condition has its own place in the order, cells, and as many formulas as its kind needs.
    private mutating func checkConditions(_ part: String, _ root: XMLElement) {
        var priorities: Set<String> = []
        for format in root.elements("conditionalFormatting") {
            let cells = (format["sqref"] ?? "").split(separator: " ")
            if cells.isEmpty || cells.contains(where: { Area(String($0)) == nil }) {
                complain(part, "a condition of no cells")
            }
            for rule in format.elements("cfRule") {
                let priority = rule["priority"] ?? ""
                if Int(priority) ?? 0 < 1 || !priorities.insert(priority).inserted {
                    complain(part, "condition \(priority) there twice")
                }
                let formulas = rule.elements("formula").map(\.text)
                if rule["type"] == "cellIs" || rule["type"] == "expression" {
                    if formulas.isEmpty || formulas.contains(where: { $0.isEmpty || $0.utf16.count > 255 }) {
                        complain(part, "condition \(priority): formula")
                    }
                }
            }
        }
    }

    // MARK: - Tables and drawings

    mutating func checkTableLimits(_ part: String, _ root: XMLElement) {
        let name = root["displayName"] ?? ""
        if !Self.isName(name) { complain(part, "“\(name)” is no name for a table") }
        let filters = root.elements("autoFilter").map { $0["ref"] ?? "" }
        if filters.contains(where: { $0 != root["ref"] }) { complain(part, "a filter over \(filters)") }
        let list = root.elements("tableColumns").first
        let columns = list?.elements("tableColumn") ?? []
        if Int(list?["count"] ?? "") != columns.count { complain(part, "\(list?["count"] ?? "no") columns") }
        if Set(columns.map { $0["id"] ?? "" }).count != columns.count { complain(part, "column ids there twice") }
        for column in columns where (column["name"] ?? "").isEmpty || (column["name"] ?? "").utf16.count > 255 {
            complain(part, "heading “\(column["name"] ?? "")”")
        }
    }

    /// Charts over cells that there are, each with an id of its own.
    mutating func checkDrawing(_ part: String, _ root: XMLElement) {
        var ids: Set<String> = []
        for anchor in root.elements {
            func corner(_ name: String) -> Place? {
                guard let corner = anchor.elements(name).first, let row = Int(corner.elements("row").first?.text ?? ""),
                    let column = Int(corner.elements("col").first?.text ?? ""), (0..<1_048_576).contains(row),
                    (0..<16_384).contains(column)
                else { return nil }
                return Place(row: row, column: column)
            }
            guard let from = corner("from"), let to = corner("to"), from.row <= to.row, from.column <= to.column else {
                complain(part, "a chart over no cells")
                continue
            }
            let id = Self.all("cNvPr", in: anchor).first?["id"] ?? ""
            if !ids.insert(id).inserted { complain(part, "chart \(id) there twice") }
            let chart = Self.all("chart", in: anchor).first?["id"]
            checkUse(of: chart, in: part)
        }
    }

    private static func all(_ name: String, in element: XMLElement) -> [XMLElement] {
        element.elements.flatMap { ($0.name == name ? [$0] : []) + all(name, in: $0) }
    }
}
