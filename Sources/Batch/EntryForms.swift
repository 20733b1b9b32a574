import Plan
import Spreadsheet
import SystemPackage
import Workbooks

/// What `forms` is asked to do.
package struct FormsOptions: Sendable {
    package var out: FilePath
    /// The day whose plan is taken where none is named.
    package var today: CalendarDate
    package var templates: TemplatePlaces
    package var planFile: FilePath?
    package var version: String

    package init(
        out: FilePath,
        today: CalendarDate,
        templates: TemplatePlaces,
        planFile: FilePath? = nil,
        version: String
    ) {
        self.out = out
        self.today = today
        self.templates = templates
        self.planFile = planFile
        self.version = version
    }
}

/// The forms that now stand in the folder.
package struct FormsReport: Sendable {
    package let year: Int
    package let folder: FilePath
    /// In the plan's order; a form's data set by its title.
    package let forms: [(file: String, title: String)]
}

/// Writes the blank entry forms into `bieu-nhap` of the out folder, all or none of them: made and read back beside their places, then
/// renamed. A blank form of an earlier plan is replaced; any other file in a form's place stops everything.
///
/// - Throws: `BatchError.output` where a file is in the way or nothing can be written, `.plan` for an invalid plan or layout.
package func writeForms(_ options: FormsOptions) throws(BatchError) -> FormsReport {
    let templates = try options.templates.find()
    let catalog = try PlanCatalog.load(templates: templates, planFile: options.planFile)
    guard let plan = catalog.inForce(on: options.today)?.plan else { throw .usage("Không có kế hoạch nào.") }
    let layout = try formLayout(templates: templates, plan: plan)
    let folder = options.out.appending("bieu-nhap")
    let names = OutputNames(plan.dataSets.map { ($0.name, "") }).names.map { "\($0).xlsx" }
    let inTheWay = names.filter { !mayBeReplaced(folder.appending($0)) }
    guard inTheWay.isEmpty else {
        throw .output(
            "Trong \(folder) đã có tệp không phải biểu nhập trống: \(inTheWay.joined(separator: ", ")). "
                + "Hãy chuyển các tệp đó đi nơi khác, hoặc chọn thư mục khác. Chưa ghi gì."
        )
    }
    let staging = folder.appending(".tam-\(SystemCalls.processID)")
    do throws(SystemError) {
        try SystemCalls.makeFolders(folder)
        try SystemCalls.removeAll(staging)
        try SystemCalls.mkdir(staging)
    } catch {
        throw .output("Không ghi được biểu nhập: \(error).")
    }
    // What is left there is of no use to anybody; the error that stopped the writing is what is told.
    defer { try? SystemCalls.removeAll(staging) }
    for (dataSet, name) in names.enumerated() {
        let path = staging.appending(name)
        func write(_ fingerprints: [String]) throws(WorkbookError) {
            _ = try writeForm(
                dataSet,
                plan: plan,
                layout: layout,
                programVersion: "tonghop \(options.version)",
                fingerprints: fingerprints,
                to: path.string,
                temporaryFolder: staging.string
            )
        }
        do throws(WorkbookError) {
            // What the sheets behind the first hold is known best by reading them, as the intake will.
            try write([])
            try write(fingerprints(ofFormAt: path))
        } catch {
            throw .output("Không ghi được biểu nhập \(name): \(error.reason). Các tệp đã có giữ nguyên.")
        }
    }
    do throws(SystemError) {
        for name in names { try SystemCalls.chmod(staging.appending(name), 0o640) }
        try SystemCalls.syncfs(folder)
        for name in names { try SystemCalls.rename(staging.appending(name), to: folder.appending(name)) }
        try SystemCalls.fsync(folder: folder)
    } catch {
        throw .output("Không ghi được biểu nhập: \(error).")
    }
    return FormsReport(
        year: plan.year,
        folder: folder,
        forms: zip(names, plan.dataSets).map { (file: $0, title: $1.title) }
    )
}

private func formLayout(templates: FilePath, plan: Plan) throws(BatchError) -> FormLayout {
    let path = "workbooks/bieu-nhap.xml"
    let bytes = try readTemplate(path, of: templates)
    do throws(PlanErrors) {
        return try FormLayout.load(bytes, file: path, plan: plan)
    } catch {
        throw .plan(error.errors.map(\.description))
    }
}

/// Of the sheets behind the first.
private func fingerprints(ofFormAt path: FilePath) -> [String] {
    // One that cannot be read is found out by whoever writes it; without its mark nothing is taken for what it is not.
    guard let bytes = try? SystemCalls.read(path), let workbook = try? WorkbookReader(bytes: bytes) else { return [] }
    return workbook.sheets.dropFirst().compactMap {
        try? workbook.contents(of: $0).fingerprint(leavingOut: FormMarks.cell)
    }
}

/// Whether nothing would be lost with that file: none is there, or a form of ours in which nobody has written.
private func mayBeReplaced(_ path: FilePath) -> Bool {
    guard let kind = SystemCalls.kind(of: path) else { return true }
    guard kind == .file, let bytes = try? SystemCalls.read(path), let workbook = try? WorkbookReader(bytes: bytes),
        workbook.customProperties[FormMarks.kind.name] == FormMarks.kind.value, let sheet = workbook.sheets.first,
        let contents = try? workbook.contents(of: sheet)
    else { return false }
    return contents.rowCount <= 1
}
