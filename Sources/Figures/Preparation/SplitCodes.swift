import Plan

/// In which codes of its list each row counts when a fact is split by a field.
enum SplitCodes: Sendable {
    /// Position of the row's one code; -1: in none.
    case one([Int32])
    /// Bits of the row's codes, in each of which it counts.
    case several([UInt64])

    /// - Parameter values: the field's column, as numbers.
    init?(values: [Double], field: Field, isKey: Bool, codeLists: [CodeList]) {
        switch field.type {
        case .choice(let list):
            // An empty or unreadable category of an incident counts as the open list's last code (spec 1, code lists); a
            // field that may well be empty, such as the occasion of a session, says by that that there was none.
            let list = codeLists[list]
            let other = list.isOpen && (field.isRequired || isKey) ? list.other : nil
            self = .one(values.map { $0.isNaN ? other.map(Int32.init) ?? -1 : Int32($0) })
        case .choices(let list):
            let list = codeLists[list]
            let other = list.isOpen && (field.isRequired || isKey) ? list.other : nil
            self = .several(values.map { $0.isNaN ? other.map { 1 << UInt64($0) } ?? 0 : UInt64($0) })
        case .code, .text, .integer, .decimal, .date, .boolean:
            return nil
        }
    }

    func holds(_ code: Int, row: Int) -> Bool {
        switch self {
        case .one(let codes): Int(codes[row]) == code
        case .several(let sets): sets[row] >> UInt64(code) & 1 == 1
        }
    }

    @inline(__always)
    func forEachCode(ofRow row: Int, _ body: (Int) -> Void) {
        switch self {
        case .one(let codes):
            if codes[row] >= 0 { body(Int(codes[row])) }
        case .several(let sets):
            var rest = sets[row]
            while rest != 0 {
                body(rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
    }
}
