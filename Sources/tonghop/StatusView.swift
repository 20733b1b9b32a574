// What `status` shows: the period's head, a line a commune, then the units that are missing or late, commune by commune.

import Batch
import Ledger
import Plan

/// - Parameter width: of the terminal; nil: nothing is cut.
func statusView(_ report: StatusReport, width: Int?, paint: Paint) -> String {
    let period = report.period
    var lines = head(period, paint: paint) + [""]
    lines += communeLines(period, width: width, paint: paint)
    let missing = unitLines(
        period,
        period.isDue ? .missing : .notYetDue,
        title: period.isDue ? "Thiếu báo cáo" : "Chưa báo cáo (chưa đến hạn)"
    )
    for list in [missing, unitLines(period, .late, title: "Báo cáo chậm")] where !list.isEmpty {
        lines += ["", paint.bold(list[0])] + list.dropFirst().map { cut($0, to: width) }
    }
    lines += [""] + otherPeriods(report)
    lines += closingLines(report)
    lines += runLines(report)
    return lines.joined(separator: "\n") + "\n"
}

private func head(_ status: PeriodStatus, paint: Paint) -> [String] {
    let record = status.record
    let window = [record.start, record.end].compactMap { $0.flatMap(day) }
    var title = paint.bold(record.id + (record.name.map { "  " + shown($0) } ?? ""))
    if window.count == 2 { title += " (\(window.joined(separator: " - ")))" }
    let state =
        switch record.state {
        case .provisional: "Số liệu tạm tính"
        case .closed: "Đã chốt" + (record.issue.map { " lần \($0)" } ?? "")
        }
    var facts = [state, "tính đến ngày \(day(status.asOf) ?? status.asOf)"]
    if let due = record.due.flatMap(day) { facts.append("hạn: trước \(due)") }
    let without = record.units - record.reported
    let rest = without == 0 || status.isDue ? "thiếu \(vietnamese(without))" : "chưa đến hạn \(vietnamese(without))"
    return [
        title, facts.joined(separator: ", "),
        "Phải báo cáo \(vietnamese(record.units)), đã báo cáo \(vietnamese(record.reported))"
            + " (\(vietnamesePercent(record.reported, of: record.units))): đúng hạn \(vietnamese(record.onTime)), "
            + "chậm \(vietnamese(record.late)); \(rest)",
    ]
}

private func communeLines(_ status: PeriodStatus, width: Int?, paint: Paint) -> [String] {
    func row(_ name: String, _ counts: [Int]) -> [String] {
        [name] + counts.map(vietnamese) + [vietnamesePercent(counts[1] + counts[2], of: counts[0])]
    }
    let communes = status.communes.map { commune in
        row(
            shown(commune.name.isEmpty ? commune.code : commune.name),
            [commune.expected, commune.onTime, commune.late, commune.without]
        )
    }
    let sums = [\PeriodStatus.Commune.expected, \.onTime, \.late, \.without].map { count in
        status.communes.reduce(0) { $0 + $1[keyPath: count] }
    }
    let heading = ["Xã, phường", "Phải BC", "Đúng hạn", "Chậm", status.isDue ? "Thiếu" : "Chưa BC", "Đã BC"]
    var lines = aligned(
        [heading] + communes + [row("Toàn thành phố", sums)],
        rightAligned: [1, 2, 3, 4, 5],
        shrinking: 0,
        width: width
    )
    lines[0] = paint.bold(lines[0])
    for (place, commune) in status.communes.enumerated() where commune.without > 0 && status.isDue {
        lines[place + 1] = paint(lines[place + 1], .query)
    }
    return lines
}

/// A title with the number, then each commune's units; empty where there are none.
private func unitLines(_ status: PeriodStatus, _ standing: PeriodStatus.Standing, title: String) -> [String] {
    let units = Dictionary(grouping: status.units.filter { $0.standing == standing }, by: \.commune)
    let count = units.values.reduce(0) { $0 + $1.count }
    guard count > 0 else { return [] }
    var lines = ["\(title): \(vietnamese(count)) đơn vị"]
    for commune in status.communes {
        guard let units = units[commune.code] else { continue }
        let name = commune.name.isEmpty ? commune.code : commune.name
        lines.append("  \(shown(name)) (\(vietnamese(units.count)))")
        lines += units.map { "    " + shown($0.name.isEmpty ? $0.code : "\($0.code)  \($0.name)") }
    }
    return lines
}

private func otherPeriods(_ report: StatusReport) -> [String] {
    let others = report.periods.filter { $0.id != report.period.record.id }
    guard !others.isEmpty else { return [] }
    let rows = others.map { record in
        [
            "  " + record.id, "đã báo cáo \(vietnamese(record.reported))/\(vietnamese(record.units))",
            record.state == .closed
                ? "đã chốt" + (record.issue.map { " lần \($0)" } ?? "")
                : record.due.flatMap(day).map { "hạn: trước \($0)" } ?? "",
        ]
    }
    return ["Kỳ khác trong bộ số liệu (xem bằng --period):"] + aligned(rows, rightAligned: [])
}

private func closingLines(_ report: StatusReport) -> [String] {
    guard !report.closings.isEmpty else { return ["Chưa chốt kỳ nào."] }
    return ["Các kỳ đã chốt:"]
        + report.closings.map { closing in
            "  \(closing.issue.period)  lần \(closing.issue.number)"
                + (closing.isReopened ? ", đã mở lại" : "") + "  (da-chot/\(closing.issue.folder))"
        }
}

private func runLines(_ report: StatusReport) -> [String] {
    switch report.ledger {
    case .failure(let error): return ["Cảnh báo: \(error)"]
    case .success(let ledger):
        guard let last = ledger.lastRun else { return ["Sổ theo dõi chưa ghi lần chạy nào."] }
        func told(_ run: LedgerInspection.Run) -> String {
            let moment = Timestamp(run.startedAt)?.vietnamese ?? run.startedAt
            return "\(moment), tính đến ngày \(day(run.asOf) ?? run.asOf), mã \(run.id.prefix(12))"
        }
        if last.manifest == report.manifestSHA256 { return ["Lần chạy gần nhất: \(told(last)); đã công bố."] }
        let published = ledger.lastPublished.map { "Lần công bố gần nhất: \(told($0))." }
        let outcome = last.state == .published ? "đã công bố" : "đang chạy, hoặc bị ngắt"
        return ["Lần chạy gần nhất: \(told(last)); \(outcome).", published].compactMap(\.self)
    }
}

private func day(_ iso: String) -> String? {
    CalendarDate(iso: iso)?.vietnamese
}

private func cut(_ line: String, to width: Int?) -> String {
    guard let width, line.count > width else { return line }
    return line.prefix(max(0, width - 1)) + "…"
}
