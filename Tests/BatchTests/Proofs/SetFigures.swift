import Foundation
import Plan

/// What the machine-readable files of a period say of some of its units: figures.csv, assessments.csv and facts.csv.
struct SetFigures {
    /// Whose units a workbook is about.
    enum Scope: Hashable {
        case city
        case commune(String)
        case department(String)
        /// One unit's feedback.
        case unit(String)
        /// The feedback on files that are of no unit: the first digits of their hash.
        case nobody(String)
    }

    typealias Row = [String: String]

    let plan: Plan
    let period: Period
    let scope: Scope
    let sources: SetSources
    /// Rows of facts.csv, of the scope's units alone.
    let facts: [Row]
    /// Indicators in the plan's order.
    let indicators: [String]
    /// As they were closed, of those that were the scope's then; empty: nothing was closed.
    let before: [MadeLastYear.Member]
    /// The rows of all groups.
    let allFigures: [Row]
    /// Rows of the same files as they were when the period was closed before; nil: it was not. Of facts the city's.
    let closedBefore: (figures: [Row], facts: [Row])?
    private let figures: [String: Row]
    private let assessments: [String: String]

    init(_ city: ProofCity, period: Period, scope: Scope) throws {
        plan = city.plan
        self.period = period
        self.scope = scope
        sources = city.sources
        let all = try city.rows("\(period.id)/facts.csv")
        let closed = city.lastYear?.members[period.code] ?? []
        switch scope {
        case .city: (facts, before) = (all, closed)
        case .commune(let code):
            facts = all.filter { $0["commune"] == code }
            before = closed.filter { $0.commune == code }
        case .department(let id):
            let kinds = plan.departments.first { $0.id == id }?.kinds ?? []
            let codes = kinds.map { [plan = city.plan] in plan.codeLists[plan.kindList].codes[$0].code }
            facts = all.filter { codes.contains($0["kind"] ?? "") }
            before = closed.filter { codes.contains($0.kind) }
        case .unit(let code): (facts, before) = (all.filter { $0["unit"] == code }, closed.filter { $0.code == code })
        case .nobody: (facts, before) = ([], [])
        }
        closedBefore = city.closedBefore[period.id].map { ($0.figures, $0.facts) }
        allFigures = try city.rows("\(period.id)/figures.csv")
        var figures: [String: Row] = [:]
        for row in allFigures {
            figures["\(row["group"] ?? "")/\(row["group_id"] ?? "")/\(row["indicator"] ?? "")"] = row
        }
        self.figures = figures
        var assessments: [String: String] = [:]
        for row in try city.rows("\(period.id)/assessments.csv") {
            assessments["\(row["unit"] ?? "")/\(row["indicator"] ?? "")"] = row["assessment"]
        }
        self.assessments = assessments
        indicators = plan.indicators.map(\.id)
    }

    /// The row of figures.csv of the scope's own group.
    func total(_ indicator: String) -> Row? {
        switch scope {
        case .city: figure("city", "all", indicator)
        case .commune(let code): figure("commune", code, indicator)
        case .department(let id): figure("department", id, indicator)
        case .unit, .nobody: nil
        }
    }

    func figure(_ group: String, _ id: String, _ indicator: String) -> Row? { figures["\(group)/\(id)/\(indicator)"] }

    func assessment(_ unit: String, _ indicator: String) -> String? { assessments["\(unit)/\(indicator)"] }

    /// The sum of a fact over the units, or over some of them; a missing value adds nothing. Nil: there is no such fact.
    func sum(_ fact: String, where isMember: (Row) -> Bool = { _ in true }) -> Double? {
        guard plan.factColumns.contains(where: { $0.name == fact }) else { return nil }
        return facts.filter(isMember).reduce(0) { $0 + (Double($1[fact] ?? "") ?? 0) }
    }

    /// The rate of an indicator in the same period last year; nil: not closed, or nothing to divide by.
    func lastYear(_ indicator: String) -> Double? { closed(indicator).map { $0.part / $0.whole } }

