/// Where a file has a field, as its sender sees it.
package struct SentColumn: Sendable, Equatable {
    /// Position of the column, from 0.
    package let position: Int32
    /// The header as sent.
    package let header: String

    package init(position: Int32, header: String) {
        self.position = position
        self.header = header
    }
}
