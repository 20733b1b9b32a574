/// A condition of the plan in the words of the people who are judged by it: `“Số mô hình” từ 1 trở lên hoặc có ghi “Nội dung
/// đột phá”`.
///
/// Made from the expression's structure, so that what it says is what is evaluated.
package struct ConditionWords: Sendable {
    /// By variable: what people call it.
    let titles: [String]
    let types: [ValueType]
    let codeLists: [CodeList]

    package func words(_ condition: TypedExpression) -> String {
        text(condition.root)
    }

    package func words(_ expression: Expression) -> String {
        text(expression)
    }

    /// What people call a variable.
    package func title(_ variable: Int) -> String {
        titles.indices.contains(variable) ? titles[variable] : "?"
    }

    /// The same in quotation marks.
    package func quoted(_ variable: Int) -> String {
        "“\(title(variable))”"
    }

    private func text(_ expression: Expression) -> String {
        switch expression {
        case .number(let value): number(value)
        case .boolean(let value): value ? "luôn đúng" : "không bao giờ đúng"
        case .string(let text): "“\(text)”"
        case .name(let name): name
        case .variable(let variable): isBoolean(variable) ? "\(quoted(variable)) là Có" : quoted(variable)
        case .code(let list, let index): name(list, index)
        case .not(let operand): negation(of: operand)
        case .and: joined(conjuncts(of: expression), by: "và")
        case .or: joined(alternatives(of: expression), by: "hoặc")
        case .compare(let comparison, let left, let right): compared(comparison, left, right)
        case .arithmetic(let operation, let left, let right):
            "\(operand(left, of: operation, isRight: false)) \(sign(operation)) \(operand(right, of: operation, isRight: true))"
        case .negate(let operand): "-\(isPlain(operand) ? text(operand) : "(\(text(operand)))")"
        case .member(let operand, let items): "\(value(operand)) là \(list(items.map(value), by: "hoặc"))"
        case .call(let function, let operands): called(function, operands)
        }
    }

    // MARK: - And, or, not

    private func joined(_ parts: [Expression], by word: String) -> String {
        parts.map { part in
            switch part {
            case .and, .or: "(\(text(part)))"
            default: text(part)
            }
        }.joined(separator: " \(word) ")
    }

    private func negation(of operand: Expression) -> String {
        switch operand {
        case .boolean(let value): text(.boolean(!value))
        case .variable(let variable): "\(quoted(variable)) là Không"
        case .not(let inner): text(inner)
        case .call(.present, let operands): "\(operands.first.map(value) ?? "") để trống"
        case .compare(let comparison, let left, let right): compared(comparison.opposite, left, right)
        case .member(let operand, let items): "\(value(operand)) không phải là \(list(items.map(value), by: "hoặc"))"
        case .call(.coalesce, let operands):
            if let whenMissing = operands.last, case .boolean(false) = whenMissing, operands.count == 2 {
                "\(value(operands[0])) là Không hoặc để trống"
            } else {
                "không đúng là \(text(operand))"
            }
        default: "không đúng là (\(text(operand)))"
        }
    }

    // MARK: - Comparisons

    private func compared(_ comparison: Expression.Comparison, _ left: Expression, _ right: Expression) -> String {
        if isLiteral(left), !isLiteral(right) { return compared(comparison.mirrored, right, left) }
        let (subject, object) = (value(left), object(right, of: left))
        switch (comparison, isLiteral(right), kind(left) ?? kind(right)) {
        case (.greaterOrEqual, true, .date?): return "\(subject) từ \(object)"
        case (.lessOrEqual, true, .date?): return "\(subject) đến hết \(object)"
        case (.greater, true, .date?): return "\(subject) sau \(object)"
        case (.less, true, .date?): return "\(subject) trước \(object)"
        case (.equal, _, .date?): return "\(subject) trùng \(object)"
        case (.equal, true, .number?): return "\(subject) bằng \(object)"
        case (.equal, true, _): return "\(subject) là \(object)"
        case (.equal, false, _): return "\(subject) bằng \(object)"
        case (.notEqual, _, _): return "\(subject) khác \(object)"
        case (.greaterOrEqual, true, _): return "\(subject) từ \(object) trở lên"
        case (.lessOrEqual, true, _): return "\(subject) từ \(object) trở xuống"
        case (.greater, true, _): return "\(subject) trên \(object)"
        case (.less, true, _): return "\(subject) dưới \(object)"
        case (.greaterOrEqual, false, .date?): return "\(subject) không trước \(object)"
        case (.lessOrEqual, false, .date?): return "\(subject) không sau \(object)"
        case (.greater, false, .date?): return "\(subject) sau \(object)"
        case (.less, false, .date?): return "\(subject) trước \(object)"
        case (.greaterOrEqual, false, .number?): return "\(subject) không ít hơn \(object)"
        case (.lessOrEqual, false, .number?): return "\(subject) không nhiều hơn \(object)"
        case (.greater, false, .number?): return "\(subject) nhiều hơn \(object)"
        case (.less, false, .number?): return "\(subject) ít hơn \(object)"
        case (.greaterOrEqual, false, _): return "\(subject) không thấp hơn \(object)"
        case (.lessOrEqual, false, _): return "\(subject) không cao hơn \(object)"
        case (.greater, false, _): return "\(subject) cao hơn \(object)"
        case (.less, false, _): return "\(subject) thấp hơn \(object)"
        }
    }

    /// What a subject is compared with: a literal beside a date is a day.
    private func object(_ expression: Expression, of subject: Expression) -> String {
        guard case .number(let days) = expression, kind(subject) == .date, abs(days) < 1e6 else {
            return value(expression)
        }
        return CalendarDate(days: Int32(days)).vietnamese
    }

    private enum Kind {
        case number, date, other
    }

    /// What an expression's value is, as far as words differ by it; nil where the expression does not tell.
    private func kind(_ expression: Expression) -> Kind? {
        switch expression {
        case .number, .arithmetic, .negate, .call(.days, _): return .number
        case .variable(let variable):
            guard types.indices.contains(variable) else { return nil }
            switch types[variable] {
            case .number: return .number
            case .date: return .date
            case .boolean, .choice, .choices, .text: return .other
            }
        case .call(_, let operands): return operands.lazy.compactMap { kind($0) }.first
        default: return nil
        }
    }

    // MARK: - Values

    /// An expression as the subject or object of a sentence: a yes or no is its title alone.
    private func value(_ expression: Expression) -> String {
        switch expression {
        case .variable(let variable): quoted(variable)
        case .boolean(let value): value ? "Có" : "Không"
        case .and, .or, .not, .compare, .member: "(\(text(expression)))"
        default: text(expression)
        }
    }

    private func called(_ function: Expression.Function, _ operands: [Expression]) -> String {
        let values = operands.map(value)
        let first = values.first ?? ""
        switch function {
        case .present: return "có ghi \(first)"
        case .has: return "\(first) có \(list(Array(values.dropFirst()), by: "hoặc"))"
        case .days: return "số ngày từ \(first) đến \(values.last ?? "")"
        case .min: return "số nhỏ nhất của \(list(values, by: "và"))"
        case .max: return "số lớn nhất của \(list(values, by: "và"))"
        case .abs: return "giá trị tuyệt đối của \(first)"
        case .coalesce:
            let rest = values.dropFirst().joined(separator: ", nếu cũng trống thì ")
            let isYes = operands.first.map { isBooleanVariable($0) } ?? false
            return "\(first)\(isYes ? " là Có" : "") (để trống thì tính là \(rest))"
        }
    }

    private func operand(_ operand: Expression, of operation: Expression.Arithmetic, isRight: Bool) -> String {
        guard case .arithmetic(let inner, _, _) = operand else { return text(operand) }
        let isLoose = inner == .add || inner == .subtract
        let binds = operation == .multiply || operation == .divide
        let needsMarks = binds && isLoose || isRight && (operation == .subtract || operation == .divide)
        return needsMarks ? "(\(text(operand)))" : text(operand)
    }

    private func sign(_ operation: Expression.Arithmetic) -> String {
        switch operation {
        case .add: "+"
        case .subtract: "-"
        case .multiply: "×"
        case .divide: ":"
        }
    }

    /// `a`, `a hoặc b`, `a, b hoặc c`
    private func list(_ items: [String], by word: String) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " \(word) \(last)"
    }

    private func name(_ list: Int, _ index: Int) -> String {
        guard codeLists.indices.contains(list), codeLists[list].codes.indices.contains(index) else { return "?" }
        return codeLists[list].codes[index].name
    }

    private func number(_ value: Double) -> String {
        abs(value) < 0x1p53 && Double(Int(value)) == value
            ? vietnamese(Int(value)) : value.description.replacing(".", with: ",")
    }

    private func isPlain(_ expression: Expression) -> Bool {
        switch expression {
        case .number, .variable: true
        default: false
        }
    }

    private func isLiteral(_ expression: Expression) -> Bool {
        switch expression {
        case .number, .boolean, .string, .code: true
        case .negate(let operand): isLiteral(operand)
        default: false
        }
    }

    private func isBoolean(_ variable: Int) -> Bool {
        types.indices.contains(variable) && types[variable] == .boolean
    }

    private func isBooleanVariable(_ expression: Expression) -> Bool {
        if case .variable(let variable) = expression { isBoolean(variable) } else { false }
    }
}

