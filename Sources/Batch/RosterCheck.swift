import Intake
import Plan
import Records
import SystemPackage

/// What `roster check` is asked to do.
package struct RosterCheckOptions: Sendable {
    package var file: FilePath
    /// The day whose plan says what a roster holds.
    package var asOf: CalendarDate
    package var templates: TemplatePlaces
    package var planFile: FilePath?
    package var maxFileSize: Int

    package init(
        file: FilePath,
        asOf: CalendarDate,
        templates: TemplatePlaces,
        planFile: FilePath? = nil,
        maxFileSize: Int = 200 << 20
    ) {
        self.file = file
        self.asOf = asOf
        self.templates = templates
        self.planFile = planFile
        self.maxFileSize = maxFileSize
    }
}

/// What `roster check` found.
package struct RosterReport: Sendable {
    package let plan: Plan
    /// In the order of lines.
    package let findings: [Finding]
    /// Nil where the roster has an error: a count of what cannot be read would be wrong.
    package let counts: RosterCounts?
}

/// How many units a roster has, opened and closed ones too.
package struct RosterCounts: Sendable, Equatable {
    /// Units of one kind or one commune.
    package struct Group: Sendable, Equatable {
        package let code: String
        package let name: String
        package let units: Int
    }

    package let units: Int
    /// In the order of the plan's list, those without a unit too.
    package let kinds: [Group]
    /// In the order of their codes.
    package let communes: [Group]

    init(_ roster: Roster, plan: Plan) {
        units = roster.count
        kinds = plan.codeLists[plan.kindList].codes.enumerated().map { position, kind in
            Group(code: kind.code, name: kind.name, units: roster.kinds.count { $0 == position })
        }
        var ofCommune = [Int](repeating: 0, count: roster.communes.count)
        for commune in roster.communeOfUnit { ofCommune[commune] += 1 }
        communes = zip(roster.communes, ofCommune).map { Group(code: $0.code, name: $0.name, units: $1) }
    }
}

/// Checks a roster as a run would, with no inbox.
///
/// - Throws: `BatchError.input` where the file cannot be read as a roster at all; what is wrong in it is a finding.
package func checkRoster(_ options: RosterCheckOptions) throws(BatchError) -> RosterReport {
    let catalog = try PlanCatalog.load(templates: try options.templates.find(), planFile: options.planFile)
    guard let plan = catalog.inForce(on: options.asOf)?.plan else { throw .usage("there is no plan") }
    var limits = IntakeLimits()
    limits.fileSize = options.maxFileSize
    do throws(IntakeError) {
        let (roster, findings, _) = try readRoster(options.file, plan: plan, limits: limits)
        return RosterReport(plan: plan, findings: findings, counts: RosterCounts(roster, plan: plan))
    } catch .roster(let findings, _) where !findings.contains(where: { $0.code.refusesWholeFile }) {
        return RosterReport(plan: plan, findings: findings, counts: nil)
    } catch .roster(let findings, _) {
        throw .input(
            "Không đọc được danh mục \(options.file).",
            details: findings.map { "\($0.codeName) \($0.message(plan: plan))" }
        )
    } catch {
        throw BatchError(error, plan: plan)
    }
}

extension FindingCode {
    /// Whether nothing of such a file is read.
    fileprivate var refusesWholeFile: Bool {
        switch self {
        case .F1, .F2, .F3, .F6, .F7, .F8: true
        default: false
        }
    }
}
