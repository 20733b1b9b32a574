import Glibc

/// Gives C copies of texts, as libxlsxwriter's option structs want them; nil stays nil. The copies live as long as `body` runs.
func withCStrings<Result>(
    _ texts: [String?],
    _ body: ([UnsafeMutablePointer<CChar>?]) throws(SpreadsheetError) -> Result
) throws(SpreadsheetError) -> Result {
    let copies = unsafe texts.map { text in unsafe text.flatMap { unsafe strdup($0) } }
    defer { unsafe copies.forEach { unsafe free($0) } }
    return unsafe try body(copies)
}
