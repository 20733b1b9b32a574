/// What a workbook says of itself (File > Info in Excel).
package struct DocumentProperties: Hashable, Sendable {
    /// A property of one's own; names are distinct but for case, name and value at most 255 UTF-16 units.
    package struct Custom: Hashable, Sendable {
        package let name: String
        package let value: String

        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// At most 255 UTF-16 units, as all texts here.
    package var title = ""
    package var subject = ""
    package var author = ""
    package var company = ""
    package var comments = ""
    package var custom: [Custom] = []
    /// Seconds since 1 January 1970 UTC, not 0. libxlsxwriter's time conversion shares one buffer among threads: workbooks that are
    /// written at the same time must have the same.
    package var created: Int64

    package init(created: Int64) {
        self.created = created
    }
}
