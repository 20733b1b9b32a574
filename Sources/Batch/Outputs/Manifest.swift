import Intake
import Plan

/// `manifest.json`: what a published set was made of and what it holds.
package struct Manifest: Sendable {
    package static let fileName = "manifest.json"
    package static let sumsName = "SHA256SUMS"

    package struct Source: Sendable, Equatable {
        package let file: String
        package let sha256: String

        package init(file: String, sha256: String) {
            self.file = file
            self.sha256 = sha256
        }
    }

    package enum Role: String, Sendable {
        case inbox, roster, decisions
        case lastYear = "last_year"

        init(_ role: FileRole) {
            self =
                switch role {
                case .inbox: .inbox
                case .roster: .roster
                case .decisions: .decisions
                }
        }
    }

    package struct Input: Sendable {
        package let path: String
        package let sha256: String
        package let bytes: Int
        package let role: Role
        /// What became of a file of the inbox; nil for the other roles.
        package let reading: Reading?

        package struct Reading: Sendable {
            package let dataSet: String?
            package let encoding: String
            package let delimiter: String
            package let isRestored: Bool
            package let outcome: FileOutcome
            package let rows: RowBalance
            package let notData: Int
            /// By the office's decision no row of it counts.
            package let isSetAside: Bool
            /// How the text was read, and why; in Vietnamese, for people.
            package let decision: String
        }

        /// Roster, decisions or a closed set of last year.
        package init(path: String, sha256: String, bytes: Int, role: Role) {
            self.path = path
            self.sha256 = sha256
            self.bytes = bytes
            self.role = role
            reading = nil
        }

        package init(_ record: FileRecord, plan: Plan) {
            path = record.file.path
            sha256 = record.file.sha256
            bytes = record.file.bytes
            role = Role(record.role)
            reading = Reading(
                dataSet: record.dataSet.map { plan.dataSets[$0].name },
                encoding: record.encoding,
                delimiter: record.delimiter,
                isRestored: record.isRestored,
                outcome: record.outcome,
                rows: record.rows,
                notData: record.notData,
                isSetAside: record.isSetAside,
                decision: record.decision.words
            )
        }
    }

    package struct Period: Sendable, Equatable, Decodable {
        package enum State: String, Sendable, Decodable {
            case provisional, closed
        }
        package let id: String
        package let state: State
        /// Lần: how often it was closed; nil while it is provisional.
        package let issue: Int?
        /// Expected units, and those of them that reported, on time or late.
        package let units: Int
        package let reported: Int
        package let onTime: Int
        package let late: Int
        /// 0 before the due date.
        package let missing: Int
        /// What the plan calls it, and its days (ISO): who reads the set needs no plan. Nil in sets of versions that did not tell.
        package let name: String?
        package let start: String?
        package let end: String?
        package let due: String?

        package init(
            id: String,
            state: State,
            issue: Int? = nil,
            units: Int,
            reported: Int,
            onTime: Int,
            late: Int,
            missing: Int,
            name: String? = nil,
            start: String? = nil,
            end: String? = nil,
            due: String? = nil
        ) {
            self.id = id
            self.state = state
            self.issue = issue
            self.units = units
            self.reported = reported
            self.onTime = onTime
            self.late = late
            self.missing = missing
            self.name = name
            self.start = start
            self.end = end
            self.due = due
        }

        private enum CodingKeys: String, CodingKey {
            case id, state, issue, units, reported, late, missing, name, start, end, due
            case onTime = "on_time"
        }

        /// A period that was computed.
        ///
        /// - Parameter issue: lần, where it is closed with it; nil: it is provisional.
        package init(_ summary: PeriodSummary, issue: Int? = nil) {
            self.init(
                id: summary.id,
                state: issue == nil ? .provisional : .closed,
                issue: issue,
                units: summary.expected,
                reported: summary.reported,
                onTime: summary.onTime,
                late: summary.late,
                missing: summary.missing,
                name: summary.name,
                start: summary.start.iso,
                end: summary.end.iso,
                due: summary.due.iso
            )
        }
    }

    package struct Output: Sendable, Hashable, Decodable {
        /// Below the set's folder.
        package let path: String
        package let sha256: String
        package let bytes: Int

        package init(path: String, sha256: String, bytes: Int) {
            self.path = path
            self.sha256 = sha256
            self.bytes = bytes
        }
    }

    /// Who closed the period of a frozen set, and when.
    package struct Closing: Sendable, Equatable, Decodable {
        /// As the clock of the command told it: `2026-03-21T09:12:00+07:00`.
        package let at: String
        package let by: String

        package init(at: String, by: String) {
            self.at = at
            self.by = by
        }
    }

    package var version: String
    package var run: RunID
    package var plan: Source
    package var asOf: CalendarDate
    package var inputs: [Input]
    package var skipped: [String]
    package var periods: [Period]
    package var findings: FindingCounts
    /// Every file of the set but the manifest and SHA256SUMS.
    package var outputs: [Output]
    /// Of a frozen set in `da-chot/`; nil of the published one.
    package var closing: Closing?

    package init(
        version: String,
        run: RunID,
        plan: Source,
        asOf: CalendarDate,
        inputs: [Input],
        skipped: [String],
        periods: [Period],
        findings: FindingCounts,
        outputs: [Output],
        closing: Closing? = nil
    ) {
        self.version = version
        self.run = run
        self.plan = plan
        self.asOf = asOf
        self.inputs = inputs
        self.skipped = skipped
        self.periods = periods
        self.findings = findings
        self.outputs = outputs
        self.closing = closing
    }
}
