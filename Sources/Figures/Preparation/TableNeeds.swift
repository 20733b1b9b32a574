import Plan

/// Which fields and conditions of a data set the plan's facts name.
struct TableNeeds {
    private(set) var conditions: Set<TypedExpression> = []
    /// Whose values facts take, sum or tell apart.
    private(set) var valueFields: Set<Int> = []
    private(set) var splitFields: Set<Int> = []

    init(of dataSet: Int, plan: Plan) {
        for fact in plan.facts {
            switch fact.source {
            case .value(dataSet, let field):
                valueFields.insert(field)
            case .aggregate(let aggregate) where aggregate.dataSet == dataSet:
                if let condition = aggregate.condition { conditions.insert(condition) }
                splitFields.formUnion(fact.splits.joined())
                switch aggregate.function {
                case .count: break
                case .sum(let field), .countDistinct(let field): valueFields.insert(field)
                }
            case .value, .aggregate, .envelope, .expression:
                break
            }
        }
    }

    var allFields: Set<Int> {
        conditions.reduce(into: valueFields.union(splitFields)) { $0.formUnion($1.variables) }
    }
}
