import Foundation
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
        _ = try writeCityWorkbook(city.context, to: path(name), temporaryFolder: folder)
        return try Unpacked(path(name))
    }

    func internalWorkbook(
        _ city: SmallCity,
        findings: [FindingRow],
        sources: [SourceFile],
        decisions: [DecisionRow] = []
    )
        throws -> Unpacked
    {
        _ = try writeInternalWorkbook(
            city.context,
            findings: findings,
            sources: sources,
            decisions: decisions,
            to: path("internal"),
            temporaryFolder: folder
        )
        return try Unpacked(path("internal"))
    }

    /// A workbook of one sheet with these blocks, over columns of those widths.
    func blocks(_ blocks: [any Block], widths: [Double]) throws -> Unpacked {
        let writer = try WorkbookWriter(
            path: path("blocks"),
            temporaryFolder: folder,
            properties: DocumentProperties(created: 86_400)
        )
        var canvas = try SheetCanvas(writer: writer, sheet: try writer.addSheet("Một"), widths: widths)
        for block in blocks { try block.write(on: &canvas) }
        _ = try writer.close()
        return try Unpacked(path("blocks"))
    }
}
