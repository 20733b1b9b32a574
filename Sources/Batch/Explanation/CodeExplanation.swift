import Plan
import Records
import SystemPackage
import Workbooks

/// What `explain CODE` is asked to do.
package struct CodeQuestion: Sendable {
    /// A finding's code or an indicator's id, in any case of letters.
    package var code: String
    package var asOf: CalendarDate
    package var templates: TemplatePlaces
    package var planFile: FilePath?

    package init(code: String, asOf: CalendarDate, templates: TemplatePlaces, planFile: FilePath? = nil) {
        self.code = code
        self.asOf = asOf
        self.templates = templates
        self.planFile = planFile
    }
}

/// What a finding's code means and how to mend it, or what an indicator demands, in Vietnamese.
///
/// - Throws: `.usage` with what there is and what was perhaps meant; `.plan` where the plan is invalid.
package func explain(_ question: CodeQuestion) throws(BatchError) -> String {
    let catalog = try PlanCatalog.load(templates: try question.templates.find(), planFile: question.planFile)
    guard let plan = catalog.inForce(on: question.asOf)?.plan else { throw .usage("there is no plan") }
    guard let lines = CodeExplanation(plan: plan).lines(question.code) else {
        throw .usage(CodeExplanation(plan: plan).unknown(question.code))
    }
    return lines.joined(separator: "\n") + "\n"
}

/// Codes in words: those that every plan has, and the plan's own.
struct CodeExplanation {
    let plan: Plan

    /// Nil for a code that there is not.
    func lines(_ code: String) -> [String]? {
        let wanted = code.uppercased()
        if let indicator = plan.indicators.first(where: { $0.id.uppercased() == wanted }) {
            return self.indicator(indicator)
        }
        if let rule = plan.rules.first(where: { $0.code.uppercased() == wanted }) { return self.rule(rule) }
        guard let code = FindingCode(rawValue: wanted), let explanation = code.explanation(plan: plan) else {
            return nil
        }
        return [
            "\(code.rawValue)  (\(severity(code.severity)))", "", "Ý nghĩa: \(explanation.meaning)",
            "Ví dụ: \(explanation.example)", "Cách xử lý: \(explanation.mend)",
        ]
    }

    func unknown(_ code: String) -> String {
        let rules = plan.rules.map(\.code)
        let codes = FindingCode.allCases.filter { $0 != .V }.map(\.rawValue) + rules
        let ids = plan.indicators.map(\.id)
        let near = nearestNames(to: code.uppercased(), among: codes + ids)
        return "Không có chỉ tiêu hay mã phát hiện \(code)." + meant(near)
            + "\nChỉ tiêu: \(ids.joined(separator: ", "))"
            + "\nMã phát hiện: \(ranges(codes).joined(separator: ", "))"
    }

    // MARK: - Indicators and rules

    private func indicator(_ indicator: IndicatorDefinition) -> [String] {
        ExplanationHead(plan: plan, indicator: indicator).lines(nil) + ["", IndicatorWords.text(indicator, plan: plan)]
            + [
                "",
                "Xem số liệu: tonghop explain \(indicator.id) --unit MÃ (hoặc --commune MÃ, --city) --period KỲ --inbox THƯ-MỤC",
            ]
    }

    private func rule(_ rule: Rule) -> [String] {
        ["\(rule.code)  \(rule.title)  (\(severity(rule.severity)))", ""] + test(rule)
            + ["Thông báo: \(message(rule))", "Cách xử lý: \(rule.mend)"]
    }

