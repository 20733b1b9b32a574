/// What tells an entry form from other workbooks, and its own sheets beside the one that is filled in from others: custom
/// properties, which programs keep when they save.
package enum FormMarks {
    package static let kind = (name: "tonghop", value: "bieu-nhap")
    /// Name of the property with the fingerprints of the guide and of the lists, with blanks between them.
    package static let sheets = "Trang phụ"
}
