import Figures
import Plan
import Records
import Workbooks

/// One indicator over a commune or the city: what was added up, what is missing, and the units that miss it.
struct GroupExplanation {
    private var words: TraceWords
    private let figures: PeriodFigures
    private let group: UnitGroup
    private let position: Int
    private let tally: Tally?
    /// Rows of `figures` of the group's units.
    private let rows: [Int]

    private var plan: Plan { words.plan }
    private var indicator: IndicatorDefinition { plan.indicators[position] }

    /// - Parameters:
    ///   - group: the city or a commune.
    ///   - indicator: position in `Plan.indicators`.
    init(_ words: TraceWords, _ figures: PeriodFigures, group: UnitGroup, indicator: Int) {
        self.words = words
        self.figures = figures
        self.group = group
        position = indicator
        tally = figures.tallies.first { $0.group == group && $0.indicator == indicator }
        rows = figures.units.indices.filter { row in
            if case .commune(let commune) = group { return words.roster.communeOfUnit[figures.units[row]] == commune }
            return true
        }
    }

    mutating func lines() -> [String] {
        var lines = ExplanationHead(plan: plan, indicator: indicator).lines(words.period) + [groupLine, ""]
        guard let tally else { return lines + ["Kết quả: không có đơn vị nào có mặt trong kỳ này."] }
        lines.append("Kết quả: \(tally.result.word). \(figure(tally))")
        lines += reportedFigure(tally) + ["", definition]
        if indicator.kind != .units { lines += sums() }
        return lines + categories() + units() + events() + hint()
    }

    /// Where the published figure differs.
    func published(_ published: PublishedFigures?) -> [String] {
        let (kind, id): (String, String) =
            if case .commune(let commune) = group {
                ("commune", words.roster.communes[commune].code)
            } else {
                ("city", "all")
            }
        return published?.comparison(group: kind, id: id, indicator: indicator.id, now: tally) ?? []
    }

    // MARK: - The figure

    private var groupLine: String {
        let count = "\(vietnamese(rows.count)) đơn vị có mặt trong kỳ"
        guard case .commune(let commune) = group else { return "Toàn thành phố: \(count)" }
        let definition = words.roster.communes[commune]
        return "Xã, phường, đặc khu: \(definition.code) \(definition.name), \(count)"
    }

    private func figure(_ tally: Tally) -> String {
        let share = vietnamesePercent(tally.numerator, of: tally.denominator)
        let (numerator, denominator) = (vietnamese(tally.numerator), vietnamese(tally.denominator))
        let missing = tally.denominator - tally.numerator
        switch indicator.kind {
        case .units:
            let silent = tally.denominator - tally.reportedDenominator
            let lack =
                missing > 0
                ? ", còn thiếu \(vietnamese(missing)) đơn vị"
                    + (silent > 0 ? ", trong đó \(vietnamese(silent)) đơn vị chưa báo cáo" : "") : ""
            return "\(numerator) trên \(denominator) đơn vị thuộc diện áp dụng (\(share))\(lack)."
        case .events:
            return
                "\(title(indicator.numerator)): \(numerator) trên \(title(indicator.denominator)): \(denominator) (\(share))."
        case .change:
            let difference = tally.numerator - tally.denominator
            let words =
                difference < 0
                ? "giảm \(vietnamese(-difference))" : difference > 0 ? "tăng \(vietnamese(difference))" : "không đổi"
            return
                "\(title(indicator.numerator)): \(numerator), \(title(indicator.denominator)): \(denominator), \(words)."
        }
    }

    private func title(_ column: Int?) -> String {
        column.map { words.quoted($0) } ?? ""
    }

    private func reportedFigure(_ tally: Tally) -> [String] {
        guard indicator.kind == .units, tally.reportedDenominator < tally.denominator else { return [] }
        let share = vietnamesePercent(tally.reportedNumerator, of: tally.reportedDenominator)
        return [
            "Chỉ tính đơn vị đã báo cáo: \(vietnamese(tally.reportedNumerator)) trên "
                + "\(vietnamese(tally.reportedDenominator)) (\(share))."
        ]
    }

    private var definition: String {
        var parts: [String] = []
        if let applies = indicator.applies { parts.append("Áp dụng khi: \(words.condition(applies)).") }
        let unitMet = words.condition(indicator.met)
        let groupMet = indicator.groupMet.map(words.condition) ?? unitMet
        if indicator.kind != .units, unitMet == groupMet {
            parts.append("Đơn vị, và cả nhóm theo tổng của nhóm, đạt khi: \(unitMet).")
        } else {
            parts.append("Đơn vị đạt khi: \(unitMet).")
            if indicator.kind != .units { parts.append("Cả nhóm, theo tổng của nhóm, đạt khi: \(groupMet).") }
        }
        return parts.joined(separator: "\n")
    }

