import Foundation
import XML

/// What the schemas do not see and Excel calls damaged, or takes for something else: looked for in every part of a workbook.
struct PackageFaults {
    private let workbook: String
    private let names: Set<String>
    /// Of the parts that are XML.
    var roots: [String: XMLElement] = [:]
    private var sheetNames: [String] = []
    private var tableNames: Set<String> = []
    private(set) var all: [String] = []

    init(_ parts: WorkbookParts) throws {
        workbook = parts.name
        names = Set(parts.parts.map(\.name))
        for name in names where [".xml", ".rels", ".vml"].contains(where: name.hasSuffix) {
            roots[name] = try parts.root(name)
        }
        checkWorkbook()
        for (name, root) in roots.sorted(by: { $0.key < $1.key }) {
            switch name {
            case _ where name.hasSuffix(".rels"): checkRelations(name, root)
            case _ where name.hasPrefix("xl/worksheets/"): checkSheet(name, root)
            case _ where name.hasPrefix("xl/charts/"): checkChart(name, root)
            case _ where name.hasPrefix("xl/comments"): checkNotes(name, root)
            case "[Content_Types].xml": checkTypes(root)
            case _ where name.hasPrefix("xl/drawings/") && name.hasSuffix(".xml"): checkDrawing(name, root)
            case "docProps/core.xml":
                checkCore(root)
                checkProperties(name, root)
            case "docProps/app.xml", "docProps/custom.xml": checkProperties(name, root)
            case "xl/sharedStrings.xml": checkTexts(root)
            case "xl/styles.xml":
                checkStyles(root)
                checkLookCounts(root)
            default: break
            }
        }
        for name in names.sorted() {
            for word in ["externalLink", "vba", "activeX", "connections", "ddeLink", "oleObject", "query"]
            where name.lowercased().contains(word.lowercased()) {
                complain(name, "a part that reaches out of the workbook")
            }
        }
    }

    mutating func complain(_ part: String, _ what: String) { all.append("\(workbook): \(part): \(what)") }

    /// As Excel compares: case aside, in Vietnamese too, composed or not.
    private static func folded(_ text: String) -> String { text.lowercased().precomposedStringWithCanonicalMapping }

    // MARK: - Workbook

    private mutating func checkWorkbook() {
        guard let root = roots["xl/workbook.xml"] else { return complain("xl/workbook.xml", "not there") }
        sheetNames = root.elements("sheets").flatMap { $0.elements("sheet") }.map { $0["name"] ?? "" }
        var seen: Set<String> = []
        for name in sheetNames {
            if !seen.insert(Self.folded(name)).inserted { complain("xl/workbook.xml", "sheet “\(name)” there twice") }
            if name.isEmpty || name.utf16.count > 31 || name.contains(where: { "[]:*?/\\".contains($0) }) {
                complain("xl/workbook.xml", "“\(name)” is no name for a sheet")
            }
        }
        for sheet in root.elements("sheets").flatMap({ $0.elements("sheet") }) {
            checkUse(of: sheet["id"], in: "xl/workbook.xml")
        }
        checkNames(root)
        for name in root.elements("definedNames").flatMap({ $0.elements("definedName") }) {
            checkReference(name.text, in: "xl/workbook.xml", "defined name \(name["name"] ?? "")")
            if let sheet = name["localSheetId"], !sheetNames.indices.contains(Int(sheet) ?? -1) {
                complain("xl/workbook.xml", "defined name \(name["name"] ?? "") of sheet \(sheet)")
            }
        }
    }

