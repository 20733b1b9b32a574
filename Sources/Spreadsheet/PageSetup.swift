/// A sheet on paper: A4, fitted to a width.
package struct PageSetup: Hashable, Sendable {
    package var landscape = false
    /// In millimetres, as all margins here; 1 to 200.
    package var top = 20.0
    package var bottom = 20.0
    package var left = 30.0
    package var right = 15.0
    /// From the edge of the paper to header and footer, in millimetres.
    package var headerMargin = 10.0
    /// How many pages wide and tall the sheet is made, by making it smaller only; 0: as many as it takes.
    package var pagesWide = 1
    package var pagesTall = 0
    /// Rows (from 0) that a page begins with, in order.
    package var breaks: [Int] = []
    package var centredHorizontally = false
    /// Rows (from 0) that every page begins with.
    package var repeatedRows: ClosedRange<Int>?
    /// Columns (from 0) that every page begins with, where a sheet is several pages wide.
    package var repeatedColumns: ClosedRange<Int>?
    /// nil: all that is written.
    package var printArea: CellRange?
    package var header = PageText()
    package var footer = PageText()

    /// Between the margins of A4, in points.
    package var bodyWidth: Double { ((landscape ? 297.0 : 210.0) - left - right) / 25.4 * 72 }
    package var bodyHeight: Double { ((landscape ? 210.0 : 297.0) - top - bottom) / 25.4 * 72 }

    /// A4 upright, margins 20 mm top and bottom, 30 mm left, 15 mm right, one page wide, no header and no footer.
    package init() {}
}

/// A header or footer of printed pages. All three parts together at most 255 UTF-16 units, marks included (about 40 for each part).
package struct PageText: Hashable, Sendable {
    package enum Part: Hashable, Sendable {
        case text(String)
        case pageNumber
        case pageCount
    }

    package var left: [Part] = []
    package var centre: [Part] = []
    package var right: [Part] = []
    package var fontName = "Times New Roman"
    /// In whole points.
    package var fontSize = 13

    package init() {}

    /// The page number in the middle.
    package static var centredPageNumber: PageText {
        var text = PageText()
        text.centre = [.pageNumber]
        return text
    }

    /// In the language of Excel's headers, or nil where there is none.
    var code: String? {
        let code = section("&L", left) + section("&C", centre) + section("&R", right)
        return code.isEmpty ? nil : code
    }

    private func section(_ mark: String, _ parts: [Part]) -> String {
        guard !parts.isEmpty else { return "" }
        // The size first: digits of a text right after a size would be read as part of it.
        return parts.reduce(into: "\(mark)&\(fontSize)&\"\(fontName),Regular\"") { code, part in
            switch part {
            case .text(let text):
                code += SafeText.cleaned(text).split(separator: "&", omittingEmptySubsequences: false).joined(
                    separator: "&&"
                )
            case .pageNumber: code += "&P"
            case .pageCount: code += "&N"
            }
        }
    }
}
