/// Makes a unit's incidents of the whole plan year, sorted by the day on which they were received.
struct IncidentMaker {
    let unit: Unit
    let diligence: Profile.Diligence
    let messy: Bool

    func incidents(_ random: inout Random) -> [Incident] {
        var days: [Day] = []
        for quarter in 0...3 {
            guard let active = unit.active(in: Period.quarter(quarter)) else { continue }
            for _ in 0..<random.weighted(weights) { days.append(random.day(active)) }
        }
        if messy, let closed = unit.closed, Period.planYear.contains(closed) {
            // Received after the unit closed: a true row that no figure may count.
            days.append(closed.advanced(by: random.int(1...9)))
        }
        return days.sorted().enumerated().map { order, day in incident(order + 1, on: day, &random) }
    }

    /// How likely 0, 1, 2, ... incidents a quarter are.
    private var weights: [Int] {
        switch unit.kind {
        case .MN: [970, 28, 2]
        case .TH: [900, 85, 13, 2]
        case .THCS, .PTNC: [560, 250, 120, 50, 20]
        case .THPT: [380, 300, 170, 90, 40, 20]
        case .GDTX, .GDNN, .TC: [500, 300, 130, 50, 20]
        case .CD, .DH: [400, 300, 180, 80, 40]
        }
    }

    private func incident(_ order: Int, on day: Day, _ random: inout Random) -> Incident {
        let status: Status = [.handled, .inHand, .jointly, .untouched][random.weighted(statusWeights)]
        let isTimely = status == .untouched ? false : !random.chance(diligence == .slack ? 160 : 35)
        let happened = max(day.advanced(by: -random.weighted([60, 25, 10, 5])), Period.planYear.lowerBound)
        var incident = Incident(
            unit: unit.code,
            number: "VV\(order < 10 ? "00" : order < 100 ? "0" : "")\(order)",
            happened: random.chance(15) ? nil : happened,
            received: day,
            category: random.chance(6) ? nil : category(&random),
            status: random.chance(4) ? nil : status,
            handledOn: status == .handled ? day.advanced(by: random.int(0...6)) : nil,
            isTimely: random.chance(8) ? nil : isTimely,
            withPolice: random.chance(20) ? nil : status == .jointly || random.chance(250),
            isProlonged: random.chance(25) ? true : random.chance(500) ? false : nil,
            pupils: random.int(1...5)
        )
        // Both at once is a mistake (V6), which a clean city does not make.
        if !messy, incident.isProlonged == true, incident.isTimely == true { incident.isTimely = false }
        return incident
    }

    private var statusWeights: [Int] {
        diligence == .slack ? [70, 12, 8, 10] : [86, 7, 6, 1]
    }

    private func category(_ random: inout Random) -> Category {
        let smallChildren = unit.kind == .MN || unit.kind == .TH
        let weights = smallChildren ? [1, 30, 30, 1, 1, 1, 6, 10, 20] : [8, 30, 24, 16, 3, 4, 10, 6, 4]
        return Category.allCases[random.weighted(weights)]
    }
}
