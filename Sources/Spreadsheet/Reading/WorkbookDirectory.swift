import XML

/// Which sheets a workbook has, in which parts it stands, and what holds for all its cells.
struct WorkbookDirectory {
    /// Sheets of cells, in the workbook's order; sheets of a chart or a dialogue are left out.
    private(set) var sheets: [WorkbookSheet] = []
    /// Serial numbers of days count from 1904, as once on the Macintosh.
    private(set) var datesFrom1904 = false
    /// The program that wrote the workbook calculated nothing and leaves that to the next one: results of formulas are none.
    private(set) var isUncalculated = false
    let sharedTexts: String?
    let styles: String?
    let customProperties: String?

    /// Follows the relations from the archive's root.
    init(of archive: ZipArchive) throws(WorkbookReadingError) {
        let root = try PartRelations(of: "", in: archive)
        guard let workbook = root.target("officeDocument") else { throw .notAWorkbook(reason: "no main part") }
        let relations = try PartRelations(of: workbook, in: archive)
        sharedTexts = relations.target("sharedStrings")
        styles = relations.target("styles")
        customProperties = root.target("custom-properties", "customProperties")
        try read(workbook, of: archive, relations)
        guard !sheets.isEmpty else { throw .notAWorkbook(reason: "no sheets") }
        var names: Set<String> = []
        var parts: Set<String> = []
        for sheet in sheets {
            // Each part is read once; of two sheets with one name nobody could say which is meant.
            guard parts.insert(sheet.part.lowercased()).inserted, names.insert(sheet.name.lowercased()).inserted else {
                throw .part(workbook, reason: "sheet '\(sheet.name)' is there twice")
            }
        }
    }

    private mutating func read(
        _ workbook: String,
        of archive: ZipArchive,
        _ relations: PartRelations
    ) throws(WorkbookReadingError) {
        let names = ["sheet", "name", "id", "state", "workbookPr", "date1904", "calcPr", "fullCalcOnLoad", "workbook"]
        var tokens = try PartTokens(of: workbook, in: archive, names: names)
        var values: [String: String] = [:]
        var path: [UInt8] = []
        while let token = try tokens.next() {
            switch token.kind {
            case .start:
                path.append(token.name)
                values.removeAll(keepingCapacity: true)
                if path.count == 1, token.name != 8 { throw .notAWorkbook(reason: "\(workbook) is no workbook") }
            case .attribute: values[names[Int(token.name)]] = tokens.string(token)
            case .end:
                path.removeLast()
                switch (path.count, token.name) {
                case (2, 0): try add(values, relations, workbook)
                case (1, 4): datesFrom1904 = isTrue(values["date1904"])
                case (1, 6): isUncalculated = isTrue(values["fullCalcOnLoad"])
                default: break
                }
                values.removeAll(keepingCapacity: true)
            case .text: break
            }
        }
    }

    private mutating func add(
        _ values: [String: String],
        _ relations: PartRelations,
        _ workbook: String
    ) throws(WorkbookReadingError) {
        guard let name = values["name"], let relation = values["id"].flatMap({ relations.byID[$0] }) else {
            throw .part(workbook, reason: "a sheet without a name or a part")
        }
        guard relation.kind == "worksheet" else { return }
        let state: WorkbookSheet.State =
            switch values["state"] ?? "visible" {
            case "visible": .visible
            case "veryHidden": .veryHidden
            default: .hidden
            }
        sheets.append(WorkbookSheet(name: name, state: state, part: relation.target))
    }

    /// `xsd:boolean`.
    private func isTrue(_ value: String?) -> Bool { value == "1" || value == "true" }
}
