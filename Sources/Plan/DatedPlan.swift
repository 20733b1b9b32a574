extension Plan {
    /// Position of the code list of the periods, in which every column with that role chooses.
    package var periodList: Int? {
        for field in dataSets.lazy.flatMap(\.fields) where field.roles.contains(.period) {
            if case .choice(let list) = field.type { return list }
        }
        return nil
    }

    /// This plan as if it were of another plan's year: its own data sets, facts, indicators and rules over the other's periods
    /// (those of a code that both have) and milestones, so that both can be asked about the same submissions.
    package func dated(as other: Plan) -> Plan {
        let codes = Set(periods.map(\.code))
        var codeLists = codeLists
        if let list = periodList, let otherList = other.periodList {
            codeLists[list] = CodeList(
                name: codeLists[list].name,
                codes: other.codeLists[otherList].codes.filter { codes.contains($0.code) }
            )
        }
        return Plan(
            year: other.year,
            head: head,
            milestones: milestones.map { own in other.milestones.first { $0.id == own.id } ?? own },
            periods: other.periods.filter { codes.contains($0.code) },
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
            noiseHeaders: noiseHeaders,
            personalHeaders: personalHeaders,
            unitScope: unitScope
        )
    }
}
