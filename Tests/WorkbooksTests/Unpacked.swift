import Spreadsheet
import XML

/// The parts of a workbook as a test reads them: cells by address, and XML as text.
struct Unpacked {
    let archive: ZipArchive
    private let texts: [String]

    init(_ path: String) throws {
        archive = try ZipArchive(path: path, limits: .ownWork)
        guard let entry = archive["xl/sharedStrings.xml"] else {
            texts = []
            return
        }
        let root = try XMLDocument(parsing: archive.contents(of: entry, limit: 1 << 28), file: path).root
        texts = root.elements("si").map(\.text)
    }

    func xml(_ part: String) throws -> String {
        guard let entry = archive[part] else { return "" }
        return String(decoding: try archive.contents(of: entry, limit: 1 << 28), as: UTF8.self)
    }

    func sheet(_ number: Int) throws -> XMLElement {
        let bytes = Array(try xml("xl/worksheets/sheet\(number).xml").utf8)
        return try XMLDocument(parsing: bytes, file: "sheet\(number)").root
    }

    /// What stands in a cell; nil where it is blank.
    func value(_ cell: XMLElement) -> String? {
        // In constant memory texts stand in their cells.
        if cell["t"] == "inlineStr" { return cell.elements("is").first?.elements("t").first?.text }
        guard let value = cell.elements("v").first?.text else { return nil }
        if cell["t"] == "s", let index = Int(value) { return texts[index] }
        return value
    }

    /// The rows of a sheet, each from its first to its last written cell with a value.
    func rows(_ number: Int) throws -> [[String]] {
        try sheet(number).elements("sheetData").flatMap { $0.elements("row") }.map { row in
            row.elements("c").compactMap(value)
        }
    }

    /// The rows of a sheet that hold something.
    func lines(_ number: Int) throws -> [[String]] {
        try rows(number).filter { !$0.isEmpty }
    }

    /// The formulas of a sheet, by address.
    func formulas(_ number: Int) throws -> [String: String] {
        var formulas: [String: String] = [:]
        for cell in try sheet(number).elements("sheetData").flatMap({ $0.elements("row") }).flatMap({ $0.elements("c") }
        ) {
            if let address = cell["r"], let formula = cell.elements("f").first?.text { formulas[address] = formula }
        }
        return formulas
    }

    /// Where the cells of a sheet lead, by address, the way back to the first sheet left out.
    func links(_ number: Int) throws -> [String: String] {
        var links: [String: String] = [:]
        for link in try sheet(number).elements("hyperlinks").flatMap(\.elements) {
            if let address = link["ref"], let place = link["location"] { links[address] = place }
        }
        return links
    }

    /// What stands at an address.
    func value(at address: String, _ number: Int) throws -> String? {
        try sheet(number).elements("sheetData").flatMap { $0.elements("row") }.flatMap { $0.elements("c") }
            .first { $0["r"] == address }.flatMap(value)
    }

    func sheetNames() throws -> [String] {
        try xml("xl/workbook.xml").matches(of: /<sheet name="([^"]*)"/).map { String($0.1) }
    }
}
