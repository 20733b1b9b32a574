// `Nam` (male) and `Năm` (year) are one word without their marks, which is how headers are compared. Over a count the one makes a part
// of it and the other changes nothing.

import Tabular

/// Tells titles about males alone.
enum MaleWords {
    private static let male = Array("nam".utf8)
    /// The words that may stand beside it. `Nam Sách, ngày 14 tháng 3 năm 2026` and `Việt Nam` are about no males.
    static let beside = Set(
        [
            "nam", "nu", "va", "la", "so", "luong", "sl", "tong", "gioi", "tinh", "hoc", "sinh", "hs", "hssv", "sv",
            "vien",
            "em", "chau", "tre", "be", "nguoi", "gv", "giao", "can", "bo", "cb", "cbgv", "cbgvnv", "nhan", "phu",
            "huynh",
        ].map { Array($0.utf8)[...] }
    )

    /// Whether a title says `Nam`, alone or of persons: `Học sinh nam`. `Năm` and `NĂM` do not. Where all marks are left out it may be
    /// either, and a figure is better asked about than read in silence.
    ///
    /// - Parameters:
    ///   - text: as `clean` gives it.
    ///   - folded: the same, folded.
    static func stand(in text: [UInt8], folded: [UInt8]) -> Bool {
        guard (male.count...60).contains(folded.count), saysSo(folded.span) else { return false }
        let unnumbered = HeaderText.withoutNumbering(text[...])
        guard fold(unnumbered.span).split(separator: 0x5F).allSatisfy(beside.contains) else { return false }
        return String(decoding: unnumbered, as: UTF8.self).split { !$0.isLetter }.contains {
            $0.utf8.count == male.count && $0.lowercased() == "nam"
        }
    }

    /// Whether one of the words is `nam`. Asked of every cell that may be a header's: no words are made of it.
    private static func saysSo(_ folded: Span<UInt8>) -> Bool {
        var (start, matched) = (0, 0)
        for index in 0...folded.count {
            if index == folded.count || folded[index] == 0x5F {
                if matched == male.count, index - start == male.count { return true }
                (start, matched) = (index + 1, 0)
            } else if matched < male.count, folded[index] == male[matched], index - start == matched {
                matched += 1
            }
        }
        return false
    }
}