    /// What that rate is made of.
    func closed(_ indicator: String) -> (part: Double, whole: Double)? {
        let (part, whole): (Double, Double)
        if indicator == "CT8" {
            (part, whole) = (closedSum("so_vu_viec_kip_thoi") ?? 0, closedSum("so_vu_viec") ?? 0)
        } else {
            let verdicts = before.compactMap { $0.assessments[indicator] }.filter { $0 != "not_applicable" }
            (part, whole) = (Double(verdicts.count { $0 == "met" }), Double(verdicts.count))
        }
        return whole == 0 ? nil : (part, whole)
    }

    /// The sum of a fact as it was closed; nil: no unit had a value.
    func closedSum(_ fact: String) -> Double? {
        let known = before.compactMap { Double($0.facts[fact] ?? "") }
        return known.isEmpty ? nil : known.reduce(0, +)
    }

    /// How many units had that value; nil: none had any.
    func closedCount(_ fact: String, _ value: String) -> Double? {
        let known = before.compactMap { $0.facts[fact] }.filter { !$0.isEmpty }
        return known.isEmpty ? nil : Double(known.count { $0 == value })
    }

    /// Units of this year that were not there last year, those that are gone, and those of last year that did not report. Nil: not closed.
    var population: (opened: [Row], closed: [MadeLastYear.Member], silent: [MadeLastYear.Member])? {
        guard !before.isEmpty else { return nil }
        let then = Set(before.map(\.code))
        let now = Set(facts.compactMap { $0["unit"] })
        let members = before.sorted {
            ([$0.commune, $0.code] as [String]).lexicographicallyPrecedes([$1.commune, $1.code])
        }
        return (
            byCommune { !then.contains($0["unit"] ?? "") }, members.filter { !now.contains($0.code) },
            members.filter { $0.expected && !$0.reported }
        )
    }

    /// Whether any of the units has a value of the fact: without one it is missing, not 0.
    func isKnown(_ fact: String, where isMember: (Row) -> Bool = { _ in true }) -> Bool {
        facts.contains { isMember($0) && !($0[fact] ?? "").isEmpty }
    }

    static func isExpected(_ row: Row) -> Bool { row["expected"] == "true" }
    static func isReported(_ row: Row) -> Bool { isExpected(row) && row["reported"] == "true" }
    static func isOnTime(_ row: Row) -> Bool { isReported(row) && row["on_time"] == "true" }

    func count(_ isCounted: (Row) -> Bool) -> Double { Double(facts.count(where: isCounted)) }

