import FoundationEssentials
import Plan
import Testing
import XML

/// The plan of 2026 and its schema, as they stand in `templates/`.
enum RealPlan {
    static let file = "plan-2026.xml"

    /// The checkout that these tests belong to.
    static let checkout = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static func bytes(_ path: String) throws -> [UInt8] {
        try Array(Data(contentsOf: checkout.appending(path: path)))
    }

    static func text() throws -> String {
        String(decoding: try bytes("templates/plan-2026.xml"), as: UTF8.self)
    }

    static func schema() throws -> RelaxNGSchema {
        try RelaxNGSchema(bytes: bytes("templates/plan.rng"), file: "plan.rng")
    }

    static func plan() throws -> Plan {
        try Plan.load(bytes("templates/plan-2026.xml"), file: file)
    }

    /// The errors of a plan's text without a schema; empty where it loads.
    static func errors(of text: String) -> [PlanError] {
        do {
            _ = try Plan.load(Array(text.utf8), file: file)
            return []
        } catch {
            return error.errors
        }
    }
}