/// The parts that must all hold, in their order; the expression itself where it is no conjunction.
package func conjuncts(of expression: Expression) -> [Expression] {
    guard case .and(let left, let right) = expression else { return [expression] }
    return conjuncts(of: left) + conjuncts(of: right)
}

/// The parts of which one must hold, in their order; the expression itself where it is no disjunction.
package func alternatives(of expression: Expression) -> [Expression] {
    guard case .or(let left, let right) = expression else { return [expression] }
    return alternatives(of: left) + alternatives(of: right)
}

extension Expression.Comparison {
    /// With its sides exchanged.
    fileprivate var mirrored: Self {
        switch self {
        case .equal, .notEqual: self
        case .less: .greater
        case .lessOrEqual: .greaterOrEqual
        case .greater: .less
        case .greaterOrEqual: .lessOrEqual
        }
    }

    /// What holds where this does not.
    fileprivate var opposite: Self {
        switch self {
        case .equal: .notEqual
        case .notEqual: .equal
        case .less: .greaterOrEqual
        case .lessOrEqual: .greater
        case .greater: .lessOrEqual
        case .greaterOrEqual: .less
        }
    }
}

extension Plan {
    /// Words for conditions over a unit (`unitScope`).
    package var unitWords: ConditionWords {
        ConditionWords(
            titles: factColumns.map(\.title) + dataSets[roster].fields.map(\.title)
                + indicators.map { "Chỉ tiêu \($0.id)" },
            types: unitScope.types,
            codeLists: codeLists
        )
    }

