/// The type of an expression or of a column.
package enum ValueType: Hashable, Sendable {
    case number
    case date
    case boolean
    /// One code of the list at that position in `Plan.codeLists`.
    case choice(list: Int)
    /// A set of codes.
    case choices(list: Int)
    /// Text and codes: can be compared for equality and asked for presence.
    case text

    package init(_ field: FieldType) {
        self =
            switch field {
            case .code, .text: .text
            case .integer, .decimal: .number
            case .date: .date
            case .boolean: .boolean
            case .choice(let list): .choice(list: list)
            case .choices(let list): .choices(list: list)
            }
    }
}
