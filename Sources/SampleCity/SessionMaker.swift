/// Makes a unit's awareness sessions of the whole plan year, sorted by day and key.
struct SessionMaker {
    let unit: Unit
    let diligence: Profile.Diligence
    let messy: Bool

    func sessions(_ random: inout Random) -> [Session] {
        var sessions: [Session] = []
        var keys: Set<String> = []
        for quarter in 0...3 {
            guard let days = unit.active(in: Period.quarter(quarter)) else { continue }
            for _ in 0..<count(&random) {
                let day = random.day(days)
                let session = session(on: day, thematic: random.chance(thematicShare), first: sessions.isEmpty, &random)
                // The same topic in the same form on the same day would be the same row, not a second one.
                if keys.insert(session.key).inserted { sessions.append(session) }
            }
        }
        if messy, let opened = unit.opened, Period.planYear.contains(opened) {
            // Held before the unit was open: a true row that no figure may count.
            sessions.append(session(on: opened.advanced(by: -random.int(3...9)), thematic: true, first: false, &random))
        }
        return sessions.sorted { ($0.day, $0.key) < ($1.day, $1.key) }
    }

    private var thematicShare: Int {
        switch diligence {
        case .exemplary: 700
        case .usual: 560
        case .slack: 150
        }
    }

    private func count(_ random: inout Random) -> Int {
        switch diligence {
        case .exemplary: random.int(3...6)
        case .usual: random.int(1...5)
        case .slack: random.int(0...2)
        }
    }

    /// - Parameter first: the year's first is for everybody, so that no later period is ten times an earlier one (V26).
    private func session(on day: Day, thematic: Bool, first: Bool, _ random: inout Random) -> Session {
        let occasion = Lists.occasions.first { abs($0.day.distance(to: day)) <= 6 }?.term
        var topics = [random.pick(Lists.topics)]
        if random.chance(140) {
            let second = random.pick(Lists.topics)
            if second != topics[0], second.code != "KHAC", topics[0].code != "KHAC" { topics.append(second) }
        }
        let whole = random.chance(400) || first
        let pupils = whole ? unit.pupils - random.below(unit.pupils / 12) : random.int(25...max(26, unit.pupils / 3))
        return Session(
            unit: unit.code,
            day: day,
            topics: topics,
            form: random.pick(Lists.forms),
            isThematic: random.chance(6) ? nil : thematic,
            occasion: random.chance(800) ? occasion : nil,
            pupils: random.chance(10) && !first ? nil : pupils,
            staff: random.chance(30) && !first
                ? nil : random.int((first ? unit.staff : (unit.staff + 2) / 3)...unit.staff),
            parents: random.chance(650) && !first ? nil : random.int(unit.pupils / 6...unit.pupils / 4),
            evidence: random.chance(550) ? "BB-\(random.int(1...98))/2026" : nil
        )
    }
}
