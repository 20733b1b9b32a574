import Batch
import Plan
import SystemPackage

/// What `verify` found, in Vietnamese.
///
/// - Parameter isQuiet: says nothing where nothing differs.
func verificationView(_ report: VerificationReport, isQuiet: Bool) -> String {
    if isQuiet, report.differences.isEmpty { return "" }
    let day = report.asOf.flatMap { CalendarDate(iso: $0) }?.vietnamese ?? report.asOf
    var lines = [
        "Bộ số liệu \(shown(report.set.string)): lần chạy \(report.run.map { String(shown($0).prefix(12)) } ?? "không rõ"), "
            + "số liệu tính đến ngày \(day.map(shown) ?? "không rõ")",
        "Đã đọc \(vietnamese(report.files)) tệp, trong đó \(vietnamese(report.workbooks)) sổ Excel"
            + (report.closed.isEmpty ? "" : "; kỳ đã chốt: \(report.closed.map(shown).joined(separator: ", "))"),
    ]
    if report.differences.isEmpty {
        lines.append("Không có sai khác.")
    } else {
        lines.append("Có \(vietnamese(report.differences.count)) sai khác:")
        lines += report.differences.map { "  \(shown($0.path)): \(shown($0.fault.words))" }
        lines += ways(report.differences)
    }
    lines += report.notes.map { "Lưu ý: \(shown($0))" }
    return lines.joined(separator: "\n") + "\n"
}

/// What to do about it.
private func ways(_ differences: [SetDifference]) -> [String] {
    var ways: [String] = []
    if differences.contains(where: { $0.path.hasPrefix("hien-hanh/") }) {
        ways.append("Bộ hien-hanh: chạy lại `tonghop run` để ghi lại; bản trước đó còn trong .tonghop/previous.")
    }
    if differences.contains(where: { $0.path.hasPrefix("da-chot/") }) {
        ways.append("Kỳ đã chốt trong da-chot: lấy lại thư mục từ bản sao lưu; chương trình không bao giờ ghi lại nó.")
    }
    return ways
}
