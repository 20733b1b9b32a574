import Tabular

/// What a cell of yes or no says.
enum BooleanCell: Equatable {
    case value(Bool)
    /// `✓`, `√`, `v`, `☑`, `☐`: a mark that stands for a word (C13).
    case converted(Bool)
    /// `Đã`, `Chưa`, a lone letter of a symbol font, anything else (C4).
    case unreadable
}

/// Reads `Có`, `Không`, `C`, `K`, `1`, `0`, `True`, `Đúng`, `Yes`, `X` and their like, and ticks.
///
/// - Parameter text: as `clean` gives it, not empty.
func readBoolean(_ text: Span<UInt8>) -> BooleanCell {
    // Marks have no letters to fold. The variation selector that makes an emoji of one is passed over.
    if text.count >= 3, text[0] == 0xE2 {
        guard text.count == 3 || text.count == 6 && text[3] == 0xEF && text[4] == 0xB8 else { return .unreadable }
        switch UInt32(text[0]) << 16 | UInt32(text[1]) << 8 | UInt32(text[2]) {
        case 0xE2_9C93, 0xE2_9C94, 0xE2_889A, 0xE2_9891: return .converted(true)
        case 0xE2_9890: return .converted(false)
        default: return .unreadable
        }
    }
    guard text.count <= 16, text.isWords else { return .unreadable }
    switch String(decoding: fold(text), as: UTF8.self) {
    case "co", "c", "1", "true", "dung", "yes", "x": return isDottedNumber(text) ? .unreadable : .value(true)
    case "v": return .converted(true)
    case "khong", "k", "0", "false", "sai", "no", "khong_co": return isDottedNumber(text) ? .unreadable : .value(false)
    default: return .unreadable
    }
}

/// `1.` folds to `1` and is something else.
private func isDottedNumber(_ text: Span<UInt8>) -> Bool {
    guard text.count > 1 else { return false }
    for index in text.indices where text[index].isDigit { return true }
    return false
}
