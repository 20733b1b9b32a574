// The words that close a run: read on a terminal or as a cron mail by the office. Only values come in, so a test can hold the text.

import Figures
import Intake
import Plan
import SystemPackage

/// The summary of a run, in Vietnamese.
package func runSummary(_ report: RunReport) -> String {
    guard case .published = report.outcome else {
        return """
            Không có kỳ báo cáo nào cần tổng hợp tính đến ngày \(report.asOf.vietnamese): mọi kỳ đã đến lượt đều đã chốt, \
            các kỳ khác còn hơn 30 ngày mới hết. Bộ số liệu giữ nguyên.

            """
    }
    var lines = ["Kết quả tổng hợp, tính đến ngày \(report.asOf.vietnamese)"]
    for period in report.periods {
        lines.append("")
        lines += periodLines(period)
    }
    lines.append("")
    lines += inputLines(report)
    lines += noticeLines(report)
    lines.append("")
    lines += placeLines(report)
    return lines.joined(separator: "\n") + "\n"
}

private func periodLines(_ period: PeriodSummary) -> [String] {
    var completeness = [
        "phải báo cáo \(vietnamese(period.expected))",
        "đã báo cáo \(vietnamese(period.reported)) (\(vietnamesePercent(period.reported, of: period.expected)))",
        "đúng hạn \(vietnamese(period.onTime))", "chậm \(vietnamese(period.late))",
    ]
    if period.notYetDue > 0 {
        completeness.append("chưa đến hạn \(vietnamese(period.notYetDue))")
    } else {
        completeness.append("thiếu \(vietnamese(period.missing))")
    }
    let head = [
        "\(period.id)  \(period.name) (\(period.start.vietnamese) - \(period.end.vietnamese), hạn: trước \(period.due.vietnamese))",
        "  Đơn vị: " + completeness.joined(separator: ", "),
    ]
    let cells = period.indicators.map { [$0.id, $0.title, $0.share, $0.rate, $0.verdict] }
    return head + aligned(cells, rightAligned: [2, 3]).map { "  " + $0 }
}

private func inputLines(_ report: RunReport) -> [String] {
    let words: [(FileOutcome, String)] = [
        (.accepted, "chấp nhận"), (.queries, "chấp nhận, cần giải trình"), (.partial, "chấp nhận một phần"),
        (.rejected, "từ chối"), (.noData, "không có số liệu"),
    ]
    let outcomes = words.compactMap { outcome, word in
        report.files[outcome].flatMap { $0 > 0 ? "\(word) \(vietnamese($0))" : nil }
    }
    let files = report.files.values.reduce(0, +)
    let rows = report.rows
    let decisions = report.decisions.map { counts in
        "Quyết định của Sở: đã áp dụng \(vietnamese(counts.applied))"
            + (counts.notApplicable > 0 ? ", không áp dụng được \(vietnamese(counts.notApplicable)) (xem O2)" : "")
    }
    let answers = report.answers.map { counts in
        "Giải trình của đơn vị: đã nhận \(vietnamese(counts.received)), làm rõ \(vietnamese(counts.answered)) điểm"
    }
    return [
        "Tệp nhận: \(vietnamese(files))" + (outcomes.isEmpty ? "" : " (\(outcomes.joined(separator: "; ")))"),
        "Dòng số liệu: đọc \(vietnamese(rows.read)) = tính \(vietnamese(rows.counted)) + trùng \(vietnamese(rows.merged))"
            + " + đã thay thế \(vietnamese(rows.superseded)) + không tính \(vietnamese(rows.leftOut))",
        "Phát hiện: \(vietnamese(report.findings.error)) lỗi, \(vietnamese(report.findings.query)) cần giải trình, "
            + "\(vietnamese(report.findings.information)) thông tin",
    ] + [decisions, answers].compactMap(\.self)
}

private func noticeLines(_ report: RunReport) -> [String] {
    var lines: [String] = []
    if !report.carriedOver.isEmpty {
        lines.append("Giữ nguyên từ lần trước: \(report.carriedOver.joined(separator: ", "))")
    }
    if !report.closed.isEmpty {
        let closed = report.closed.map { "\($0.period) (lần \($0.number))" }
        lines.append("Đã chốt, giữ nguyên như khi chốt: \(closed.joined(separator: ", "))")
    }
    if report.lateChanges > 0 {
        lines.append(
            "Số liệu gửi sau khi chốt, khác số đã chốt: \(vietnamese(report.lateChanges)) điểm (P4); kỳ đã chốt không thay đổi"
        )
    }
    lines += list("Tệp của lần trước nay không còn trong thư mục nhận", report.goneInputs)
    lines += list("Tệp trong bộ số liệu đã bị sửa sau khi phát hành", report.tamperedOutputs)
    lines += report.warnings.map { "Cảnh báo: \($0)" }
    return lines
}

/// A title with its number, and the first few items.
private func list(_ title: String, _ items: [String]) -> [String] {
    guard !items.isEmpty else { return [] }
    let shown = 10
    let rest = items.count - shown
    return ["\(title): \(vietnamese(items.count))"] + items.prefix(shown).map { "  \($0)" }
        + (rest > 0 ? ["  ... và \(vietnamese(rest)) tệp khác"] : [])
}

private func placeLines(_ report: RunReport) -> [String] {
    var lines = ["Bộ số liệu: \(report.set.string)"]
    for period in report.periods {
        lines.append("  \(period.id)/tong-hop-\(period.id).xlsx, noi-bo-\(period.id).xlsx")
    }
    if let log = report.log { lines.append("Nhật ký: \(log.string)") }
    lines.append("Lần chạy \(report.run.short), tonghop \(report.version), \(report.plan)")
    return lines
}

extension PeriodSummary.Indicator {
    fileprivate var share: String {
        switch kind {
        case .units, .events: "\(vietnamese(numerator))/\(vietnamese(denominator))"
        case .change: "\(vietnamese(numerator)) so với \(vietnamese(denominator))"
        }
    }

    fileprivate var rate: String {
        vietnamesePercent(numerator, of: denominator)
    }

    fileprivate var verdict: String {
        let short = denominator - numerator
        return switch (result, kind) {
        case (.met, _): "Đạt"
        case (.notMet, .units) where short > 0: "Chưa đạt, còn thiếu \(vietnamese(short)) đơn vị"
        case (.notMet, _): "Chưa đạt"
        case (.inProgress, .units) where short > 0: "Đang thực hiện, còn \(vietnamese(short)) đơn vị"
        case (.inProgress, _): "Đang thực hiện"
        case (.none, .events): "Không có vụ việc"
        case (.none, _): "Không có gì để đánh giá"
        }
    }
}
