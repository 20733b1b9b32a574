import Records

/// Which rows of one number are one incident. Rows are added newest first; each joins the first incident none of whose rows it
/// contradicts in both halves of its identity.
///
/// A file of one number alone may have a million rows and as many incidents, so no row is compared with others. Rows of one
/// incident agree pairwise in one half at least, and three rows cannot do that in turns: once two rows of an incident differ in
/// one half, all of them share the other. So an incident takes rows by one value of either half, and no two incidents take
/// rows by the same value: where one takes a row, none is begun.
struct IncidentSplit {
    /// By incident, in the order in which they were begun.
    private(set) var rows: [[Int]] = []
    /// By incident: the identity of its first row that has a whole one.
    private var identities: [(first: Int32, second: Int32)?] = []
    /// By value of each half: the incident that takes rows with it.
    private var byFirst: [Int32: Int] = [:]
    private var bySecond: [Int32: Int] = [:]

    /// Adds a row with both halves of its identity, `Table.missing` where one is not given.
    mutating func add(_ row: Int, _ first: Int32, _ second: Int32) {
        guard first != Table.missing, second != Table.missing else {
            // What is not given contradicts nothing.
            if rows.isEmpty { begin(nil) }
            rows[0].append(row)
            return
        }
        var taker = Swift.min(byFirst[first] ?? .max, bySecond[second] ?? .max)
        // Rows without a whole identity stand in the first incident: it takes whatever comes.
        if let known = identities.first, known == nil { taker = 0 }
        if taker == .max {
            taker = rows.count
            begin((first, second))
        } else if let known = identities[taker] {
            // Two rows that differ in one half: from now on the other half alone decides.
            if known.first != first, byFirst[known.first] == taker { byFirst[known.first] = nil }
            if known.second != second, bySecond[known.second] == taker { bySecond[known.second] = nil }
        } else {
            identities[taker] = (first, second)
            (byFirst[first], bySecond[second]) = (taker, taker)
        }
        rows[taker].append(row)
    }

    private mutating func begin(_ identity: (first: Int32, second: Int32)?) {
        if let identity { (byFirst[identity.first], bySecond[identity.second]) = (rows.count, rows.count) }
        rows.append([])
        identities.append(identity)
    }
}
