import Intake

/// What a run tells monitoring, whether or not it succeeded.
package struct RunMetrics: Sendable {
    package let start: Timestamp
    package let end: Timestamp
    /// The exit status of what stopped it; 0: it did what it was asked.
    package let status: Int32
    /// Nil where it failed.
    package let report: RunReport?
    /// The program's version.
    package let version: String

    package init(start: Timestamp, end: Timestamp, status: Int32, report: RunReport?, version: String) {
        self.start = start
        self.end = end
        self.status = status
        self.report = report
        self.version = version
    }

    /// Writes it over what earlier runs told: a run that failed leaves the last success as it was, and one that had nothing to do
    /// leaves what was told of the set.
    func write(over text: inout MetricsText) {
        typealias Family = MetricsText.Family
        text.set(Family("tonghop_build_info", "Version of the last run's program.", label: "version", [(version, 1)]))
        text.set(Family(MetricName.runTime, "Unix time at which the last run ended, in success or not.", end.seconds))
        text.set(
            Family(
                "tonghop_last_run_duration_seconds",
                "Duration of the last run.",
                max(0, end.seconds - start.seconds)
            )
        )
        text.set(Family(MetricName.runSuccess, "1: the last run succeeded; 0: it failed.", report == nil ? 0 : 1))
        text.set(Family("tonghop_last_run_exit_status", "Exit status of the last run.", Int(status)))
        guard let report else { return }
        text.set(Family(MetricName.successTime, "Unix time at which the last run ended that succeeded.", end.seconds))
        if case .published = report.outcome {
            for family in families(of: report) { text.set(family) }
        }
    }

    /// What is told of the set that was published.
    private func families(of report: RunReport) -> [MetricsText.Family] {
        [
            MetricsText.Family(
                "tonghop_files",
                "Files of the inbox by outcome, in the last run that published.",
                label: "outcome",
                FileOutcome.allCases.map { ($0.rawValue, report.files[$0] ?? 0) }
            ),
            MetricsText.Family(
                "tonghop_rows",
                "Rows of the inbox by outcome, in the last run that published.",
                label: "outcome",
                [
                    ("counted", report.rows.counted), ("merged", report.rows.merged),
                    ("superseded", report.rows.superseded), ("left_out", report.rows.leftOut),
                ]
            ),
            MetricsText.Family(
                "tonghop_findings",
                "Open findings by severity, in the last run that published.",
                label: "severity",
                [
                    ("error", report.findings.error), ("query", report.findings.query),
                    ("information", report.findings.information),
                ]
            ),
            MetricsText.Family(
                "tonghop_units_expected",
                "Units that must report, by period of the published set.",
                label: "period",
                report.setPeriods.map { ($0.id, $0.units) }
            ),
            MetricsText.Family(
                "tonghop_units_reported",
                "Those of them that have reported, on time or late.",
                label: "period",
                report.setPeriods.map { ($0.id, $0.reported) }
            ),
        ]
    }
}

/// Names that are read again.
enum MetricName {
    static let runTime = "tonghop_last_run_timestamp_seconds"
    static let runSuccess = "tonghop_last_run_success"
    static let successTime = "tonghop_last_success_timestamp_seconds"
}
