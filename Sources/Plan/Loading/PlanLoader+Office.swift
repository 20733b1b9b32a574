import XML

// The office's side: its departments, who is commended, and which headers are never read.

extension PlanLoader {
    mutating func departments(_ element: XMLElement, kindList: Int?) -> [Plan.Department] {
        check(element, children: ["department"])
        var departments: [Plan.Department] = []
        var owners: [Int: String] = [:]
        for child in element.elements("department") {
            check(child, required: ["id", "name", "kinds"])
            let id = value(child, "id")
            checkID(id, of: child)
            checkIsNew(id, among: departments.map(\.id), what: "the department", of: child)
            let kinds = kindList.map { positions(child, "kinds", in: $0) } ?? []
            for kind in kinds {
                if let owner = owners[kind], let kindList {
                    note(
                        child,
                        "the kind `\(codeLists[kindList].codes[kind].code)` belongs to `\(owner)` and to `\(id)`: sums would not add up, leave it to one"
                    )
                }
                owners[kind] = id
            }
            departments.append(Plan.Department(id: id, name: value(child, "name"), kinds: kinds))
        }
        if let kindList {
            for (kind, code) in codeLists[kindList].codes.enumerated() where owners[kind] == nil {
                note(element, "the kind `\(code.code)` belongs to no department: sums would not add up, add it to one")
            }
        }
        return departments
    }

    mutating func commendation(_ element: XMLElement, roster: Int?) -> Plan.Commendation? {
        check(element, required: ["period"], children: ["against", "praise"])
        let period = value(element, "period")
        if !period.isEmpty, !periods.contains(where: { $0.code == period }) {
            note(element, "no period has the code `\(period)`: \(periods.map(\.code).joined(separator: ", "))")
        }
        let scope = unitScope(roster: roster, withAssessments: true)
        let against = element.elements("against").compactMap { child -> Plan.Commendation.Reason? in
            check(child, required: ["text"], holdsText: true)
            return typed(text(child), in: scope, of: child).map {
                Plan.Commendation.Reason(text: value(child, "text"), condition: $0)
            }
        }
        guard let child = optionalChild("praise", of: element) else {
            note(element, "<commendation> lacks <praise>: write when a unit is proposed for praise")
            return nil
        }
        check(child, holdsText: true)
        return typed(text(child), in: scope, of: child).map {
            Plan.Commendation(period: period, against: against, praise: $0)
        }
    }

    /// A header that the plan lists, with its place.
    struct ListedHeader {
        let element: XMLElement
        let folded: String
    }

    /// The headers that an element lists, each folded one once.
    mutating func headers(_ element: XMLElement, named name: String = "header") -> [ListedHeader] {
        check(element, children: [name])
        var known: Set<String> = []
        return element.elements(name).compactMap { child in
            check(child, holdsText: true)
            let folded = fold(text(child))
            if folded.isEmpty, !text(child).isEmpty {
                note(
                    child,
                    "the header `\(text(child))` holds no letter and no digit: nothing could be matched with it"
                )
            }
            return !folded.isEmpty && known.insert(folded).inserted ? ListedHeader(element: child, folded: folded) : nil
        }
    }

    /// Notes headers that would keep a field of a data set from being read.
    mutating func checkHeaders(noise: [ListedHeader], personal: [ListedHeader]) {
        var owners: [String: String] = [:]
        for dataSet in dataSets {
            for field in dataSet.fields {
                for header in [field.name, field.title] + field.aliases {
                    owners[fold(header)] = "`\(field.name)` of `\(dataSet.name)`"
                }
            }
        }
        for header in noise + personal {
            if let owner = owners[header.folded] {
                note(
                    header.element,
                    "the header `\(text(header.element))` is the field \(owner): take it out here, or give the field another alias"
                )
            }
        }
        let noiseWords = Set(noise.map(\.folded))
        for header in personal where noiseWords.contains(header.folded) {
            note(
                header.element,
                "the header `\(text(header.element))` is noise and personal data: leave it among the personal ones"
            )
        }
    }
}
