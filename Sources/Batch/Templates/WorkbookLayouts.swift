import Intake
import Plan
import SystemPackage
import XML

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
        let schema = try Self.schema(of: templates)
        let city = try Self.load("tong-hop", of: templates, plan: plan, base: nil, schema: schema)
        self.city = city
        office = try Self.load("noi-bo", of: templates, plan: plan, base: city, schema: schema)
        commune = try Self.load("xa-phuong", of: templates, plan: plan, base: city, schema: schema)
        department = try Self.load("phong-chuyen-mon", of: templates, plan: plan, base: city, schema: schema)
        feedback = try Self.load("phan-hoi", of: templates, plan: plan, base: nil, schema: schema)
        nobodysFeedback = try Self.load("khong-ro", of: templates, plan: plan, base: feedback, schema: schema)
        for layout in [feedback, nobodysFeedback] where !layout.takesAnswers {
            let headings = [FeedbackMarks.answer, FeedbackMarks.finding].joined(separator: "`, `")
            throw .plan([
                "workbooks/\(layout.name).xml: no table of findings has the columns `\(headings)` (show=\"answer\" and show=\"id\"): answers could not be read"
            ])
        }
    }

    /// `workbook.rng`; nil where the templates do not hold it.
    private static func schema(of templates: FilePath) throws(BatchError) -> RelaxNGSchema? {
        let file = templates.appending("workbooks/workbook.rng")
        let bytes: [UInt8]
        do throws(SystemError) {
            bytes = try SystemCalls.read(file)
        } catch {
            if error.errno == .noSuchFileOrDirectory { return nil }
            throw .plan(["\(file): \(error)"])
        }
        do throws(XMLError) {
            return try RelaxNGSchema(bytes: bytes, file: "workbooks/workbook.rng")
        } catch {
            throw .plan(["\(error.file):\(error.line): \(error.message)"])
        }
    }

    private static func load(
        _ name: String,
        of templates: FilePath,
        plan: Plan,
        base: WorkbookLayout?,
        schema: borrowing RelaxNGSchema?
    ) throws(BatchError) -> WorkbookLayout {
        let path = "workbooks/\(name).xml"
        let bytes = try readTemplate(path, of: templates)
        do throws(PlanErrors) {
            switch schema {
            case .some(let schema):
                return try WorkbookLayout.load(bytes, file: path, plan: plan, base: base, schema: schema)
            case .none: return try WorkbookLayout.load(bytes, file: path, plan: plan, base: base)
            }
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
