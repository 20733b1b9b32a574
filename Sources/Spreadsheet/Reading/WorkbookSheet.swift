/// A sheet of cells, as its workbook lists it.
package struct WorkbookSheet: Hashable, Sendable {
    package enum State: Sendable {
        case visible, hidden
        /// Hidden so that only a program can show it.
        case veryHidden
    }

    package let name: String
    package let state: State
    /// The part that holds it: `xl/worksheets/sheet1.xml`.
    package let part: String
}
