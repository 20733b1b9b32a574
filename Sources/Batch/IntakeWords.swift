import Intake
import Plan
import Records
import Workbooks

/// What was taken in, as manifest and workbooks show it.
extension RunIntake {
    func inputs(plan: Plan) -> [Manifest.Input] {
        result.files.map { Manifest.Input($0, plan: plan) } + lastYear.inputs
    }

    /// Path and hash of inbox, roster and last year.
    var hashes: [(path: String, sha256: String)] {
        result.files.filter { $0.role != .decisions }.map { ($0.file.path, $0.file.sha256) }
            + lastYear.inputs.map { ($0.path, $0.sha256) }
    }

    /// Hash of the office's decisions; nil where there are none.
    var decisionsHash: String? {
        result.files.first { $0.role == .decisions }?.file.sha256
    }

    func sources(plan: Plan) -> [SourceFile] {
        result.files.map { record in
            SourceFile(
                path: record.file.path,
                sha256: record.file.sha256,
                bytes: record.file.bytes,
                dataSet: record.dataSetWords(plan),
                encoding: record.encoding,
                outcome: record.outcomeWords,
                rows: SourceFile.Rows(record.rows, notData: record.notData),
                firstSeen: record.newestReceipt
            )
        }
            + lastYear.inputs.map { input in
                SourceFile(
                    path: input.path,
                    sha256: input.sha256,
                    bytes: input.bytes,
                    dataSet: "",
                    encoding: "",
                    outcome: "Số liệu đã chốt năm trước",
                    rows: SourceFile.Rows(RowBalance(), notData: 0),
                    firstSeen: nil
                )
            }
    }

    /// The findings that a period's workbook lists: its own, and those that belong to no period.
    func findings(of period: Period, plan: Plan) -> [Workbooks.FindingRow] {
        result.findings.filter { $0.isListed(in: period) }.map { finding in
            row(of: finding, plan: plan, message: finding.message(plan: plan))
        }
    }

    /// A finding for who sent the file: its message in two.
    func feedbackRow(of finding: Finding, plan: Plan) -> Workbooks.FindingRow {
        let (fault, mend) = finding.faultAndMend(plan: plan)
        return row(of: finding, plan: plan, message: "", fault: fault, mend: mend)
    }

    private func row(
        of finding: Finding,
        plan: Plan,
        message: String,
        fault: String = "",
        mend: String = ""
    ) -> Workbooks.FindingRow {
        Workbooks.FindingRow(
            code: finding.codeName,
            severity: finding.severity,
            state: finding.state,
            dataSet: finding.dataSet.map { plan.dataSets[$0].title } ?? "",
            file: result.files[Int(finding.file)].file.path,
            line: finding.line > 0 ? Int(finding.line) : nil,
            column: finding.column.map(Int.init),
            header: finding.header,
            unit: finding.unit,
            period: finding.period,
            value: finding.value,
            message: message,
            fault: fault,
            mend: mend,
            id: finding.id,
            answer: finding.answer,
            key: finding.record
        )
    }
}

extension Finding {
    /// Whether the workbooks of a period list it: its own, those of no period, and those about closed ones, whose workbooks are not
    /// written any more.
    func isListed(in period: Period) -> Bool {
        self.period.isEmpty || self.period == period.id || code == .P4
    }
}

extension FileRecord {
    /// As staff read it.
    package var outcomeWords: String {
        switch role {
        case .roster: "Danh mục"
        case .decisions: "Quyết định của Sở"
        case .inbox: isSetAside ? "Đã bỏ theo quyết định" : outcome.words
        }
    }
}

extension FileRecord {
    /// What the file holds, as staff read it; empty where it is not known.
    func dataSetWords(_ plan: Plan) -> String {
        dataSet.map { plan.dataSets[$0].title } ?? (feedback == nil ? "" : "Giải trình")
    }
}

extension SourceFile.Rows {
    init(_ balance: RowBalance, notData: Int) {
        self.init(
            read: balance.read,
            counted: balance.counted,
            merged: balance.merged,
            superseded: balance.superseded,
            leftOut: balance.leftOut,
            notData: notData
        )
    }
}

extension FileOutcome {
    /// As staff read it.
    package var words: String {
        switch self {
        case .accepted: "Chấp nhận"
        case .queries: "Chấp nhận, cần giải trình"
        case .partial: "Chấp nhận một phần"
        case .rejected: "Từ chối"
        case .noData: "Không có số liệu"
        }
    }
}
