// What a file's bytes say: the one place where it is decided by which encoding a text is read and whether it is restored, for
// files of text and for sheets (spec 2, "From bytes to text", steps 1, 2 and 4).
//
// Text that is UTF-8, whose header is whole and which holds no sign of a wrong decoding in its first rows, is read as it is,
// without another pass.

import Plan
import Tabular

/// Decides how texts are read.
struct TextDecider {
    enum Outcome {
        /// To be read; whether a header was found is told by its search.
        case read(TextCandidate, encoding: TextEncoding?)
        /// Not to be read (F2), and why.
        case refused(cause: String, line: Int)
    }

    let vocabulary: Vocabulary

    /// Decides how the bytes of a file are read.
    func decide(_ bytes: [UInt8]) -> (outcome: Outcome, decision: TextDecision) {
        do {
            let text = try decodeText(bytes)
            return restoring(.text(text.bytes), name: text.encoding.rawValue, encoding: text.encoding)
        } catch {
            switch error {
            case .invalidUTF16(let line): return (.refused(cause: "UTF-16 bị hỏng", line: line), TextDecision())
            case .invalidUTF8(let line) where isDamagedUTF8(bytes):
                return (.refused(cause: "Tệp UTF-8 bị hỏng, có chỗ không phải UTF-8", line: line), TextDecision())
            case .invalidUTF8(let line): return choosing(bytes, line: line)
            }
        }
    }

    /// Decides how the texts of a sheet are read: as they are, or restored.
    func decide(_ sheet: SheetRows) -> (outcome: Outcome, decision: TextDecision) {
        restoring(.sheet(sheet), name: "xlsx", encoding: nil)
    }

    // MARK: Eight-bit encodings

    private func choosing(_ bytes: [UInt8], line: Int) -> (outcome: Outcome, decision: TextDecision) {
        var candidates: [(TextCandidate, TextEncoding)] = []
        var texts: [[UInt8]] = []
        for page in CodePage.allCases {
            guard let decoded = decodeText(bytes, as: page), !texts.contains(decoded.bytes) else { continue }
            texts.append(decoded.bytes)
            let name = decoded.encoding.rawValue
            var candidate = TextCandidate(name, .text(decoded.bytes), vocabulary)
            candidate.countRows(vocabulary)
            candidates.append((candidate, decoded.encoding))
        }
        var decision = TextDecision()
        decision.candidates = candidates.map(\.0.record)
        guard var best = candidates.indices.first else {
            return (.refused(cause: Self.unknown, line: line), decision)
        }
        for index in candidates.indices where candidates[index].0.isBetter(than: candidates[best].0) == true {
            best = index
        }
        if candidates.contains(where: { isVNI($0.0) }) { return (.refused(cause: Self.vni, line: 0), decision) }
        for index in candidates.indices where index != best {
            let (candidate, encoding) = candidates[index]
            guard candidate.isBetter(than: candidates[best].0) == nil,
                let difference = candidates[best].0.firstDifference(from: candidate, vocabulary)
            else { continue }
            let cause =
                "Đọc được theo hai bảng mã, không rõ bảng mã nào đúng: “\(difference.mine)” "
                + "(\(candidates[best].1.rawValue)) hay “\(difference.others)” (\(encoding.rawValue))"
            return (.refused(cause: cause, line: difference.line), decision)
        }
        // The header may be of ASCII alone, and a stray byte in a good file no letter of any encoding.
        if let score = candidates[best].0.score, score.isHardlyVietnamese {
            return (.refused(cause: Self.unknown, line: line), decision)
        }
        decision.chosen = best
        return (.read(candidates[best].0, encoding: candidates[best].1), decision)
    }

    static let lost = "Chữ tiếng Việt đã mất khi lưu"
    static let unknown = "Không phải UTF-8 và không rõ bảng mã"

