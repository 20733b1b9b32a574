/// Why a condition has no formula that Excel 2010, LibreOffice and WPS all take.
enum FormulaError: Error, Equatable, Sendable {
    /// The sheet has no cell for a name that the condition uses.
    case noCell(name: String)
    /// A text literal is longer than 255 characters.
    case literalTooLong(String)
    /// The formula is longer than 8,192 characters.
    case tooLong(Int)
    /// The formula nests deeper than 64 levels.
    case tooDeep(Int)
    /// What the typer lets nobody write, such as a set that is compared.
    case unprintable(String)
}
