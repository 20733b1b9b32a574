/// A colour by its red, green and blue: `0xC00000` is a dark red.
package struct Colour: Hashable, Sendable {
    package let rgb: UInt32

    package init(_ rgb: UInt32) {
        self.rgb = rgb & 0xFF_FFFF
    }

    package static let black = Colour(0)
}

/// Sides of a cell that bear a thin black line.
package struct Borders: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    package static let top = Borders(rawValue: 1)
    package static let bottom = Borders(rawValue: 2)
    package static let left = Borders(rawValue: 4)
    package static let right = Borders(rawValue: 8)
    package static let all: Borders = [.top, .bottom, .left, .right]
}

/// How a cell looks. Equal formats are one in the file, however often they are made.
package struct Format: Hashable, Sendable {
    package enum Horizontal: Hashable, Sendable { case general, left, centre, right, justify }
    package enum Vertical: Hashable, Sendable { case top, centre, bottom }

    package var fontName = "Calibri"
    /// In points.
    package var fontSize = 11.0
    package var bold = false
    package var italic = false
    package var underline = false
    /// nil: the reader's own (black).
    package var fontColour: Colour?
    package var fill: Colour?
    package var borders: Borders = []
    package var horizontal = Horizontal.general
    package var vertical = Vertical.bottom
    package var wrap = false
    /// In steps of about three spaces, 0-15.
    package var indent = 0
    /// As Excel writes it: `#,##0`, `0.0%`, `dd/mm/yyyy`; nil: general.
    package var numberFormat: String?
    /// In degrees, -90...90.
    package var rotation = 0

    /// Excel's own default: Calibri 11, nothing else.
    package init() {}

    /// Excel's own default in another font and size (in points).
    package init(font: String, size: Double) {
        fontName = font
        fontSize = size
    }

    /// Of what most looks of a workbook differ in; fonts and number formats are left out.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(fontSize)
        hasher.combine(bold)
        hasher.combine(fill)
        hasher.combine(horizontal)
        hasher.combine(wrap)
    }

    /// A copy with changes: `body.with { $0.bold = true }`.
    package func with(_ change: (inout Format) -> Void) -> Format {
        var copy = self
        change(&copy)
        return copy
    }
}
