/// `: do you mean ...?` with the nearest of the names, or `` where none is near.
func suggestion(for name: String, among names: [String]) -> String {
    let wanted = Array(name.utf8)
    var nearest: (name: String, distance: Int)?
    for candidate in names where !candidate.isEmpty {
        let distance = editDistance(wanted, Array(candidate.utf8))
        if distance <= max(1, wanted.count / 3), distance < nearest?.distance ?? .max {
            nearest = (candidate, distance)
        }
    }
    return nearest.map { ": do you mean `\($0.name)`?" } ?? ""
}

/// The names that differ least from one that there is not, at most three, the nearest first; none where none is near.
package func nearestNames(to name: String, among names: [String]) -> [String] {
    let wanted = Array(name.utf8)
    let near = names.compactMap { candidate -> (name: String, distance: Int)? in
        // Most names of a long list differ in length already.
        guard abs(candidate.utf8.count - wanted.count) <= max(1, wanted.count / 3) else { return nil }
        let distance = editDistance(wanted, Array(candidate.utf8))
        return distance <= max(1, wanted.count / 3) ? (candidate, distance) : nil
    }
    let least = near.map(\.distance).min()
    return near.filter { $0.distance == least }.prefix(3).map(\.name)
}

/// How many bytes must be put in, left out or changed to make one word the other (Levenshtein).
private func editDistance(_ first: [UInt8], _ second: [UInt8]) -> Int {
    var previous = Array(0...second.count)
    for (row, byte) in first.enumerated() {
        var current = [row + 1]
        for (column, other) in second.enumerated() {
            let change = previous[column] + (byte == other ? 0 : 1)
            current.append(min(change, previous[column + 1] + 1, current[column] + 1))
        }
        previous = current
    }
    return previous[second.count]
}
