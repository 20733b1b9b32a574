import Intake
import Plan
import Records
import SystemPackage

/// What a period is closed from: the very inputs that its `period.json` lists, each found and compared.
struct ClosingInputs {
    let record: PeriodSources
    let entry: PlanCatalog.Entry
    var intake: RunIntake

    /// - Throws: `.input` with the names of what is missing or changed.
    init(
        _ closing: CloseOptions,
        record: PeriodSources,
        catalog: PlanCatalog,
        archive: ClosedArchive,
        progress: ProgressListener
    ) throws(BatchError) {
        var problems: [String] = []
        let entry = catalog.entries.first { $0.plan.period(id: closing.period) != nil }
        if entry?.sha256 != record.plan.sha256 { problems.append("\(record.plan.file) (kế hoạch): đã thay đổi") }
        let roster = ClosingInputs.officeFile(.roster, closing.roster, "--roster", closing, record, &problems)
        let decisions = ClosingInputs.officeFile(
            .decisions,
            closing.decisions,
            "--decisions",
            closing,
            record,
            &problems
        )
        if record.input(.decisions) == nil, closing.decisions != nil {
            problems.append("--decisions: số liệu đã công bố của kỳ này không dùng quyết định nào")
        }
        guard let entry, problems.isEmpty else { throw ClosingInputs.refusal(closing.period, problems) }
        let lastYear = try LastYear(archive.asRead(by: record.inputs), plan: entry.plan)
        let known = Set(lastYear.inputs.map { "\($0.path) \($0.sha256)" })
        for input in record.inputs where input.role == Manifest.Role.lastYear.rawValue {
            if !known.contains("\(input.path) \(input.sha256 ?? "")") {
                problems.append("\(input.path) (năm trước): không còn hoặc đã thay đổi")
            }
        }
        let listed = ListedInputs(record)
        let intake = try readAndMerge(
            IntakeOptions(
                inbox: closing.inbox,
                roster: roster,
                decisions: decisions,
                asOf: record.asOf,
                maxFileSize: closing.maxFileSize
            ),
            catalog: catalog,
            entry: entry,
            receipts: Receipts(known: record.receipts, unknown: Receipt(date: record.asOf, isExact: false)),
            lastYear: lastYear,
            isInput: { listed.holds($0) },
            progress: progress
        )
        problems += listed.missing(from: intake.result.files, inbox: closing.inbox)
        guard problems.isEmpty else { throw ClosingInputs.refusal(closing.period, problems) }
        (self.record, self.entry, self.intake) = (record, entry, intake)
    }

    /// The office's own file of that role: where it is named, else beside the inbox, under the name that `period.json` has.
    private static func officeFile(
        _ role: Manifest.Role,
        _ named: FilePath?,
        _ option: String,
        _ closing: CloseOptions,
        _ record: PeriodSources,
        _ problems: inout [String]
    ) -> FilePath? {
        guard let input = record.input(role) else { return nil }
        var path = named
        if path == nil {
            // Of a workbook `period.json` names the sheet too.
            let beside = closing.inbox.lexicallyNormalized().removingLastComponent()
            let names = [input.path] + (input.path.lastIndex(of: "!").map { [String(input.path[..<$0])] } ?? [])
            path = names.map(beside.appending).first { SystemCalls.kind(of: $0) != nil }
        }
        guard let path, let bytes = try? SystemCalls.read(path) else {
            problems.append("\(input.path): không còn; nếu tệp nằm nơi khác, hãy nêu bằng \(option)")
            return nil
        }
        if sha256(bytes) != input.sha256 { problems.append("\(input.path): đã thay đổi") }
        return path
    }

    private static func refusal(_ period: String, _ problems: [String]) -> BatchError {
        let shown = 50
        return .input(
            "Không chốt kỳ \(period): tệp mà số liệu đã công bố được tính từ đó không còn như trước. Hãy trả lại các tệp này, "
                + "hoặc chạy lại tonghop run, xem kết quả, rồi chốt.",
            details: problems.prefix(shown)
                + (problems.count > shown ? ["... và \(problems.count - shown) tệp khác"] : [])
        )
    }
}
