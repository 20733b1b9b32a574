import XML

/// The attributes of code lists that tell the levels of kinds, until the roster tells which list these are.
struct LevelsOfKinds {
    /// By name of the list, then by position of the code.
    var codes: [String: [XMLElement]] = [:]
}

extension PlanLoader {
    /// The list that is made of the periods, and the one that is made of `Verdict`.
    static let periodListName = "ky_bao_cao"
    static let verdictListName = "danh_gia"

    /// The position of the verdicts' list: the last one.
    var verdictList: Int { codeLists.count - 1 }

    mutating func lists(_ element: XMLElement) -> LevelsOfKinds {
        check(element, children: ["list"])
        var levels = LevelsOfKinds()
        for child in element.elements("list") {
            check(child, required: ["name"], optional: ["other", "ordered"], children: ["code"])
            let name = value(child, "name")
            checkName(name, of: child)
            checkIsNew(name, among: codeLists.map(\.name), what: "the list", of: child)
            if name == Self.periodListName || name == Self.verdictListName {
                note(
                    child,
                    "the list `\(name)` is made by the program, of the periods or the verdicts: choose another name"
                )
            }
            let codes = self.codes(child)
            var other: Int?
            if let id = child["other"] {
                other = codes.firstIndex { $0.code == id }
                if other == nil {
                    note(child, "other=\"\(id)\" is no code of the list `\(name)`: add <code id=\"\(id)\" ...>")
                }
            }
            codeLists.append(
                CodeList(
                    name: name,
                    codes: codes,
                    isOpen: other != nil,
                    isOrdered: isYes(child, "ordered"),
                    other: other
                )
            )
            levels.codes[name] = child.elements("code")
        }
        return levels
    }

    private mutating func codes(_ list: XMLElement) -> [CodeList.Code] {
        var codes: [CodeList.Code] = []
        for element in list.elements("code") {
            check(element, required: ["id", "name"], optional: ["levels", "levelsWhenMissing"], children: ["alias"])
            let id = value(element, "id")
            checkID(id, of: element)
            checkIsNew(id, among: codes.map(\.code), what: "the code", of: element)
            codes.append(CodeList.Code(code: id, name: value(element, "name"), aliases: texts("alias", of: element)))
        }
        if codes.isEmpty { note(list, "the list `\(value(list, "name"))` has no <code>: add its codes") }
        checkWords(of: list.elements("code"), idAttribute: "id", list: value(list, "name"))
        return codes
    }

    /// Notes words of a list (codes, names, aliases) that fold to a word of another code.
    mutating func checkWords(of codes: [XMLElement], idAttribute: String, list: String) {
        var owners: [String: String] = [:]
        for code in codes {
            let id = value(code, idAttribute)
            let words =
                [(id, code), (value(code, "name"), code)] + code.elements("alias").map { (text($0), $0) }
            for (word, element) in words where !word.isEmpty {
                let folded = fold(word)
                if folded.isEmpty {
                    note(element, "`\(word)` holds no letter and no digit: nothing could be matched with it")
                } else if let owner = owners[folded], owner != id {
                    note(
                        element,
                        "`\(word)` means \(id) and \(owner) of the list `\(list)` (capitals, accents and marks do not count): keep it for one"
                    )
                } else {
                    owners[folded] = id
                }
            }
        }
    }

    /// Adds the list of periods and the list of verdicts, which no plan writes.
    mutating func addSynthesizedLists(periods: [CodeList.Code]?, in root: XMLElement) {
        codeLists.append(CodeList(name: Self.periodListName, codes: periods ?? []))
        let names = [
            Verdict.met: "Đạt", .notMet: "Chưa đạt", .inProgress: "Đang thực hiện", .notApplicable: "Không áp dụng",
            .notReported: "Chưa báo cáo",
        ]
        codeLists.append(
            CodeList(
                name: Self.verdictListName,
                codes: Verdict.allCases.map { CodeList.Code(code: $0.code, name: names[$0] ?? $0.code) }
            )
        )
    }

    /// The list of the field with that role.
    func list(ofRole role: Role, in dataSet: Int) -> Int? {
        guard let field = dataSets[dataSet].index(of: role) else { return nil }
        switch dataSets[dataSet].fields[field].type {
        case .choice(let list), .choices(let list): return list
        default: return nil
        }
    }

    /// The levels of each kind, in the order of the list of kinds.
    mutating func settle(_ levels: LevelsOfKinds, kindList: Int?, levelList: Int?) -> [Plan.Kind] {
        let kindName = kindList.map { codeLists[$0].name }
        for (name, codes) in levels.codes.sorted(by: { $0.key < $1.key }) where name != kindName {
            for code in codes where code["levels"] != nil || code["levelsWhenMissing"] != nil {
                note(
                    code,
                    "only kinds of units have levels, and `\(name)` is not the roster's list of kinds: take them out"
                )
            }
        }
        guard let kindName, let levelList else { return [] }
        return (levels.codes[kindName] ?? []).map { code in
            let kind = Plan.Kind(
                levels: positions(code, "levels", in: levelList),
                levelsWhenMissing: positions(code, "levelsWhenMissing", in: levelList)
            )
            if (code["levels"] == nil) == (code["levelsWhenMissing"] == nil) {
                note(
                    code,
                    "the kind `\(value(code, "id"))` needs either levels=\"...\", or levelsWhenMissing=\"...\" where the roster says the levels"
                )
            }
            return kind
        }
    }

    /// The codes that an attribute names, as positions of the list.
    mutating func positions(_ element: XMLElement, _ attribute: String, in list: Int) -> [Int] {
        words(element, attribute).compactMap { word in
            let position = codeLists[list].index(ofCode: word)
            if position == nil {
                note(
                    element,
                    "`\(word)` in \(attribute) is no code of the list `\(codeLists[list].name)`"
                        + suggestion(for: word, among: codeLists[list].codes.map(\.code))
                )
            }
            return position
        }
    }
}
