import Foundation
import Plan

/// What the machine-readable files of a period say of some of its units: figures.csv, assessments.csv and facts.csv.
struct SetFigures {
    /// Whose units a workbook is about.
    enum Scope: Hashable {
        case city
        case commune(String)
        case department(String)
    }

    typealias Row = [String: String]

    let plan: Plan
    let period: Period
    let scope: Scope
    /// Rows of facts.csv, of the scope's units alone.
    let facts: [Row]
    /// Indicators in the plan's order.
    let indicators: [String]
    /// As they were closed, of those that were the scope's then; empty: nothing was closed.
    let before: [MadeLastYear.Member]
    private let figures: [String: Row]
    private let assessments: [String: String]

    init(_ city: ProofCity, period: Period, scope: Scope) throws {
        plan = city.plan
        self.period = period
        self.scope = scope
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
        }
        var figures: [String: Row] = [:]
        for row in try city.rows("\(period.id)/figures.csv") {
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
    func lastYear(_ indicator: String) -> Double? {
        let (part, whole): (Int, Int)
        if indicator == "CT8" {
            whole = before.reduce(0) { $0 + (Int($1.facts["so_vu_viec"] ?? "") ?? 0) }
            part = before.reduce(0) { $0 + (Int($1.facts["so_vu_viec_kip_thoi"] ?? "") ?? 0) }
        } else {
            let verdicts = before.compactMap { $0.assessments[indicator] }.filter { $0 != "not_applicable" }
            (part, whole) = (verdicts.count { $0 == "met" }, verdicts.count)
        }
        return whole == 0 ? nil : Double(part) / Double(whole)
    }

    /// Whether any of the units has a value of the fact: without one it is missing, not 0.
    func isKnown(_ fact: String, where isMember: (Row) -> Bool = { _ in true }) -> Bool {
        facts.contains { isMember($0) && !($0[fact] ?? "").isEmpty }
    }

    static func isExpected(_ row: Row) -> Bool { row["expected"] == "true" }
    static func isReported(_ row: Row) -> Bool { isExpected(row) && row["reported"] == "true" }
    static func isOnTime(_ row: Row) -> Bool { isReported(row) && row["on_time"] == "true" }

    func count(_ isCounted: (Row) -> Bool) -> Double { Double(facts.count(where: isCounted)) }

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
