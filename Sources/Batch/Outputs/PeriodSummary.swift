import Figures
import Plan

/// One period as the run's summary tells it.
package struct PeriodSummary: Sendable, Equatable {
    /// One indicator over the whole city.
    package struct Indicator: Sendable, Equatable {
        package let id: String
        package let title: String
        package let kind: IndicatorDefinition.Kind
        package let denominator: Int
        package let numerator: Int
        package let result: Tally.Result

        package init(
            id: String,
            title: String,
            kind: IndicatorDefinition.Kind,
            denominator: Int,
            numerator: Int,
            result: Tally.Result
        ) {
            self.id = id
            self.title = title
            self.kind = kind
            self.denominator = denominator
            self.numerator = numerator
            self.result = result
        }
    }

    package let id: String
    package let name: String
    package let start: CalendarDate
    package let end: CalendarDate
    package let due: CalendarDate
    package let expected: Int
    package let reported: Int
    package let onTime: Int
    /// Expected units without a report: missing from the due date on, before that not yet due.
    package let missing: Int
    package let notYetDue: Int
    package let indicators: [Indicator]

    package var late: Int { reported - onTime }

    package init(
        id: String,
        name: String,
        start: CalendarDate,
        end: CalendarDate,
        due: CalendarDate,
        expected: Int,
        reported: Int,
        onTime: Int,
        missing: Int,
        notYetDue: Int,
        indicators: [Indicator]
    ) {
        self.id = id
        self.name = name
        self.start = start
        self.end = end
        self.due = due
        self.expected = expected
        self.reported = reported
        self.onTime = onTime
        self.missing = missing
        self.notYetDue = notYetDue
        self.indicators = indicators
    }

    package init(_ figures: PeriodFigures, plan: Plan, asOf: CalendarDate) {
        let period = figures.period
        let city = figures.completeness.first { $0.group == .city }
        let without = city?.missing ?? 0
        self.init(
            id: period.id,
            name: period.name,
            start: period.start,
            end: period.end,
            due: period.due,
            expected: city?.expected ?? 0,
            reported: city?.reported ?? 0,
            onTime: city?.onTime ?? 0,
            missing: asOf < period.due ? 0 : without,
            notYetDue: asOf < period.due ? without : 0,
            indicators: figures.tallies.filter { $0.group == .city }.map { tally in
                let definition = plan.indicators[tally.indicator]
                return Indicator(
                    id: definition.id,
                    title: definition.title,
                    kind: definition.kind,
                    denominator: tally.denominator,
                    numerator: tally.numerator,
                    result: tally.result
                )
            }
        )
    }
}
