/// What goes wrong with a unit's events, and how the unit mends it: one mistake a data set and year, so that each
/// outcome follows from two files alone.
///
/// Every mistake leads back to the truth both with a ledger (each file received on its own night) and without one (all
/// received together, so that the file with the later last event date is the newer one, and else the greater path):
/// - A row whose **key** was wrong, or that should not be there, only goes away when the correction withdraws it. So the
///   first version lacks the period's last day: the correction's last event date is later, which makes it the newer file
///   by more than its path, and it repeats all other rows, at least half.
/// - A wrong **value** under the right key is superseded by path alone, too.
/// - A correction is always news: it holds a row that no earlier period's file has. Otherwise its rows would be those of
///   an old file, whose old receipt it would get.
struct EventMistakes<Row: MistakableRow> {
    /// The true rows of each sending, in the order of the sendings, each sorted by day.
    let contents: [(period: Period, rows: [Row])]
    /// Every true key of the unit's year; a wrong key is none of them.
    let keys: Set<String>

    struct Mistake {
        let sending: Int
        let original: [Row]
        /// Nil: the next period's file mends it.
        var followUp: [Row]?
        var reason = Mailing.Reason.correction
        var isDecidedByPath = false
    }

    private enum Form: CaseIterable {
        case value, valueAndEnd, key, lastDate, extraRow, supplement, unfinished
    }

    init(contents: [(period: Period, rows: [Row])]) {
        self.contents = contents
        keys = Set(contents.flatMap { $0.rows.map(\.key) })
    }

    func draw(_ random: inout Random) -> Mistake? {
        guard random.chance(420), !contents.isEmpty else { return nil }
        // A form that this sending does not allow is drawn again, a few times.
        for _ in 0..<6 {
            let sending = random.below(contents.count)
            if let mistake = mistake(random.pick(Form.allCases), sending, &random) { return mistake }
        }
        return nil
    }

    private func mistake(_ form: Form, _ sending: Int, _ random: inout Random) -> Mistake? {
        let rows = contents[sending].rows
        let fresh = freshRows(sending)
        guard let last = rows.last?.day, !fresh.isEmpty else { return nil }
        let beforeEnd = rows.filter { $0.day < last }
        let first = contents[sending].period.window.lowerBound
        switch form {
        case .value:
            let original = replacingOne(of: rows, &random) { $0.withWrongValue(&$1) }
            // The same last date in both versions: only the path, or the receipt, tells which is newer.
            return Mistake(sending: sending, original: original, followUp: rows, isDecidedByPath: true)
        case .valueAndEnd:
            guard !beforeEnd.isEmpty else { return nil }
            let original = replacingOne(of: beforeEnd, &random) { $0.withWrongValue(&$1) }
            return Mistake(sending: sending, original: original, followUp: rows)
        case .key:
            guard beforeEnd.count >= 2, first < last else { return nil }
            let days = first...last.advanced(by: -1)
            let original = replacingOne(of: beforeEnd, &random) { $0.withWrongKey(days, &$1) }
            guard isNewKey(in: original, besides: beforeEnd) else { return nil }
            return Mistake(sending: sending, original: original, followUp: rows)
        case .lastDate:
            return lastDate(sending, first, &random)
        case .extraRow:
            guard let model = beforeEnd.last, first < last else { return nil }
            let extra = model.withWrongKey(first...last.advanced(by: -1), &random)
            guard !keys.contains(extra.key) else { return nil }
            return Mistake(sending: sending, original: sorted(beforeEnd + [extra]), followUp: rows)
        case .supplement:
            // Only rows that no earlier file has: a supplement that repeated an old file's rows could pass for its
            // re-export and withdraw the rest of it.
            let left = fresh.filter { _ in random.chance(450) }
            let original = rows.filter { !left.contains($0) }
            guard !left.isEmpty, !original.isEmpty else { return nil }
            return Mistake(sending: sending, original: original, followUp: left, reason: .supplement)
        case .unfinished:
            return unfinished(sending, fresh, last, &random)
        }
    }

    /// The last row was dated too early: mended, it makes the correction's last date the later one.
    private func lastDate(_ sending: Int, _ first: Day, _ random: inout Random) -> Mistake? {
        let rows = contents[sending].rows
        guard rows.count >= 2, var wrong = rows.last, rows[rows.count - 2].day < wrong.day else { return nil }
        wrong.day = max(first, wrong.day.advanced(by: -random.int(1...6)))
        let original = sorted(rows.dropLast() + [wrong])
        guard wrong.day < rows[rows.count - 1].day, isHarmless(wrong, rows[rows.count - 1]) else { return nil }
        return Mistake(sending: sending, original: original, followUp: rows)
    }

    /// An event still going on when it was first sent; a later period's file has the end of it.
    private func unfinished(_ sending: Int, _ fresh: [Row], _ last: Day, _ random: inout Random) -> Mistake? {
        let candidates = fresh.filter { row in
            row.unfinished != nil && contents[(sending + 1)...].contains { $0.rows.contains(row) }
        }
        guard !candidates.isEmpty else { return nil }
        let row = random.pick(candidates)
        guard let before = row.unfinished else { return nil }
        let laterEnd = contents[(sending + 1)...].filter { $0.rows.contains(row) }.compactMap(\.rows.last?.day).max()
        return Mistake(
            sending: sending,
            original: contents[sending].rows.map { $0 == row ? before : $0 },
            isDecidedByPath: laterEnd == last
        )
    }

    /// The rows of a sending that no sending before it held.
    private func freshRows(_ sending: Int) -> [Row] {
        let seen = contents[..<sending].map { $0.period.window }
        return contents[sending].rows.filter { row in !seen.contains { $0.contains(row.day) } }
    }

    private func replacingOne(
        of rows: [Row],
        _ random: inout Random,
        _ change: (Row, inout Random) -> Row
    ) -> [Row] {
        var changed = rows
        let index = random.below(rows.count)
        changed[index] = change(rows[index], &random)
        return sorted(changed)
    }

    private func isNewKey(in original: [Row], besides rows: [Row]) -> Bool {
        let before = Set(rows.map(\.key))
        return original.filter { !before.contains($0.key) }.allSatisfy { !keys.contains($0.key) }
            && Set(original.map(\.key)).count == original.count && Set(original.map(\.key)) != before
    }

    /// A wrong day is part of a session's key, which must then be nobody else's; an incident's key has no day in it.
    private func isHarmless(_ wrong: Row, _ right: Row) -> Bool {
        wrong.key == right.key || !keys.contains(wrong.key)
    }

    private func sorted(_ rows: [Row]) -> [Row] {
        rows.sorted { ($0.day, $0.key) < ($1.day, $1.key) }
    }
}
