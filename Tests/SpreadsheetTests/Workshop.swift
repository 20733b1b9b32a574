import Foundation
import Spreadsheet
import XML

/// A folder of its own for one test, removed with it.
final class Workshop: Sendable {
    let folder: String

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "tonghop-\(UUID().uuidString)").path()
        try FileManager.default.createDirectory(atPath: "\(folder)/tmp", withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func path(_ name: String = "a.xlsx") -> String { "\(folder)/\(name)" }

    func bytes(_ name: String = "a.xlsx") throws -> [UInt8] {
        try [UInt8](Data(contentsOf: URL(filePath: path(name))))
    }

    func write(_ bytes: [UInt8], _ name: String = "a.xlsx") throws {
        try Data(bytes).write(to: URL(filePath: path(name)))
    }

    func writer(_ name: String = "a.xlsx", constantMemory: Bool = false) throws -> WorkbookWriter {
        try WorkbookWriter(
            path: path(name),
            temporaryFolder: "\(folder)/tmp",
            properties: DocumentProperties(created: 1_770_000_000),
            constantMemory: constantMemory
        )
    }

    /// What stands in the temporary folder; nothing, once all is well.
    var leftovers: [String] { (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/tmp")) ?? ["?"] }

    /// A part of a workbook as a tree.
    func part(_ part: String, of name: String = "a.xlsx") throws -> XMLElement {
        try XMLDocument(parsing: contents(part, of: name), file: part).root
    }

    func contents(_ part: String, of name: String = "a.xlsx") throws -> [UInt8] {
        let archive = try ZipArchive(path: path(name), limits: .inbox)
        guard let entry = archive[part] else { throw SpreadsheetError.unreadable(file: name, reason: "no \(part)") }
        return try archive.contents(of: entry, limit: 1 << 26)
    }

    /// Every part by its name.
    func parts(of name: String = "a.xlsx") throws -> [StoredZip.File] {
        let archive = try ZipArchive(path: path(name), limits: .ownWork)
        return try archive.entries.map { try .init($0.name, archive.contents(of: $0, limit: 1 << 28)) }
    }

    /// The values of a sheet's cells as they are stored, by address; texts looked up.
    func cells(_ part: String = "xl/worksheets/sheet1.xml", of name: String = "a.xlsx") throws -> [String: String] {
        let texts = (try? self.part("xl/sharedStrings.xml", of: name).elements.map(\.text)) ?? []
        var cells: [String: String] = [:]
        for row in try self.part(part, of: name).elements("sheetData").flatMap({ $0.elements("row") }) {
            for cell in row.elements("c") {
                let value = cell.elements("v").first?.text ?? cell.elements("is").first?.text ?? ""
                cells[cell["r"] ?? "?"] = cell["t"] == "s" ? Int(value).map { texts[$0] } : value
            }
        }
        return cells
    }
}

extension XMLElement {
    /// The first element below at that path of names: `find("sheetData", "row")`.
    func find(_ names: String...) -> XMLElement? {
        names.reduce(self as XMLElement?) { $0?.elements($1).first }
    }

    /// One line for an element, attributes in order of their names, white space between elements left out.
    var canonical: String {
        let attributes = attributes.sorted { $0.name < $1.name }.map { " \($0.name)=\"\($0.value)\"" }.joined()
        let inside = children.map { child in
            switch child {
            case .element(let element): element.canonical
            case .text(let text): text.allSatisfy(\.isWhitespace) && !elements.isEmpty ? "" : text
            }
        }.joined()
        return "<\(name)\(attributes)>\(inside)</>"
    }
}
