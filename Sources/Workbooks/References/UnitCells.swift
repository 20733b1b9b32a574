import Plan
import Spreadsheet

/// Where the sheet of all units holds what: the formulas of the other sheets refer to it, and to nothing else.
struct UnitCells {
    /// What a column of the sheet holds.
    enum Content: Hashable {
        /// Position in `Plan.factColumns`.
        case fact(Int)
        /// Position in the roster's fields.
        case roster(Int)
        /// Position in `Plan.indicators`.
        case assessment(Int)
        case property(UnitProperty)
    }

    let sheet: Sheet
    /// Of the units, one row each.
    let rows: ClosedRange<Int>
    /// By content, counted from 0.
    let columns: [Content: Int]

    /// The cells of all units, such as `'5 Theo cơ sở'!$H$8:$H$2007`; nil where the sheet does not hold it.
    func range(_ content: Content) -> String? {
        columns[content].map { column in
            sheet.reference(CellRange(rows: rows, columns: column...column))
        }
    }
}
