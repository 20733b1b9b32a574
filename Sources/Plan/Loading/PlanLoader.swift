import XML

/// Makes a plan of its document. What is wrong is noted and the rest is read on, so that one pass finds every fault.
struct PlanLoader {
    let file: String
    var errors: [PlanError] = []

    // What later parts refer to, filled in the order of the parts.
    var year = 0
    var milestones: [Plan.Milestone] = []
    var periods: [Period] = []
    var codeLists: [CodeList] = []
    var dataSets: [DataSet] = []
    var facts: [FactDefinition] = []
    var factColumns: [FactColumn] = []
    var indicators: [IndicatorDefinition] = []

    init(file: String) {
        self.file = file
    }

    /// The parts of a plan, in the order in which they stand.
    static let parts = [
        "head", "milestones", "periods", "lists", "dataSets", "facts", "indicators", "departments", "commendation",
        "rules", "noiseHeaders", "personalHeaders", "headerRemarks",
    ]

    /// The plan, or nil where an error was noted.
    mutating func plan(_ root: XMLElement) -> Plan? {
        guard root.name == "plan" else {
            note(root, "`\(root.name)` is no plan: the outermost element is <plan year=\"...\">")
            return nil
        }
        check(root, required: ["year"], children: Self.parts)
        year = integer(root, "year") ?? 0
        if let year = root["year"], !(2000...2100).contains(self.year) {
            note(root, "`\(year)` is no year of a plan: write it with four digits, such as 2026")
        }
        let head = part("head", of: root).flatMap { self.head($0) }
        milestones = part("milestones", of: root).map { self.milestones($0) } ?? []
        let periodList = part("periods", of: root).map { self.periods($0) }
        var levelsOfKinds = LevelsOfKinds()
        if let lists = part("lists", of: root) { levelsOfKinds = self.lists(lists) }
        addSynthesizedLists(periods: periodList, in: root)
        if let element = part("dataSets", of: root) { loadDataSets(element) }
        let roster = dataSets.firstIndex(where: \.isRoster)
        let kindList = roster.flatMap { list(ofRole: .kind, in: $0) }
        let levelList = roster.flatMap { list(ofRole: .levels, in: $0) }
        let kinds = settle(levelsOfKinds, kindList: kindList, levelList: levelList)
        if let element = part("facts", of: root) { loadFacts(element, roster: roster) }
        if let element = part("indicators", of: root) { loadIndicators(element, roster: roster) }
        let departments = part("departments", of: root).map { self.departments($0, kindList: kindList) } ?? []
        let commendation = root.elements("commendation").first.flatMap { self.commendation($0, roster: roster) }
        let rules = part("rules", of: root).map { self.rules($0, roster: roster) } ?? []
        let noise = part("noiseHeaders", of: root).map { headers($0) } ?? []
        let personal = part("personalHeaders", of: root).map { headers($0) } ?? []
        checkHeaders(noise: noise, personal: personal)
        let remarks = root.elements("headerRemarks").first.map { headers($0, named: "remark") } ?? []
        guard errors.isEmpty, let head, let roster, let kindList, let levelList else { return nil }
        return Plan(
            year: year,
            head: head,
            milestones: milestones,
            periods: periods,
            codeLists: codeLists,
            kindList: kindList,
            levelList: levelList,
            verdictList: verdictList,
            kinds: kinds,
            dataSets: dataSets,
            roster: roster,
            facts: facts,
            factColumns: factColumns,
            indicators: indicators,
            departments: departments,
            commendation: commendation,
            rules: rules,
            noiseHeaders: noise.map(\.folded),
            personalHeaders: personal.map(\.folded),
            headerRemarks: remarks.map(\.folded),
            unitScope: unitScope(roster: roster, withAssessments: true)
        )
    }

    /// The part of that name; noted where it is missing or stands twice.
    private mutating func part(_ name: String, of root: XMLElement) -> XMLElement? {
        let found = root.elements(name)
        if found.isEmpty { note(root, "the plan has no <\(name)>: write it, even if it holds nothing") }
        if found.count > 1 { note(found[1], "<\(name)> stands twice: put what both hold into one") }
        return found.first
    }

    /// What conditions over a unit may name: fact columns, the roster's fields, and the indicators where assessments are known.
    func unitScope(roster: Int?, withAssessments: Bool) -> Scope {
        let fields = roster.map { dataSets[$0].fields } ?? []
        let judged = withAssessments ? indicators : []
        return Scope(
            names: factColumns.map(\.name) + fields.map(\.name) + judged.map(\.id),
            types: factColumns.map(\.type) + fields.map { ValueType($0.type) }
                + judged.map { _ in .choice(list: verdictList) }
        )
    }
}
