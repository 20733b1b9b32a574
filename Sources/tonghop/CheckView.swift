// What `check` shows on a terminal: findings grouped by file, repeated ones by code and column. In files they are never grouped.

import Batch
import Intake
import Plan
import Records

/// How the view marks severities.
enum Paint {
    case plain, colours

    func callAsFunction(_ text: String, _ severity: Severity) -> String {
        guard self == .colours else { return text }
        let colour =
            switch severity {
            case .error: "31"
            case .query: "33"
            case .information: "36"
            }
        return "\u{1B}[\(colour)m\(text)\u{1B}[0m"
    }

    func bold(_ text: String) -> String {
        self == .colours ? "\u{1B}[1m\(text)\u{1B}[0m" : text
    }
}

/// The findings, file by file, the gravest first, and last lines that sum them up and say what to do.
///
/// - Parameter isVerbose: also shows files without findings, how each file was read, and closed findings.
func checkView(_ report: CheckReport, isVerbose: Bool, paint: Paint) -> String {
    var lines: [String] = []
    var groups = [Int: [FindingGroup]]()
    for group in FindingGroup.groups(report.result.findings.lazy.filter { isVerbose || $0.state == .open }) {
        groups[Int(group.first.file), default: []].append(group)
    }
    let units = unitLines(report.result)
    for (index, record) in report.result.files.enumerated() {
        let groups = groups[index] ?? []
        guard isVerbose || !groups.isEmpty else { continue }
        lines.append(head(record, groups, paint: paint))
        if let units = units[index] { lines.append(units) }
        if isVerbose { lines.append("  " + reading(record, plan: report.plan)) }
        if isVerbose, !record.decision.words.isEmpty { lines.append("  " + shown(record.decision.words)) }
        for group in groups { lines += view(group, plan: report.plan, paint: paint) }
        lines.append("")
    }
    lines += unchecked(report.unchecked, isVerbose: isVerbose)
    return (lines + sum(report, paint: paint)).joined(separator: "\n") + "\n"
}

/// The rules that the files alone cannot answer.
private func unchecked(_ rules: [Rule], isVerbose: Bool) -> [String] {
    guard !rules.isEmpty else { return [] }
    let codes = rules.map(\.code).joined(separator: ", ")
    let titles = isVerbose ? rules.map { "  \($0.code)  \($0.title)" } : []
    return ["Chưa kiểm tra, vì cần thêm biểu khác hoặc danh mục: \(codes)"] + titles + [""]
}

/// The file, its outcome, and how much there is to mend.
private func head(_ record: FileRecord, _ groups: [FindingGroup], paint: Paint) -> String {
    let open = groups.filter { $0.first.state == .open }
    let counts = Severity.allCases.compactMap { severity -> String? in
        let count = open.filter { $0.first.severity == severity }.reduce(0) { $0 + $1.lines.count }
        return count == 0 ? nil : paint("\(count) \(severity.words.lowercased())", severity)
    }
    let outcome = record.role == .roster ? "Danh mục cơ sở giáo dục" : record.outcomeWords
    return paint.bold(shown(record.file.path)) + "  " + ([outcome] + counts).joined(separator: " · ")
}

/// How many files, rows and findings, and whether the files may be sent.
private func sum(_ report: CheckReport, paint: Paint) -> [String] {
    let files = report.result.files.filter { $0.role == .inbox }
    let counts = FindingCounts(open: report.result.findings)
    let advice =
        if files.isEmpty {
            "Không có tệp nào để kiểm tra."
        } else if counts.error > 0 {
            paint("Chưa nên gửi: hãy sửa các lỗi rồi kiểm tra lại.", .error)
        } else if counts.query > 0 {
            paint("Gửi được, nhưng hãy xem lại các mục cần giải trình.", .query)
        } else {
            paint("Gửi được.", .information)
        }
    return [
        "\(files.count) tệp, \(report.result.balance.read) dòng: \(counts.error) lỗi, "
            + "\(counts.query) cần giải trình, \(counts.information) thông tin",
        advice,
    ]
}

