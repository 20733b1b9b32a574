/// What tells an entry form from other workbooks, and its own sheets beside the one that is filled in from others: custom
/// properties, and a cell of the hidden lists for those programs that drop properties when they save.
package enum FormMarks {
    package static let kind = (name: "tonghop", value: "bieu-nhap")
    /// Name of the property with the fingerprints of the guide and of the lists, with blanks between them.
    package static let sheets = "Trang phụ"
    /// Begins the cell that says the same as the two properties together: the fingerprints stand behind it.
    package static let cell = "\(kind.name):\(kind.value) "
}
