/// A figure of rows of a reporting period that last year's closed set knows too, unit by unit and category by category (spec 1, CT9).
///
/// The plan says it by `lastYearOf` on the field in which units tell it. Which facts of a closed set tell it follows from the plan's
/// own: the sum of the field, the number of rows, and the number of rows that have the field, over all rows of the period.
package struct LastYearFigure: Sendable, Equatable {
    /// Position in `Plan.dataSets`.
    package let dataSet: Int
    /// In the data set's `factScope`.
    package let variable: Int
    /// The field that is the figure, and the one in which the unit tells what it was.
    package let field: Int
    package let told: Int
    /// The field of the key that tells a unit's rows of one period apart; nil: there is one row.
    package let category: Int?
    /// Positions in `Plan.facts`.
    package let sum: Int
    package let rows: Int
    package let known: Int

    /// The facts that a figure needs, in words; for who writes the plan.
    static let neededFacts = "a <sum> of it, a <count> of all rows and a <count> of the rows where it is present"
}

extension Plan {
    /// The figures of a data set that last year's closed set knows too, in the order of its `lastYearFields`.
    package func lastYearFigures(of dataSet: Int) -> [LastYearFigure] {
        dataSets[dataSet].lastYearFields.compactMap {
            LastYearFigure(told: $0, dataSet: dataSet, dataSets: dataSets, facts: facts)
        }
    }

    /// All of them.
    package var lastYearFigures: [LastYearFigure] { dataSets.indices.flatMap { lastYearFigures(of: $0) } }

    /// The columns of a closed set that tell a figure: of a category by its code, or with nil of all rows.
    package func closedColumns(of figure: LastYearFigure, code: String?) -> (sum: String, rows: String, known: String) {
        func name(_ fact: Int) -> String { ([facts[fact].name] + (code.map { [$0] } ?? [])).joined(separator: ".") }
        return (name(figure.sum), name(figure.rows), name(figure.known))
    }

    /// The codes of a figure's categories, in the order of their list; empty: it has none.
    package func categories(of figure: LastYearFigure) -> [String] {
        guard let category = figure.category,
            case .choice(let list) = dataSets[figure.dataSet].fields[category].type
        else { return [] }
        return codeLists[list].codes.map(\.code)
    }
}

extension LastYearFigure {
    /// Nil where the plan lacks one of the facts.
    init?(told: Int, dataSet: Int, dataSets: [DataSet], facts: [FactDefinition]) {
        let set = dataSets[dataSet]
        guard let field = set.fields[told].lastYearOf, let position = set.lastYearFields.firstIndex(of: told) else {
            return nil
        }
        let category = Self.categories(of: set).first
        func fact(_ function: FactDefinition.Aggregate.Function, where condition: Expression? = nil) -> Int? {
            facts.firstIndex { fact in
                guard case .aggregate(let aggregate) = fact.source, aggregate.dataSet == dataSet,
                    aggregate.function == function, aggregate.span == .window, aggregate.condition?.root == condition
                else { return false }
                return category.map { fact.splits.contains([$0]) } ?? true
            }
        }
        guard let sum = fact(.sum(field: field)), let rows = fact(.count),
            let known = fact(.count, where: .call(.present, [.variable(field)]))
        else { return nil }
        self.init(
            dataSet: dataSet,
            variable: set.fields.count + position,
            field: field,
            told: told,
            category: category,
            sum: sum,
            rows: rows,
            known: known
        )
    }

    /// Positions of the fields of the key that are neither unit nor period.
    static func categories(of set: DataSet) -> [Int] {
        set.key.filter { Set(set.fields[$0].roles).isDisjoint(with: [.unit, .period, .year]) }
    }
}
