import Plan
import Testing
import XML

/// The blank entry forms: their columns are the plan's, and each drop-down offers the plan's list, whole and in its order.
@Suite struct FormProofTests {
    @Test func everyFormAsksWhatThePlanAsks() throws {
        let city = try ProofCity.shared()
        #expect(city.forms == city.plan.dataSets.map { "bieu-nhap/\($0.name).xlsx" }.sorted())
        for dataSet in city.plan.dataSets {
            let parts = try city.parts("bieu-nhap/\(dataSet.name).xlsx")
            #expect(try differences(parts, dataSet, city.plan).isEmpty)
        }
    }

    /// A heading, a value that a drop-down offers, and the cells that it is taken from.
    @Test(arguments: [
        ("xl/sharedStrings.xml", "<t>Mã vụ việc</t>", "<t>Mã vụ</t>"),
        ("xl/sharedStrings.xml", "<t>Đang xử lý</t>", "<t>Đang làm</t>"),
        ("xl/worksheets/sheet1.xml", "'Danh mục'!$A$2", "'Danh mục'!$A$3"),
        ("xl/worksheets/sheet1.xml", "sqref=\"E2:", "sqref=\"F2:"),
    ])
    func aPlantedDifferenceIsFound(part: String, text: String, fault: String) throws {
        let city = try ProofCity.shared()
        let dataSet = try #require(city.plan.dataSets.first { $0.name == "vu-viec" })
        var parts = try city.parts("bieu-nhap/vu-viec.xlsx")
        let before = parts[part]
        parts[part] = before.replacing(text, with: fault, maxReplacements: 1)
        try #require(parts[part] != before, "\(text) does not stand in \(part)")
        #expect(try !differences(parts, dataSet, city.plan).isEmpty)
    }

    private func differences(_ parts: WorkbookParts, _ dataSet: DataSet, _ plan: Plan) throws -> [String] {
        let book = try WrittenWorkbook(parts)
        guard let data = book.sheets.first, let lists = book.sheet("Danh mục") else { return ["the sheets"] }
        let root = try parts.root(data.part)
        var checks: [String: XMLElement] = [:]
        for check in root?.elements("dataValidations").flatMap({ $0.elements("dataValidation") }) ?? [] {
            checks[check["sqref"] ?? ""] = check
        }
        var differences: [String] = []
        for (column, field) in dataSet.fields.enumerated() {
            let heading = data.cells[Place(row: 0, column: column)]?.content
            if heading != .text(field.title) { differences.append("\(field.title): \(heading ?? .blank)") }
            let letter = Place.letters(column)
            let check = checks["\(letter)2:\(letter)2001"]
            let wanted: [String]? =
                switch field.type {
                case .boolean: ["Có", "Không"]
                case .choice(let list), .choices(let list): plan.codeLists[list].codes.map(\.name)
                default: nil
                }
            guard let wanted else {
                if check == nil || check?["type"] == "list" { differences.append("\(field.title): no check") }
                continue
            }
            let source = check?.elements("formula1").first?.text ?? ""
            let ends = source.split(separator: "!").last?.replacing("$", with: "").split(separator: ":") ?? []
            guard check?["type"] == "list", source.hasPrefix("'Danh mục'!"),
                let first = ends.first.flatMap({ Place(String($0)) }),
                let last = ends.last.flatMap({ Place(String($0)) }), first.column == last.column
            else {
                differences.append("\(field.title): no list in “\(source)”")
                continue
            }
            let offered = (first.row...last.row).map {
                lists.cells[Place(row: $0, column: first.column)]?.content ?? .blank
            }
            if offered != wanted.map(CellContent.text) { differences.append("\(field.title): offers \(offered)") }
        }
        let headings = data.cells.keys.count { $0.row == 0 }
        if headings != dataSet.fields.count
            || data.cells.keys.contains(where: { $0.row > 0 && data.cells[$0]?.content != .blank })
        {
            differences.append("\(headings) headings and no row")
        }
        return differences
    }
}
