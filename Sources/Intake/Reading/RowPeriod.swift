import Plan
import Records

/// Which period a row is for, by the plan's roles `period` and `year`.
struct RowPeriod {
    enum Outcome: Equatable {
        /// The period of this plan with that id.
        case known(String)
        /// A period of another year's plan (P6).
        case otherPlan
        /// In no plan (P1).
        case unknown
    }

    /// Positions of the fields.
    let period: Int
    let year: Int?
    private let periods: [Period]
    private let planYear: Int
    /// Of the field, where it is a choice.
    private let codes: [CodeList.Code]?
    private let otherPeriods: Set<String>
    /// Of the last row: rows of a file are mostly of one period.
    private var last: (period: Int32, year: Int32, outcome: Outcome)?

    /// Nil where the data set has no period.
    init?(_ plan: Plan, dataSet: Int, otherPeriods: Set<String>) {
        let definition = plan.dataSets[dataSet]
        guard let period = definition.index(of: .period) else { return nil }
        self.period = period
        year = definition.index(of: .year)
        periods = plan.periods
        planYear = plan.year
        self.otherPeriods = otherPeriods
        if case .choice(let list) = definition.fields[period].type {
            codes = plan.codeLists[list].codes
        } else {
            codes = nil
        }
    }

    /// Nil where the row does not say it, which is a fault of its cells.
    mutating func outcome(_ values: [Int32], _ texts: TextPool) -> Outcome? {
        let cell = values[period]
        let year = year.map { values[$0] } ?? Int32(planYear)
        guard cell != Table.missing, year != Table.missing else { return nil }
        if let last, last.period == cell, last.year == year { return last.outcome }
        let outcome = find(code(cell, texts), Int(year))
        last = (cell, year, outcome)
        return outcome
    }

    private func code(_ cell: Int32, _ texts: TextPool) -> String? {
        guard let codes else { return texts[Int(cell)] }
        return Int(cell) < codes.count ? codes[Int(cell)].code : nil
    }

    private func find(_ code: String?, _ year: Int) -> Outcome {
        guard let code else { return .unknown }
        if let period = periods.first(where: { $0.code == code && $0.year == year }) { return .known(period.id) }
        return otherPeriods.contains("\(year)-\(code)") ? .otherPlan : .unknown
    }
}
