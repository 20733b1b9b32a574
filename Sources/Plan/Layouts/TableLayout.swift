/// A table: what its rows are, and which columns it has.
package struct TableLayout: Sendable {
    /// Unique in the workbook: charts and sentences name it.
    package let id: String
    package let rows: RowsLayout
    package let columns: [ColumnLayout]
    /// Label of the last row, which adds up; nil: there is none.
    package let total: String?
    /// In points, 9...12.
    package let size: Double
    package let hasFilter: Bool
    /// Columns that stay in sight; nil: nothing is frozen.
    package let frozenColumns: Int?
    /// Numbers in the middle of narrow columns; else at the right.
    package let centresNumbers: Bool
    /// Said in place of rows where there are none.
    package let emptyText: String

    package init(
        id: String,
        rows: RowsLayout,
        columns: [ColumnLayout],
        total: String?,
        size: Double,
        hasFilter: Bool,
        frozenColumns: Int?,
        centresNumbers: Bool,
        emptyText: String
    ) {
        self.id = id
        self.rows = rows
        self.columns = columns
        self.total = total
        self.size = size
        self.hasFilter = hasFilter
        self.frozenColumns = frozenColumns
        self.centresNumbers = centresNumbers
        self.emptyText = emptyText
    }
}

/// What the rows of a table are.
package enum RowsLayout: Sendable {
    /// The plan's indicators, over the workbook's units.
    case indicators
    /// Groups of the workbook's units: each that has a present unit.
    case groups(GroupKind)
    /// The workbook's present units, one row each; where a condition over `Plan.unitScope` is known and true. The sheet with all of them
    /// and no condition is what formulas refer to.
    case units(where: TypedExpression?)
    /// For each indicator the units that do not meet it, under its name.
    case misses
    /// Who is proposed for praise, then who is not to be proposed, each below a line of those words and their number.
    case commendation(praised: String, excluded: String)
    /// By what the units differ from those of the same period last year: who is new, who is gone, and whose report was missing then, each
    /// below a line of those words and their number. Without a closed set of last year there is no such table.
    case population(opened: String, closed: String, silent: String)
    /// The codes of a list; a column's fact is its part in each.
    case codes(list: Int)
    /// For each indicator of the kind `change`: its categories, then groups of that kind, each with a total.
    case changes(groups: GroupKind?)
    /// Rows that the layout names one by one, in sections.
    case items([ItemLayout])
    /// The rows of a data set that count in the period.
    case records(dataSet: Int)
    /// Of the office's own workbook.
    case findings, sources, decisions
    /// Of the feedback to who sent files: findings below the name of each file, the files, the plan's indicators for the one unit.
    case fileFindings, sentFiles, unitIndicators
    /// The rows of a data set as they were sent, one a row of the table.
    case sentRows(dataSet: Int)
    /// The same, one a section, whose rows are its cells that hold anything: for data sets of many fields.
    case sentCells(dataSet: Int)
}

package enum GroupKind: String, Sendable, CaseIterable {
    case communes, kinds, departments
}

/// A row that the layout names, or the heading of a section of them.
package enum ItemLayout: Sendable {
    case section(String)
    case measure(label: String, unit: String, MeasureLayout)
}

/// A number over a group of units.
package enum MeasureLayout: Sendable, Equatable {
    /// The sum of a fact, as a position in `Plan.factColumns`.
    case sum(column: Int)
    /// How many units have that value of a fact: `Có`, or a code's name.
    case count(column: Int, value: FactValue)

    package enum FactValue: Sendable, Equatable {
        case boolean(Bool)
        /// Position in the list of the fact's type.
        case code(Int)
        /// Any value at all.
        case given
    }
}

/// One column of a table, or a family of columns.
package struct ColumnLayout: Sendable {
    /// `{}` in it is what a family's column is about.
    package let heading: String
    /// A heading above, over all neighbours that share it; empty: none.
    package let group: String
    package let content: ColumnContent
    /// In characters.
    package let width: ClosedRange<Double>
    /// Takes what is left of the page's width, or gives what is lacking.
    package let stretches: Bool
    /// Between two colours, from 0 to 1.
    package let hasScale: Bool
    /// The table of the workbook, by its id, in which a click on a cell shows the units behind it; nil: cells lead nowhere.
    package let link: String?

    package init(
        heading: String,
        group: String,
        content: ColumnContent,
        width: ClosedRange<Double>,
        stretches: Bool,
        hasScale: Bool,
        link: String? = nil
    ) {
        self.heading = heading
        self.group = group
        self.content = content
        self.width = width
        self.stretches = stretches
        self.hasScale = hasScale
        self.link = link
    }
}