    /// What a rule demands, line by line.
    func test(_ rule: Rule) -> [String] {
        switch rule.test {
        case .record(let test):
            return ["Xét từng dòng của biểu “\(plan.dataSets[test.dataSet].title)”."]
                + check(test.check, plan.recordWords(of: test.dataSet))
        case .unit(let tests):
            guard let first = tests.first else { return [] }
            let each = first.each.map { " Xét riêng từng mã, ví dụ \($0):" } ?? ""
            return ["Xét từng đơn vị và kỳ, theo số liệu.\(each)"] + check(first.check, plan.unitWords)
        case .falls(let columns):
            return [
                "Số tính từ đầu năm kế hoạch không được ít hơn kỳ trước. Xét:"
            ] + titles(columns)
        case .turns(let columns): return ["Kỳ trước ghi Có thì kỳ sau không được ghi Không. Xét:"] + titles(columns)
        case .lastYear(let test):
            let demand =
                switch test.demand {
                case .same: "Số ghi cho năm trước phải bằng số đã chốt của năm trước. Xét:"
                case .given: "Loại năm trước đã chốt trên 0 thì năm nay cũng phải có. Xét:"
                }
            return [demand] + titles(test.pairs.map(\.given))
        case .outlier(let test):
            return [
                "Số từ \(number(test.leastValue)) trở lên, gấp \(number(test.ratio)) lần kỳ trước của chính đơn vị hoặc trung vị của "
                    + "loại hình, thì hỏi lại. Xét:"
            ] + titles(test.columns)
        }
    }

    private func check(_ check: Rule.Check, _ words: ConditionWords) -> [String] {
        func side(_ condition: Rule.Condition) -> String {
            words.words(condition.expression) + (condition.missing == .counts ? " (thiếu giá trị cũng là sai)" : "")
        }
        return (check.when.map { ["Khi: \(words.words($0.expression))"] } ?? []) + ["Phải: \(side(check.require))"]
    }

    /// Each fact once; of one that is split, its parts together.
    private func titles(_ columns: [Int]) -> [String] {
        var told: Set<Int> = []
        return columns.map { plan.factColumns[$0] }.filter { told.insert($0.fact).inserted }.map { column in
            "  - \(plan.facts[column.fact].title)" + (column.part == nil ? "" : ", từng loại")
        }
    }

    /// The message with what stands in its places, in square brackets.
    func message(_ rule: Rule) -> String {
        rule.message.text(rule.message.names.map { "[\(place($0, in: rule))]" })
    }

    private func place(_ name: String, in rule: Rule) -> String {
        switch RuleMessage.Word(rawValue: name) {
        case .figure?: return "số liệu"
        case .value?: return "giá trị"
        case .period?: return "kỳ"
        case .earlierValue?: return "giá trị kỳ trước"
        case .earlierPeriod?: return "kỳ trước"
        case .closedValue?: return "số đã chốt"
        case .usual?: return "số thường gặp"
        case .usualValue?: return "giá trị thường gặp"
        case nil: break
        }
        let (names, words): ([String], ConditionWords) =
            if case .record(let test) = rule.test {
                (plan.ruleScope(of: test.dataSet).names, plan.recordWords(of: test.dataSet))
            } else {
                (plan.unitScope.names, plan.unitWords)
            }
        if let variable = names.firstIndex(of: name) { return words.title(variable) }
        return plan.codeLists.contains { $0.name == name } ? "tên của mã" : name
    }

    private func number(_ value: Double) -> String {
        ValueText(plan: plan, texts: TextPool()).words(value, .number)
    }

    private func severity(_ severity: Severity) -> String {
        switch severity {
        case .error: "lỗi: phải sửa"
        case .query: "cần giải trình: vẫn tính, hãy sửa hoặc giải trình"
        case .information: "thông tin"
        }
    }

    /// `F1-F13`, `V1-V31`: runs of codes that differ in their number alone.
    private func ranges(_ codes: [String]) -> [String] {
        var runs: [(first: String, last: String, number: Int)] = []
        for code in codes {
            let number = Int(code.drop { !$0.isNumber }) ?? 0
            let letters = code.prefix { !$0.isNumber }
            if let run = runs.last, run.first.prefix(while: { !$0.isNumber }) == letters, number == run.number + 1 {
                runs[runs.count - 1] = (run.first, code, number)
            } else {
                runs.append((code, code, number))
            }
        }
        return runs.map { $0.first == $0.last ? $0.first : "\($0.first)-\($0.last)" }
    }
}
