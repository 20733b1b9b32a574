import Plan
import Spreadsheet

/// The end of an official paper: who gets a copy, who made it and who signs, all beginning on one line.
struct Signature: Block {
    let head: Plan.Head

    /// Lines for the signature itself.
    private static let room = 5

    func write(on sheet: inout SheetCanvas) throws(SpreadsheetError) {
        try sheet.space(height: 12)
        let spans = sheet.spans([0.36, 0.28, 0.36])
        guard spans.count == 3 else { return }
        let signer = HouseFormat.text(13, bold: true)
        let copies = head.recipients.enumerated().map { index, name in
            "- \(name)\(index == head.recipients.count - 1 ? "." : ";")"
        }
        for line in 0..<max(copies.count + 1, head.signer.count + Self.room) {
            var pieces: [Piece] = []
            if line == 0, !copies.isEmpty {
                let format = HouseFormat.text(12, bold: true, italic: true, horizontal: .left)
                pieces.append(Piece(spans[0], .text("Nơi nhận:"), format))
            } else if line > 0, line <= copies.count {
                pieces.append(Piece(spans[0], .text(copies[line - 1]), HouseFormat.text(11, horizontal: .left)))
            }
            if line == 0 { pieces.append(Piece(spans[1], .text(head.preparer), signer)) }
            if line < head.signer.count { pieces.append(Piece(spans[2], .text(head.signer[line]), signer)) }
            try sheet.line(pieces)
        }
    }
}
