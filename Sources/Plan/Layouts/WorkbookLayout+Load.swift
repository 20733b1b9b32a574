import XML

extension WorkbookLayout {
    /// Reads the layout of one kind of workbook and settles its names against the plan. `file` is its name in errors; its stem is the
    /// workbook's name.
    ///
    /// - Parameter base: whose sheets the layout may use as they are (`<use sheet="..."/>`).
    /// - Throws: everything that is wrong with it, in one pass.
    package static func load(
        _ bytes: [UInt8],
        file: String,
        plan: Plan,
        base: WorkbookLayout? = nil
    ) throws(PlanErrors) -> WorkbookLayout {
        try load(bytes, file: file, plan: plan, base: base, violations: [])
    }

    /// Reads a layout, against its schema too: what that finds stands among the errors for lines about which the loader itself has
    /// nothing to say.
    package static func load(
        _ bytes: [UInt8],
        file: String,
        plan: Plan,
        base: WorkbookLayout?,
        schema: borrowing RelaxNGSchema
    ) throws(PlanErrors) -> WorkbookLayout {
        let violations: [XMLError]
        do {
            violations = try schema.validate(bytes, file: file)
        } catch {
            throw PlanErrors([PlanError(file: error.file, line: error.line, message: error.message)])
        }
        let errors = violations.map { PlanError(file: $0.file, line: $0.line, message: $0.message) }
        return try load(bytes, file: file, plan: plan, base: base, violations: errors)
    }

    private static func load(
        _ bytes: [UInt8],
        file: String,
        plan: Plan,
        base: WorkbookLayout?,
        violations: [PlanError]
    ) throws(PlanErrors) -> WorkbookLayout {
        let root: XMLElement
        do {
            root = try XMLDocument(parsing: bytes, file: file).root
        } catch {
            throw PlanErrors([PlanError(file: error.file, line: error.line, message: error.message)])
        }
        var loader = LayoutLoader(file: file, plan: plan, base: base)
        let layout = loader.workbook(root)
        let lines = Set(loader.errors.map(\.line))
        loader.elements.errors += violations.filter { !lines.contains($0.line) }
        guard loader.errors.isEmpty else { throw PlanErrors(loader.errors) }
        return layout
    }
}

/// Makes a layout of its document. What is wrong is noted and the rest is read on, so that one pass finds every fault.
struct LayoutLoader {
    /// Knows what elements may hold, and the plan's names.
    var elements: PlanLoader
    let plan: Plan
    private let base: WorkbookLayout?
    private var tables: [String] = []
    /// Tables that cells lead to, with the elements that say so.
    private var links: [(table: String, element: XMLElement)] = []

