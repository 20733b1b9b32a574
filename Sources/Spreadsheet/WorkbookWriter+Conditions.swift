import CXlsxWriter

/// A look that depends on what a cell holds.
package enum Condition: Hashable, Sendable {
    /// Cells whose text is this one (case aside) take bold, italic, underline, colours and borders of the format. At most 255 UTF-16 units.
    case equals(String, Format)
    /// From the lowest number of the range to its highest.
    case twoColours(lowest: Colour, highest: Colour)
    /// From the lowest number over the median to the highest.
    case threeColours(lowest: Colour, middle: Colour, highest: Colour)
    /// Between two numbers, whatever the range holds: a column in which every rate is 100% has the colour of 100%.
    case scale(from: Double, Colour, to: Double, Colour)
}

extension WorkbookWriter {
    /// Adds a condition to a range; earlier ones come first. Throws `outside`, `textTooLong`, `setting`.
    package func addCondition(_ condition: Condition, to range: CellRange, sheet: Sheet) throws(SpreadsheetError) {
        let handle = unsafe try handle(range, of: sheet)
        var text: String?
        var rule = unsafe lxw_conditional_format()
        switch condition {
        case .equals(let word, let format):
            let clean = try SafeText.checked(word, limit: 255, place: "\(sheet.name)!\(range.a1)")
            text = "\"\(clean.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\""
            unsafe rule.type = UInt8(LXW_CONDITIONAL_TYPE_CELL.rawValue)
            unsafe rule.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_EQUAL_TO.rawValue)
            unsafe rule.format = unsafe try formats.condition(format)
        case .twoColours(let lowest, let highest):
            unsafe rule.type = UInt8(LXW_CONDITIONAL_2_COLOR_SCALE.rawValue)
            unsafe rule.min_color = lowest.lxw
            unsafe rule.max_color = highest.lxw
        case .threeColours(let lowest, let middle, let highest):
            unsafe rule.type = UInt8(LXW_CONDITIONAL_3_COLOR_SCALE.rawValue)
            unsafe rule.min_color = lowest.lxw
            unsafe rule.mid_color = middle.lxw
            unsafe rule.max_color = highest.lxw
        case .scale(let from, let lowest, let to, let highest):
            guard from.isFinite, to.isFinite, from < to else {
                throw .setting(place: "\(sheet.name)!\(range.a1)", reason: "a scale from \(from) to \(to)")
            }
            unsafe rule.type = UInt8(LXW_CONDITIONAL_2_COLOR_SCALE.rawValue)
            unsafe rule.min_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
            unsafe rule.max_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
            unsafe rule.min_value = from
            unsafe rule.max_value = to
            unsafe rule.min_color = lowest.lxw
            unsafe rule.max_color = highest.lxw
        }
        let result = unsafe try withCStrings([text]) { strings throws(SpreadsheetError) in
            unsafe rule.value_string = unsafe strings[0]
            return unsafe worksheet_conditional_format_range(
                handle,
                UInt32(range.rows.lowerBound),
                UInt16(range.columns.lowerBound),
                UInt32(range.rows.upperBound),
                UInt16(range.columns.upperBound),
                &rule
            )
        }
        try Self.check(result, "worksheet_conditional_format_range")
    }
}
