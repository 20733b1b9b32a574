import Tabular

/// What a cell of a set of choices says.
struct ChoicesCell: Equatable {
    /// Positions of codes in their list, ascending, each once.
    var codes: [Int32] = []
    /// What stands for values on no list, in the order of their bytes, each once.
    var unknown: [[UInt8]] = []
    /// Letters were lost, and each such value fits one code alone.
    var hasLostLetters = false
    /// Letters are lost, and several codes fit a value.
    var isLost = false
}

/// Reads a set: by longest match on the code list, then at `;`, `,` and line breaks.
///
/// Names hold commas themselves (`phòng, chống ma túy`), so from each piece on the longest run of pieces is tried that is one
/// word of the list; a piece that begins no word is tried once more as a row of words (`TH và THCS`, `TH - THCS`), which must
/// all be on the list.
///
/// - Parameter text: as `clean` gives it, not empty.
func readChoices(_ text: Span<UInt8>, _ words: ChoiceWords) -> ChoicesCell {
    var cell = ChoicesCell()
    let pieces = pieces(of: text)
    var first = 0
    while first < pieces.count {
        var taken = 0
        for last in stride(from: min(first + words.mostPieces, pieces.count) - 1, through: first, by: -1) {
            let run = text.extracting(pieces[first].lowerBound..<pieces[last].upperBound)
            let folded = fold(run)
            if let code = words.code(ofFolded: folded.span) {
                cell.codes.append(code)
            } else {
                let fitting = words.codes(ofLost: run)
                guard let code = fitting.first else { continue }
                cell.codes.append(code)
                cell.hasLostLetters = true
                if fitting.count > 1 { cell.isLost = true }
            }
            taken = last - first + 1
            break
        }
        if taken == 0 {
            let piece = text.extracting(pieces[first])
            let folded = fold(piece)
            if let codes = codes(inRow: folded, words) {
                cell.codes += codes
            } else {
                let other = standIn(for: piece, folded: folded)
                if other.contains(where: { $0 > 0x20 }) { cell.unknown.append(other) }
            }
            taken = 1
        }
        first += taken
    }
    cell.codes = Set(cell.codes).sorted()
    cell.unknown = Set(cell.unknown).sorted { $0.lexicographicallyPrecedes($1) }
    return cell
}

private func pieces(of text: Span<UInt8>) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = 0
    func end(at index: Int) {
        if index > start { pieces.append(start..<index) }
        start = index + 1
    }
    for index in text.indices {
        switch text[index] {
        case 0x2C, 0x3B, 0x0A, 0x0D: end(at: index)
        default: break
        }
    }
    end(at: text.count)
    return pieces
}

/// The codes of a folded text that is nothing but words of the list, with `và` between them or not.
private func codes(inRow folded: [UInt8], _ words: ChoiceWords) -> [Int32]? {
    let parts = folded.split(separator: 0x5F)
    var codes: [Int32] = []
    var first = 0
    while first < parts.count {
        if first > 0, parts[first].elementsEqual("va".utf8) {
            first += 1
            continue
        }
        var taken = 0
        for last in stride(from: min(first + words.mostWords, parts.count) - 1, through: first, by: -1) {
            let word = folded.span.extracting(parts[first].startIndex..<parts[last].endIndex)
            guard let code = words.code(ofFolded: word) else { continue }
            codes.append(code)
            taken = last - first + 1
            break
        }
        guard taken > 0 else { return nil }
        first += taken
    }
    return codes.isEmpty ? nil : codes
}