    var errors: [PlanError] {
        elements.errors.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }.map(
            \.element
        )
    }

    init(file: String, plan: Plan, base: WorkbookLayout?) {
        self.base = base
        elements = PlanLoader(file: file)
        elements.codeLists = plan.codeLists
        self.plan = plan
    }

    mutating func workbook(_ root: XMLElement) -> WorkbookLayout {
        if root.name != "workbook" {
            elements.note(root, "`\(root.name)` is no layout: the outermost element is <workbook title=\"...\">")
        }
        elements.check(root, required: ["title"], optional: ["scope", "addressee"], children: ["sheet", "use"])
        var sheets: [SheetLayout] = []
        for child in root.elements where child.name == "sheet" || child.name == "use" {
            guard let sheet = child.name == "use" ? used(child) : self.sheet(child) else { continue }
            // Excel takes no two names that differ in case alone.
            if sheets.contains(where: { $0.name.lowercased() == sheet.name.lowercased() }) {
                elements.note(child, "the sheet `\(sheet.name)` stands twice: rename or remove one")
            }
            sheets.append(sheet)
        }
        let known = Set(sheets.flatMap(\.tableIDs))
        for link in links where !known.contains(link.table) {
            elements.note(link.element, "no table of the workbook has the id `\(link.table)`")
        }
        if sheets.isEmpty { elements.note(root, "the workbook has no <sheet>: write one") }
        let name = elements.file.split(separator: "/").last ?? ""
        let stem = name.split(separator: ".", maxSplits: 1).first.map(String.init) ?? elements.file
        return WorkbookLayout(
            name: stem,
            title: elements.value(root, "title"),
            scope: root["scope"].map { text($0, of: root) },
            addressee: root["addressee"].map { text($0, of: root) },
            sheets: sheets
        )
    }

    /// A sheet of the base, as it is.
    private mutating func used(_ element: XMLElement) -> SheetLayout? {
        elements.check(element, required: ["sheet"])
        let name = elements.value(element, "sheet")
        let known = base?.sheets ?? []
        if let sheet = known.first(where: { $0.name == name }) { return sheet }
        let near = suggestion(for: name, among: known.map(\.name))
        elements.note(element, "`\(base?.name ?? "the base")` has no sheet `\(name)`" + near)
        return nil
    }

    private mutating func sheet(_ element: XMLElement) -> SheetLayout {
        elements.check(
            element,
            required: ["name", "orientation"],
            optional: ["periods", "fit", "optional"],
            children: [
                "officialHead", "title", "addressees", "keyFigures", "line", "table", "chart", "prose", "signature",
            ]
        )
        let name = elements.value(element, "name")
        checkSheetName(name, of: element)
        let orientation = elements.value(element, "orientation")
        if orientation != "portrait", orientation != "landscape" {
            elements.note(element, "`orientation` is `\(orientation)`: write portrait or landscape")
        }
        let periods = elements.words(element, "periods")
        for code in periods where !plan.periods.contains(where: { $0.code == code }) {
            let known = plan.periods.map(\.code).joined(separator: ", ")
            elements.note(element, "no period has the code `\(code)`: \(known)")
        }
        var blocks: [BlockLayout] = []
        for child in element.elements { blocks += block(child).map { [$0] } ?? [] }
        let isFitted = element["fit"] == nil || elements.isYes(element, "fit")
        return SheetLayout(
            name: name,
            isLandscape: orientation == "landscape",
            isFitted: isFitted,
            periods: periods,
            isOptional: elements.isYes(element, "optional"),
            blocks: blocks
        )
    }

    private mutating func block(_ element: XMLElement) -> BlockLayout? {
        switch element.name {
        case "officialHead", "addressees", "signature":
            elements.check(element)
            return element.name == "officialHead"
                ? .officialHead : element.name == "addressees" ? .addressees : .signature
        case "title":
            elements.check(element, optional: ["subject", "rule"], holdsText: true)
            return .title(
                TitleLayout(
                    text: text(elements.text(element), of: element),
                    subject: element["subject"].map { text($0, of: element) },
                    hasRule: elements.isYes(element, "rule")
                )
            )
        case "line":
            elements.check(element, optional: ["size", "bold", "italic", "when"], holdsText: true)
            return .line(
                LineLayout(
                    text: text(elements.text(element), of: element),
                    size: size(element) ?? 12,
                    isBold: elements.isYes(element, "bold"),
                    isItalic: elements.isYes(element, "italic"),
                    condition: element["when"] == nil ? nil : property(element, "when")
                )
            )
        case "keyFigures":
            elements.check(element, children: ["figure"])
            var figures: [KeyFigureLayout] = []
            for child in element.elements("figure") {
                elements.check(child, required: ["label", "show"], optional: ["link"])
                guard let value: KeyFigureProperty = property(child, "show") else { continue }
                figures.append(KeyFigureLayout(label: elements.value(child, "label"), value: value, link: link(child)))
            }
            return .keyFigures(figures)
        case "table":
            let table = self.table(element)
            if let table {
                elements.checkIsNew(table.id, among: tables, what: "the table", of: element)
                tables.append(table.id)
            }
            return table.map(BlockLayout.table)
        case "chart": return chart(element).map(BlockLayout.chart)
        case "prose": return .prose(paragraphs(element))
        default: return nil
        }
    }

    // MARK: - What several kinds of blocks have

    /// Notes what Excel does not take for the name of a sheet.
    mutating func checkSheetName(_ name: String, of element: XMLElement) {
        if name.utf16.count > 31 || name.contains(where: { "[]:*?/\\".contains($0) }) || name.hasPrefix("'")
            || name.hasSuffix("'")
        {
            elements.note(
                element,
                "`\(name)` is no name of a sheet: at most 31 characters, none of [ ] : * ? / \\, no apostrophe at an end"
            )
        }
    }

    /// Points of a font, from 8 to 16.
    mutating func size(_ element: XMLElement) -> Double? {
        guard let size = elements.integer(element, "size") else { return nil }
        if !(8...16).contains(size) { elements.note(element, "`size` is \(size): write 8 to 16 points") }
        return Double(size)
    }

    /// A word of a fixed list; the list is named where it is none of it.
    mutating func property<Property>(_ element: XMLElement, _ attribute: String) -> Property?
    where Property: RawRepresentable & CaseIterable, Property.RawValue == String {
        let word = elements.value(element, attribute)
        if let property = Property(rawValue: word) { return property }
        let known = Property.allCases.map(\.rawValue).joined(separator: ", ")
        elements.note(element, "`\(attribute)` is `\(word)`: write one of \(known)")
        return nil
    }

    mutating func link(_ element: XMLElement) -> String? {
        guard let table = element["link"] else { return nil }
        links.append((table, element))
        return table
    }

    /// A text with places of `LayoutText`.
    mutating func text(_ source: String, of element: XMLElement) -> LayoutText {
        let pieces = split(source, of: element)
        let places = pieces.places.compactMap { name -> LayoutText.Place? in
            if let place = LayoutText.Place(rawValue: name) { return place }
            let known = LayoutText.Place.allCases.map { "{\($0.rawValue)}" }.joined(separator: ", ")
            elements.note(element, "`{\(name)}` is no place: write one of \(known)")
            return nil
        }
        return LayoutText(words: pieces.words, places: places)
    }

    /// Cuts a text at its places in braces.
    mutating func split(_ source: String, of element: XMLElement) -> (words: [String], places: [String]) {
        var words = [""]
        var places: [String] = []
        var rest = source[...]
        while let open = rest.firstIndex(of: "{") {
            words[words.count - 1] += rest[..<open]
            guard let close = rest[open...].firstIndex(of: "}") else {
                elements.note(element, "a brace opens and does not close: write {name}")
                return (words, places)
            }
            places.append(elements.trimmed(rest[rest.index(after: open)..<close]))
            words.append("")
            rest = rest[rest.index(after: close)...]
        }
        words[words.count - 1] += rest
        return (words, places)
    }
}
