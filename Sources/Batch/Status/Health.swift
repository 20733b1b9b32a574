import Ledger

/// The answer of `status --health`, as monitoring plug-ins give it (https://nagios-plugins.org/doc/guidelines.html).
package struct Health: Sendable, Equatable {
    /// Raw values are exit statuses.
    package enum Level: Int32, Sendable, Comparable {
        case ok = 0
        case warning = 1
        case critical = 2

        var words: String {
            switch self {
            case .ok: "OK"
            case .warning: "WARNING"
            case .critical: "CRITICAL"
            }
        }

        package static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
    }

    package private(set) var level = Level.ok
    private var problems: [String] = []
    private var words: [String] = []
    private var measures: [String] = []

    /// One line: level, what is wrong, what is right, and the performance data.
    package var line: String {
        // A line break or a bar of a system's message must not pass for the end of the text.
        let text = (problems + words).joined(separator: "; ").map { $0.isNewline ? " " : $0 == "|" ? "/" : $0 }
        let data = measures.isEmpty ? "" : " | " + measures.joined(separator: " ")
        return "\(level.words) - \(String(text))\(data)\n"
    }

    /// Judges what was found.
    ///
    /// - Parameters:
    ///   - maxAge: seconds after which the last success is too old.
    package init(_ findings: HealthFindings, maxAge: Int, now: Timestamp) {
        judge(findings.set)
        judge(findings.ledger)
        judge(success: findings.lastSuccess, maxAge: maxAge, now: now)
        if let failure = findings.lastFailure, failure >= findings.lastSuccess ?? failure {
            fault(.warning, "lần chạy \(failure.vietnamese) không thành công")
        }
        for space in findings.spaces { judge(space) }
    }

    private mutating func fault(_ level: Level, _ text: String) {
        self.level = max(self.level, level)
        problems.append(text.hasSuffix(".") ? String(text.dropLast()) : text)
    }

    private mutating func judge(_ set: HealthFindings.PublishedState) {
        switch set {
        case .noFolder(let path): fault(.critical, "không có thư mục kết quả \(path)")
        case .nothing: fault(.critical, "chưa công bố bộ số liệu nào")
        case .unreadable(let reason): fault(.critical, reason)
        case .published: break
        }
    }

    private mutating func judge(_ ledger: Result<LedgerInspection, LedgerError>) {
        switch ledger {
        case .success: words.append("sổ theo dõi tốt")
        case .failure(let error): fault(.critical, error.description)
        }
    }

    private mutating func judge(success: Timestamp?, maxAge: Int, now: Timestamp) {
        guard let success else { return fault(.critical, "chưa có lần chạy nào thành công") }
        let age = now.seconds - success.seconds
        let told = "lần chạy thành công gần nhất: \(success.vietnamese)"
        if age > maxAge {
            fault(.critical, "\(told), đã \(vietnamese(seconds: age)), quá \(vietnamese(seconds: maxAge))")
        } else if age < -tolerance {
            fault(.warning, "\(told), sau giờ của máy này: hãy kiểm tra đồng hồ")
        } else {
            words.insert("\(told) (\(vietnamese(seconds: age)) trước)", at: 0)
        }
        measures.append("age=\(max(0, age))s;;\(maxAge);0")
    }

    /// Clocks of two machines differ by some minutes.
    private var tolerance: Int { 600 }

    private mutating func judge(_ space: FreeSpace) {
        let told = "\(space.place) còn trống \(vietnamese(bytes: space.free))"
        if space.free < space.needed {
            fault(.critical, "\(told), lần chạy sau cần \(vietnamese(bytes: space.needed))")
        } else if space.free < space.comfortable {
            fault(.warning, "\(told), nên có \(vietnamese(bytes: space.comfortable))")
        } else {
            words.append(told)
        }
        measures.append("\(space.label)=\(space.free)B;\(space.comfortable):;\(space.needed):;0")
    }
}

/// `2 ngày 3 giờ`, `26 giờ`, `5 phút`: two units at most.
private func vietnamese(seconds: Int) -> String {
    let minutes = max(0, seconds) / 60
    let (hours, days) = (minutes / 60, minutes / 1_440)
    if days >= 2 { return "\(days) ngày" + (hours % 24 > 0 ? " \(hours % 24) giờ" : "") }
    if hours > 0 { return "\(hours) giờ" + (minutes % 60 > 0 ? " \(minutes % 60) phút" : "") }
    return "\(minutes) phút"
}

/// `12,3 GB`, in powers of 1,024 as file managers show it.
private func vietnamese(bytes: Int) -> String {
    for (shift, unit) in [(40, "TB"), (30, "GB"), (20, "MB")] where bytes >= 1 << shift {
        let tenths = ((bytes >> (shift - 10)) * 10) >> 10
        return tenths % 10 == 0 ? "\(tenths / 10) \(unit)" : "\(tenths / 10),\(tenths % 10) \(unit)"
    }
    return "\(bytes >> 10) KB"
}
