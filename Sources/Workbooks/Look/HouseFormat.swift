import Spreadsheet

/// The formats of official papers: Times New Roman, black, wrapped (Nghị định 30/2020/NĐ-CP, annex I).
enum HouseFormat {
    static let font = "Times New Roman"

    /// Text outside tables.
    static func text(
        _ size: Double,
        bold: Bool = false,
        italic: Bool = false,
        horizontal: Format.Horizontal = .centre
    ) -> Format {
        Format(font: font, size: size).with {
            $0.bold = bold
            $0.italic = italic
            $0.horizontal = horizontal
            $0.vertical = .centre
            $0.wrap = true
        }
    }

    /// A cell of a table.
    static func cell(_ size: Double, bold: Bool = false, horizontal: Format.Horizontal) -> Format {
        text(size, bold: bold, horizontal: horizontal).with { $0.borders = .all }
    }

    /// Links are underlined, and black as everything else.
    static var link: Format {
        text(11, italic: true, horizontal: .left).with {
            $0.underline = true
            $0.wrap = false
        }
    }

    static let count = "#,##0"
    static let difference = "+#,##0;-#,##0;0"
    static let rate = "0.0%"
    static let rateDifference = "+0.0%;-0.0%;0.0%"
    static let day = "dd/mm/yyyy"
}

/// The few colours there are. Each stands with a word, so that a black and white print still reads.
enum HouseColour {
    static let met = Colour(0xC6E0B4)
    static let notMet = Colour(0xF4B6B0)
    static let query = Colour(0xFFE699)
    static let notReported = Colour(0xD9D9D9)
    static let lowest = Colour(0xF8CBAD)
    static let highest = Colour(0xA9D08E)
    static let heading = Colour(0xEDEDED)

    /// A share between nothing and all.
    static let share = Condition.scale(from: 0, lowest, to: 1, highest)

    /// Met green, not met red, not reported (or nothing to judge) grey.
    static func conditions(met: [String], notMet: [String], grey: [String]) -> [Condition] {
        met.map { .equals($0, fill(HouseColour.met)) } + notMet.map { .equals($0, fill(HouseColour.notMet)) }
            + grey.map { .equals($0, fill(HouseColour.notReported)) }
    }

    private static func fill(_ colour: Colour) -> Format {
        Format().with { $0.fill = colour }
    }
}