    /// What the group's condition reads, added up over its units.
    private mutating func sums() -> [String] {
        let condition = indicator.groupMet ?? indicator.met
        var lines = ["", "Tổng của nhóm:"]
        for variable in condition.variables where plan.unitScope.types[variable] == .number {
            var sum = 0.0
            for row in rows {
                let value = words.tracing.value(variable, of: figures.units[row])
                if !value.isNaN { sum += value }
            }
            lines.append("  \(words.quoted(variable)): \(words.value(sum, of: variable))")
        }
        return lines
    }

    /// The same by category, over the whole city.
    private func categories() -> [String] {
        guard group == .city, let list = indicator.categories else { return [] }
        let tallies = figures.tallies.filter { tally in
            if case .category = tally.group { return tally.indicator == position && tally.result != .none }
            return false
        }
        guard !tallies.isEmpty else { return [] }
        let joint = indicator.kind == .change ? " so với " : " trên "
        return ["", "Theo loại (\(title(indicator.numerator))\(joint)\(title(indicator.denominator))):"]
            + tallies.map { tally in
                var name = ""
                if case .category(let code) = tally.group { name = plan.codeLists[list].codes[code].name }
                return "  \(name): \(vietnamese(tally.numerator))\(joint)\(vietnamese(tally.denominator)), "
                    + tally.result.word.lowercased()
            }
    }

    // MARK: - The units

    /// Those that miss it, with what decided; those that have not reported last.
    private mutating func units() -> [String] {
        let verdicts = figures.assessments[position]
        let judged = rows.filter { [.notMet, .inProgress].contains(verdicts[$0]) }
        let silent = rows.filter { verdicts[$0] == .notReported }
        let outside = rows.count { verdicts[$0] == .notApplicable }
        var lines: [String] = []
        if !judged.isEmpty {
            let title = judged.contains { verdicts[$0] == .notMet } ? "chưa đạt" : "chưa đạt (đang thực hiện)"
            lines += ["", "Đơn vị \(title): \(vietnamese(judged.count))"]
            var told: [Int: String] = [:]
            for row in judged { told[row] = deciding(figures.units[row]) }
            lines += words.bounded(judged, "đơn vị") { "  \(name(figures.units[$0])): \(told[$0] ?? "")" }
        }
        if !silent.isEmpty {
            lines += ["", "Đơn vị chưa báo cáo: \(vietnamese(silent.count))"]
            lines += words.bounded(silent, "đơn vị") { "  \(name(figures.units[$0]))" }
        }
        if outside > 0 { lines += ["", "Không áp dụng: \(vietnamese(outside)) đơn vị."] }
        return lines
    }

    /// How to look at one of them.
    private func hint() -> [String] {
        let verdicts = figures.assessments[position]
        guard let row = rows.first(where: { [.notMet, .inProgress, .notReported].contains(verdicts[$0]) }) else {
            return []
        }
        let code = words.roster.codes[figures.units[row]]
        return ["", "Xem một đơn vị: tonghop explain \(indicator.id) --unit \(code) --period \(words.period.id) ..."]
    }

    private func name(_ unit: Int) -> String {
        "\(words.roster.codes[unit]) \(words.roster.names[unit])"
    }

    /// The values of the parts that do not hold, each with its place where it has one.
    private mutating func deciding(_ unit: Int) -> String {
        var values: [String] = []
        for variable in words.tracing.deciding(indicator.met, of: unit) {
            guard let trace = words.tracing.trace(variable, of: unit) else { continue }
            let place = words.shortPlace(trace)
            values.append(
                "\(words.quoted(variable)) \(words.value(trace.value, of: variable))"
                    + (place.isEmpty ? "" : " (\(place))")
            )
        }
        return values.joined(separator: "; ")
    }

    /// Of a ratio of events: the rows that count below the line and not above it.
    private mutating func events() -> [String] {
        guard indicator.kind == .events, let denominator = indicator.denominator, let numerator = indicator.numerator
        else { return [] }
        var missing: [(unit: Int, row: TracedRow)] = []
        var fields: [Int] = []
        for row in rows {
            let unit = figures.units[row]
            guard case .rows(let all)? = words.tracing.trace(denominator, of: unit)?.origin,
                case .rows(let good)? = words.tracing.trace(numerator, of: unit)?.origin
            else { continue }
            missing += all.counted.filter { !good.counted.contains($0) }.map { (unit, $0) }
            fields = Array(Set(words.shownFields(of: all.aggregate) + words.shownFields(of: good.aggregate))).sorted()
        }
        guard !missing.isEmpty else { return [] }
        return ["", "Dòng có ở \(title(denominator)) mà không có ở \(title(numerator)): \(vietnamese(missing.count))"]
            + words.bounded(missing, "dòng") { entry in
                "  \(words.roster.codes[entry.unit])  \(words.row(entry.row, fields: fields))"
            }
    }
}
