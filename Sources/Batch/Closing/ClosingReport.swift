import Plan
import SystemPackage
import Workbooks

/// What `close` did, as values.
package struct ClosingReport: Sendable {
    package let issue: ClosedIssue
    package let summary: PeriodSummary
    package let asOf: CalendarDate
    package let run: RunID
    package let closedAt: String
    package let closedBy: String
    /// `OUT/da-chot/2026-Q1-lan-1`
    package let folder: FilePath
    /// `OUT/hien-hanh`
    package let set: FilePath
    /// Of the frozen folder's manifest, which holds the hash of every file.
    package let manifestSHA256: String
    /// What a further closing changed against the one before; nil of the first one.
    package let corrections: [Correction]?
    /// The file that this summary was written to, once it was.
    package var log: FilePath?
    package var warnings: [String] = []

    init(
        issue: ClosedIssue,
        summary: PeriodSummary,
        asOf: CalendarDate,
        run: RunID,
        closedAt: String,
        closedBy: String,
        folder: FilePath,
        set: FilePath,
        manifestSHA256: String,
        corrections: [Correction]?
    ) {
        self.issue = issue
        self.summary = summary
        self.asOf = asOf
        self.run = run
        self.closedAt = closedAt
        self.closedBy = closedBy
        self.folder = folder
        self.set = set
        self.manifestSHA256 = manifestSHA256
        self.corrections = corrections
    }
}

/// What `reopen` did, as values.
package struct ReopeningReport: Sendable {
    package let issue: ClosedIssue
    package let reopening: FilePath
    package let reopenedAt: String
    package let reopenedBy: String
    package let reason: String
    package var warnings: [String] = []
}

/// The words that close a closing, in Vietnamese: what was closed, where it lies, and by which hash it is known.
package func closingSummary(_ report: ClosingReport) -> String {
    let period = report.summary
    var lines = [
        "Đã chốt kỳ \(period.id) (\(period.name)), lần \(report.issue.number)",
        "  Số liệu tính đến ngày \(report.asOf.vietnamese): phải báo cáo \(vietnamese(period.expected)), "
            + "đã báo cáo \(vietnamese(period.reported)), đúng hạn \(vietnamese(period.onTime))",
        "  Người chốt: \(report.closedBy), lúc \(report.closedAt)",
    ]
    if report.asOf < period.due {
        lines.append(
            "  Chú ý: số liệu tính đến trước hạn nộp (\(period.due.vietnamese)); đơn vị chưa gửi được ghi là “Chưa đến hạn”"
        )
    }
    if let corrections = report.corrections { lines += correctionLines(corrections, since: report.issue.number - 1) }
    lines += [
        "",
        "Bản để in và ký: \(report.folder.appending("tong-hop-\(period.id).xlsx").string)",
        "Bản lưu, chỉ đọc: \(report.folder.string)",
        "Bản công bố: \(report.set.appending(period.id).string)",
        "SHA-256 của \(Manifest.fileName) trong bản lưu: \(report.manifestSHA256)",
    ]
    if let log = report.log { lines.append("Nhật ký: \(log.string)") }
    lines += report.warnings.map { "Cảnh báo: \($0)" }
    lines += [
        "Từ nay số liệu gửi thêm cho kỳ này không đổi kỳ đã chốt (phát hiện P4), vẫn tính vào các kỳ còn mở.",
        "Muốn sửa: tonghop reopen \(period.id) --reason \"...\"",
    ]
    return lines.joined(separator: "\n") + "\n"
}

/// The figures and facts that are others than when the period was closed before: the first of them, and where the rest stand.
private func correctionLines(_ corrections: [Correction], since issue: Int) -> [String] {
    guard !corrections.isEmpty else { return ["", "Không có số liệu nào thay đổi so với lần \(issue)"] }
    let shown = 20
    let rest = corrections.count - shown
    return ["", "Thay đổi so với lần \(issue): \(vietnamese(corrections.count)) số liệu"]
        + corrections.prefix(shown).map { correction in
            let name = [correction.kind, correction.code, correction.name].filter { !$0.isEmpty }.joined(separator: " ")
            return "  \(name): \(correction.what): \(correction.was) → \(correction.now)"
        }
        + (rest > 0
            ? ["  ... và \(vietnamese(rest)) số liệu khác; xem trang “Thay đổi so với lần trước” của sổ tổng hợp"] : [])
}

/// The words that close a reopening, in Vietnamese.
package func reopeningSummary(_ report: ReopeningReport) -> String {
    let lines =
        [
            "Đã mở lại kỳ \(report.issue.period) (đã chốt lần \(report.issue.number))",
            "  Người mở: \(report.reopenedBy), lúc \(report.reopenedAt)",
            "  Lý do: \(report.reason)",
            "  Ghi tại: \(report.reopening.string); bản đã chốt giữ nguyên",
        ] + report.warnings.map { "Cảnh báo: \($0)" } + [
            "Lần chạy tới tính lại kỳ này. Chốt lại: tonghop close \(report.issue.period) (thành lần \(report.issue.number + 1))"
        ]
    return lines.joined(separator: "\n") + "\n"
}
