/// What somebody probably meant: the nearest word by edit distance.
enum NearMiss {
    /// How many slips a word of that length may have and still be meant. Short words are near to everything.
    static func limit(length: Int) -> Int {
        switch length {
        case ..<4: 0
        case ..<8: 1
        case ..<16: 2
        default: 3
        }
    }

    /// Longer words are compared with nothing, so that a hostile cell costs no more than its reading.
    static let longest = 128

    /// Insertions, deletions, substitutions and swaps of neighbours between two words; nil where they are more than `limit`.
    static func distance(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int? {
        guard limit >= 0, abs(left.count - right.count) <= limit, left.count <= longest, right.count <= longest else {
            return nil
        }
        var beforeLast = [Int](repeating: 0, count: right.count + 1)
        var last = Array(0...right.count)
        var row = last
        for (i, letter) in left.enumerated() {
            row[0] = i + 1
            var least = row[0]
            for (j, other) in right.enumerated() {
                var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (letter == other ? 0 : 1))
                if i > 0, j > 0, letter == right[j - 1], left[i - 1] == other {
                    cost = min(cost, beforeLast[j - 1] + 1)
                }
                row[j + 1] = cost
                least = min(least, cost)
            }
            if least > limit { return nil }
            (beforeLast, last, row) = (last, row, beforeLast)
        }
        return last[right.count] <= limit ? last[right.count] : nil
    }
}
