import Plan

/// Which fields and conditions of a data set the plan's facts name.
struct TableNeeds {
    private(set) var conditions: Set<TypedExpression> = []
    /// Variables whose values facts take, sum or tell apart.
    private(set) var valueFields: Set<Int> = []
    private(set) var splitFields: Set<Int> = []
    /// Last year's figures that facts name.
    private(set) var lastYear: [LastYearFigure] = []
    /// All fields that these are made of.
    private(set) var fields: Set<Int> = []

    init(of dataSet: Int, plan: Plan) {
        let figures = plan.lastYearFigures(of: dataSet)
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
                case .dropped: splitFields.formUnion(figures.compactMap(\.category))
                }
            case .value, .aggregate, .envelope, .expression:
                break
            }
        }
        let variables = conditions.reduce(into: valueFields.union(splitFields)) { $0.formUnion($1.variables) }
        lastYear = figures.filter { variables.contains($0.variable) }
        fields = variables.filter { $0 < plan.dataSets[dataSet].fields.count }
        for figure in lastYear { fields.formUnion([figure.field, figure.told, figure.category].compactMap(\.self)) }
    }
}
