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
        var tokens = try PartTokens(
            of: workbook,
            in: archive,
            names: ["sheet", "name", "id", "state", "workbookPr", "date1904", "calcPr", "fullCalcOnLoad", "workbook"]
        )
        var depth = 0
        while let token = try tokens.next() {
            switch token.kind {
            case .start:
                depth += 1
                switch (depth, token.name) {
                case (1, 8): break
                case (1, _): throw .notAWorkbook(reason: "\(workbook) is no workbook")
                case (2, 4): datesFrom1904 = isTrue(try tokens.attributes()[5])
                case (2, 6): isUncalculated = isTrue(try tokens.attributes()[7])
                case (3, 0): try add(tokens.attributes(), relations, workbook)
                default: break
                }
            case .end: depth -= 1
            case .attribute, .text: break
            }
        }
    }

    private mutating func add(
        _ values: [UInt8: String],
        _ relations: PartRelations,
        _ workbook: String
    ) throws(WorkbookReadingError) {
        guard let name = values[1], let relation = values[2].flatMap({ relations.byID[$0] }) else {
            throw .part(workbook, reason: "a sheet without a name or a part")
        }
        guard relation.kind == "worksheet" else { return }
        let state: WorkbookSheet.State =
            switch values[3] ?? "visible" {
            case "visible": .visible
            case "veryHidden": .veryHidden
            default: .hidden
            }
        sheets.append(WorkbookSheet(name: name, state: state, part: relation.target))
    }

    /// `xsd:boolean`.
    private func isTrue(_ value: String?) -> Bool { value == "1" || value == "true" }
}
