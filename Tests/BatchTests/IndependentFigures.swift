@testable import SampleCity

/// figures.csv and assessments.csv of a city, worked out a second time: plain loops over the truth by the words of
/// spec 1 and 5, with no code of the product and none of the generator's beyond its rows.
///
///     let expected = IndependentFigures(of: city)
///     expected.figures("2026-Q1")       // the whole file, byte for byte
///     expected.assessments("2026-Q1")
struct IndependentFigures {
    private let city: City
    private let lastYear: MadeLastYear?

    init(of city: City, lastYear: MadeLastYear? = nil) {
        self.city = city
        self.lastYear = lastYear
    }

    /// figures.csv of the period, with its header line.
    func figures(_ id: String) -> String {
        guard let period = period(id) else { return "" }
        let members = present(period)
        var lines: [(group: String, id: String, indicator: String, rest: String)] = []
        var groups: [String: [String: [Member]]] = [:]
        for member in members {
            groups["city", default: [:]]["all", default: []].append(member)
            groups["kind", default: [:]][member.unit.kind.rawValue, default: []].append(member)
            groups["commune", default: [:]][member.unit.commune.code, default: []].append(member)
            groups["department", default: [:]][department(member.unit), default: []].append(member)
        }
        for (group, byID) in groups {
            for (groupID, members) in byID {
                for indicator in Self.indicators {
                    lines.append((group, groupID, indicator, line(indicator, members, period)))
                }
            }
        }
        for category in SampleCity.Category.allCases {
            let eight = eventLine(members.flatMap { incidents(of: $0, in: period, category) })
            let nine = changeLine(members.flatMap { violations(of: $0, in: period, category) })
            lines.append(("category", category.rawValue, "CT8", eight))
            lines.append(("category", category.rawValue, "CT9", nine))
        }
        lines.sort { left, right in
            if left.group != right.group { return bytesBefore(left.group, right.group) }
            if left.id != right.id { return bytesBefore(left.id, right.id) }
            return bytesBefore(left.indicator, right.indicator)
        }
        var text =
            "period,group,group_id,indicator,denominator,numerator,reported_denominator,rate,rate_reported,result\n"
        for line in lines { text += "\(id),\(line.group),\(line.id),\(line.indicator),\(line.rest)\n" }
        return text
    }

    /// assessments.csv of the period, with its header line.
    func assessments(_ id: String) -> String {
        guard let period = period(id) else { return "" }
        var text = "period,unit,indicator,assessment\n"
        for member in present(period).sorted(by: { bytesBefore($0.unit.code, $1.unit.code) }) {
            for indicator in Self.indicators {
                text += "\(id),\(member.unit.code),\(indicator),\(assessment(indicator, member, period).rawValue)\n"
            }
        }
        return text
    }

    // MARK: - Periods and units

    /// The indicators in the plan's order.
    private static let indicators = ["CT1", "CT2", "CT3", "CT4", "CT5", "CT6a", "CT6b", "CT7", "CT8", "CT9"]

    private struct Window {
        let name: String
        let first: Day
        let last: Day
        let isYear: Bool
    }

    private func period(_ id: String) -> Window? {
        let year = Day(2025, 12, 15)
        switch id {
        case "2026-Q1": return Window(name: "Q1", first: year, last: Day(2026, 3, 14), isYear: false)
        case "2026-H1": return Window(name: "H1", first: year, last: Day(2026, 6, 14), isYear: false)
        case "2026-Q3": return Window(name: "Q3", first: Day(2026, 6, 15), last: Day(2026, 9, 14), isYear: false)
        case "2026-Y": return Window(name: "Y", first: year, last: Day(2026, 12, 14), isYear: true)
        default: return nil
        }
    }

    /// A present unit: active on some day of the window.
    private struct Member {
        let unit: SampleCity.Unit
        let truth: UnitTruth
        /// Active on the window's last day.
        let isExpected: Bool
        let report: SampleCity.Report?
    }

    private func present(_ window: Window) -> [Member] {
        var members: [Member] = []
        for (unit, truth) in zip(city.units, city.truth) {
            var isPresent = false
            for number in window.first.number...window.last.number where active(unit, number) { isPresent = true }
            guard isPresent else { continue }
            var report: SampleCity.Report?
            for row in truth.reports where row.period.rawValue == window.name { report = row }
            members.append(
                Member(unit: unit, truth: truth, isExpected: active(unit, window.last.number), report: report)
            )
        }
        return members
    }

    private func active(_ unit: SampleCity.Unit, _ number: Int) -> Bool {
        if let opened = unit.opened, number < opened.number { return false }
        if let closed = unit.closed, number >= closed.number { return false }
        return true
    }

    private func department(_ unit: SampleCity.Unit) -> String {
        switch unit.kind.rawValue {
        case "MN": "mam-non"
        case "TH": "tieu-hoc"
        case "THCS", "THPT", "PTNC": "trung-hoc"
        default: "gdtx-gdnn"
        }
    }

