/// A figure of a group of units, or a fact of one, that is another than it was when the period was closed before; all in words.
package struct Correction: Sendable, Equatable {
    /// `Toàn thành phố`, `Loại hình`, `Xã, phường, đặc khu`, `Phòng chuyên môn`, `Loại vi phạm` or `Đơn vị`.
    package let kind: String
    /// Of the group or unit; empty of the whole city.
    package let code: String
    package let name: String
    /// Which figure or fact.
    package let what: String
    package let was: String
    package let now: String

    package init(kind: String, code: String, name: String, what: String, was: String, now: String) {
        self.kind = kind
        self.code = code
        self.name = name
        self.what = what
        self.was = was
        self.now = now
    }
}
