import Plan
import Records

/// Any text as an expression: an error in it, or a tree that its own description gives again and whose value in each row is the
/// one that a walk over the tree finds.
func fuzzExpression(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    let parsed: Expression
    do {
        parsed = try ExpressionParser.parse(text)
    } catch {
        // Of the text's characters, or behind the last.
        must(error.column.map { (1...text.count + 1).contains($0) } ?? true, "the error is at no place of the text")
        return
    }
    // Described, an expression has more parentheses, so it may be too deep; and no exponent is read.
    if let again = try? ExpressionParser.parse(parsed.description), !text.contains("''") {
        must(again == parsed, "described and parsed it is another: \(parsed)")
    }
    guard let typed = try? ExpressionTyper(scope: Desk.scope, codeLists: Desk.lists).expression(text) else { return }
    must(typed.variables.allSatisfy { Desk.columns.indices.contains($0) }, "a variable of no column")
    let values = Evaluation(count: Desk.rowCount) {
        Desk.columns[$0]
    } textNumber: {
        Desk.texts.firstIndex(of: $0)
    }.evaluate(typed)
    must(values.count == Desk.rowCount, "rows")
    for row in values.indices {
        let expected = TreeWalk(row: row).value(of: typed.root)
        let found = values[row]
        must(
            found.isNaN ? expected == nil : expected == found,
            "row \(row) of \(typed.root): \(found), not \(expected as Any)"
        )
        must(found.isNaN || found.isFinite && !(found == 0 && found.sign == .minus), "no number of ours: \(found)")
        if typed.type == .boolean { must(found.isNaN || found == 0 || found == 1, "no boolean: \(found)") }
    }
}

/// Columns of each type, with missing values, to evaluate over.
private enum Desk {
    static let lists = [
        CodeList(
            name: "r",
            codes: [
                .init(code: "TB", name: "Trung bình"), .init(code: "K", name: "Khá"),
                .init(code: "XS", name: "Xuất sắc"),
            ],
            isOrdered: true
        ),
        CodeList(
            name: "k",
            codes: [
                .init(code: "MT", name: "Ma túy"), .init(code: "TP", name: "Tội phạm"),
                .init(code: "KHAC", name: "Khác"),
            ],
            isOpen: true,
            other: 2
        ),
    ]

    static let scope = Scope(
        names: ["n", "m", "d", "e", "b", "c", "r", "v", "k", "s", "t", "u"],
        types: [
            .number, .number, .date, .date, .boolean, .boolean, .choice(list: 0), .choice(list: 0), .choice(list: 1),
            .choices(list: 1), .text, .text,
        ]
    )

    static let texts = ["abc", "", "x'y"]
    static let rowCount = 12

    static let columns: [[Double]] = {
        let kinds: [[Double]] = [
            [0, 1, 2, -3, 0.5, 1e300], [7, 0, .nan, 2, 1], [20_500, .nan, 20_501, 0], [20_500, 20_530, .nan],
            [0, 1, .nan],
            [1, .nan, 0, 0], [0, 1, 2, .nan], [2, 1, .nan, 0, 0], [0, .nan, 1, 2], [0, 1, 5, .nan, 7], [0, 1, .nan, 2],
            [2, .nan, 0],
        ]
        return kinds.map { kind in (0..<rowCount).map { kind[($0 * 7 + kind.count) % kind.count] } }
    }()
}

/// Spec 6's words, one row at a time: what is missing or unknown is nil.
private struct TreeWalk {
    let row: Int

    func value(of expression: Expression) -> Double? {
        switch expression {
        case .number(let number): return number
        case .boolean(let boolean): return boolean ? 1 : 0
        case .string(let text): return Double(Desk.texts.firstIndex(of: text) ?? -1 - (hash(text)))
        case .name: return nil
        case .variable(let index):
            let value = Desk.columns[index][row]
            return value.isNaN ? nil : value
        case .code(_, let index): return Double(index)
        case .not(let operand): return value(of: operand).map { $0 == 0 ? 1 : 0 }
        case .and(let left, let right):
            let sides = [value(of: left), value(of: right)]
            return sides.contains(0) ? 0 : sides.contains(nil) ? nil : 1
        case .or(let left, let right):
            let sides = [value(of: left), value(of: right)]
            return sides.contains { $0 != nil && $0 != 0 } ? 1 : sides.contains(nil) ? nil : 0
        case .compare(let comparison, let left, let right):
            guard let left = value(of: left), let right = value(of: right) else { return nil }
            let holds =
                switch comparison {
                case .equal: left == right
                case .notEqual: left != right
                case .less: left < right
                case .lessOrEqual: left <= right
                case .greater: left > right
                case .greaterOrEqual: left >= right
                }
            return holds ? 1 : 0
        case .arithmetic(let arithmetic, let left, let right):
            guard let left = value(of: left), let right = value(of: right) else { return nil }
            switch arithmetic {
            case .add: return number(left + right)
            case .subtract: return number(left - right)
            case .multiply: return number(left * right)
            case .divide: return right == 0 ? nil : number(left / right)
            }
        case .negate(let operand): return value(of: operand).map { -$0 }
        case .member(let operand, let list):
            let found = value(of: operand)
            let items = list.map(value)
            if let found, items.contains(found) { return 1 }
            return found == nil || items.contains(nil) ? nil : 0
        case .call(let function, let operands): return call(function, operands)
        }
    }

    private func call(_ function: Expression.Function, _ operands: [Expression]) -> Double? {
        let values = operands.map(value)
        switch function {
        case .present: return values[0] == nil ? 0 : 1
        case .has:
            guard let set = values[0], set >= 0, set < 0x1p53 else { return nil }
            let holds = values.dropFirst().contains { code in
                code.map { UInt64(set) & 1 << UInt64($0) != 0 } ?? false
            }
            return holds ? 1 : 0
        case .days:
            guard let from = values[0], let to = values[1] else { return nil }
            return number(to - from)
        case .min, .max:
            let known = values.compactMap(\.self)
            guard known.count == values.count else { return nil }
            return function == .min ? known.min() : known.max()
        case .abs: return values[0].map { abs($0) }
        case .coalesce: return values.lazy.compactMap(\.self).first
        }
    }

    private func number(_ value: Double) -> Double? { value.isFinite ? value : nil }

    /// Texts that no row has: each a number of its own below -1.
    private func hash(_ text: String) -> Int {
        text.utf8.reduce(7) { ($0 &* 31 &+ Int($1)) & 0xFFFF_FFFF_FFFF } + 1
    }
}
