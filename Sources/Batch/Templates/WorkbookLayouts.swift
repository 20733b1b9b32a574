import Intake
import Plan
import SystemPackage

/// The layouts of `templates/workbooks/`, their names settled against a plan.
struct WorkbookLayouts {
    let city: WorkbookLayout
    let office: WorkbookLayout
    let commune: WorkbookLayout
    let department: WorkbookLayout
    /// For a unit, and for a file that is of no unit.
    let feedback: WorkbookLayout
    let nobodysFeedback: WorkbookLayout

    /// - Throws: `.plan` with everything that is wrong with them.
    init(templates: FilePath, plan: Plan) throws(BatchError) {
        let folder = templates.appending("workbooks")
        let city = try Self.load("tong-hop", in: folder, plan: plan, base: nil)
        self.city = city
        office = try Self.load("noi-bo", in: folder, plan: plan, base: city)
        commune = try Self.load("xa-phuong", in: folder, plan: plan, base: city)
        department = try Self.load("phong-chuyen-mon", in: folder, plan: plan, base: city)
        feedback = try Self.load("phan-hoi", in: folder, plan: plan, base: nil)
        nobodysFeedback = try Self.load("khong-ro", in: folder, plan: plan, base: feedback)
        for layout in [feedback, nobodysFeedback] where !layout.takesAnswers {
            let headings = [FeedbackMarks.answer, FeedbackMarks.finding].joined(separator: "`, `")
            throw .plan([
                "workbooks/\(layout.name).xml: no table of findings has the columns `\(headings)` (show=\"answer\" and show=\"id\"): answers could not be read"
            ])
        }
    }

    private static func load(
        _ name: String,
        in folder: FilePath,
        plan: Plan,
        base: WorkbookLayout?
    ) throws(BatchError) -> WorkbookLayout {
        let file = folder.appending("\(name).xml")
        let bytes: [UInt8]
        do throws(SystemError) {
            bytes = try SystemCalls.read(file)
        } catch {
            throw .plan(["\(file): \(error)"])
        }
        do throws(PlanErrors) {
            return try WorkbookLayout.load(bytes, file: "workbooks/\(name).xml", plan: plan, base: base)
        } catch {
            throw .plan(error.errors.map(\.description))
        }
    }
}

extension WorkbookLayout {
    /// Whether answers can be read when the workbook comes back: the columns that are looked for hold what they say.
    fileprivate var takesAnswers: Bool {
        sheets.flatMap(\.tables).contains { table in
            func has(_ property: FindingProperty, _ heading: String) -> Bool {
                table.columns.contains { column in
                    if case .finding(property) = column.content { column.heading == heading } else { false }
                }
            }
            return has(.answer, FeedbackMarks.answer) && has(.id, FeedbackMarks.finding)
        }
    }
}