    /// More letters of UTF-8 than bytes that are none: no eight-bit text has them, but a damaged file has.
    private func isDamagedUTF8(_ bytes: [UInt8]) -> Bool {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return true }
        var letters = 0
        var strays = 0
        let span = bytes.span
        var index = 0
        while index < span.count {
            if span[index] < 0x80 {
                index += 1
                continue
            }
            var end = index + 1
            while end < span.count, end - index < 4, span[end] & 0xC0 == 0x80 { end += 1 }
            if end - index > 1, (try? UTF8Span(validating: span.extracting(index..<end))) != nil {
                letters += 1
                index = end
            } else {
                strays += 1
                index += 1
            }
        }
        return letters > strays
    }

    // MARK: Restoration

    private func restoring(
        _ text: TableText,
        name: String,
        encoding: TextEncoding?
    ) -> (outcome: Outcome, decision: TextDecision) {
        let plain = TextCandidate(name, text, vocabulary)
        var decision = TextDecision()
        decision.candidates = [plain.record]
        decision.chosen = 0
        let head = text.head
        guard head.hasForeignLetters else { return (.read(plain, encoding: encoding), decision) }
        var standing = TextCandidate(name, head, vocabulary)
        standing.countRows(vocabulary)
        guard let way = bestRestoration(of: head, standing) else {
            if isVNI(plain) {
                decision.chosen = nil
                return (.refused(cause: Self.vni, line: 0), decision)
            }
            return (.read(plain, encoding: encoding), decision)
        }
        let (restored, count) = text.restored(by: way.restoration)
        let candidate = TextCandidate(way.name, restored, restoration: way.restoration, vocabulary)
        decision.candidates.append(candidate.record)
        let spoiled = candidate.firstSpoiled(of: text, vocabulary)
        if count.failed == 0, spoiled == nil {
            decision.chosen = 1
            decision.isRestored = true
            return (.read(candidate, encoding: encoding), decision)
        }
        // The header itself proves the damage; values alone may be one damaged row in a good file.
        guard candidate.search.fields > plain.search.fields else { return (.read(plain, encoding: encoding), decision) }
        decision.chosen = nil
        var cause = "Chữ bị sai bảng mã (\(way.name)), không khôi phục được hết"
        var line = spoiled?.line ?? 0
        if let spoiled { cause += ", ví dụ “\(spoiled.value)”" }
        if spoiled == nil, let place = count.firstFailure, case .text(let bytes) = restored {
            line = 1 + bytes[..<place].count { $0 == 0x0A }
        }
        return (.refused(cause: cause, line: line), decision)
    }

    /// The restoration after which the first rows name most fields, or else hold most values: more than they do as they stand.
    /// Where header and values say nothing (names of fields, ones and zeros), it must make Vietnamese of what is none.
    private func bestRestoration(
        of head: TableText,
        _ standing: TextCandidate
    ) -> (restoration: Restoration, name: String)? {
        var best = standing
        var fewestFailures = Int.max
        for restoration in Restoration.all {
            let (text, count) = head.restored(by: restoration)
            guard count.restored > 0 else { continue }
            var candidate = TextCandidate(restoration.words, text, restoration: restoration, vocabulary)
            candidate.countRows(vocabulary)
            let (mine, others) = (candidate.search.fields, best.search.fields)
            let (choices, otherChoices) = (candidate.score?.choices ?? 0, best.score?.choices ?? 0)
            let isBetter: Bool
            if mine != others {
                isBetter = mine > others
            } else if choices != otherChoices {
                isBetter = choices > otherChoices
            } else if let score = candidate.score, let bestScore = best.score, score.isMoreVietnamese(than: bestScore) {
                // A tick of a symbol font, `þ`, is a syllable in TCVN3: that takes more than a word or two.
                let isProven = restoration.original == .utf8 || score.syllables >= 3
                isBetter =
                    best.restoration != nil
                    || bestScore.isHardlyVietnamese && !score.isHardlyVietnamese && isProven
            } else {
                isBetter = best.restoration != nil && count.failed < fewestFailures
            }
            guard isBetter else { continue }
            best = candidate
            fewestFailures = count.failed
        }
        return best.restoration.map { ($0, best.name) }
    }

    // MARK: VNI

    private static let vni = "Chữ dùng bảng mã VNI, phải chuyển sang Unicode trước"

    /// Whether the header names more fields, or the rows hold more values, once it is read as VNI.
    private func isVNI(_ candidate: TextCandidate) -> Bool {
        let head = candidate.text.head
        guard head.hasForeignLetters else { return false }
        var standing = TextCandidate("", head, vocabulary)
        var bare = TextCandidate("VNI", head.bareLettersOfVNI, vocabulary)
        if bare.search.fields != standing.search.fields { return bare.search.fields > standing.search.fields }
        standing.countRows(vocabulary)
        bare.countRows(vocabulary)
        return (bare.score?.choices ?? 0) > (standing.score?.choices ?? 0)
    }
}

extension Restoration {
    /// As the manifest and F2 name it.
    fileprivate var words: String {
        let original = original == .utf8 ? "UTF-8" : "TCVN3"
        return "\(original) bị đọc nhầm thành \(page.encoding.rawValue)" + (times > 1 ? " \(times) lần" : "")
    }
}
