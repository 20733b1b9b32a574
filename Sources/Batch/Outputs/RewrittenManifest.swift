/// The bytes of a set's manifest with other periods and outputs; all else stays byte for byte, whatever version wrote it.
///
/// A closing replaces one period of the published set and computes nothing else: what the set was made of stays as it is told.
/// - Returns: nil where the bytes are not as `Manifest.json()` writes them.
func rewritten(
    manifest json: [UInt8],
    periods: [Manifest.Period],
    outputs: [Manifest.Output]
) -> [UInt8]? {
    // No text of the document can hold these words: a quotation mark in a text is written behind a reverse solidus.
    guard let text = String(validating: json, as: UTF8.self),
        let periodsStart = text.ranges(of: #", "periods": ["#).first, text.ranges(of: #", "periods": ["#).count == 1,
        let findings = text.ranges(of: #", "findings": {"#).first, periodsStart.upperBound <= findings.lowerBound,
        let outputsStart = text.ranges(of: #", "outputs": ["#).first, findings.upperBound <= outputsStart.lowerBound,
        let end = text[outputsStart.upperBound...].firstRange(of: "]")
    else { return nil }
    let listed = JSONText.document { text in
        text.objects("periods", periods) { $0.write(&$1) }
        text.objects("outputs", outputs.sorted { precedes($0.path, $1.path) }) { $0.write(&$1) }
    }
    // `{"periods": [...], "outputs": [...]}` and a line end: the two lists as they stand in a manifest.
    let lists = String(decoding: listed.dropFirst().dropLast(2), as: UTF8.self)
    guard let border = lists.ranges(of: #", "outputs": ["#).last else { return nil }
    let written =
        text[..<periodsStart.lowerBound] + ", " + lists[..<border.lowerBound]
        + text[findings.lowerBound..<outputsStart.lowerBound] + lists[border.lowerBound...] + text[end.upperBound...]
    return Array(written.utf8)
}