/// What a column shows; which of these a table takes, its rows say.
package enum ColumnContent: Sendable {
    /// 1, 2, 3, ...
    case ordinal
    case indicator(IndicatorProperty)
    case group(GroupProperty)
    case unit(UnitProperty)
    /// Of a unit: its value; of a group or code: the sum of a fact (its part, where rows are codes), as a position in `Plan.facts`.
    case fact(Int)
    /// A field of the roster, by its position; of units only.
    case rosterField(Int)
    /// A fact's parts by a second list, one column a code.
    case factBy(fact: Int, list: Int)
    case measure(MeasureLayout)
    /// One measure divided by another.
    case share(MeasureLayout, of: MeasureLayout)
    /// Every fact with its parts by one list; of units only.
    case allFacts
    /// One column an indicator: of a unit its assessment, of a group its rate (`units`) or its counts (`events`, `change`).
    case allIndicators
    case item(ItemProperty)
    case population(PopulationProperty)
    /// A field of the records' data set.
    case field(Int)
    /// Every field of the records' data set, one column each.
    case allFields
    case change(ChangeProperty)
    case finding(FindingProperty)
    case source(SourceProperty)
    case sentFile(SentFileProperty)
    case sentRow(SentRowProperty)
    case decision(DecisionProperty)
}

package enum IndicatorProperty: String, Sendable, CaseIterable {
    case number, wording, title, measure, target
    /// The target as a share, where it is one.
    case targetRate = "target_rate"
    case denominator, numerator, rate
    case reportedRate = "reported_rate"
    case lastYear = "last_year"
    case change, result, note
    /// When it applies and when it is met, in the plan's own words and as computed.
    case definition
}

/// What is known of a group of units.
package enum GroupProperty: String, Sendable, CaseIterable {
    case code, name, expected, reported
    case onTime = "on_time"
    case late, missing, completeness, timeliness, rank
    /// Present units.
    case present
    /// Rows without an open error among all rows; reporting units without an open query of a plan's rule among reporting units.
    case valid, consistent
}

package enum UnitProperty: String, Sendable, CaseIterable {
    case code, name, kind
    case communeCode = "commune_code"
    case commune
    /// Keys that no program takes for numbers, such as `xa:11359`.
    case communeKey = "commune_key"
    case kindKey = "kind_key"
    case expected, reported
    case onTime = "on_time"
    /// Thiếu, Chưa đến hạn or Báo cáo chậm.
    case state
    /// The day on which the report first came, and the days after the last day on time.
    case came
    case daysLate = "days_late"
    /// Why it is not proposed for praise.
    case reasons
    /// Of a miss: the values that decide the indicator.
    case deciding
    case assessment
}

/// Of a unit that may be there no more.
package enum PopulationProperty: String, Sendable, CaseIterable {
    case code, name, kind, commune
}

package enum ItemProperty: String, Sendable, CaseIterable {
    case label, unit, value
    /// The same of last year's closed period, and the difference.
    case lastYear = "last_year"
    case change
}

package enum ChangeProperty: String, Sendable, CaseIterable {
    case name
    case thisYear = "this_year"
    case lastYear = "last_year"
    case change, rate, result
}

package enum FindingProperty: String, Sendable, CaseIterable {
    case severity, code, state, unit, period
    case dataSet = "data_set"
    case file, line, column, value, message, answer, id
    /// The message in two: what is wrong, and what to do.
    case fault, mend
    /// The record's key, as a decision of the office names it.
    case key
}

package enum SourceProperty: String, Sendable, CaseIterable {
    case path, sha256, bytes
    case dataSet = "data_set"
    case encoding, outcome, read, counted, merged, superseded
    case leftOut = "left_out"
    case notData = "not_data"
    case firstSeen = "first_seen"
}

/// A file that a unit sent, and what became of the unit's rows in it.
package enum SentFileProperty: String, Sendable, CaseIterable {
    case path
    case dataSet = "data_set"
    /// The day on which it was first seen.
    case came
    case outcome, read, counted, merged, superseded
    case leftOut = "left_out"
    /// Rows whose unit is not known.
    case unknown
}

/// A row that a unit sent, or one cell of it.
package enum SentRowProperty: String, Sendable, CaseIterable {
    case file, line
    /// Which cells are wrong, in words.
    case marks
    /// Of a cell: the title of its field, what it holds, and how wrong it is, in words.
    case column, value, mark
}

package enum DecisionProperty: String, Sendable, CaseIterable {
    /// Of the decisions' file.
    case line
    case kind, file, unit
    case dataSet = "data_set"
    case record, column
    case oldValue = "old_value"
    case newValue = "new_value"
    /// Whether it is applied, and if not, why.
    case state, obstacle
    case decidedBy = "decided_by"
    case decidedOn = "decided_on"
    case reason
}
