/// A reporting period (note 7 of the plan).
package struct Period: Sendable, Equatable {
    /// Such as `2026-Q1`.
    package let id: String
    /// What the period column of a file says, such as `Q1`.
    package let code: String
    package let year: Int
    /// Such as `Báo cáo quý I`.
    package let name: String
    /// The days whose events belong to the period, both ends included.
    package let start: CalendarDate
    package let end: CalendarDate
    /// A report is on time strictly before this day.
    package let due: CalendarDate
    /// The period of last year's plan that it is compared with, such as `2025-Q1`.
    package let comparesWith: String

    package init(
        id: String,
        code: String,
        year: Int,
        name: String,
        start: CalendarDate,
        end: CalendarDate,
        due: CalendarDate,
        comparesWith: String
    ) {
        self.id = id
        self.code = code
        self.year = year
        self.name = name
        self.start = start
        self.end = end
        self.due = due
        self.comparesWith = comparesWith
    }
}
