import Figures
import Plan
import Records

/// What the workbooks of one period are made from.
package struct WorkbookContext: Sendable {
    package let plan: Plan
    package let roster: Roster
    package let figures: PeriodFigures
    /// Decides what is due, and is the date that is printed.
    package let asOf: CalendarDate
    package let runID: String
    /// Such as `tonghop 1.0.0`.
    package let programVersion: String
    /// Until the period is closed every page bears `SỐ LIỆU TẠM TÍNH`.
    package let isProvisional: Bool
    /// Whose workbook it is: the office's for the city, a commune's or a department's name.
    package let groupName: String
    /// The group whose units those of the workbook are; nil where they are none of figures.csv's.
    package let scope: UnitGroup?
    /// The rows that count, by position of the data set: tables of records show them.
    package let records: [Table]
    /// By position in the roster: the day on which the unit's report of the period first came (days since 1970); `Int32.max`: none.
    package let earliestReport: [Int32]
    /// Of the plan: made once for all workbooks.
    package let parts: FactParts
    /// What was closed for the same period last year, of the units that the workbook is about; nil: that is not closed.
    package let lastYear: LastYearFigures?

    package init(
        plan: Plan,
        roster: Roster,
        figures: PeriodFigures,
        asOf: CalendarDate,
        runID: String,
        programVersion: String,
        isProvisional: Bool,
        groupName: String,
        scope: UnitGroup? = nil,
        records: [Table],
        earliestReport: [Int32],
        parts: FactParts,
        lastYear: LastYearFigures? = nil
    ) {
        self.plan = plan
        self.roster = roster
        self.figures = figures
        self.asOf = asOf
        self.runID = runID
        self.programVersion = programVersion
        self.isProvisional = isProvisional
        self.groupName = groupName
        self.scope = scope
        self.records = records
        self.earliestReport = earliestReport
        self.parts = parts
        self.lastYear = lastYear
    }

    /// Nil where last year's period is not closed.
    var population: PopulationChange? {
        lastYear.map { PopulationChange(from: $0, to: figures, roster: roster) }
    }

    /// From the due day on a unit without a report is missing; before, it has still time.
    var isDue: Bool { asOf >= figures.period.due }

    /// How the report of a unit stands, by its row of the figures.
    func state(of row: Int) -> String {
        if figures.reported[row] { return figures.onTime[row] ? Words.onTime : Words.late }
        guard figures.expected[row] else { return Words.notExpected }
        return isDue ? Words.missing : Words.notDue
    }

    /// Above this a workbook is written in constant memory, and its sheet of units is no table.
    static let largestTable = 10_000

    var isLarge: Bool { figures.units.count > Self.largestTable }
}
