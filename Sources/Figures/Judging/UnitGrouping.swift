import Plan
import Records

/// The groups of a period that have a present unit: the city, kinds, communes and departments.
struct UnitGrouping {
    /// The city first, then kinds, communes and departments, each in the order of the plan or the roster.
    private(set) var groups: [UnitGroup] = [.city]
    /// By row: the positions in `groups` of its kind, commune and departments.
    private var memberships: [[Int]] = []

    init(units: [Int], plan: Plan, roster: Roster) {
        let kinds = Set(units.map { roster.kinds[$0] })
        let communes = Set(units.map { roster.communeOfUnit[$0] })
        var positions: [UnitGroup: Int] = [.city: 0]
        func append(_ group: UnitGroup) {
            positions[group] = groups.count
            groups.append(group)
        }
        for kind in kinds.sorted() { append(.kind(kind)) }
        for commune in communes.sorted() { append(.commune(commune)) }
        for (department, definition) in plan.departments.enumerated() where !kinds.isDisjoint(with: definition.kinds) {
            append(.department(department))
        }
        // A kind that two departments follow is in both: the check of sums then tells.
        let departments = plan.kinds.indices.map { kind in
            plan.departments.indices.filter { plan.departments[$0].kinds.contains(kind) }
        }
        memberships = units.map { unit in
            let kind = roster.kinds[unit]
            let own: [UnitGroup] = [.kind(kind), .commune(roster.communeOfUnit[unit])]
            let following = kind < departments.count ? departments[kind].map(UnitGroup.department) : []
            return (own + following).compactMap { positions[$0] }
        }
    }

    /// By group: what its units' values add up to.
    func sums<Value: AdditiveArithmetic>(_ value: (Int) -> Value) -> [Value] {
        var sums = [Value](repeating: .zero, count: groups.count)
        for (row, groups) in memberships.enumerated() {
            let value = value(row)
            guard value != .zero else { continue }
            sums[0] += value
            for group in groups { sums[group] += value }
        }
        return sums
    }

    func completeness(of standing: UnitStanding) -> [Completeness] {
        let expected = sums { standing.expected[$0] ? 1 : 0 }
        let reported = sums { standing.expected[$0] && standing.reported[$0] ? 1 : 0 }
        let onTime = sums { standing.expected[$0] && standing.onTime[$0] ? 1 : 0 }
        return groups.indices.map {
            Completeness(group: groups[$0], expected: expected[$0], reported: reported[$0], onTime: onTime[$0])
        }
    }
}