    /// "Từ THCS trở lên": some level above primary; a PTNC unit without levels counts as such.
    private func isAbovePrimary(_ unit: SampleCity.Unit) -> Bool {
        switch unit.kind.rawValue {
        case "MN", "TH": return false
        case "PTNC":
            if unit.levels.isEmpty { return true }
            for level in unit.levels where level.rawValue == "THCS" || level.rawValue == "THPT" { return true }
            return false
        default: return true
        }
    }

    // MARK: - CT1 to CT7

    private func applies(_ indicator: String, _ member: Member) -> Bool {
        guard member.isExpected else { return false }
        switch indicator {
        case "CT6a", "CT6b": return isAbovePrimary(member.unit)
        case "CT7":
            guard isAbovePrimary(member.unit), member.unit.safeLastYear == true else { return false }
            return isGoodOrBetter(member.unit.ratingLastYear)
        default: return true
        }
    }

    private func isMet(_ indicator: String, _ member: Member, _ report: SampleCity.Report, _ window: Window) -> Bool {
        switch indicator {
        case "CT1": return report.disseminated == true
        case "CT2": return report.planForm?.rawValue == "RIENG" || report.planForm?.rawValue == "LONGGHEP"
        case "CT3": return report.committeeRenewed == true && report.contactNamed == true
        case "CT4":
            // A round is a day with a thematic session, from the plan year's first day to the window's last.
            var days: Set<Int> = []
            for session in member.truth.sessions where session.isThematic == true {
                let number = session.day.number
                guard number >= Day(2025, 12, 15).number, number <= window.last.number else { continue }
                if active(member.unit, number) { days.insert(number) }
            }
            return days.count >= 2
        case "CT5": return report.onlineLaunched == true && (report.onlineModels ?? 0) >= 1
        case "CT6a": return report.safetyRegistered == true
        case "CT6b": return isGoodOrBetter(report.safetyRating)
        default: return report.exemplaryRegistered == true && ((report.models ?? 0) >= 1 || report.breakthrough != nil)
        }
    }

    private func isGoodOrBetter(_ rating: SampleCity.Rating?) -> Bool {
        rating?.rawValue == "K" || rating?.rawValue == "XS"
    }

    private func isDueLater(_ indicator: String, _ window: Window) -> Bool {
        (indicator == "CT4" || indicator == "CT6b") && !window.isYear
    }

    // MARK: - CT8 and CT9

    private struct Event {
        let isTimely: Bool
        let isProlonged: Bool
        let unitReported: Bool
    }

    /// The incidents that were received in the window and while the unit was active.
    private func incidents(of member: Member, in window: Window, _ category: SampleCity.Category?) -> [Event] {
        var events: [Event] = []
        for row in member.truth.incidents {
            let number = row.received.number
            guard number >= window.first.number, number <= window.last.number, active(member.unit, number) else {
                continue
            }
            if let category, (row.category ?? .KHAC) != category { continue }
            let status = row.status?.rawValue ?? ""
            events.append(
                Event(
                    isTimely: row.isTimely == true && ["DAXL", "DANGXL", "PHOIHOP"].contains(status),
                    isProlonged: row.isProlonged == true,
                    unitReported: member.report != nil
                )
            )
        }
        return events
    }

    private struct Change {
        /// Nil: the row lacks this year's count or last year's.
        let counts: (now: Int, before: Int)?
        let unitReported: Bool
    }

    private func violations(of member: Member, in window: Window, _ category: SampleCity.Category?) -> [Change] {
        var changes: [Change] = []
        for each in SampleCity.Category.allCases where category == nil || category == each {
            let rows = member.truth.violations.filter { $0.period.rawValue == window.name && $0.category == each }
            if rows.isEmpty { continue }
            var pairs: [(now: Int, before: Int)?] = []
            if let closed = closedFigure(of: member, in: window, each) {
                // One figure for all the category's rows: all of them count, or none.
                if rows.contains(where: { $0.cases == nil }) {
                    pairs = rows.map { _ in nil }
                } else {
                    var left = closed
                    for row in rows {
                        pairs.append((now: row.cases ?? 0, before: left))
                        left = 0
                    }
                }
            } else {
                for row in rows {
                    if let now = row.cases, let before = row.casesLastYear {
                        pairs.append((now: now, before: before))
                    } else {
                        pairs.append(nil)
                    }
                }
            }
            for pair in pairs { changes.append(Change(counts: pair, unitReported: member.report != nil)) }
        }
        return changes
    }

    /// Nil: not closed, no row of the unit counted then, or a row of the category lacked its figure.
    private func closedFigure(of member: Member, in window: Window, _ category: SampleCity.Category) -> Int? {
        for before in lastYear?.members[window.name] ?? [] where before.code == member.unit.code {
            if before.violations.isEmpty { return nil }
            var sum = 0
            for figure in before.violations[category.rawValue] ?? [] {
                guard let figure else { return nil }
                sum += figure
            }
            return sum
        }
        return nil
    }