    /// Words for the conditions of facts over a data set's rows (`DataSet.factScope`).
    package func factWords(of dataSet: Int) -> ConditionWords {
        let set = dataSets[dataSet]
        let before = set.lastYearFields.map { told in
            "\(set.fields[set.fields[told].lastYearOf ?? told].title) của cùng kỳ năm trước"
        }
        return ConditionWords(
            titles: set.fields.map(\.title) + before,
            types: set.factScope.types,
            codeLists: codeLists
        )
    }

    /// Words for conditions over one record of a data set (`ruleScope(of:)`).
    package func recordWords(of dataSet: Int) -> ConditionWords {
        let scope = ruleScope(of: dataSet)
        let own = dataSets[dataSet].fields.map(\.title)
        let office = dataSets[roster].fields.map { own.contains($0.title) ? "\($0.title) theo danh mục" : $0.title }
        let days = [
            "ngày đầu của kỳ", "ngày cuối của kỳ", "hạn gửi của kỳ", "ngày đầu của năm kế hoạch",
            "ngày cuối của năm kế hoạch",
        ]
        return ConditionWords(
            titles: own + office + days
                + milestones.map { "ngày \($0.name.prefix(1).lowercased())\($0.name.dropFirst())" },
            types: scope.types,
            codeLists: codeLists
        )
    }
}
