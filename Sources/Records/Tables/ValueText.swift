import Plan

/// A value that a condition looked at, as machines and as people write it.
package struct ValueText {
    private let plan: Plan
    private let texts: TextPool

    /// - Parameter texts: the pool whose texts the numbers of texts mean.
    package init(plan: Plan, texts: TextPool) {
        self.plan = plan
        self.texts = texts
    }

    /// The same for the same value in any run: codes of choices, `yyyy-MM-dd`, `true` and `false`. Empty where it is missing.
    package func canonical(_ value: Double, _ type: ValueType) -> String {
        guard !value.isNaN else { return "" }
        return switch type {
        case .number: number(value)
        case .date: CalendarDate(days: Int32(value)).iso
        case .boolean: value == 0 ? "false" : "true"
        case .choice(let list): codes(list, [Int(value)]).map(\.code).joined()
        case .choices(let list): codes(list, ofSet: value).map(\.code).joined(separator: ";")
        case .text: text(value)
        }
    }

    /// As a school's secretary would write it; `trống` where it is missing.
    package func words(_ value: Double, _ type: ValueType) -> String {
        guard !value.isNaN else { return Self.missingWord }
        return switch type {
        case .number: number(value).replacing(".", with: ",")
        case .date: CalendarDate(days: Int32(value)).vietnamese
        case .boolean: value == 0 ? "Không" : "Có"
        case .choice(let list): codes(list, [Int(value)]).map(\.name).joined()
        case .choices(let list): codes(list, ofSet: value).map(\.name).joined(separator: "; ")
        case .text: text(value)
        }
    }

    package static let missingWord = "trống"

    private func codes(_ list: Int, _ positions: [Int]) -> [CodeList.Code] {
        let codes = plan.codeLists[list].codes
        return positions.filter(codes.indices.contains).map { codes[$0] }
    }

    private func codes(_ list: Int, ofSet value: Double) -> [CodeList.Code] {
        let set = UInt64(value)
        return codes(list, plan.codeLists[list].codes.indices.filter { set >> UInt64($0) & 1 == 1 })
    }

    private func text(_ number: Double) -> String {
        number >= 0 && number < Double(texts.count) ? texts[Int(number)] : ""
    }

    /// Whole numbers below 2^53 are exact.
    private func number(_ value: Double) -> String {
        Swift.abs(value) < 0x1p53 && Double(Int(value)) == value ? String(Int(value)) : value.description
    }
}
