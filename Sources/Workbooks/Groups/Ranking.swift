import Figures

/// Places of groups by completeness, then by timeliness.
enum Ranking {
    /// The place of each, from 1; equals share one, and the next place is that much later. Nil where nobody is expected.
    static func places(_ groups: [Completeness]) -> [Int?] {
        let ranked = groups.indices.filter { groups[$0].expected > 0 }.sorted { comesBefore(groups[$0], groups[$1]) }
        var places = [Int?](repeating: nil, count: groups.count)
        var place = 0
        for (index, position) in ranked.enumerated() {
            if index == 0 || comesBefore(groups[ranked[index - 1]], groups[position]) { place = index + 1 }
            places[position] = place
        }
        return places
    }

    /// Compared as fractions: 1/3 and 2/6 are equal, which their decimals need not be.
    private static func comesBefore(_ left: Completeness, _ right: Completeness) -> Bool {
        let (leftReported, rightReported) = (left.reported * right.expected, right.reported * left.expected)
        if leftReported != rightReported { return leftReported > rightReported }
        return left.onTime * right.expected > right.onTime * left.expected
    }
}
