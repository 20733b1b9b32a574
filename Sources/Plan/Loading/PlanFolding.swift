/// Folds a header or choice of the plan as files' headers are folded: `Mã đơn vị` is `ma_don_vi`.
///
/// For the plan's own Vietnamese texts: it compares aliases while a plan loads, and folds the headers that the plan lists.
/// Files are folded by Tabular, which knows more letters and damaged texts too.
func fold(_ text: String) -> String {
    var folded = ""
    var isApart = false
    for scalar in text.lowercased().unicodeScalars where !isMark(scalar) {
        guard let letter = baseLetter(scalar) else {
            isApart = !folded.isEmpty
            continue
        }
        if isApart { folded.append("_") }
        isApart = false
        folded.unicodeScalars.append(letter)
    }
    return folded
}

/// A combining mark, as texts in NFD have them.
private func isMark(_ scalar: Unicode.Scalar) -> Bool {
    (0x300...0x36F).contains(scalar.value)
}

private func baseLetter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "a"..."z", "0"..."9": scalar
    default: baseLetters[scalar]
    }
}

private let baseLetters: [Unicode.Scalar: Unicode.Scalar] = {
    let families: [(Unicode.Scalar, String)] = [
        ("a", "àáảãạăằắẳẵặâầấẩẫậ"), ("e", "èéẻẽẹêềếểễệ"), ("i", "ìíỉĩị"), ("o", "òóỏõọôồốổỗộơờớởỡợ"),
        ("u", "ùúủũụưừứửữự"), ("y", "ỳýỷỹỵ"), ("d", "đ"),
    ]
    var letters: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (base, family) in families {
        for letter in family.unicodeScalars { letters[letter] = base }
    }
    return letters
}()
