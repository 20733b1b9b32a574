/// What a node of an expression comes to: one value a row, or the same in all of them.
///
/// Literals stay constants, so that `so_dot >= 2` makes one column and not two.
enum EvaluatedColumn {
    case constant(Double)
    case rows([Double])

    static let unknown = EvaluatedColumn.constant(.nan)

    func map(_ transform: (Double) -> Double) -> EvaluatedColumn {
        switch self {
        case .constant(let value): .constant(transform(value))
        case .rows(let values): .rows(values.map(transform))
        }
    }

    func combined(with other: EvaluatedColumn, _ combine: (Double, Double) -> Double) -> EvaluatedColumn {
        switch (self, other) {
        case (.constant(let left), .constant(let right)):
            return .constant(combine(left, right))
        case (.rows(let left), .constant(let right)):
            return .rows(left.map { combine($0, right) })
        case (.constant(let left), .rows(let right)):
            return .rows(right.map { combine(left, $0) })
        case (.rows(let left), .rows(let right)):
            var result = left
            for row in result.indices { result[row] = combine(result[row], right[row]) }
            return .rows(result)
        }
    }
}
