import Plan
import Records
import Testing

@testable import Intake

/// Reads reports as files of the inbox, with a few rules over them: the fixture of the rules' tests.
struct RuleDesk {
    private let context: ReadingContext

    /// - Parameters:
    ///   - require: and `when`, over the report's fields, the roster's and the days of its period.
    ///   - units: lines of the roster: code, kind, pupils.
    init(
        when: String? = nil,
        require: String,
        missing: (when: Rule.MissingValue, require: Rule.MissingValue) = (.skip, .skip),
        field: String = "so_lop",
        severity: Severity = .query,
        message: RuleMessage = RuleMessage(words: ["Sai."], names: []),
        units: [String] = ["31000001,THCS,500", "31000002,MN,90"]
    ) throws {
        var plan = SmallPlan.make()
        let typer = ExpressionTyper(scope: plan.ruleScope(of: SmallPlan.reports), codeLists: plan.codeLists)
        plan.rules = [
            Rule(
                code: "V1",
                severity: severity,
                title: "Quy định một",
                message: message,
                mend: "Hãy sửa.",
                test: .record(
                    Rule.RecordTest(
                        dataSet: SmallPlan.reports,
                        check: Rule.Check(
                            when: try when.map {
                                Rule.Condition(expression: try typer.condition($0), missing: missing.when)
                            },
                            require: Rule.Condition(expression: try typer.condition(require), missing: missing.require)
                        ),
                        field: plan.dataSets[SmallPlan.reports].index(of: field)
                    )
                )
            )
        ]
        let lines = units.map { unit in
            let cells = unit.split(separator: ",", omittingEmptySubsequences: false)
            return "\(cells[0]),Trường \(cells[0]),\(cells[1]),1,Xã Một,\(cells[2])"
        }
        let roster = try readRoster(
            Array((["ma_don_vi,ten_don_vi,loai_hinh,ma_xa,ten_xa,so_hoc_sinh"] + lines).joined(separator: "\n").utf8),
            path: "don-vi.csv",
            plan: plan
        ).roster
        let asOf = try #require(CalendarDate(iso: "2026-12-31"))
        context = ReadingContext(plan: plan, roster: roster, otherPeriods: [], asOf: asOf)
    }

    var plan: Plan { context.plan }

    /// Files of lines, in the order of their paths (`a.csv`, `b.csv`, ...).
    ///
    /// - Parameter roster: nil: that of the desk.
    func read(_ files: [String]..., roster: Roster? = nil) throws -> IntakeResult {
        let context = ReadingContext(
            plan: plan,
            roster: roster ?? context.roster,
            otherPeriods: [],
            asOf: context.asOf
        )
        var readings: [FileReading] = []
        for (position, lines) in files.enumerated() {
            let path = String(decoding: [UInt8(ascii: "a") + UInt8(position)], as: UTF8.self) + ".csv"
            let bytes = Array(lines.joined(separator: "\n").utf8)
            readings.append(
                TextReading(tables: TableReading(context)).read(
                    bytes,
                    file: InboxFile(path: path, pathBytes: Array(path.utf8), bytes: bytes.count, sha256: path),
                    promisesTable: true
                )
            )
        }
        return try mergeReadings(
            readings,
            skipped: [],
            context: context,
            receipts: Receipts(known: [:], unknown: Receipt(date: context.asOf, isExact: false))
        )
    }
}

extension IntakeResult {
    /// What the rules found.
    var broken: [Finding] { findings.filter { $0.code == .V } }
}

extension FileReading {
    /// A file in which a unit stands that no roster knows.
    static func missing(unit: String, plan: Plan) -> FileReading {
        var reading = FileReading(file: InboxFile(path: "x.csv", pathBytes: [], bytes: 0, sha256: ""))
        reading.findings = [Finding(.U1, dataSet: SmallPlan.reports, file: 0, value: unit)]
        return reading
    }
}