    /// A category that had a figure last year and has no row now.
    private func lacksCategory(_ member: Member, _ window: Window) -> Bool {
        for category in SampleCity.Category.allCases {
            guard let closed = closedFigure(of: member, in: window, category), closed > 0 else { continue }
            if violations(of: member, in: window, category).isEmpty { return true }
        }
        return false
    }

    // MARK: - Assessments

    private enum Assessment: String {
        case met
        case notMet = "not_met"
        case inProgress = "in_progress"
        case notApplicable = "not_applicable"
        case notReported = "not_reported"
    }

    private func assessment(_ indicator: String, _ member: Member, _ window: Window) -> Assessment {
        switch indicator {
        case "CT8":
            let events = incidents(of: member, in: window, nil)
            if events.isEmpty { return .notApplicable }
            for event in events where !event.isTimely || event.isProlonged { return .notMet }
            return .met
        case "CT9":
            let changes = violations(of: member, in: window, nil)
            if changes.isEmpty { return .notReported }
            if lacksCategory(member, window) { return .notMet }
            var (now, before) = (0, 0)
            for change in changes {
                guard let counts = change.counts else { return .notMet }
                now += counts.now
                before += counts.before
            }
            return now < before || (now == 0 && before == 0) ? .met : .notMet
        default:
            guard applies(indicator, member) else { return .notApplicable }
            guard let report = member.report else { return .notReported }
            if isMet(indicator, member, report, window) { return .met }
            return isDueLater(indicator, window) ? .inProgress : .notMet
        }
    }

    // MARK: - Lines of figures.csv

    /// The columns after `indicator`.
    private func line(_ indicator: String, _ members: [Member], _ window: Window) -> String {
        switch indicator {
        case "CT8": return eventLine(members.flatMap { incidents(of: $0, in: window, nil) })
        case "CT9": return changeLine(members.flatMap { violations(of: $0, in: window, nil) })
        default:
            var (applicable, reported, met) = (0, 0, 0)
            for member in members where applies(indicator, member) {
                applicable += 1
                guard let report = member.report else { continue }
                reported += 1
                if isMet(indicator, member, report, window) { met += 1 }
            }
            let result: String
            if applicable == 0 {
                result = "none"
            } else if met == applicable {
                result = "met"
            } else {
                result = isDueLater(indicator, window) ? "in_progress" : "not_met"
            }
            // Who has not reported has met nothing: both rates have the same numerator.
            return columns(applicable, met, reported, met, result)
        }
    }

    private func eventLine(_ events: [Event]) -> String {
        var (timely, reported, timelyReported, prolonged) = (0, 0, 0, 0)
        for event in events {
            if event.isTimely { timely += 1 }
            if event.isProlonged { prolonged += 1 }
            if event.unitReported { reported += 1 }
            if event.unitReported && event.isTimely { timelyReported += 1 }
        }
        let result = events.isEmpty ? "none" : timely == events.count && prolonged == 0 ? "met" : "not_met"
        return columns(events.count, timely, reported, timelyReported, result)
    }

    private func changeLine(_ changes: [Change]) -> String {
        var (now, before, nowReported, beforeReported, complete) = (0, 0, 0, 0, 0)
        for change in changes {
            guard let counts = change.counts else { continue }
            complete += 1
            now += counts.now
            before += counts.before
            if change.unitReported {
                nowReported += counts.now
                beforeReported += counts.before
            }
        }
        let result: String
        if changes.isEmpty {
            result = "none"
        } else if complete == 0 {
            result = "not_met"
        } else {
            result = now < before || (now == 0 && before == 0) ? "met" : "not_met"
        }
        return columns(before, now, beforeReported, nowReported, result)
    }

    private func columns(
        _ denominator: Int,
        _ numerator: Int,
        _ reportedDenominator: Int,
        _ reportedNumerator: Int,
        _ result: String
    ) -> String {
        let rate = ratio(numerator, denominator)
        let rateReported = ratio(reportedNumerator, reportedDenominator)
        return "\(denominator),\(numerator),\(reportedDenominator),\(rate),\(rateReported),\(result)"
    }

    /// Six decimals, half away from zero, in whole numbers.
    private func ratio(_ numerator: Int, _ denominator: Int) -> String {
        guard denominator > 0 else { return "" }
        let millionths = (2 * numerator * 1_000_000 + denominator) / (2 * denominator)
        var decimals = "\(millionths % 1_000_000)"
        while decimals.count < 6 { decimals = "0" + decimals }
        return "\(millionths / 1_000_000).\(decimals)"
    }

    private func bytesBefore(_ left: String, _ right: String) -> Bool {
        Array(left.utf8).lexicographicallyPrecedes(Array(right.utf8))
    }
}
