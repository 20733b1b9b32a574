/// How one kind of workbook looks, as `templates/workbooks/<name>.xml` says it: its sheets, and what stands on each. Whoever renames a
/// heading or leaves a column out edits the file; the program knows kinds of blocks, not sheets.
package struct WorkbookLayout: Sendable {
    /// The stem of the template's name, such as `tong-hop`.
    package let name: String
    /// For the document's properties.
    package let title: String
    /// Whose figures these are, below the title of each sheet; nil: the whole city's, which needs no words.
    package let scope: LayoutText?
    /// Who gets it; nil: the plan's addressees.
    package let addressee: LayoutText?
    package let sheets: [SheetLayout]

    package init(
        name: String,
        title: String,
        scope: LayoutText? = nil,
        addressee: LayoutText? = nil,
        sheets: [SheetLayout]
    ) {
        self.name = name
        self.title = title
        self.scope = scope
        self.addressee = addressee
        self.sheets = sheets
    }
}

/// One sheet of a workbook.
package struct SheetLayout: Sendable {
    /// The name on the tab, such as `4 Theo xã phường`; what Excel takes for one.
    package let name: String
    package let isLandscape: Bool
    /// Whether the page is as wide as the sheet; else the sheet is printed over several pages side by side.
    package let isFitted: Bool
    /// Codes of the periods in which the workbook has the sheet; empty: in all.
    package let periods: [String]
    /// Left out of a workbook in which none of its tables has a row.
    package let isOptional: Bool
    package let blocks: [BlockLayout]

    package init(
        name: String,
        isLandscape: Bool,
        isFitted: Bool,
        periods: [String],
        isOptional: Bool = false,
        blocks: [BlockLayout]
    ) {
        self.name = name
        self.isOptional = isOptional
        self.isLandscape = isLandscape
        self.isFitted = isFitted
        self.periods = periods
        self.blocks = blocks
    }

    /// Of the tables that stand on it.
    package var tableIDs: [String] { tables.map(\.id) }

    package var tables: [TableLayout] {
        blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
    }
}

/// What stands on a sheet, from top to bottom.
package enum BlockLayout: Sendable {
    /// Whose report it is, the motto, number, place and date (Nghị định 30/2020/NĐ-CP).
    case officialHead
    /// Title in capitals, the subject below it, the period's window and the mark of provisional figures.
    case title(TitleLayout)
    /// `Kính gửi:`
    case addressees
    /// A few numbers in one line, each with its label.
    case keyFigures([KeyFigureLayout])
    case line(LineLayout)
    case table(TableLayout)
    case chart(ChartLayout)
    case prose([ParagraphLayout])
    case signature
}

package struct TitleLayout: Sendable {
    /// Words with places: see `LayoutText`.
    package let text: LayoutText
    package let subject: LayoutText?
    /// A short line below, as official papers have it.
    package let hasRule: Bool

    package init(text: LayoutText, subject: LayoutText?, hasRule: Bool) {
        self.text = text
        self.subject = subject
        self.hasRule = hasRule
    }
}

/// A line of text over the sheet's width.
package struct LineLayout: Sendable {
    package let text: LayoutText
    /// In points.
    package let size: Double
    package let isBold: Bool
    package let isItalic: Bool
    /// When it is said; nil: always.
    package let condition: LineCondition?

    package init(
        text: LayoutText,
        size: Double,
        isBold: Bool,
        isItalic: Bool,
        condition: LineCondition? = nil
    ) {
        self.text = text
        self.size = size
        self.isBold = isBold
        self.isItalic = isItalic
        self.condition = condition
    }
}

package enum LineCondition: String, Sendable, CaseIterable {
    /// The workbook has so many rows that it holds values without formulas.
    case large
    /// The period is not closed, or is.
    case provisional, closed
}

package struct KeyFigureLayout: Sendable {
    package let label: String
    package let value: KeyFigureProperty
    /// The table of the workbook, by its id, that a click shows; nil: none.
    package let link: String?

    package init(label: String, value: KeyFigureProperty, link: String? = nil) {
        self.label = label
        self.value = value
        self.link = link
    }
}

package enum KeyFigureProperty: String, Sendable, CaseIterable {
    /// Units of the workbook.
    case expected, reported
    case onTime = "on_time"
    case late, missing
    /// Open findings by severity, and those that were answered or are about superseded rows.
    case errors, queries, information, answered, closed
    /// Decisions of the office.
    case applied
    case notApplied = "not_applied"
}

/// A text with places for what changes from run to run: `Số liệu tính đến ngày {as_of}`.
package struct LayoutText: Sendable, Equatable {
    package enum Place: String, Sendable, CaseIterable {
        /// Name, window (`từ ngày ... đến ngày ...`) and last day on time of the period.
        case period, window, due
        /// The day that figures are taken on.
        case asOf = "as_of"
        /// Title and subject of the plan.
        case plan, subject
        case version, run
        /// Whose workbook it is: the city's name, a commune's, a department's, a unit's.
        case group
        /// How the report of the one unit stands: Đúng hạn, Báo cáo chậm, Thiếu, Chưa đến hạn.
        case state
    }

    /// The words before, between and after the places: one more than `places`.
    package let words: [String]
    package let places: [Place]

    package init(words: [String], places: [Place]) {
        self.words = words
        self.places = places
    }
}
