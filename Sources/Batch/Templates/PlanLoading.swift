import Plan
import SystemPackage
import XML

extension PlanCatalog {
    /// Loads every `plan-<year>.xml` of the templates, or `--plan FILE` in their place. Each is checked against `plan.rng` where
    /// the templates hold it. Every error of every plan is listed.
    package static func load(templates: FilePath, planFile: FilePath?) throws(BatchError) -> PlanCatalog {
        let schema = try readIfPresent(templates.appending("plan.rng"))
        var errors: [String] = []
        var named: [Entry] = []
        if let planFile {
            named += try entry(planFile, schema: schema, errors: &errors)
            guard errors.isEmpty else { throw .plan(errors) }
        }
        var beside: [Entry] = []
        for name in try names(in: templates) where isPlanName(name) {
            beside += try entry(templates.appending(name), schema: schema, errors: &errors)
        }
        // With a plan of its own, a run needs no other; those that can be read still name other years' periods.
        if !named.isEmpty { return PlanCatalog(entries: named, others: beside) }
        guard errors.isEmpty else { throw .plan(errors) }
        return PlanCatalog(entries: beside)
    }

    /// The plan of one file, or none and its errors.
    private static func entry(
        _ file: FilePath,
        schema: [UInt8]?,
        errors: inout [String]
    ) throws(BatchError) -> [Entry] {
        guard let bytes = try readIfPresent(file) else { throw .usage("Không có tệp kế hoạch \(file).") }
        let name = file.lastComponent?.string ?? file.string
        do throws(PlanErrors) {
            let plan = try load(bytes, name: name, schema: schema)
            return [Entry(plan: plan, file: name, sha256: sha256(bytes))]
        } catch {
            errors += error.errors.map(\.description)
            return []
        }
    }

    private static func load(_ bytes: [UInt8], name: String, schema: [UInt8]?) throws(PlanErrors) -> Plan {
        guard let schema else { return try Plan.load(bytes, file: name) }
        let compiled: RelaxNGSchema
        do {
            compiled = try RelaxNGSchema(bytes: schema, file: "plan.rng")
        } catch {
            throw PlanErrors([PlanError(file: error.file, line: error.line, message: error.message)])
        }
        return try Plan.load(bytes, file: name, schema: compiled)
    }

    private static func readIfPresent(_ file: FilePath) throws(BatchError) -> [UInt8]? {
        do throws(SystemError) {
            return try SystemCalls.read(file)
        } catch {
            if error.errno == .noSuchFileOrDirectory { return nil }
            throw .usage("\(error)")
        }
    }

    private static func names(in folder: FilePath) throws(BatchError) -> [String] {
        do throws(SystemError) {
            return try SystemCalls.names(in: folder)
        } catch {
            throw .usage("\(error)")
        }
    }
}
