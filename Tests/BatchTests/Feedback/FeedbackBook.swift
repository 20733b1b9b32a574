import Foundation
import Intake
import Spreadsheet

/// A feedback workbook as it was published: the texts of its sheets, and what programs tell it by.
struct FeedbackBook {
    let properties: [String: String]
    /// In the order of sheets.
    let sheets: [(name: String, rows: [[String]])]

    init(_ url: URL) throws {
        let workbook = try WorkbookReader(bytes: [UInt8](try Data(contentsOf: url)))
        properties = workbook.customProperties
        sheets = try workbook.sheets.map { sheet in
            let contents = try workbook.contents(of: sheet)
            let rows = (0..<contents.rowCount).map { row -> [String] in
                var texts: [String] = []
                for cell in contents.cells(ofRow: row) where !contents.continues(cell) {
                    let column = contents.column(cell)
                    while texts.count <= column { texts.append("") }
                    texts[column] = Self.text(contents.value(cell), in: contents)
                }
                return texts
            }
            return (sheet.name, rows)
        }
    }

    private static func text(_ value: SheetContents.Value, in contents: SheetContents) -> String {
        switch value {
        case .text(let position), .dateText(let position), .error(let position), .uncalculated(let position):
            let (texts, range) = contents.text(position)
            return String(decoding: texts.bytes[range], as: UTF8.self)
        case .number(let number), .percentage(let number), .date(let number):
            return number == number.rounded() ? String(Int(number)) : String(number)
        case .boolean(let flag): return String(flag)
        }
    }

    func rows(_ sheet: String) -> [[String]] { sheets.first { $0.name == sheet }?.rows ?? [] }

    var allText: String { sheets.flatMap(\.rows).joined().joined(separator: "\n") }

    /// The rows below the heading that begins with these words, by heading.
    func records(_ sheet: String, from heading: String) -> [[String: String]] {
        let rows = rows(sheet)
        guard let top = rows.firstIndex(where: { $0.contains(heading) }) else { return [] }
        return rows.dropFirst(top + 1).map { row in
            Dictionary(zip(rows[top], row).map { ($0, $1) }) { first, _ in first }
        }
    }

    var findings: [[String: String]] {
        records("Cần sửa", from: FeedbackMarks.finding).filter { $0[FeedbackMarks.finding]?.isEmpty == false }
    }

    /// Writes the workbook anew as somebody's program would save it, the answer filled in beside each finding of that code.
    func answered(_ code: String, _ answer: String, to url: URL) throws {
        var document = DocumentProperties(created: 86_400)
        document.custom = properties.sorted { $0.key < $1.key }.map { .init(name: $0.key, value: $0.value) }
        let folder = url.deletingLastPathComponent().deletingLastPathComponent().path
        let writer = try WorkbookWriter(path: url.path, temporaryFolder: folder, properties: document)
        for (name, rows) in sheets {
            let sheet = try writer.addSheet(name)
            let heading = rows.first { $0.contains(FeedbackMarks.answer) } ?? []
            for (line, row) in rows.enumerated() {
                for (column, text) in row.enumerated() {
                    let isAnswer =
                        column < heading.count && heading[column] == FeedbackMarks.answer && row.contains(code)
                    try writer.write(.text(isAnswer ? answer : text), sheet: sheet, row: line, column: column)
                }
            }
        }
        _ = try writer.close()
    }
}

extension Office {
    /// The published feedback workbooks of a period, by path below `phan-hoi`.
    func feedback(_ period: String = "2026-Q1") throws -> [String: FeedbackBook] {
        let root = folder.appendingPathComponent("out/hien-hanh/\(period)/phan-hoi")
        var books: [String: FeedbackBook] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: root.path) where path.hasSuffix(".xlsx") {
            books[path] = try FeedbackBook(root.appendingPathComponent(path))
        }
        return books
    }
}
