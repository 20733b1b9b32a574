import Plan

/// Columns of a mail and of a terminal.
let textWidth = 80

/// A text broken at blanks, so that no line is longer; a word that is longer than a line, such as a path, stays whole.
///
/// - Parameter hanging: blanks before each line but the first.
func wrapped(_ text: String, hanging: Int = 0, width: Int = textWidth) -> [String] {
    guard text.count > width else { return [text] }
    let indentation = String(repeating: " ", count: text.prefix { $0 == " " }.count)
    var lines: [String] = []
    var line = indentation
    var isEmpty = true
    for word in text.split(separator: " ") {
        if !isEmpty, line.count + 1 + word.count > width {
            lines.append(line)
            line = String(repeating: " ", count: hanging)
            isEmpty = true
        }
        if !isEmpty { line += " " }
        line += word
        isEmpty = false
    }
    return lines + [line]
}

/// A title with its number, and the first few items below it.
///
/// - Parameters:
///   - indentation: blanks before the title.
///   - rest: what the items are, said where some are not shown.
func boundedList(_ title: String, _ items: [String], indentation: Int, rest noun: String) -> [String] {
    guard !items.isEmpty else { return [] }
    let shown = 10
    let rest = items.count - shown
    let blanks = String(repeating: " ", count: indentation)
    return wrapped("\(blanks)\(title): \(vietnamese(items.count))", hanging: indentation + 2)
        + items.prefix(shown).map { "\(blanks)  \($0)" }
        + (rest > 0 ? ["\(blanks)  ... và \(vietnamese(rest)) \(noun) khác"] : [])
}
