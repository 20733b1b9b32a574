/// The length of free text in characters (Unicode scalars: what a limit can count in one pass).
func characterCount(_ text: Span<UInt8>) -> Int {
    var count = 0
    for index in text.indices where text[index] & 0xC0 != 0x80 { count += 1 }
    return count
}
