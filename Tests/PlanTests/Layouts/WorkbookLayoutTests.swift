import Foundation
import Plan
import Testing

@Suite("Layouts of workbooks")
struct WorkbookLayoutTests {
    private static let templates = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "templates")

    private func plan() throws -> Plan {
        try Plan.load([UInt8](Data(contentsOf: Self.templates.appending(path: "plan-2026.xml"))), file: "plan-2026.xml")
    }

    @Test func theCitysWorkbookHasItsSixteenSheetsAndOneOfCorrections() throws {
        let bytes = try [UInt8](Data(contentsOf: Self.templates.appending(path: "workbooks/tong-hop.xml")))
        let layout: WorkbookLayout
        do {
            layout = try WorkbookLayout.load(bytes, file: "tong-hop.xml", plan: plan())
        } catch {
            Issue.record("\(error)")
            return
        }
        #expect(layout.name == "tong-hop")
        #expect(layout.sheets.map { $0.name.prefix { $0 != " " } } == (1...17).map { "\($0)" })
        #expect(layout.sheets.map(\.isOptional) == (1...17).map { $0 == 17 })
    }
}
