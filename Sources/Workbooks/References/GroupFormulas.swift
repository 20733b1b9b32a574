import Figures
import Plan
import Records
import Spreadsheet

/// Writes what is added up over a group of units as a formula over the sheet of units; nil where that sheet lacks what is needed.
struct GroupFormulas {
    typealias Content = UnitCells.Content

    let cells: UnitCells
    let plan: Plan
    let roster: Roster

    /// How many units of the group satisfy all conditions, each a word that a column holds, or `<>` and the word.
    func count(_ conditions: [(Content, String)], in group: UnitGroup) -> String? {
        added(over: group) { membership in
            guard let criteria = criteria(conditions + membership) else { return nil }
            // The city without a condition: every unit has a code.
            if criteria.isEmpty { return cells.range(.property(.code)).map { "ROWS(\($0))" } }
            return "COUNTIFS(\(criteria.joined(separator: ",")))"
        }
    }

    /// The sum of a column of numbers over the units of the group that satisfy all conditions.
    func sum(_ content: Content, _ conditions: [(Content, String)] = [], in group: UnitGroup) -> String? {
        guard let range = cells.range(content) else { return nil }
        return added(over: group) { membership in
            guard let criteria = criteria(conditions + membership) else { return nil }
            return criteria.isEmpty ? "SUM(\(range))" : "SUMIFS(\(([range] + criteria).joined(separator: ",")))"
        }
    }

    /// One formula for each way to belong to the group, added.
    private func added(over group: UnitGroup, _ formula: ([(Content, String)]) -> String?) -> String? {
        var parts: [String] = []
        for membership in memberships(group) {
            guard let part = formula(membership) else { return nil }
            parts.append(part)
        }
        return parts.isEmpty ? nil : parts.joined(separator: "+")
    }

    private func memberships(_ group: UnitGroup) -> [[(Content, String)]] {
        switch group {
        case .city: [[]]
        case .kind(let kind): [[kindKey(kind)]]
        case .commune(let commune):
            [[(.property(.communeKey), UnitKeys.commune(roster.communes[commune].code))]]
        case .department(let department): plan.departments[department].kinds.map { [kindKey($0)] }
        case .category: []
        }
    }

    private func kindKey(_ kind: Int) -> (Content, String) {
        (.property(.kindKey), UnitKeys.kind(plan.codeLists[plan.kindList].codes[kind].code))
    }

    private func criteria(_ conditions: [(Content, String)]) -> [String]? {
        var criteria: [String] = []
        for (content, word) in conditions {
            guard let range = cells.range(content) else { return nil }
            criteria += [range, Formula.quoted(Self.literal(word))]
        }
        return criteria
    }

    /// `*`, `?` and `~` mean themselves.
    private static func literal(_ word: String) -> String {
        guard word.utf8.contains(where: { "~*?".utf8.contains($0) }) else { return word }
        return word.replacing("~", with: "~~").replacing("*", with: "~*").replacing("?", with: "~?")
    }
}

/// Keys that no program takes for numbers: to COUNTIFS the texts "01" and "1" are one.
enum UnitKeys {
    static func commune(_ code: String) -> String { "xa:\(code)" }
    static func kind(_ code: String) -> String { "loai:\(code)" }
}
