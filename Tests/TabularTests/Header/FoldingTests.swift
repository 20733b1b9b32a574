import Foundation
import TestSupport
import Testing

@testable import Tabular

@Suite("Folding headers and choices")
struct FoldingTests {
    @Test(arguments: [
        ("Mã đơn vị", "ma_don_vi"),
        ("MA_DON_VI", "ma_don_vi"),
        ("mã đơn vị ", "ma_don_vi"),
        ("\u{FEFF}Mã\u{A0}đơn\u{200B} vị", "ma_don_vi"),
        ("MÃ ÐƠN VỊ", "ma_don_vi"),
        ("  1. Số vụ (năm 2025) -- tổng? ", "1_so_vu_nam_2025_tong"),
        ("ＴＨＣＳ　１", "thcs_1"),
        ("Không", "khong"),
        ("", ""),
        ("___", ""),
        ("学校", ""),
        ("a学b", "a_b"),
        ("Straße", "stra_e"),
        ("x✓", "x"),
    ])
    func folding(text: String, expected: String) {
        #expect(fold(text) == expected)
    }

    @Test(arguments: [
        ("M? don v?", "m?_don_v?"), ("?", "?"), ("S? (%) h?c sinh?", "s?_h?c_sinh?"), ("Mã đơn vị", "ma_don_vi"),
    ])
    func aQuestionMarkMayStandForALostLetter(text: String, expected: String) {
        #expect(String(decoding: foldWithLostLetters(Array(text.utf8).span), as: UTF8.self) == expected)
        #expect(!fold(text).contains("?"))
    }

    /// The whole alphabet: 12 vowels with 6 tones, and đ, in both cases and in three forms.
    @Test func vietnameseAlphabetFoldsAlikePrecomposedAndCombining() {
        let tones = ["", "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"]
        var letters = 0
        for (vowels, base) in [("aăâ", "a"), ("eê", "e"), ("i", "i"), ("oôơ", "o"), ("uư", "u"), ("y", "y")] {
            for vowel in vowels {
                for tone in tones {
                    for letter in [String(vowel) + tone, (String(vowel) + tone).uppercased()] {
                        // The third form is what Windows-1258 gives: the vowel precomposed, the tone combining.
                        for form in [
                            letter, letter.precomposedStringWithCanonicalMapping,
                            letter.decomposedStringWithCanonicalMapping,
                        ] {
                            #expect(fold(form) == base)
                        }
                        letters += 1
                    }
                }
            }
        }
        #expect(letters == 144)
        #expect(fold("đĐ") == "dd")
    }

    /// The table against Foundation: a letter folds as the first scalar of its decomposition does, and composed as decomposed.
    @Test func tableOfBaseLettersAgreesWithFoundation() {
        for value in Array(0xC0..<0x250) + Array(0x1E00..<0x1F00) {
            guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
            let composed = String(Character(scalar))
            let decomposed = composed.decomposedStringWithCanonicalMapping
            #expect(fold(composed) == fold(decomposed), "U+\(String(value, radix: 16))")
            if let first = decomposed.unicodeScalars.first, first.isASCII {
                #expect(fold(composed) == fold(String(Character(first))), "U+\(String(value, radix: 16))")
            }
        }
    }

    @Test func foldingAgainChangesNothing() {
        let once = fold("Ðiểm a) – “Đã ký” №5")
        #expect(once == "diem_a_da_ky_5")
        #expect(fold(once) == once)
    }

    @Test func anyBytesFoldWithoutHarm() {
        var random = SeededGenerator(seed: 7)
        var folded: [UInt8] = []
        for _ in 0..<2000 {
            let bytes = (0..<Int.random(in: 0..<20, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            fold(bytes.span, into: &folded)
            #expect(folded.allSatisfy { $0 == 0x5F || (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) })
            #expect(folded.first != 0x5F && folded.last != 0x5F)
        }
    }
}
