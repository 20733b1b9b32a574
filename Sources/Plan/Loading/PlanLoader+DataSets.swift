import XML

extension PlanLoader {
    mutating func loadDataSets(_ element: XMLElement) {
        check(element, children: ["dataSet"])
        for child in element.elements("dataSet") {
            check(child, required: ["name", "title", "key"], optional: ["roster"], children: ["field"])
            let name = value(child, "name")
            checkID(name, of: child)
            checkIsNew(name, among: dataSets.map(\.name), what: "the data set", of: child)
            let fields = self.fields(child)
            let key = words(child, "key").compactMap { word in
                let position = fields.firstIndex { $0.name == word }
                if position == nil {
                    note(
                        child,
                        "the key of `\(name)` names `\(word)`, and no such field is there"
                            + suggestion(for: word, among: fields.map(\.name))
                    )
                }
                return position
            }
            if Set(key).count < key.count { note(child, "the key of `\(name)` names a field twice: name each once") }
            let dataSet = DataSet(
                name: name,
                title: value(child, "title"),
                fields: fields,
                key: key,
                isRoster: isYes(child, "roster")
            )
            checkHeaders(of: child)
            checkRoles(of: dataSet, at: child)
            checkLastYear(of: dataSet, at: child)
            dataSets.append(dataSet)
        }
        let rosters = dataSets.filter(\.isRoster)
        if rosters.count != 1 {
            note(element, "\(rosters.count) data sets are the roster: say roster=\"yes\" of exactly one")
        }
        let reports = dataSets.filter { $0.index(of: .sentOn) != nil }
        if reports.count != 1 {
            note(
                element,
                "\(reports.count) data sets have a field with role=\"sentOn\": exactly one is the units' report"
            )
        }
    }

    private mutating func fields(_ dataSet: XMLElement) -> [Field] {
        var fields: [Field] = []
        let names = dataSet.elements("field").map { value($0, "name") }
        for element in dataSet.elements("field") {
            check(
                element,
                required: ["name", "title", "type"],
                optional: ["list", "role", "required", "empty", "min", "max", "lastYearOf"],
                children: ["alias"]
            )
            let name = value(element, "name")
            checkName(name, of: element)
            checkIsNew(name, among: fields.map(\.name), what: "the field", of: element)
            let type = fieldType(element)
            let isNumber = type == .integer || type == .decimal
            let (minimum, maximum) = (integer(element, "min"), integer(element, "max"))
            if minimum != nil || maximum != nil, !isNumber {
                note(element, "`\(name)` has min or max and is no number: take them out")
            }
            if let minimum, let maximum, maximum < minimum {
                note(element, "`\(name)` may be \(minimum) at the least and \(maximum) at the most: mend min or max")
            }
            if let empty = element["empty"], empty != "no" || type != .boolean {
                note(element, "empty=\"\(empty)\" of `\(name)`: only a boolean can say empty=\"no\"")
            }
            fields.append(
                Field(
                    name: name,
                    title: value(element, "title"),
                    type: type,
                    roles: roles(element, type: type),
                    aliases: texts("alias", of: element),
                    isRequired: isYes(element, "required"),
                    emptyMeansNo: element["empty"] == "no",
                    minimum: minimum,
                    maximum: maximum,
                    lastYearOf: lastYearOf(element, among: names)
                )
            )
        }
        return fields
    }

    private mutating func lastYearOf(_ element: XMLElement, among names: [String]) -> Int? {
        guard element["lastYearOf"] != nil else { return nil }
        let name = value(element, "lastYearOf")
        let found = names.firstIndex(of: name)
        if found == nil {
            note(element, "lastYearOf: no field `\(name)` is there" + suggestion(for: name, among: names))
        }
        return found
    }

    /// Notes what last year's closed set could not tell.
    private mutating func checkLastYear(of set: DataSet, at element: XMLElement) {
        let elements = element.elements("field")
        var told: Set<Int> = []
        for position in set.lastYearFields {
            guard let field = set.fields[position].lastYearOf else { continue }
            let types = [set.fields[position].type, set.fields[field].type]
            if field == position || types.contains(where: { $0 != .integer && $0 != .decimal }) {
                note(elements[position], "lastYearOf: both fields must be numbers, and not one and the same")
            }
            if !told.insert(field).inserted {
                note(elements[position], "two fields are lastYearOf `\(set.fields[field].name)`: keep one")
            }
        }
        let categories = LastYearFigure.categories(of: set)
        let isTold = categories.allSatisfy { if case .choice = set.fields[$0].type { true } else { false } }
        if !told.isEmpty, set.index(of: .period) == nil || categories.count > 1 || !isTold {
            note(
                element,
                "lastYearOf: the key of `\(set.name)` must be unit, period and year, and at most one choice beside them"
            )
        }
    }

    private mutating func fieldType(_ element: XMLElement) -> FieldType {
        let (name, type) = (value(element, "name"), value(element, "type"))
        let plain: [String: FieldType] = [
            "code": .code, "text": .text, "integer": .integer, "decimal": .decimal, "date": .date, "boolean": .boolean,
        ]
        if let plain = plain[type] {
            if element["list"] != nil { note(element, "`\(name)` is a \(type) and needs no list: take it out") }
            return plain
        }
        guard type == "choice" || type == "choices" else {
            if !type.isEmpty {
                note(element, "`\(type)` is no type: \(plain.keys.sorted().joined(separator: ", ")), choice or choices")
            }
            return .text
        }
        guard let list = element["list"] else {
            note(element, "`\(name)` is a \(type) and names no list: write list=\"...\"")
            return .text
        }
        guard let position = codeLists.firstIndex(where: { $0.name == list }) else {
            note(element, "no list `\(list)` is there" + suggestion(for: list, among: codeLists.map(\.name)))
            return .text
        }
        // A set is held as the bits of a Double.
        if type == "choices", codeLists[position].codes.count > 52 {
            note(element, "the list `\(list)` has more than 52 codes, too many for a set: let `\(name)` be a choice")
        }
        return type == "choice" ? .choice(list: position) : .choices(list: position)
    }

    private mutating func roles(_ element: XMLElement, type: FieldType) -> [Role] {
        words(element, "role").compactMap { word in
            guard let role = Role(rawValue: word) else {
                note(element, "`\(word)` is no role: \(Role.allCases.map(\.rawValue).joined(separator: ", "))")
                return nil
            }
            if !role.fits(type, codeLists: codeLists) {
                note(element, "role=\"\(word)\" does not fit the type of `\(value(element, "name"))`: \(role.wanted)")
            }
            return role
        }
    }

    /// Notes headers of a data set that could not be told apart in a file.
    private mutating func checkHeaders(of dataSet: XMLElement) {
        var owners: [String: String] = [:]
        for field in dataSet.elements("field") {
            let name = value(field, "name")
            let headers =
                [(name, field), (value(field, "title"), field)] + field.elements("alias").map { (text($0), $0) }
            for (header, element) in headers where !header.isEmpty {
                let folded = fold(header)
                if folded.isEmpty {
                    note(
                        element,
                        "the header `\(header)` holds no letter and no digit: nothing could be matched with it"
                    )
                } else if let owner = owners[folded], owner != name {
                    note(
                        element,
                        "the header `\(header)` means `\(name)` and `\(owner)` (capitals, accents and marks do not count): keep it for one"
                    )
                } else {
                    owners[folded] = name
                }
            }
        }
    }
}
