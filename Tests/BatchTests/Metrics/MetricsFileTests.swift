import Intake
import Plan
import SystemPackage
import Testing

@testable import Batch

@Suite("Metrics for node_exporter")
struct MetricsFileTests {
    private let folder: TemporaryFolder
    private var file: MetricsFile { MetricsFile(in: folder.path) }

    init() throws {
        folder = try TemporaryFolder()
    }

    private func report(_ outcome: RunReport.Outcome = .published) throws -> RunReport {
        var rows = RowBalance()
        (rows.read, rows.counted, rows.merged, rows.superseded, rows.leftOut) = (10, 4, 3, 2, 1)
        var report = RunReport(
            outcome: outcome,
            run: RunID(text: "77"),
            version: "1",
            asOf: CalendarDate(days: 20_000),
            plan: "plan-2026.xml",
            periods: [],
            files: [.accepted: 5, .partial: 1],
            rows: rows,
            findings: FindingCounts(error: 1, query: 2, information: 3),
            set: "/srv/out/hien-hanh"
        )
        report.setPeriods = [StatusFolder.period(), StatusFolder.period("2026-H1")]
        return report
    }

    private func record(_ start: Int, _ end: Int, _ report: RunReport?, status: Int32 = 0) throws {
        try file.record(
            RunMetrics(
                start: Timestamp(seconds: start),
                end: Timestamp(seconds: end),
                status: status,
                report: report,
                version: "0.1.0"
            )
        )
    }

    private var lines: [String] {
        get throws { try folder.read("tonghop.prom").split(separator: "\n").map(String.init) }
    }

    @Test("each family has HELP, TYPE and its samples")
    func whole() throws {
        try record(1_000, 1_090, report())
        let lines = try lines
        for line in [
            "# HELP tonghop_last_success_timestamp_seconds Unix time at which the last run ended that succeeded.",
            "# TYPE tonghop_last_success_timestamp_seconds gauge", "tonghop_last_success_timestamp_seconds 1090",
            "tonghop_last_run_timestamp_seconds 1090", "tonghop_last_run_duration_seconds 90",
            "tonghop_last_run_success 1", "tonghop_last_run_exit_status 0",
            #"tonghop_build_info{version="0.1.0"} 1"#,
            #"tonghop_files{outcome="accepted"} 5"#, #"tonghop_files{outcome="rejected"} 0"#,
            #"tonghop_rows{outcome="counted"} 4"#, #"tonghop_rows{outcome="left_out"} 1"#,
            #"tonghop_findings{severity="query"} 2"#,
            #"tonghop_units_expected{period="2026-Q1"} 4"#, #"tonghop_units_reported{period="2026-H1"} 2"#,
        ] {
            #expect(lines.count { $0 == line } == 1, "\(line)")
        }
        let families = lines.filter { $0.hasPrefix("# HELP ") }.map { $0.split(separator: " ")[2] }
        #expect(Set(families).count == families.count)
        #expect(families.count == lines.count { $0.hasPrefix("# TYPE ") })
        #expect(try folder.mode("tonghop.prom") == 0o640)
    }

    @Test("a run that failed leaves the last success and the set's figures, and says that it failed")
    func failure() throws {
        try record(1_000, 1_090, report())
        try record(2_000, 2_001, nil, status: 65)
        let lines = try lines
        for line in [
            "tonghop_last_success_timestamp_seconds 1090", "tonghop_last_run_timestamp_seconds 2001",
            "tonghop_last_run_success 0", "tonghop_last_run_exit_status 65", #"tonghop_files{outcome="accepted"} 5"#,
        ] {
            #expect(lines.contains(line), "\(line)")
        }
        #expect(file.lastSuccess == Timestamp(seconds: 1_090))
        #expect(file.lastFailure == Timestamp(seconds: 2_001))
        try record(3_000, 3_090, report())
        #expect(file.lastSuccess == Timestamp(seconds: 3_090))
        #expect(file.lastFailure == nil)
    }

    @Test("a first run that failed has no success to tell")
    func neverSucceeded() throws {
        try record(1_000, 1_001, nil, status: 73)
        #expect(file.lastSuccess == nil)
        #expect(try !folder.read("tonghop.prom").contains("success_timestamp"))
    }

    @Test("a run with nothing to do is a success, and leaves the set's figures")
    func nothingToDo() throws {
        try record(1_000, 1_090, report())
        var idle = try report(.nothingToDo)
        idle.setPeriods = []
        idle.files = [:]
        try record(2_000, 2_000, idle)
        #expect(file.lastSuccess == Timestamp(seconds: 2_000))
        #expect(try lines.contains(#"tonghop_files{outcome="accepted"} 5"#))
        #expect(try lines.contains(#"tonghop_units_expected{period="2026-Q1"} 4"#))
    }

    @Test("what a killed run left is deleted, and nothing else")
    func leftovers() throws {
        for name in ["tonghop.prom.1.tmp", "tonghop.prom.99999.tmp", "ledger.backup.sqlite.tmp", "tonghop.prom.txt"] {
            try folder.write("half", to: name)
        }
        try record(1_000, 1_090, report())
        #expect(
            try SystemCalls.names(in: folder.path) == ["ledger.backup.sqlite.tmp", "tonghop.prom", "tonghop.prom.txt"]
        )
    }

    @Test("a file that is no metrics is written anew", arguments: ["", "half a line", "a 1\n", "\u{0}\n"])
    func otherText(text: String) throws {
        try folder.write(text, to: "tonghop.prom")
        #expect(file.lastSuccess == nil && file.lastFailure == nil)
        try record(1_000, 1_090, report())
        #expect(try folder.read("tonghop.prom").hasPrefix("# HELP "))
    }

    @Test("a state folder that is not there is not made")
    func noFolder() throws {
        let nowhere = MetricsFile(in: folder.path.appending("khong-co"))
        try nowhere.record(
            RunMetrics(start: Timestamp(seconds: 1), end: Timestamp(seconds: 2), status: 65, report: nil, version: "1")
        )
        #expect(try SystemCalls.names(in: folder.path).isEmpty)
    }

    @Test("labels are escaped as the format wants")
    func labels() {
        let family = MetricsText.Family("a", "b", label: "c", [("x\"y\\z\n", 1)])
        #expect(family.text == "# HELP a b\n# TYPE a gauge\na{c=\"x\\\"y\\\\z\\n\"} 1\n")
    }
}
