/// Makes the units of the roster, commune by commune.
struct RosterMaker {
    let options: Options

    /// A cycle of 200 units, so that each kind comes at the share that it has in a city, however small the city is.
    private static let cycle: [Kind] = {
        let shares: [(Kind, Int)] = [
            (.MN, 66), (.TH, 54), (.THCS, 48), (.THPT, 14), (.PTNC, 6), (.GDTX, 4), (.GDNN, 3), (.TC, 2), (.CD, 2),
            (.DH, 1),
        ]
        return shares.flatMap { Array(repeating: $0.0, count: $0.1) }
    }()

    /// The units of a commune, with their indices in the whole roster.
    func units(ofCommune index: Int) -> [(index: Int, unit: Unit)] {
        let commune = Names.commune(index)
        var named: [Kind: Int] = [:]
        return options.unitIndices(ofCommune: index).map { unitIndex in
            let kind = kind(at: unitIndex)
            named[kind, default: 0] += 1
            return (unitIndex, unit(unitIndex, kind, commune, number: named[kind, default: 1]))
        }
    }

    private func kind(at index: Int) -> Kind {
        // 77 has no divisor in common with 200: neighbours differ, and each 200 units hold the whole cycle.
        Self.cycle[(index * 77 + Int(options.seed % 200)) % Self.cycle.count]
    }

    private func unit(_ index: Int, _ kind: Kind, _ commune: Commune, number: Int) -> Unit {
        var random = Random(seed: options.seed, .roster, index)
        let pupils = random.int(Self.pupils(kind))
        var unit = Unit(
            code: "\(31_000_001 + index)",
            name: Names.unit(kind, in: commune, number: number),
            kind: kind,
            levels: kind == .PTNC
                ? random.pick([[.TH, .THCS], [.THCS, .THPT], [.TH, .THCS, .THPT], [.MN, .TH]]) : [],
            commune: commune,
            isPublic: !random.chance(kind == .MN ? 220 : 90),
            pupils: pupils,
            staff: max(6, pupils / random.int(12...18))
        )
        setLastYear(of: &unit, &random)
        setDates(of: &unit, index, &random)
        return unit
    }

    private func setLastYear(of unit: inout Unit, _ random: inout Random) {
        unit.safeLastYear = random.chance(780)
        unit.ratingLastYear = [.fail, .weak, .average, .good, .excellent][random.weighted([5, 20, 150, 600, 225])]
        if !unit.isAbovePrimary {
            // Nobody asks these units for it, so the column has holes.
            if random.chance(300) { unit.safeLastYear = nil }
            if random.chance(300) { unit.ratingLastYear = nil }
        } else if options.messy, random.chance(15) {
            if random.chance(500) { unit.safeLastYear = nil } else { unit.ratingLastYear = nil }
        }
        if unit.kind == .PTNC, options.messy, random.chance(100) { unit.levels = [] }
    }

    /// Most units have always been there. About one in a hundred opened or closed within the year, by a fixed stride so
    /// that small cities have some too.
    private func setDates(of unit: inout Unit, _ index: Int, _ random: inout Random) {
        switch index % 120 {
        case 17: unit.opened = random.pick([Day(2026, 2, 2), Day(2026, 5, 4), Day(2026, 8, 10), Day(2026, 10, 12)])
        case 53: unit.closed = random.pick([Day(2026, 2, 10), Day(2026, 5, 20), Day(2026, 7, 31), Day(2026, 10, 31)])
        case 89 where index % 360 == 89: unit.closed = Day(2025, 6, 30)
        default: if random.chance(600) { unit.opened = Day(random.int(1975...2022), 9, 5) }
        }
        if unit.closed != nil, random.chance(500) { unit.opened = Day(1998, 9, 5) }
    }

    private static func pupils(_ kind: Kind) -> ClosedRange<Int> {
        switch kind {
        case .MN: 90...520
        case .TH: 220...1400
        case .THCS: 200...1500
        case .THPT: 500...1900
        case .PTNC: 250...1700
        case .GDTX: 200...1100
        case .GDNN, .TC: 150...1300
        case .CD: 500...4500
        case .DH: 2500...16000
        }
    }
}
