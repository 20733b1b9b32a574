// The words that close a run: read on a terminal or as a cron mail by the office. Only values come in, so a test can hold the text.

import Figures
import Intake
import Plan
import SystemPackage

/// The summary of a run, in Vietnamese.
package func runSummary(_ report: RunReport) -> String {
    guard case .published = report.outcome else {
        return wrapped(
            """
            Không có kỳ báo cáo nào cần tổng hợp tính đến ngày \(report.asOf.vietnamese): mọi kỳ đã đến lượt đều đã chốt, \
            các kỳ khác còn hơn 30 ngày mới hết. Bộ số liệu giữ nguyên.
            """
        ).joined(separator: "\n") + "\n"
    }
    let sections =
        [["Kết quả tổng hợp, tính đến ngày \(report.asOf.vietnamese)"], noticeLines(report)]
        + report.periods.map(periodLines)
        + [
            report.changes.map { changeLines($0, periods: report.periods) } ?? [], inputLines(report),
            placeLines(report),
        ]
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
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
    let days = "\(period.start.vietnamese) - \(period.end.vietnamese), hạn: trước \(period.due.vietnamese)"
    return wrapped("\(period.id)  \(period.name) (\(days))", hanging: 2)
        + wrapped("  Đơn vị: " + completeness.joined(separator: ", "), hanging: 10)
        + indicatorLines(period.indicators)
}

/// A line an indicator; a title that is too long goes on below itself, so that the figures stay below each other.
private func indicatorLines(_ indicators: [PeriodSummary.Indicator]) -> [String] {
    let figures = aligned(indicators.map { [$0.share, $0.rate, $0.verdict] }, rightAligned: [0, 1])
    let ids = indicators.map(\.id.count).max() ?? 0
    let room = max(20, textWidth - 6 - ids - (figures.map(\.count).max() ?? 0))
    let titles = indicators.map { wrapped($0.title, width: room) }
    let width = titles.joined().map(\.count).max() ?? 0
    func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
    return zip(indicators, zip(titles, figures)).flatMap { indicator, line in
        ["  \(padded(indicator.id, ids))  \(padded(line.0.first ?? "", width))  \(line.1)"]
            + line.0.dropFirst().map { "  \(padded("", ids))  \($0)" }
    }
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
    let closed = report.closed.map { "\($0.period) (lần \($0.number))" }.joined(separator: ", ")
    let lines: [String?] = [
        "Tệp nhận: \(vietnamese(files))" + (outcomes.isEmpty ? "" : " (\(outcomes.joined(separator: "; ")))"),
        "Dòng: đọc \(vietnamese(rows.read)) = tính \(vietnamese(rows.counted)) + trùng \(vietnamese(rows.merged))"
            + " + đã thay thế \(vietnamese(rows.superseded)) + không tính \(vietnamese(rows.leftOut))",
        "Phát hiện: \(vietnamese(report.findings.error)) lỗi, \(vietnamese(report.findings.query)) cần giải trình, "
            + "\(vietnamese(report.findings.information)) thông tin",
        decisions, answers,
        report.carriedOver.isEmpty ? nil : "Giữ nguyên từ lần trước: \(report.carriedOver.joined(separator: ", "))",
        closed.isEmpty ? nil : "Đã chốt, giữ nguyên như khi chốt: \(closed)",
    ]
    return lines.compactMap(\.self).flatMap { wrapped($0, hanging: 2) }
}

/// What somebody should look at; it stands first, since a mail is not always read to its end.
private func noticeLines(_ report: RunReport) -> [String] {
    let late =
        "Số liệu gửi sau khi chốt, khác số đã chốt: \(vietnamese(report.lateChanges)) đơn vị (P4); kỳ đã chốt không thay đổi"
    let lines =
        (report.lateChanges > 0 ? wrapped("  \(late)", hanging: 4) : [])
        + report.warnings.flatMap { wrapped("  \($0)", hanging: 4) }
        + boundedList(
            "Tệp trong bộ số liệu đã bị sửa sau khi công bố, nay được ghi lại",
            report.tamperedOutputs,
            indentation: 2,
            rest: "tệp"
        )
        + boundedList("Không đọc được trong hộp thư (F6)", report.unreadInputs, indentation: 2, rest: "tệp")
        + boundedList(
            "Tệp của lần trước nay không còn trong hộp thư",
            report.goneInputs,
            indentation: 2,
            rest: "tệp"
        )
    return lines.isEmpty ? [] : ["Cần chú ý"] + lines
}

private func placeLines(_ report: RunReport) -> [String] {
    var lines = ["Bộ số liệu: \(report.set.string)"]
    for period in report.periods {
        lines.append("  \(period.id)/tong-hop-\(period.id).xlsx, noi-bo-\(period.id).xlsx")
    }
    if let log = report.log { lines.append("Nhật ký: \(log.string)") }
    lines.append("Ai thiếu, ai chậm: tonghop status --out \(report.set.removingLastComponent().string)")
    lines.append("Lần chạy \(report.run.short), tonghop \(report.version), \(report.plan)")
    return lines
}

extension PeriodSummary.Indicator {
    fileprivate var share: String { "\(vietnamese(numerator))/\(vietnamese(denominator))" }

    fileprivate var rate: String {
        vietnamesePercent(numerator, of: denominator)
    }

    fileprivate var verdict: String {
        let short = denominator - numerator
        return switch (result, kind) {
        case (.met, .change) where short > 0: "Đạt, giảm \(vietnamese(short))"
        case (.met, _): "Đạt"
        case (.notMet, .change) where short < 0: "Chưa đạt, tăng \(vietnamese(-short))"
        case (.notMet, .units) where short > 0: "Chưa đạt, thiếu \(vietnamese(short))"
        case (.notMet, _): "Chưa đạt"
        case (.inProgress, _): "Đang thực hiện"
        case (.none, .events): "Không có vụ việc"
        case (.none, _): "Không có gì để đánh giá"
        }
    }
}
