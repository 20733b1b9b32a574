import Figures
import Intake
import Plan
import Records
import SystemPackage

/// What a run took in: the roster, and the inbox checked and merged.
struct RunIntake {
    let roster: Roster
    var result: IntakeResult
    let lastYear: LastYear

    /// Adds what the figures show: the plan's rules over units, what would change closed periods; then the units' answers, which need
    /// every finding to be there.
    mutating func addFindingsOnFigures(
        _ prepared: PreparedRecords,
        closed: ClosedYear,
        asOf: CalendarDate
    ) throws(BatchError) {
        let rules = prepared.ruleFindings(
            records: result.records,
            thisYear: closed.values,
            asOf: asOf
        )
        let changes = try LateChanges(closed: closed, prepared: prepared, intake: self).findings()
        result.add(rules + changes, plan: prepared.plan)
        result.answer(plan: prepared.plan)
    }

    /// - Throws: `.input` where no file of the inbox could be read.
    func requireInput(_ options: IntakeOptions, plan: Plan) throws(BatchError) {
        if result.files.contains(where: { $0.role == .inbox && $0.dataSet != nil && $0.outcome != .noData }) { return }
        throw .input(
            "Không có tệp nào trong hộp thư \(options.inbox) đọc được; không công bố gì.",
            details: result.findings.prefix(20).map { finding in
                "\(result.files[Int(finding.file)].file.path): \(finding.message(plan: plan))"
            }
        )
    }

    /// What of the inbox could not be read at all, and why (F6): nobody hears of it whose school has sent it.
    var unread: [String] {
        result.findings.filter { $0.code == .F6 && $0.state == .open }.map { finding in
            let path = result.files[Int(finding.file)].file.path
            return finding.arguments.first.map { "\(path): \($0)" } ?? path
        }
    }

    /// Paths that the last set's manifest lists as inputs and that are not there any more.
    func gone(since published: PublishedSet?) -> [String] {
        guard let published else { return [] }
        let present = Set(result.files.map(\.file.path))
        return published.inboxPaths.filter { !present.contains($0) }
    }
}

/// Reads the roster and the inbox, and merges what was read.
///
/// - Parameter isInput: which files of the inbox are read; nil: all.
/// - Throws: `.input` where the roster has errors.
func readAndMerge(
    _ options: IntakeOptions,
    catalog: PlanCatalog,
    entry: PlanCatalog.Entry,
    receipts: Receipts,
    lastYear: LastYear,
    isInput: (@Sendable (InboxFile) -> Bool)? = nil,
    progress: ProgressListener
) throws(BatchError) -> RunIntake {
    let rosterPath = options.roster ?? options.inbox.rosterBeside
    let office = try readRosterFile(rosterPath, plan: entry.plan)
    var decisions: DecisionList?
    if let path = options.decisions { decisions = try readDecisionsFile(path, plan: entry.plan) }
    var limits = IntakeLimits()
    limits.fileSize = options.maxFileSize
    var context = ReadingContext(
        plan: entry.plan,
        roster: office.roster,
        otherPeriods: catalog.otherPeriods(than: entry),
        asOf: options.asOf,
        limits: limits
    )
    context.isInput = isInput
    let result: IntakeResult
    do throws(IntakeError) {
        let inbox = try readInbox(options.inbox, context: context) { progress(.part($0, of: $1)) }
        result = try mergeReadings(
            inbox.readings,
            skipped: inbox.skipped,
            roster: (office.file, office.findings),
            decisions: decisions,
            context: context,
            receipts: receipts
        )
    } catch {
        throw BatchError(error, plan: entry.plan)
    }
    return RunIntake(roster: office.roster, result: result, lastYear: lastYear)
}

/// The office's list of units, with its file and what was found in it.
///
/// - Throws: `.input` with the whole list where it has an error: every "100%" hangs on it.
func readRosterFile(
    _ path: FilePath,
    plan: Plan
) throws(BatchError) -> (roster: Roster, file: InboxFile, findings: [Finding]) {
    let bytes: [UInt8]
    do {
        bytes = try SystemCalls.read(path)
    } catch {
        throw .input(
            "Không đọc được danh mục cơ sở giáo dục \(path): \(error). Hãy đặt don-vi.csv cạnh hộp thư, hoặc dùng --roster.",
            details: []
        )
    }
    let name = path.lastComponent?.string ?? path.string
    do throws(IntakeError) {
        let (roster, findings, sheet) = try readRoster(bytes, path: name, plan: plan)
        let path = sheet.map { "\(name)!\($0)" } ?? name
        let file = InboxFile(path: path, pathBytes: Array(name.utf8), bytes: bytes.count, sha256: sha256(bytes))
        return (roster, file, findings)
    } catch {
        throw BatchError(error, plan: plan)
    }
}

/// The office's decisions.
///
/// - Throws: `.input` with everything that is wrong in the file: a decision that is passed over is a wrong figure.
private func readDecisionsFile(_ path: FilePath, plan: Plan) throws(BatchError) -> DecisionList {
    let bytes: [UInt8]
    do {
        bytes = try SystemCalls.read(path)
    } catch {
        throw .input("Không đọc được tệp quyết định \(path): \(error).", details: [])
    }
    do throws(IntakeError) {
        return try readDecisions(bytes, name: path.lastComponent?.string ?? path.string)
    } catch {
        throw BatchError(error, plan: plan)
    }
}

extension FilePath {
    /// `don-vi.csv` beside the folder, never inside it: who may drop files must not change the denominators.
    var rosterBeside: FilePath {
        let folder = lexicallyNormalized()
        return folder.removingLastComponent().appending("don-vi.csv")
    }
}

extension BatchError {
    init(_ error: IntakeError, plan: Plan) {
        switch error {
        case .inboxUnreadable(let path, let reason):
            self = .input("Không đọc được hộp thư \(path): \(reason).", details: [])
        case .rosterUnreadable(let path, let reason):
            self = .input("Không đọc được danh mục \(path): \(reason).", details: [])
        case .roster(let findings, let sheet):
            let place = sheet.map { "trang “\($0)”, " } ?? ""
            self = .input(
                "Danh mục cơ sở giáo dục có lỗi; không công bố gì.",
                details: findings.map { finding in
                    place + (finding.line > 0 ? "dòng \(finding.line): " : "")
                        + "\(finding.codeName) \(finding.message(plan: plan))"
                }
            )
        case .decisions(let path, let faults):
            self = .input(
                "Tệp quyết định \(path) có lỗi; không công bố gì.",
                details: faults.map { ($0.line > 0 ? "dòng \($0.line): " : "") + $0.reason }
            )
        case .imbalance(let path, let balance):
            self = .internalFault(
                "\(path): đọc \(balance.read) dòng, nhưng tính \(balance.counted), gộp \(balance.merged), "
                    + "thay \(balance.superseded), để ngoài \(balance.leftOut)."
            )
        }
    }
}
