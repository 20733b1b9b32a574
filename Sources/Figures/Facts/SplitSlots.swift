import Plan

/// The parts of a split: which of a fact's columns a row counts in.
struct SplitSlots {
    /// The split's one or two fields.
    private let first: SplitCodes?
    private let second: SplitCodes?
    private let secondCount: Int
    /// By code, or pair of codes: position of the part, or -1 where the plan has no column for it.
    private let slotOfCodes: [Int]
    let count: Int

    /// The fact itself: every row counts in its one part.
    static let whole = SplitSlots()

    private init() {
        first = nil
        second = nil
        secondCount = 1
        slotOfCodes = [0]
        count = 1
    }

    /// Nil where the fields are not one or two choices, which the plan's loader refuses.
    init?(fields: [Int], parts: [[Int]], table: PreparedTable, dataSet: DataSet, codeLists: [CodeList]) {
        let counts = fields.compactMap { field -> Int? in
            switch dataSet.fields[field].type {
            case .choice(let list), .choices(let list): codeLists[list].codes.count
            case .code, .text, .integer, .decimal, .date, .boolean: nil
            }
        }
        guard counts.count == fields.count, (1...2).contains(counts.count), let first = table.splits[fields[0]] else {
            return nil
        }
        self.first = first
        second = counts.count == 2 ? table.splits[fields[1]] : nil
        secondCount = counts.count == 2 ? counts[1] : 1
        var slots = [Int](repeating: -1, count: counts[0] * secondCount)
        for (slot, codes) in parts.enumerated() where codes.count == counts.count {
            slots[codes.count == 2 ? codes[0] * secondCount + codes[1] : codes[0]] = slot
        }
        slotOfCodes = slots
        count = parts.count
    }

    @inline(__always)
    func forEachSlot(ofRow row: Int, _ body: (Int) -> Void) {
        guard let first else {
            body(0)
            return
        }
        first.forEachCode(ofRow: row) { code in
            if let second {
                second.forEachCode(ofRow: row) { other in visit(code * secondCount + other, body) }
            } else {
                visit(code, body)
            }
        }
    }

    @inline(__always)
    private func visit(_ codes: Int, _ body: (Int) -> Void) {
        let slot = slotOfCodes[codes]
        if slot >= 0 { body(slot) }
    }
}
