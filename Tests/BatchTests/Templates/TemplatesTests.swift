import Plan
import SystemPackage
import Testing

@testable import Batch

@Suite struct TemplatesTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        for place in ["option", "environment", "usr/share/tonghop/templates", "checkout/templates"] {
            try folder.write("<plan/>", to: "\(place)/plan-2026.xml")
        }
    }

    @Test func optionGoesBeforeEnvironmentBeforeInstallation() throws {
        var places = TemplatePlaces(
            option: folder.path.appending("option"),
            environment: folder.path.appending("environment"),
            executable: folder.path.appending("usr/bin/tonghop")
        )
        #expect(try places.find() == folder.path.appending("option"))
        places.option = nil
        #expect(try places.find() == folder.path.appending("environment"))
        places.environment = nil
        #expect(try places.find() == folder.path.appending("usr/share/tonghop/templates"))
    }

    @Test func checkoutIsFoundFromTheBuiltProgram() throws {
        let places = TemplatePlaces(
            executable: folder.path.appending("checkout/.build/x86_64-unknown-linux-gnu/release/tonghop")
        )
        #expect(try places.find() == folder.path.appending("checkout/templates"))
    }

    @Test func namedFolderWithoutAPlanIsAnErrorAndNotPassedOver() {
        let places = TemplatePlaces(
            option: folder.path.appending("nowhere"),
            executable: folder.path.appending("usr/bin/tonghop")
        )
        #expect(throws: BatchError.self) { try places.find() }
    }

    @Test(arguments: [
        ("plan-2026.xml", true), ("plan-26.xml", false), ("plan-2026.xml~", false), ("plan-2026-moi.xml", false),
    ])
    func planIsToldByItsName(name: String, isPlan: Bool) {
        #expect(PlanCatalog.isPlanName(name) == isPlan)
    }

    @Test func templatesAreReadInOrderWithoutNotesAndBackups() throws {
        try folder.write("<w/>", to: "option/workbooks/tong-hop.xml")
        try folder.write("x", to: "option/ghi-chu.txt")
        try folder.write("x", to: "option/plan.rng")
        #expect(
            try readTemplates(folder.path.appending("option")).map(\.path)
                == ["plan-2026.xml", "plan.rng", "workbooks/tong-hop.xml"]
        )
    }

    @Test func errorsOfAPlanNameItsFileAndLine() throws {
        #expect {
            try PlanCatalog.load(templates: folder.path.appending("option"), planFile: nil)
        } throws: { error in
            guard case BatchError.plan(let errors) = error else { return false }
            return errors.allSatisfy { $0.hasPrefix("plan-2026.xml:") } && !errors.isEmpty
        }
    }

    @Test func planOfTheCheckoutIsValid() throws {
        let root = FilePath(#filePath).removingLastComponent().removingLastComponent().removingLastComponent()
            .removingLastComponent()
        let catalog = try PlanCatalog.load(templates: root.appending("templates"), planFile: nil)
        #expect(catalog.entries.contains { $0.plan.year == 2026 })
    }
}
