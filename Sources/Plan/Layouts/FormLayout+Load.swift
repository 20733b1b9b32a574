import XML

extension FormLayout {
    /// Reads the layout of the entry forms and settles its names against the plan. `file` is its name in errors.
    ///
    /// - Throws: everything that is wrong with it, in one pass.
    package static func load(_ bytes: [UInt8], file: String, plan: Plan) throws(PlanErrors) -> FormLayout {
        let root: XMLElement
        do {
            root = try XMLDocument(parsing: bytes, file: file).root
        } catch {
            throw PlanErrors([PlanError(file: error.file, line: error.line, message: error.message)])
        }
        var loader = LayoutLoader(file: file, plan: plan, base: nil)
        let layout = loader.forms(root)
        guard loader.errors.isEmpty else { throw PlanErrors(loader.errors) }
        return layout
    }
}

extension LayoutLoader {
    fileprivate mutating func forms(_ root: XMLElement) -> FormLayout {
        if root.name != "forms" {
            elements.note(root, "`\(root.name)` is no layout of forms: the outermost element is <forms title=\"...\">")
        }
        let sheets = ["data", "guide", "lists"]
        elements.check(
            root,
            required: ["title", "rows", "required", "optional"] + sheets,
            children: ["heading", "line", "column", "input", "note"]
        )
        for attribute in sheets { checkSheetName(elements.value(root, attribute), of: root) }
        if Set(sheets.map { elements.value(root, $0).lowercased() }).count < sheets.count {
            elements.note(root, "two of data, guide and lists have one name: rename one")
        }
        let rows = elements.integer(root, "rows") ?? 0
        if !(1...100_000).contains(rows) { elements.note(root, "`rows` is \(rows): write 1 to 100000") }
        var lines: [FormText] = []
        for child in root.elements("line") { lines.append(content(child)) }
        let headings = root.elements("heading")
        if headings.count != 1 { elements.note(root, "<forms> holds one <heading>") }
        return FormLayout(
            title: elements.value(root, "title"),
            rows: rows,
            dataSheet: elements.value(root, "data"),
            guideSheet: elements.value(root, "guide"),
            listsSheet: elements.value(root, "lists"),
            required: elements.value(root, "required"),
            optional: elements.value(root, "optional"),
            heading: headings.first.map { content($0) } ?? FormText(words: [""], places: []),
            lines: lines,
            guide: guideColumns(root),
            inputs: inputs(root),
            notes: notes(root)
        )
    }

    private mutating func guideColumns(_ root: XMLElement) -> [FormColumnLayout] {
        var columns: [FormColumnLayout] = []
        for child in root.elements("column") {
            elements.check(child, required: ["heading", "show", "width"], optional: ["yes", "no"])
            guard let show: FormColumnLayout.Property = property(child, "show") else { continue }
            let column = FormColumnLayout(
                heading: elements.value(child, "heading"),
                show: show,
                width: width(child),
                yes: elements.value(child, "yes"),
                no: elements.value(child, "no")
            )
            columns.append(column)
        }
        if columns.isEmpty { elements.note(root, "the guide has no <column>: write one") }
        return columns
    }

    private mutating func inputs(_ root: XMLElement) -> [FormInputLayout] {
        var inputs: [FormInputLayout] = []
        for child in root.elements("input") {
            guard let kind: FormInput = property(child, "kind") else { continue }
            elements.checkIsNew(kind.rawValue, among: inputs.map(\.kind.rawValue), what: "the input", of: child)
            inputs.append(input(kind, child))
        }
        for kind in FormInput.allCases where !inputs.contains(where: { $0.kind == kind }) {
            elements.note(root, "no <input kind=\"\(kind.rawValue)\"> is there: write one")
        }
        return inputs
    }

    private mutating func input(_ kind: FormInput, _ element: XMLElement) -> FormInputLayout {
        let bounds =
            switch kind {
            case .code, .text: ["length"]
            case .integer, .decimal: ["min", "max"]
            case .boolean: ["yes", "no"]
            default: [] as [String]
            }
        elements.check(
            element,
            required: ["kind", "width"] + bounds,
            optional: ["example"],
            children: ["help", "accepts", "refusal"]
        )
        let width = elements.integer(element, "width") ?? 0
        if !(5...60).contains(width) { elements.note(element, "`width` is \(width): write 5 to 60 characters") }
        let (least, most) = (elements.integer(element, "min") ?? 0, elements.integer(element, "max") ?? 0)
        let length = elements.integer(element, "length") ?? 0
        if bounds.contains("min"), least >= most { elements.note(element, "`min` is not below `max`") }
        if bounds.contains("length"), !(1...32_767).contains(length) {
            elements.note(element, "`length` is \(length): write 1 to 32767 characters")
        }
        return FormInputLayout(
            kind: kind,
            width: Double(width),
            help: content("help", of: element),
            accepts: content("accepts", of: element),
            refusal: content("refusal", of: element),
            example: elements.value(element, "example"),
            length: length,
            minimum: least,
            maximum: most,
            yes: elements.value(element, "yes"),
            no: elements.value(element, "no")
        )
    }

    private mutating func notes(_ root: XMLElement) -> [FormNote] {
        var notes: [FormNote] = []
        for child in root.elements("note") {
            elements.check(child, required: ["field"], optional: ["dataSet", "help", "example"])
            let field = elements.value(child, "field")
            let dataSet = child["dataSet"].map { _ in elements.value(child, "dataSet") }
            let places = plan.dataSets.filter { dataSet == nil || $0.name == dataSet }
            if let dataSet, places.isEmpty {
                let near = suggestion(for: dataSet, among: plan.dataSets.map(\.name))
                elements.note(child, "no data set `\(dataSet)` is there" + near)
            } else if places.allSatisfy({ $0.index(of: field) == nil }) {
                let near = suggestion(for: field, among: places.flatMap { $0.fields.map(\.name) })
                elements.note(child, "no field `\(field)` is there" + near)
            }
            let name = "\(dataSet ?? "")/\(field)"
            elements.checkIsNew(
                name,
                among: notes.map { "\($0.dataSet ?? "")/\($0.field)" },
                what: "the note on",
                of: child
            )
            let note = FormNote(
                dataSet: dataSet,
                field: field,
                help: elements.value(child, "help"),
                example: elements.value(child, "example")
            )
            notes.append(note)
        }
        return notes
    }

    /// The text of the one child of that name.
    private mutating func content(_ name: String, of element: XMLElement) -> FormText {
        guard let child = elements.optionalChild(name, of: element) else {
            elements.note(element, "<\(element.name)> lacks <\(name)>: write it")
            return FormText(words: [""], places: [])
        }
        return content(child)
    }

    private mutating func content(_ element: XMLElement) -> FormText {
        elements.check(element, holdsText: true)
        let pieces = split(elements.text(element), of: element)
        let places = pieces.places.compactMap { name -> FormText.Place? in
            if let place = FormText.Place(rawValue: name) { return place }
            let known = FormText.Place.allCases.map { "{\($0.rawValue)}" }.joined(separator: ", ")
            elements.note(element, "`{\(name)}` is no place: write one of \(known)")
            return nil
        }
        return FormText(words: pieces.words, places: places)
    }
}
