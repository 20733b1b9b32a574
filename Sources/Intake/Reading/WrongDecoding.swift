// A cell whose letters were decoded wrongly in a text that is otherwise good: pasted from another file, or typed with another
// font. The text as a whole is not restored for it, and nobody should take `Ä‘Æ¡n` for a word.

import Records
import Tabular

/// The first part of a cell that was decoded wrongly, and what it was.
struct WrongDecoding: Equatable {
    let shown: String
    let meant: String

    /// - Parameter raw: as it stands in the file: cleaning takes away bytes that were parts of letters.
    init?(_ raw: Span<UInt8>) {
        guard TableText.hasForeignLetters(raw) else { return nil }
        var start = 0
        for index in 0...raw.count where index == raw.count || Self.parts(raw[index]) {
            let word = raw.extracting(start..<index)
            start = index + 1
            // UTF-8 that is undone by chance to valid UTF-8 is hardly ever a syllable: one word is proof.
            guard TableText.hasForeignLetters(word), let meant = Self.undone(word, by: .utf8, syllables: 1) else {
                continue
            }
            shown = shownText(word)
            self.meant = shownText(meant.span)
            return
        }
        // In TCVN3 any byte is a letter, and `m²` might be a syllable: it takes some words, and all of them.
        guard !Self.isForeignByHyphensAlone(raw), let meant = Self.undone(raw, by: .tcvn3, syllables: 3) else {
            return nil
        }
        shown = shownText(raw)
        self.meant = shownText(meant.span)
    }

    /// A soft hyphen, which nobody sees, is `ư` in TCVN3.
    private static func isForeignByHyphensAlone(_ text: Span<UInt8>) -> Bool {
        var index = 0
        while index < text.count {
            if text[index] < 0x80 {
                index += 1
            } else if text[index] == 0xC2, index + 1 < text.count, text[index + 1] == 0xAD {
                index += 2
            } else {
                return false
            }
        }
        return true
    }

    private static func undone(
        _ text: Span<UInt8>,
        by original: Restoration.Original,
        syllables: Int
    ) -> [UInt8]? {
        for restoration in Restoration.all where restoration.original == original {
            var bytes: [UInt8] = []
            var count = RestoredPieces()
            count.append(text, by: restoration, to: &bytes)
            guard count.restored > 0 else { continue }
            let score = TextScore(of: bytes.span)
            if score.syllables >= syllables, score.syllables == score.words { return bytes }
        }
        return nil
    }

    private static func parts(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, 0x22, 0x28, 0x29, 0x2C, 0x3B, 0x7C: true
        default: false
        }
    }
}
