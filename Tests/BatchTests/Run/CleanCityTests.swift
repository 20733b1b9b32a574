import Foundation
import Intake
import Plan
import Records
import SystemPackage
import Testing

@testable import Batch
@testable import SampleCity

/// A city whose schools tell the truth in plain files keeps every rule of the plan: nobody there is asked about anything but what
/// the generator leaves out or sends late on purpose.
@Suite struct CleanCityTests {
    @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
    func nobodyIsAskedWithoutReason(seed: UInt64) throws {
        var options = Options(units: 120, seed: seed)
        options.communes = 6
        options.layout = .bundles
        let city = City.generate(options: options)
        let office = try Office(city)
        try office.receive(city.submissions)
        let findings = try check(office).filter { $0.state == .open && $0.severity != .information }
        // Cells that are left empty now and then.
        let asked = findings.filter { $0.code != .C1 }
        #expect(Set(asked.map(\.codeName)).subtracting(["V28", "V29"]) == [], "\(asked.map(\.arguments))")
        #expect(places(asked, "V28") == late(city))
        #expect(places(asked, "V29") == withoutViolations(city))
    }

    private func check(_ office: Office) throws -> [Finding] {
        let templates = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("templates")
        return try Batch.check(
            CheckOptions(
                inputs: [FilePath(office.inbox.path)],
                // Behind the last report that came late.
                asOf: try #require(CalendarDate(iso: "2026-12-31")),
                templates: TemplatePlaces(option: FilePath(templates.path), environment: nil, executable: nil)
            )
        ).result.findings
    }

    /// `unit period`, sorted.
    private func places(_ findings: [Finding], _ code: String) -> [String] {
        findings.filter { $0.codeName == code }.map { "\($0.unit) \($0.period)" }.sorted()
    }

    private func late(_ city: City) -> [String] {
        city.truth.flatMap { truth in
            truth.reports.filter { !truth.isOnTime(in: $0.period) }.map { "\(truth.unit) \($0.period.id)" }
        }.sorted()
    }

    private func withoutViolations(_ city: City) -> [String] {
        city.truth.flatMap { truth in
            truth.reports.filter { report in !truth.violations.contains { $0.period == report.period } }
                .map { "\(truth.unit) \($0.period.id)" }
        }.sorted()
    }
}
