import Batch
import Intake
import Logging
import Plan
import SystemPackage

// What the log tells of a run: codes, counts and paths, never a cell's value or a school's name.

extension RunCommand {
    /// The first line: what is to be done, by which version.
    func tellStart(_ options: RunOptions, _ log: Logger) {
        log.info(
            "bắt đầu tổng hợp",
            metadata: [
                "version": .string(options.version), "inbox": .string(options.inbox.string),
                "out": .string(options.out.string), "state": .string(options.state?.string ?? ""),
                "roster": .string(options.roster?.string ?? ""), "decisions": .string(options.decisions?.string ?? ""),
                "periods": .string(options.periods?.joined(separator: ",") ?? "auto"),
                "as_of": .string(options.asOf.iso),
            ]
        )
    }

    /// What came of it.
    func tellEnd(_ report: RunReport, _ log: Logger) {
        for path in report.tamperedOutputs {
            log.warning("tệp đã công bố bị sửa từ lần chạy trước", metadata: ["path": .string(path)])
        }
        if !report.unreadInputs.isEmpty {
            log.warning(
                "có tệp trong hộp thư không đọc được (F6)",
                metadata: ["files": .stringConvertible(report.unreadInputs.count)]
            )
        }
        if !report.goneInputs.isEmpty {
            log.warning(
                "tệp của lần chạy trước không còn",
                metadata: ["files": .stringConvertible(report.goneInputs.count)]
            )
        }
        for warning in report.warnings { log.warning("\(warning)") }
        guard case .published = report.outcome else {
            return log.notice("không có kỳ nào cần tổng hợp, bộ số liệu giữ nguyên")
        }
        for period in report.periods {
            log.info(
                "kỳ báo cáo",
                metadata: [
                    "period": .string(period.id), "expected": .stringConvertible(period.expected),
                    "reported": .stringConvertible(period.reported), "on_time": .stringConvertible(period.onTime),
                    "late": .stringConvertible(period.late), "missing": .stringConvertible(period.missing),
                ]
            )
        }
        log.info(
            "kết quả đọc hộp thư",
            metadata: [
                "files": .stringConvertible(report.files.values.reduce(0, +)),
                "rejected": .stringConvertible(report.files[.rejected] ?? 0),
                "rows_read": .stringConvertible(report.rows.read), "counted": .stringConvertible(report.rows.counted),
                "merged": .stringConvertible(report.rows.merged),
                "superseded": .stringConvertible(report.rows.superseded),
                "left_out": .stringConvertible(report.rows.leftOut),
                "errors": .stringConvertible(report.findings.error),
                "queries": .stringConvertible(report.findings.query),
            ]
        )
    }
}