private func reading(_ record: FileRecord, plan: Plan) -> String {
    let parts = [
        record.dataSet.map { plan.dataSets[$0].title } ?? "không rõ biểu", record.encoding, record.delimiter,
        record.isRestored ? "đã khôi phục chữ" : "",
        "\(record.rows.read) dòng, \(record.notData) dòng không phải số liệu",
    ]
    return parts.filter { !$0.isEmpty }.map(shown).joined(separator: ", ")
}

func view(_ group: FindingGroup, plan: Plan, paint: Paint) -> [String] {
    let first = group.first
    let mark = paint("\(first.severity.words) \(first.codeName)", first.severity)
    let message = shown(first.message(plan: plan))
    if group.lines.count == 1 {
        let column = first.columnLetter.isEmpty ? "" : ", cột \(first.columnLetter)"
        let place = first.line > 0 ? "dòng \(first.line)\(column): " : ""
        return ["  \(mark)  \(place)\(message)"]
    }
    if Set(group.lines).count == 1 {
        let names = group.names.prefix(8).map(shown).joined(separator: "; ")
        let rest = group.names.count > 8 ? "; ..." : ""
        return [
            "  \(mark)  \(group.lines.count) lần, dòng \(first.line): \(names)\(rest)", "    Ví dụ: \(message)",
        ]
    }
    let firstLines = group.lines.prefix(5).map(String.init).joined(separator: ", ")
    let rest = group.lines.count > 5 ? ", ..." : ""
    let column = first.columnLabel.isEmpty ? "" : ", cột \(shown(first.columnLabel))"
    return [
        "  \(mark)  \(group.lines.count) lần\(column), dòng \(firstLines)\(rest)",
        "    Ví dụ dòng \(first.line): \(message)",
    ]
}

/// Findings of one file, code and column.
struct FindingGroup {
    let first: Finding
    var lines: [Int32]
    /// What each is about, where the code names it: a missing column, another file.
    var names: [String]

    private struct Key: Hashable {
        let file: Int32
        let code: String
        let column: Int32?
        let header: String
        /// What a finding about the roster says, since its code says it of many faults.
        let reason: String
    }

    /// The gravest first; alike in the order of each group's first finding.
    ///
    /// - Parameter findings: those of one file in the order of lines.
    static func groups(_ findings: some Sequence<Finding>) -> [FindingGroup] {
        var groups: [FindingGroup] = []
        var positions: [Key: Int] = [:]
        for finding in findings {
            let isOfRoster = finding.code == .U3 || finding.code == .U4
            let key = Key(
                file: finding.file,
                code: finding.codeName,
                column: finding.column,
                header: finding.header,
                reason: isOfRoster ? finding.arguments.first ?? "" : ""
            )
            if let position = positions[key] {
                groups[position].lines.append(finding.line)
                groups[position].names += finding.arguments.prefix(1)
            } else {
                positions[key] = groups.count
                groups.append(
                    FindingGroup(first: finding, lines: [finding.line], names: Array(finding.arguments.prefix(1)))
                )
            }
        }
        return groups.enumerated().sorted { left, right in
            (left.element.first.severity, left.offset) < (right.element.first.severity, right.offset)
        }.map(\.element)
    }
}

extension Severity {
    fileprivate var words: String {
        switch self {
        case .error: "Lỗi"
        case .query: "Cần giải trình"
        case .information: "Thông tin"
        }
    }
}

/// A text that came with a file, made harmless for a terminal: control characters could move the cursor or change its title.
func shown(_ text: String) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: shown.append("\u{FFFD}")
        default: shown.append(scalar)
        }
    }
    return String(shown)
}

/// A text of several lines that holds names of files and cells, made harmless line by line.
func shownLines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { shown(String($0)) }.joined(separator: "\n")
}
