// VNI (VNI-Times and its like) writes a letter's marks as letters behind it: `Maõ ñôn vò` is `Mã đơn vị`. Such text is not read
// (spec 2): it is only told, by the header that it would match, so that the sender learns the cause.

/// Appends a text of VNI as its bare letters: `Maõ ñôn vò` gives `Ma don vi`, which folds as `Mã đơn vị` does.
package func appendBareLetters(ofVNI span: Span<UInt8>, to bare: inout [UInt8]) {

    var isAfterVowel = false
    var index = 0
    while index < span.count {
        let (scalar, length) = scalar(in: span, at: index)
        if isAfterVowel, VNI.marks.contains(scalar) {
            isAfterVowel = false
        } else if let letter = VNI.letters[scalar] {
            bare.append(letter)
            // ô and ö are ơ and ư, and carry a tone as other vowels do.
            isAfterVowel = letter == 0x6F || letter == 0x75
        } else {
            append(span.extracting(index..<(index + length)), to: &bare)
            isAfterVowel = scalar < 0x80 && VNI.vowels.contains(scalar | 0x20)
        }
        index += length
    }
}

private enum VNI {
    static let vowels = Set("aeouy".unicodeScalars.map(\.value))
    /// Tones, and tones upon a circumflex or a breve.
    static let marks = Set("ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË".unicodeScalars.map(\.value))
    /// Letters of one sign: đ ơ ư í ì ỉ ĩ ị ỵ.
    static let letters = Dictionary(
        uniqueKeysWithValues: zip("ñôöíìæóòîÑÔÖÍÌÆÓÒÎ".unicodeScalars.map(\.value), "douiiiiiydouiiiiiy".utf8)
    )
}
