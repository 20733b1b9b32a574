import Plan
import SystemPackage

/// The layouts of `templates/workbooks/`, their names settled against a plan.
struct WorkbookLayouts {
    let city: WorkbookLayout
    let office: WorkbookLayout
    let commune: WorkbookLayout
    let department: WorkbookLayout

    /// - Throws: `.plan` with everything that is wrong with them.
    init(templates: FilePath, plan: Plan) throws(BatchError) {
        let folder = templates.appending("workbooks")
        let city = try Self.load("tong-hop", in: folder, plan: plan, base: nil)
        self.city = city
        office = try Self.load("noi-bo", in: folder, plan: plan, base: city)
        commune = try Self.load("xa-phuong", in: folder, plan: plan, base: city)
        department = try Self.load("phong-chuyen-mon", in: folder, plan: plan, base: city)
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
