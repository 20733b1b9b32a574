import Plan
import Records

/// The bytes of `figures.csv`: one line a group and indicator, sorted by their key (spec 5).
package func figuresCSV(of figures: PeriodFigures, plan: Plan, roster: Roster) -> [UInt8] {
    var csv = CSVBytes()
    for name in [
        "period", "group", "group_id", "indicator", "denominator", "numerator", "reported_denominator", "rate",
        "rate_reported", "result",
    ] {
        csv.text(name)
    }
    csv.endRecord()
    let lines = figures.tallies.map { FiguresLine(tally: $0, plan: plan, roster: roster) }
    for line in lines.sorted(by: <) {
        let tally = line.tally
        csv.text(figures.period.id)
        csv.text(line.group)
        csv.text(line.groupID)
        csv.text(line.indicator)
        csv.integer(tally.denominator)
        csv.integer(tally.numerator)
        csv.integer(tally.reportedDenominator)
        for rate in [
            Rate(tally.numerator, of: tally.denominator), Rate(tally.reportedNumerator, of: tally.reportedDenominator),
        ] {
            if let rate { csv.number(rate) } else { csv.missing() }
        }
        csv.text(tally.result.rawValue)
        csv.endRecord()
    }
    return csv.bytes
}

/// A tally with the words of its key.
private struct FiguresLine {
    let tally: Tally
    let group: String
    let groupID: String
    let indicator: String

    init(tally: Tally, plan: Plan, roster: Roster) {
        self.tally = tally
        let definition = plan.indicators[tally.indicator]
        indicator = definition.id
        (group, groupID) = tally.group.key(of: definition, plan: plan, roster: roster)
    }

    /// By the key's UTF-8 bytes.
    static func < (left: FiguresLine, right: FiguresLine) -> Bool {
        for (one, other) in [
            (left.group, right.group), (left.groupID, right.groupID), (left.indicator, right.indicator),
        ] where one != other {
            return one.utf8.lexicographicallyPrecedes(other.utf8)
        }
        return false
    }
}

extension UnitGroup {
    /// What figures.csv calls the group in the lines of an indicator: its columns `group` and `group_id`.
    package func key(of indicator: IndicatorDefinition, plan: Plan, roster: Roster) -> (group: String, id: String) {
        switch self {
        case .city: ("city", "all")
        case .kind(let kind): ("kind", plan.codeLists[plan.kindList].codes[kind].code)
        case .commune(let commune): ("commune", roster.communes[commune].code)
        case .department(let department): ("department", plan.departments[department].id)
        case .category(let code): ("category", indicator.categories.map { plan.codeLists[$0].codes[code].code } ?? "")
        }
    }
}
