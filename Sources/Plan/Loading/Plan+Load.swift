import XML

extension Plan {
    /// Reads a plan, checks it, and settles all its names and expressions. `file` is its name in errors; nothing is opened by it.
    ///
    /// The schema's findings stand among the errors for lines about which the loader itself has nothing to say; without a
    /// schema only the loader's checks run.
    package static func load(
        _ bytes: [UInt8],
        file: String,
        schema: borrowing RelaxNGSchema?
    ) throws(PlanErrors) -> Plan {
        switch schema {
        case .some(let schema): try load(bytes, file: file, schema: schema)
        case .none: try load(bytes, file: file)
        }
    }

    /// Reads a plan, against its schema too; see `load(_:file:schema:)`.
    package static func load(
        _ bytes: [UInt8],
        file: String,
        schema: borrowing RelaxNGSchema
    ) throws(PlanErrors) -> Plan {
        let violations: [XMLError]
        do {
            violations = try schema.validate(bytes, file: file)
        } catch {
            throw PlanErrors([PlanError(error)])
        }
        return try load(bytes, file: file, violations: violations.map { PlanError($0) })
    }

    /// Reads a plan without a schema: only the loader's own checks run.
    package static func load(_ bytes: [UInt8], file: String) throws(PlanErrors) -> Plan {
        try load(bytes, file: file, violations: [])
    }

    private static func load(
        _ bytes: [UInt8],
        file: String,
        violations: [PlanError]
    ) throws(PlanErrors) -> Plan {
        let root: XMLElement
        do {
            root = try XMLDocument(parsing: bytes, file: file).root
        } catch {
            throw PlanErrors([PlanError(error)])
        }
        var loader = PlanLoader(file: file)
        let plan = loader.plan(root)
        let lines = Set(loader.errors.map(\.line))
        let errors = loader.errors + violations.filter { !lines.contains($0.line) }
        guard let plan, errors.isEmpty else {
            throw PlanErrors(
                errors.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }.map(
                    \.element
                )
            )
        }
        return plan
    }
}

extension PlanError {
    fileprivate init(_ error: XMLError) {
        self.init(file: error.file, line: error.line, message: error.message)
    }
}
