import Foundation
import Plan
import Spreadsheet

@testable import Workbooks

/// A folder of its own for a test's workbooks, gone with it.
final class Workshop {
    let folder: String

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "workbooks-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func path(_ name: String) -> String { "\(folder)/\(name).xlsx" }

    func bytes(_ name: String) -> Data? { FileManager.default.contents(atPath: path(name)) }

    func city(_ city: SmallCity, name: String = "city") throws -> Unpacked {
        try write(city, layout: city.layout(), name: name)
    }

    /// A workbook of this layout.
    func city(_ city: SmallCity = SmallCity(), layout: String) throws -> Unpacked {
        try write(city, layout: city.layout(layout), name: "city")
    }

    /// A workbook of one sheet with these blocks beside the sheet of all units, which is the second.
    func sheet(_ blocks: String, of city: SmallCity = SmallCity()) throws -> Unpacked {
        try self.city(
            city,
            layout: """
                <workbook title="Một"><sheet name="Một" orientation="landscape">\(blocks)</sheet>\(SmallCity.unitSheet)</workbook>
                """
        )
    }

    func internalWorkbook(
        _ city: SmallCity,
        findings: [FindingRow],
        sources: [SourceFile],
        decisions: [DecisionRow] = []
    )
        throws -> Unpacked
    {
        var office = OfficeLists()
        office.findings = findings
        office.sources = sources
        office.decisions = decisions
        return try write(city, layout: city.officeLayout(), office: office, name: "internal")
    }

    func write(
        _ city: SmallCity,
        layout: WorkbookLayout,
        office: OfficeLists = .none,
        limits: SheetLimits = .excel,
        name: String
    ) throws -> Unpacked {
        _ = try writeWorkbook(
            city.context,
            layout: layout,
            office: office,
            to: path(name),
            temporaryFolder: folder,
            limits: limits
        )
        return try Unpacked(path(name))
    }

    /// A workbook of one sheet with these blocks, over columns of those widths.
    func blocks(_ blocks: [any Block], widths: [Double]) throws -> Unpacked {
        let writer = try WorkbookWriter(
            path: path("blocks"),
            temporaryFolder: folder,
            properties: DocumentProperties(created: 86_400)
        )
        var canvas = try SheetCanvas(writer: writer, sheet: try writer.addSheet("Một"), grid: SheetGrid(widths: widths))
        for block in blocks { try block.write(on: &canvas) }
        _ = try writer.close()
        return try Unpacked(path("blocks"))
    }
}
