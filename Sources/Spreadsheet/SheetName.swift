/// A sheet of the workbook that gave it.
package struct Sheet: Hashable, Sendable {
    let index: Int
    package let name: String

    /// The range as a formula of any sheet refers to it: `'Theo xã'!$A$2:$C$9`.
    package func reference(_ range: CellRange) -> String {
        "\(SheetName.quoted(name))!\(range.absoluteA1)"
    }
}

/// What Excel takes for the name of a sheet.
enum SheetName {
    /// Throws `sheetName` where Excel would call the file damaged.
    static func check(_ name: String, among others: some Sequence<String>) throws(SpreadsheetError) {
        func refuse(_ reason: String) -> SpreadsheetError { .sheetName(name, reason: reason) }
        if name.isEmpty { throw refuse("empty") }
        if name.utf16.count > 31 { throw refuse("above 31 characters") }
        if name.unicodeScalars.contains(where: { "[]:*?/\\".unicodeScalars.contains($0) }) {
            throw refuse("holds one of []:*?/\\")
        }
        if !SafeText.isSafe(name) || name.contains(where: \.isNewline) || name.contains("\t") {
            throw refuse("holds a control character")
        }
        if name.hasPrefix("'") || name.hasSuffix("'") { throw refuse("an apostrophe at an end") }
        let folded = name.lowercased()
        if folded == "history" { throw refuse("Excel keeps this name for itself") }
        // Swift compares canonically: a name decomposed (NFD) equals its composed form.
        if let other = others.first(where: { $0.lowercased() == folded }) {
            throw refuse("equal to '\(other)' but for case")
        }
    }

    static func quoted(_ name: String) -> String {
        "'\(name.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'"
    }
}
