import TestSupport
import XML

/// What a cell holds, whoever read it.
enum CellContent: Equatable, CustomStringConvertible {
    case blank
    case text(String)
    /// Days are their serial numbers.
    case number(Double)
    case boolean(Bool)
    case error(String)

    var description: String {
        switch self {
        case .blank: "nothing"
        case .text(let text): "“\(text)”"
        case .number(let number): "\(number)"
        case .boolean(let boolean): "\(boolean)"
        case .error(let error): error
        }
    }

    /// Texts equal, numbers but for what 12 digits do not show.
    func isSame(as other: CellContent) -> Bool {
        guard case .number(let one) = self, case .number(let two) = other else { return self == other }
        return one == two || abs(one - two) <= 1e-12 * max(abs(one), abs(two))
    }
}

/// A row and a column, counted from 0; `C5` in words.
struct Place: Hashable, Comparable, CustomStringConvertible {
    let row: Int
    let column: Int

    init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }

    init?(_ reference: String) {
        let letters = reference.prefix { $0.isLetter }
        guard let row = Int(reference.dropFirst(letters.count)), !letters.isEmpty else { return nil }
        self.row = row - 1
        column = letters.utf8.reduce(0) { $0 * 26 + Int($1) - 64 } - 1
    }

    var description: String { "\(Self.letters(column))\(row + 1)" }

    static func letters(_ column: Int) -> String {
        let letter = String(UnicodeScalar(UInt8(65 + column % 26)))
        return column < 26 ? letter : letters(column / 26 - 1) + letter
    }

    static func < (left: Place, right: Place) -> Bool { (left.row, left.column) < (right.row, right.column) }
}

/// Where two readings of a workbook differ.
struct Difference: Equatable, CustomStringConvertible {
    let workbook: String
    let sheet: String
    let place: Place
    let found: CellContent
    let expected: CellContent

    var description: String { "\(workbook) | \(sheet) | \(place): \(found), expected \(expected)" }
}

/// The cells of a workbook as its parts hold them, read here and by nothing of the program but its XML parser.
struct WrittenWorkbook {
    struct Cell {
        let formula: String?
        let content: CellContent
        let style: Int
    }

    struct Sheet {
        let name: String
        let part: String
        let cells: [Place: Cell]
    }

    let name: String
    let sheets: [Sheet]

    init(_ parts: WorkbookParts) throws {
        name = parts.name
        let texts = try parts.root("xl/sharedStrings.xml")?.elements("si").map { Self.text(of: $0) } ?? []
        let relations = try parts.root("xl/_rels/workbook.xml.rels")?.elements("Relationship") ?? []
        var targets: [String: String] = [:]
        for relation in relations { targets[relation["Id"] ?? ""] = relation["Target"] ?? "" }
        let listed = try parts.root("xl/workbook.xml")?.elements("sheets").flatMap { $0.elements("sheet") } ?? []
        sheets = try listed.map { sheet in
            let target = targets[sheet["id"] ?? ""] ?? ""
            let part = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/\(target)"
            return Sheet(
                name: sheet["name"] ?? "",
                part: part,
                cells: try Self.cells(try parts.root(part), texts)
            )
        }
    }

    func sheet(_ name: String) -> Sheet? { sheets.first { $0.name == name } }

    /// A text without the readings of foreign characters, `_x0041_` undone.
    private static func text(of element: XMLElement) -> String {
        let runs = element.elements.reduce(into: "") { text, child in
            if child.name == "t" { text += child.text }
            if child.name == "r" { text += child.elements("t").map(\.text).joined() }
        }
        return runs.replacing(/_x([0-9A-Fa-f]{4})_/) { match in
            UInt32(match.1, radix: 16).flatMap(UnicodeScalar.init).map { String(Character($0)) } ?? String(match.0)
        }
    }

    private static func cells(_ root: XMLElement?, _ texts: [String]) throws -> [Place: Cell] {
        var cells: [Place: Cell] = [:]
        for row in root?.elements("sheetData").flatMap({ $0.elements("row") }) ?? [] {
            for cell in row.elements("c") {
                guard let place = Place(cell["r"] ?? "") else {
                    throw Programs.Failure(description: "a cell without a place")
                }
                cells[place] = Cell(
                    formula: cell.elements("f").first?.text,
                    content: content(cell, texts),
                    style: Int(cell["s"] ?? "0") ?? -1
                )
            }
        }
        return cells
    }

    private static func content(_ cell: XMLElement, _ texts: [String]) -> CellContent {
        let value = cell.elements("v").first?.text
        switch cell["t"] ?? "n" {
        case "s":
            return value.flatMap { Int($0) }.map { texts.indices.contains($0) ? .text(texts[$0]) : .error("no text") }
                ?? .blank
        case "str": return .text(value ?? "")
        case "inlineStr": return .text(cell.elements("is").first.map { text(of: $0) } ?? "")
        case "b": return .boolean(value == "1")
        case "e": return .error(value ?? "")
        default:
            guard let value else { return .blank }
            return Double(value).map(CellContent.number) ?? .error("no number: \(value)")
        }
    }
}
