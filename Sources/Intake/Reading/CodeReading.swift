import Plan
import Records
import Tabular

extension ColumnReader {
    /// A code of the roster: the unit's position (U1 where there is none).
    static func unit(_ text: Span<UInt8>, _ field: Field, _ tools: inout CellTools) -> CellReading {
        guard readCode(text, into: &tools.code) == .code else { return lostDigits(field) }
        guard let roster = tools.roster else { return .missing }
        if let unit = roster.unit(code: tools.code.span) { return CellReading(Int32(unit)) }
        return .fault(.U1, nearCodes(tools.code, roster, &tools).joined(separator: ", "))
    }

    /// Any other code.
    static func code(
        _ text: Span<UInt8>,
        _ field: Field,
        _ texts: inout TextPool,
        _ tools: inout CellTools
    ) -> CellReading {
        guard readCode(text, into: &tools.code) == .code else { return lostDigits(field) }
        guard !tools.code.isEmpty else { return .missing }
        // Two codes that differ in a lost letter would be one.
        if LostLetters.areLost(in: text, isKnownOfFile: true) { return .fault(.C2, field.title, "mã đã mất chữ") }
        return CellReading(Int32(texts.intern(tools.code.span)))
    }

    private static func lostDigits(_ field: Field) -> CellReading {
        .fault(.C2, field.title, "mã đã mất chữ số")
    }

    /// The code that leading zeros make of it, where that is one unit's; else up to three codes that a slip parts from it.
    private static func nearCodes(_ code: [UInt8], _ roster: Roster, _ tools: inout CellTools) -> [String] {
        if code.allSatisfy(\.isDigit) {
            var padded = code
            var found: [Int] = []
            // The longest codes of the ministry have 13 digits.
            while padded.count < 13 {
                padded.insert(0x30, at: 0)
                if let unit = roster.unit(code: padded.span) { found.append(unit) }
            }
            if found.count == 1 { return found.map { roster.codes[$0] } }
        }
        guard tools.mayLookForNearMiss() else { return [] }
        var near: [(distance: Int, code: String)] = []
        let limit = min(2, NearMiss.limit(length: code.count))
        for candidate in roster.codes {
            // Codes have one length; a loop over thousands of them should not copy each.
            guard abs(candidate.utf8.count - code.count) <= limit else { continue }
            if let distance = NearMiss.distance(code, Array(candidate.utf8), limit: limit) {
                near.append((distance, candidate))
            }
        }
        let least = near.map(\.distance).min()
        return near.filter { $0.distance == least }.prefix(3).map(\.code)
    }
}
