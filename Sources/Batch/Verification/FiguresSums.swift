import Figures

extension FiguresFile {
    /// What in it contradicts something else in it, in Vietnamese: the city is the sum of its communes, of its kinds and of its departments,
    /// and a rate is what its counts give.
    var contradictions: [String] {
        sums + lines.keys.sorted(by: Self.isBefore).compactMap(rates)
    }

    private var sums: [String] {
        let counts: [(words: String, count: KeyPath<Line, Int>)] = [
            ("mẫu số", \.denominator), ("tử số", \.numerator), ("mẫu số của đơn vị đã báo cáo", \.reportedDenominator),
        ]
        var words: [String] = []
        for city in lines.keys.filter({ $0.group == "city" }).sorted(by: Self.isBefore) {
            for (group, name) in [
                ("commune", "các xã, phường"), ("kind", "các loại hình"), ("department", "các phòng"),
            ] {
                let parts = lines.filter { $0.key.group == group && $0.key.indicator == city.indicator }.values
                for (figure, count) in counts {
                    let whole = lines[city]?[keyPath: count] ?? 0
                    let sum = parts.reduce(0) { $0 + $1[keyPath: count] }
                    guard whole != sum else { continue }
                    words.append("\(city.indicator): \(figure) toàn thành phố là \(whole), cộng \(name) là \(sum)")
                }
            }
        }
        return words
    }

    private func rates(_ key: Key) -> String? {
        guard let line = lines[key] else { return nil }
        let place = "\(key.indicator), \(key.group) \(key.groupID)"
        let rate = Rate(line.numerator, of: line.denominator)?.text ?? ""
        if line.rate != rate {
            return "\(place): tỷ lệ ghi “\(line.rate)”, trong khi \(line.numerator)/\(line.denominator) là “\(rate)”"
        }
        if line.reportedRate.isEmpty != (line.reportedDenominator == 0) {
            return "\(place): tỷ lệ trên số đã báo cáo ghi “\(line.reportedRate)”, mẫu số \(line.reportedDenominator)"
        }
        return nil
    }

    private static func isBefore(_ left: Key, _ right: Key) -> Bool {
        for (one, other) in [(left.group, right.group), (left.groupID, right.groupID)] where one != other {
            return precedes(one, other)
        }
        return precedes(left.indicator, right.indicator)
    }
}