    /// By commune, then by code.
    func byCommune(_ isMember: (Row) -> Bool) -> [Row] {
        facts.filter(isMember).sorted { left, right in
            let (one, two) = (
                [left["commune"] ?? "", left["unit"] ?? ""], [right["commune"] ?? "", right["unit"] ?? ""]
            )
            return one.lexicographicallyPrecedes(two) { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        }
    }

    /// The units that an indicator applies to and that do not meet it.
    func misses(_ indicator: String) -> [Row] {
        byCommune {
            let word = assessment($0["unit"] ?? "", indicator)
            return word != "met" && word != "not_applicable"
        }
    }

    /// The values that an indicator looks at, of one unit: `Số đợt chuyên đề: 1; …`.
    func deciding(_ indicator: String, _ unit: Row) -> String {
        guard assessment(unit["unit"] ?? "", indicator) != "not_reported" else { return "" }
        return (Self.decidingFacts[indicator] ?? []).map { name in
            guard let fact = plan.factColumns.first(where: { $0.name == name }) else { return "no fact \(name)" }
            let text =
                switch shown(unit[name] ?? "", as: fact.type) {
                case .blank: "chưa có"
                case .text(let text): text
                case .number(let number): Self.words(number)
                case .boolean(let flag): "\(flag)"
                case .error(let error): error
                }
            return "\(fact.title): \(text)"
        }.joined(separator: "; ")
    }

    private static let decidingFacts = [
        "CT1": ["quan_triet"], "CT2": ["ke_hoach"], "CT3": ["kien_toan_bcd", "dau_moi"], "CT4": ["so_dot_chuyen_de"],
        "CT5": ["phat_dong_kgm", "so_mo_hinh_kgm"], "CT6a": ["dk_an_toan"], "CT6b": ["xl_an_toan"],
        "CT7": ["dk_dien_hinh", "so_mo_hinh", "noi_dung_dot_pha"],
        "CT8": ["so_vu_viec", "so_vu_viec_kip_thoi", "so_vu_viec_keo_dai"],
        "CT9": [
            "so_dong_vi_pham", "so_dong_vi_pham_du", "vi_pham_nam_nay", "vi_pham_nam_truoc", "so_loai_vi_pham_thieu",
        ],
    ]

    /// A whole number as Vietnamese papers write it: `1.234`.
    static func words(_ number: Double) -> String {
        let digits = "\(Int(number))"
        return String(
            digits.enumerated().reduce(into: "") { text, digit in
                let left = digits.count - digit.offset
                if digit.offset > 0, left % 3 == 0 { text += "." }
                text.append(digit.element)
            }
        )
    }

    /// `97,5%`, half away from zero, in whole numbers.
    static func percent(_ part: Double, of whole: Double) -> String {
        guard whole > 0 else { return "—" }
        let tenths = (2_000 * Int(part) + Int(whole)) / (2 * Int(whole))
        return "\(tenths / 10),\(tenths % 10)%"
    }

    static let assessmentWords = [
        "met": "Đạt", "not_met": "Chưa đạt", "in_progress": "Đang thực hiện", "not_applicable": "Không áp dụng",
        "not_reported": "Chưa báo cáo",
    ]
    static let resultWords = [
        "met": "Đạt", "not_met": "Chưa đạt", "in_progress": "Đang thực hiện", "none": "Không có số liệu",
    ]

    /// A cell of facts.csv as a workbook shows it.
    func shown(_ text: String, as type: ValueType) -> CellContent {
        if text.isEmpty { return .blank }
        func name(_ code: String, _ list: Int) -> String {
            plan.codeLists[list].codes.first { $0.code == code }?.name ?? "no code \(code)"
        }
        switch type {
        case .number: return Double(text).map(CellContent.number) ?? .error("no number: \(text)")
        case .date: return Self.serial(text).map(CellContent.number) ?? .error("no day: \(text)")
        case .boolean: return .text(text == "true" ? "Có" : "Không")
        case .choice(let list): return .text(name(text, list))
        case .choices(let list):
            return .text(
                text.split(separator: ";").map { name($0.trimmingCharacters(in: .whitespaces), list) }.joined(
                    separator: "; "
                )
            )
        case .text: return .text(text)
        }
    }

    /// Days since 30 December 1899, as workbooks count them.
    static func serial(_ iso: String) -> Double? { CalendarDate(iso: iso).map { Double($0.days) + 25_569 } }
}

extension SetFigures.Scope {
    /// Whose figures a workbook shows, by its path below the set's folder.
    init?(workbook path: String) {
        let parts = path.split(separator: "/").map(String.init)
        guard let last = parts.last, last.hasSuffix(".xlsx"), parts.count > 1 else { return nil }
        switch (parts[1], parts.count) {
        case ("xa-phuong", 3): self = .commune(String(last.prefix { $0 != "-" }))
        case ("phong-chuyen-mon", 3): self = .department(String(last.dropLast(5)))
        case ("phan-hoi", 4):
            self = parts[2] == "khong-ro" ? .nobody(String(last.dropLast(5))) : .unit(String(last.dropLast(5)))
        case (let name, 2) where name.hasPrefix("tong-hop") || name.hasPrefix("noi-bo"): self = .city
        default: return nil
        }
    }
}