    /// The sheets that a reference names must be there: `'5 Theo cơ sở'!$A$1`.
    mutating func checkReference(_ reference: String, in part: String, _ what: String) {
        let named = reference.matches(of: /'((?:[^']|'')+)'!|([^\s'!,(]+)!/)
        if named.isEmpty { complain(part, "\(what): no sheet in \(reference)") }
        for match in named {
            let name = String(match.1 ?? match.2 ?? "").replacing("''", with: "'")
            if !sheetNames.contains(name) { complain(part, "\(what): no sheet “\(name)”") }
        }
    }

    // MARK: - Relations and types

    static func relations(of part: String) -> String {
        let pieces = part.split(separator: "/").map(String.init)
        return (pieces.dropLast() + ["_rels", "\(pieces.last ?? "").rels"]).joined(separator: "/")
    }

    mutating func checkUse(of id: String?, in part: String) {
        let relations = roots[Self.relations(of: part)]?.elements("Relationship") ?? []
        if !relations.contains(where: { $0["Id"] == id }) { complain(part, "no relationship \(id ?? "")") }
    }

    private mutating func checkRelations(_ part: String, _ root: XMLElement) {
        let folder = part.split(separator: "/").map(String.init).dropLast(2)
        var ids: Set<String> = []
        for relation in root.elements("Relationship") {
            let (id, target) = (relation["Id"] ?? "", relation["Target"] ?? "")
            if !ids.insert(id).inserted { complain(part, "relationship \(id) there twice") }
            if relation["TargetMode"] == "External" {
                complain(part, "a link out of the workbook: \(target)")
                continue
            }
            var path = target.hasPrefix("/") ? [] : Array(folder)
            for piece in target.split(separator: "/") {
                if piece == ".." { _ = path.popLast() } else { path.append(String(piece)) }
            }
            if !names.contains(path.joined(separator: "/")) { complain(part, "relationship \(id): no part \(target)") }
        }
    }

    private static let types = [
        ("xl/workbook.xml", "sheet.main+xml"), ("xl/worksheets/", "worksheet+xml"), ("xl/styles.xml", "styles+xml"),
        ("xl/sharedStrings.xml", "sharedStrings+xml"), ("xl/tables/", "table+xml"), ("xl/charts/", "chart+xml"),
        ("xl/drawings/", "drawing+xml"), ("xl/theme/", "theme+xml"), ("xl/comments", "comments+xml"),
        ("docProps/core.xml", "core-properties+xml"), ("docProps/app.xml", "extended-properties+xml"),
        ("docProps/custom.xml", "custom-properties+xml"),
    ]

    private mutating func checkTypes(_ root: XMLElement) {
        var overrides: [String: String] = [:]
        var defaults: [String: String] = [:]
        for one in root.elements("Override") {
            let name = String((one["PartName"] ?? "").dropFirst())
            if overrides.updateValue(one["ContentType"] ?? "", forKey: name) != nil {
                complain(name, "content type there twice")
            }
        }
        for one in root.elements("Default") { defaults[one["Extension"] ?? ""] = one["ContentType"] ?? "" }
        for name in names.sorted() where name != "[Content_Types].xml" {
            let ending = name.split(separator: ".").last.map(String.init) ?? ""
            guard let type = overrides[name] ?? defaults[ending] else {
                complain(name, "no content type")
                continue
            }
            let wanted = name.hasSuffix(".xml") ? Self.types.first { name.hasPrefix($0.0) }?.1 : nil
            if let wanted, !type.hasSuffix(wanted) { complain(name, "content type \(type)") }
        }
        for name in overrides.keys.sorted() where !names.contains(name) { complain(name, "a content type and no part") }
    }

    private mutating func checkCore(_ root: XMLElement) {
        let known = [
            "category", "contentStatus", "created", "creator", "description", "identifier", "keywords", "language",
            "lastModifiedBy", "lastPrinted", "modified", "revision", "subject", "title", "version",
        ]
        var seen: Set<String> = []
        for element in root.elements {
            if !known.contains(element.name) { complain("docProps/core.xml", "\(element.name) is no core property") }
            if !seen.insert(element.name).inserted { complain("docProps/core.xml", "\(element.name) there twice") }
        }
    }

    // MARK: - Looks

    private mutating func checkStyles(_ root: XMLElement) {
        func count(_ list: String) -> Int { root.elements(list).first?.elements.count ?? 0 }
        let formats = Set(
            root.elements("numFmts").flatMap { $0.elements("numFmt") }.compactMap { Int($0["numFmtId"] ?? "") }
        )
        for list in ["cellStyleXfs", "cellXfs"] {
            for (number, look) in (root.elements(list).first?.elements("xf") ?? []).enumerated() {
                for (name, limit) in [
                    ("fontId", count("fonts")), ("fillId", count("fills")), ("borderId", count("borders")),
                ]
                where !(0..<limit).contains(Int(look[name] ?? "0") ?? -1) {
                    complain("xl/styles.xml", "\(list) \(number): \(name) \(look[name] ?? "")")
                }
                let format = Int(look["numFmtId"] ?? "0") ?? -1
                if format >= 164, !formats.contains(format) {
                    complain("xl/styles.xml", "\(list) \(number): numFmtId \(format)")
                }
            }
        }
        for list in ["fonts", "fills", "borders", "cellXfs", "dxfs"] {
            guard let element = root.elements(list).first, let said = element["count"] else { continue }
            if Int(said) != element.elements.count {
                complain("xl/styles.xml", "\(list): count \(said), not \(element.elements.count)")
            }
        }
    }

    private func count(_ list: String, _ name: String) -> Int {
        roots["xl/styles.xml"]?.elements(list).first?.elements(name).count ?? 0
    }

    // MARK: - Sheets

    private mutating func checkSheet(_ part: String, _ root: XMLElement) {
        let (looks, conditions) = (count("cellXfs", "xf"), count("dxfs", "dxf"))
        let texts = roots["xl/sharedStrings.xml"]?.elements("si") ?? []
        var lastRow = 0
        func isLook(_ text: String?) -> Bool { text.map { (0..<looks).contains(Int($0) ?? -1) } ?? true }
        for row in root.elements("sheetData").flatMap({ $0.elements("row") }) {
            let number = Int(row["r"] ?? "") ?? 0
            if number <= lastRow { complain(part, "row \(number) after row \(lastRow)") }
            lastRow = number
            if !isLook(row["s"]) { complain(part, "row \(number): style \(row["s"] ?? "")") }
            var lastColumn = -1
            for cell in row.elements("c") {
                let name = cell["r"] ?? ""
                guard let place = Place(name), place.row == number - 1, place.column > lastColumn else {
                    complain(part, "cell \(name) in row \(number), out of order")
                    continue
                }
                lastColumn = place.column
                if !isLook(cell["s"]) { complain(part, "\(name): style \(cell["s"] ?? "")") }
                let value = cell.elements("v").first?.text
                switch cell["t"] ?? "n" {
                case "n":
                    if let value, Double(value).map({ !$0.isFinite }) ?? true {
                        complain(part, "\(name): text in a cell of a number: \(value)")
                    }
                case "s":
                    if !texts.indices.contains(Int(value ?? "") ?? -1) {
                        complain(part, "\(name): no shared text \(value ?? "")")
                    }
                case "e": complain(part, "\(name): \(value ?? "")")
                default: break
                }
            }
        }
        for column in root.elements("cols").flatMap({ $0.elements("col") }) where !isLook(column["style"]) {
            complain(part, "columns \(column["min"] ?? ""): style \(column["style"] ?? "")")
        }
        for rule in root.elements("conditionalFormatting").flatMap({ $0.elements("cfRule") }) {
            if let look = rule["dxfId"], !(0..<conditions).contains(Int(look) ?? -1) {
                complain(part, "condition's style \(look)")
            }
        }
        for link in root.elements("hyperlinks").flatMap({ $0.elements("hyperlink") }) {
            if let location = link["location"] { checkReference(location, in: part, "link in \(link["ref"] ?? "")") }
            if let id = link["id"] { checkUse(of: id, in: part) }
            if link["location"] == nil, link["id"] == nil { complain(part, "a link to nowhere") }
        }
        for name in ["drawing", "legacyDrawing"] {
            for element in root.elements(name) { checkUse(of: element["id"], in: part) }
        }
        for table in root.elements("tableParts").flatMap({ $0.elements("tablePart") }) {
            checkUse(of: table["id"], in: part)
        }
        let tables = (roots[Self.relations(of: part)]?.elements("Relationship") ?? []).compactMap { relation in
            relation["Type"]?.hasSuffix("/table") == true
                ? relation["Target"]?.split(separator: "/").last.map { "xl/tables/\($0)" } : nil
        }
        checkLimits(part, root)
        checkAreas(part, root, tables)
        checkInput(part, root)
        for table in tables { checkTable(table, root, texts) }
    }

    /// Merged cells share no cell with each other, nor with a table.
    private mutating func checkAreas(_ part: String, _ root: XMLElement, _ tables: [String]) {
        var areas = root.elements("mergeCells").flatMap { $0.elements("mergeCell") }.compactMap {
            Area($0["ref"] ?? "")
        }
        areas += tables.compactMap { roots[$0].flatMap { Area($0["ref"] ?? "") } }
        // By rows, so that each is held only against those that begin above its end.
        areas.sort { $0.rows.lowerBound < $1.rows.lowerBound }
        for (number, area) in areas.enumerated() {
            for other in areas.dropFirst(number + 1) {
                if other.rows.lowerBound > area.rows.upperBound { break }
                if area.columns.overlaps(other.columns) { complain(part, "\(area.name) and \(other.name) share cells") }
            }
        }
    }

    struct Area {
        let name: String
        let rows: ClosedRange<Int>
        let columns: ClosedRange<Int>

        init?(_ reference: String) {
            let ends = reference.split(separator: ":").compactMap { Place(String($0)) }
            guard let first = ends.first, let last = ends.last, first.row <= last.row, first.column <= last.column
            else { return nil }
            name = reference
            rows = first.row...last.row
            columns = first.column...last.column
        }
    }

    private mutating func checkTable(_ part: String, _ sheet: XMLElement, _ texts: [XMLElement]) {
        guard let root = roots[part] else { return complain(part, "not there") }
        if !tableNames.insert(Self.folded(root["displayName"] ?? "")).inserted { complain(part, "name there twice") }
        checkTableLimits(part, root)
        let headings = root.elements("tableColumns").flatMap { $0.elements("tableColumn") }.map { $0["name"] ?? "" }
        var seen: Set<String> = []
        for heading in headings where !seen.insert(Self.folded(heading)).inserted {
            complain(part, "heading “\(heading)” there twice")
        }
        guard let area = Area(root["ref"] ?? ""), area.columns.count == headings.count else {
            return complain(part, "\(headings.count) headings in \(root["ref"] ?? "")")
        }
        // Excel mends a table whose headings are not what its cells say.
        let line = String(area.rows.lowerBound + 1)
        let row = sheet.elements("sheetData").first?.elements("row").first { $0["r"] == line }
        var cells: [String: String] = [:]
        for cell in row?.elements("c") ?? [] {
            guard cell["t"] == "s", let text = Int(cell.elements("v").first?.text ?? ""), texts.indices.contains(text)
            else { continue }
            cells[cell["r"] ?? ""] = texts[text].text
        }
        for (column, heading) in zip(area.columns, headings) {
            let place = Place.letters(column) + line
            if cells[place] != heading { complain(part, "heading “\(heading)”, in \(place) “\(cells[place] ?? "")”") }
        }
    }

    // MARK: - Charts

    private mutating func checkChart(_ part: String, _ root: XMLElement) {
        if root.name == "f" { checkReference(root.text, in: part, "chart") }
        for element in root.elements { checkChart(part, element) }
    }
}
