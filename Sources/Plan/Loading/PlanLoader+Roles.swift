import XML

// Which fields a data set must have for the program to use it.

extension Role {
    /// Whether a field of that type can have the role.
    func fits(_ type: FieldType, codeLists: [CodeList]) -> Bool {
        switch (self, type) {
        case (.unit, .code), (.year, .integer), (.sentOn, .date), (.eventDate, .date), (.count, .integer),
            (.unitName, .text), (.kind, .choice), (.levels, .choices), (.commune, .code), (.communeName, .text),
            (.opened, .date), (.closed, .date), (.mail, .text), (.identity, _), (.unit, .choice):
            true
        case (.period, .choice(let list)): codeLists[list].name == PlanLoader.periodListName
        default: false
        }
    }

    /// What a field with the role must be, for messages.
    var wanted: String {
        switch self {
        case .unit: "it takes a code, or a choice of the office's sections"
        case .period: "it takes a choice of the list `\(PlanLoader.periodListName)`"
        case .year, .count: "it takes an integer"
        case .sentOn, .eventDate, .opened, .closed: "it takes a date"
        case .identity: "it takes any type"
        case .unitName, .communeName, .mail: "it takes a text"
        case .kind: "it takes a choice"
        case .levels: "it takes choices"
        case .commune: "it takes a code"
        }
    }

    fileprivate static let ofRoster: [Role] = [.unitName, .kind, .levels, .commune, .communeName, .opened, .closed]
}

extension PlanLoader {
    mutating func checkRoles(of dataSet: DataSet, at element: XMLElement) {
        for role in Role.allCases where role != .count {
            let count = dataSet.fields.count { $0.roles.contains(role) }
            let limit = role == .identity ? 2 : 1
            if count > limit {
                note(
                    element,
                    "`\(dataSet.name)` has \(count) fields with role=\"\(role.rawValue)\": keep \(limit == 1 ? "one" : "two")"
                )
            }
        }
        let lacking = required(of: dataSet).filter { dataSet.index(of: $0) == nil }
        for role in lacking {
            note(element, "`\(dataSet.name)` has no field with role=\"\(role.rawValue)\": say it of one")
        }
        guard !dataSet.isRoster else {
            if let unit = dataSet.index(of: .unit), dataSet.key != [unit] {
                note(element, "the key of the roster `\(dataSet.name)` is its unit's code alone: mend key")
            }
            return
        }
        for role in Role.ofRoster + [.mail] where dataSet.index(of: role) != nil {
            note(element, "role=\"\(role.rawValue)\" belongs to the roster, not to `\(dataSet.name)`: take it out")
        }
        if dataSet.index(of: .eventDate) != nil, dataSet.index(of: .period) != nil {
            note(
                element,
                "`\(dataSet.name)` has a period and an event date: its rows belong to the one or the other, take a role out"
            )
        }
        for role in [Role.unit, .period, .year] {
            if let field = dataSet.index(of: role), !dataSet.key.contains(field) {
                note(
                    element,
                    "the key of `\(dataSet.name)` lacks `\(dataSet.fields[field].name)`, its \(role.rawValue): add it to key"
                )
            }
        }
    }

    private func required(of dataSet: DataSet) -> [Role] {
        if dataSet.isRoster { return [.unit] + Role.ofRoster }
        if dataSet.index(of: .period) != nil { return [.unit, .year] }
        return dataSet.index(of: .year) != nil || dataSet.index(of: .sentOn) != nil
            ? [.unit, .period] : [.unit, .eventDate]
    }
}
