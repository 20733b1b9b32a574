// Base letters of Latin with diacritics. A table in the source, because the standard library tells no decompositions and asking
// Foundation for each character would cost an allocation each; a test holds it against Foundation, letter by letter.

/// What a character beyond ASCII folds to.
enum FoldedLetter {
    /// The base letter or digit, `_` for a character that parts words, nil for what counts for nothing (combining marks,
    /// invisible and impossible characters).
    static func of(_ scalar: UInt32) -> UInt8? {
        switch scalar {
        case 0xC0..<0x250: latin[Int(scalar) - 0xC0]
        case 0x1E00..<0x1F00: latinAdditional[Int(scalar) - 0x1E00]
        case 0x300..<0x370, 0x1AB0..<0x1B00, 0x1DC0..<0x1E00, 0x20D0..<0x2100, 0xFE20..<0xFE30: nil
        default:
            switch CharacterTreatment(of: scalar) {
            case .invisible, .impossible: nil
            case .ascii(let byte): foldASCII(byte)
            case .keep, .normalise, .blank: ASCII.underscore
            }
        }
    }

    /// U+00C0 to U+024F, 64 a line. Letters with a stroke have no decomposition; they fold to the letter without it.
    private static let latin = Array(
        """
        aaaaaa_ceeeeiiiidnooooo_ouuuuy__aaaaaa_ceeeeiiiidnooooo_ouuuuy_y\
        aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii__jjkk_llllll_\
        _llnnnnnn___oooooo__rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzz_\
        b______________________i________oo_____________uu_______________\
        _____________aaiioouuuuuuuuuu_aaaa____ggkkoooo__j___gg__nnaa__oo\
        aaaaeeeeiiiioooorrrruuuusstt__hh______aaeeooooooooyy____________\
        ________________
        """.utf8
    )

    /// U+1E00 to U+1EFF, 64 a line; the last 96 are Vietnamese.
    private static let latinAdditional = Array(
        """
        aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
        mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
        wwwwwwwwwwxxxxyyzzzzzzhtwy______aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
        eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy______
        """.utf8
    )
}
