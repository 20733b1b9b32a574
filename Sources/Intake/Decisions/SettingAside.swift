import Plan
import Records

extension DecisionList {
    /// Marks the readings of files that the office sets aside.
    ///
    /// - Parameter readings: of the inbox alone, in the order of paths.
    /// - Returns: why a decision sets nothing aside, by its position in `decisions`, and what else there is to tell the office (O2).
    func setAside(_ readings: inout [FileReading]) -> (obstacles: [Int: String], remarks: [Finding]) {
        var byPath: [String: [Int]] = [:]
        var byHash: [String: [Int]] = [:]
        for (index, reading) in readings.enumerated() {
            byPath[reading.file.path, default: []].append(index)
            // A workbook's sheets are readings of their own; its path alone means them all.
            let whole = shownPath(reading.file.pathBytes)
            if whole != reading.file.path { byPath[whole, default: []].append(index) }
            if !reading.file.sha256.isEmpty { byHash[reading.file.sha256, default: []].append(index) }
        }
        var obstacles: [Int: String] = [:]
        var lines: [Int: Int32] = [:]
        for (position, decision) in decisions.enumerated() {
            guard case .setAside(let target) = decision.matter else { continue }
            let named = target.path.isEmpty ? byHash[target.sha256] ?? [] : byPath[target.path] ?? []
            let found = named.filter { target.sha256.isEmpty || readings[$0].file.sha256 == target.sha256 }
            let anew = found.filter { lines[$0] == nil }
            if found.isEmpty {
                obstacles[position] =
                    named.isEmpty ? "không có tệp này trong hộp thư" : "tệp nay có nội dung khác, SHA-256 không khớp"
            } else if anew.isEmpty {
                obstacles[position] = "tệp đã được bỏ theo quyết định ở dòng \(lines[found[0]] ?? 0)"
            } else {
                for index in anew {
                    lines[index] = decision.line
                    readings[index].setAside(by: decision)
                }
            }
        }
        return (obstacles, copies(of: lines, among: readings, byHash))
    }

    /// The same content at another path counts on, which the office can hardly want.
    private func copies(of lines: [Int: Int32], among readings: [FileReading], _ byHash: [String: [Int]]) -> [Finding] {
        var remarks: [Finding] = []
        for (index, line) in lines.sorted(by: { $0.key < $1.key }) {
            let file = readings[index].file
            guard file.bytes > 0,
                let copy = byHash[file.sha256]?.first(where: { !readings[$0].isSetAside })
            else { continue }
            remarks.append(
                Finding(
                    .O2,
                    file: 0,
                    line: line,
                    value: readings[copy].file.path,
                    arguments: [
                        "bỏ tệp \(file.path)",
                        "tệp \(readings[copy].file.path) giống hệt vẫn được tính; muốn bỏ cả hai, hãy ghi SHA-256 và để trống ô “Tệp”",
                    ]
                )
            )
        }
        return remarks
    }
}

extension FileReading {
    /// Its rows do not count, and what was found in it is closed.
    fileprivate mutating func setAside(by decision: Decision) {
        isSetAside = true
        holdsNoData = true
        feedback = nil
        for index in findings.indices { findings[index].state = .closed }
        refuse(.O1, arguments: decision.arguments(for: "bỏ tệp này"))
    }
}

extension Decision {
    /// Of O1: what was done, by whom, when and why.
    func arguments(for what: String) -> [String] {
        [what, decidedBy, decidedOn.vietnamese, reason]
    }
}
