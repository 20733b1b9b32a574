import Figures
import Plan
import Records
import Workbooks

extension SmallCity {
    var figures: PeriodFigures {
        let units = Array(0..<unitCount)
        let reported = units.map(hasReported)
        let onTime = units.map { hasReported($0) && isOnTime($0) }
        return PeriodFigures(
            period: Self.period,
            units: units,
            expected: units.map { _ in true },
            reported: reported,
            onTime: onTime,
            facts: facts,
            assessments: Self.indicators.indices.map { indicator in units.map { verdict($0, indicator) } },
            tallies: tallies,
            completeness: completeness
        )
    }

    private var facts: Facts {
        var texts = TextPool()
        let mottos = ["Cổng trường an toàn", "Trường học không ma túy"].map { Double(texts.intern($0)) }
        let columns = Self.factColumns.enumerated().map { index, column in
            (0..<unitCount).map { unit -> Double in
                switch Self.facts[column.fact].source {
                case .envelope(.expected): return 1
                case .envelope(.reported): return hasReported(unit) ? 1 : 0
                case .envelope(.onTime): return hasReported(unit) && isOnTime(unit) ? 1 : 0
                default: break
                }
                guard hasReported(unit), (unit + index) % 6 != 0 else { return .nan }
                return switch column.type {
                case .number: Double((unit * 7 + index) % 5)
                case .boolean: Double((unit + index) % 4 == 0 ? 0 : 1)
                case .date: Double(Self.period.start.days) + Double(unit % 80)
                case .choice: Double(unit % 4)
                case .text: mottos[unit % 2]
                case .choices: Double(unit % 8)
                }
            }
        }
        return Facts(columns: columns, texts: texts)
    }

    private func verdict(_ unit: Int, _ indicator: Int) -> Verdict {
        if indicator >= 5, indicator <= 7, unit % 3 < 2 { return .notApplicable }
        if !hasReported(unit) { return .notReported }
        if indicator == 3 { return unit % 3 == 0 ? .met : .inProgress }
        return indicator == 0 || (unit + indicator) % 9 != 0 ? .met : .notMet
    }

    private var completeness: [Completeness] {
        guard unitCount > 0 else { return [] }
        return groups.map { group, units in
            Completeness(
                group: group,
                expected: units.count,
                reported: units.count(where: hasReported),
                onTime: units.count { hasReported($0) && isOnTime($0) }
            )
        }
    }

    private var groups: [(UnitGroup, [Int])] {
        let all = Array(0..<unitCount)
        return [(.city, all)]
            + (0..<communeCount).compactMap { commune in
                let own = all.filter { $0 % communeCount == commune }
                return own.isEmpty ? nil : (.commune(commune), own)
            }
            + Self.lists[0].codes.indices.compactMap { kind in
                let own = all.filter { $0 % 3 == kind }
                return own.isEmpty ? nil : (.kind(kind), own)
            }
            + [(.department(0), all.filter { $0 % 3 < 2 })]
    }

    private var tallies: [Tally] {
        groups.flatMap { group, units in Self.indicators.indices.map { tally(group, units, $0) } }
            + (0..<Self.lists[1].codes.count).map { category in
                Tally(
                    group: .category(category),
                    indicator: 9,
                    denominator: 1_230 - category * 410,
                    numerator: category * 300,
                    reportedDenominator: 0,
                    reportedNumerator: 0,
                    result: category < 2 ? .met : .notMet
                )
            }
    }

    private func tally(_ group: UnitGroup, _ units: [Int], _ indicator: Int) -> Tally {
        switch Self.indicators[indicator].kind {
        case .units:
            let applicable = units.filter { verdict($0, indicator) != .notApplicable }
            let met = applicable.count { verdict($0, indicator) == .met }
            return Tally(
                group: group,
                indicator: indicator,
                denominator: applicable.count,
                numerator: met,
                reportedDenominator: applicable.count(where: hasReported),
                reportedNumerator: met,
                result: applicable.isEmpty
                    ? .none : met == applicable.count ? .met : indicator == 3 ? .inProgress : .notMet
            )
        case .events:
            let (all, timely) = (units.count / 2, units.count / 2 - units.count / 15)
            return Tally(
                group: group,
                indicator: indicator,
                denominator: all,
                numerator: timely,
                reportedDenominator: all,
                reportedNumerator: timely,
                result: all == 0 ? .none : all == timely ? .met : .notMet
            )
        case .change:
            let (last, this) = (units.count * 61, units.count * 45)
            return Tally(
                group: group,
                indicator: indicator,
                denominator: last,
                numerator: this,
                reportedDenominator: last,
                reportedNumerator: this,
                result: last == 0 ? .none : .met
            )
        }
    }
}
