import Foundation
import Spreadsheet
import TestSupport

/// The values of a workbook's cells by sheet, as some reader gives them. Of merged cells only the first has a value.
struct ReadCells: Equatable {
    let workbook: String
    var sheets: [String: [Place: CellContent]]

    /// As the parts hold them.
    init(_ written: WrittenWorkbook) {
        workbook = written.name
        sheets = [:]
        for sheet in written.sheets {
            sheets[sheet.name] = sheet.cells.compactMapValues {
                $0.content == .blank || $0.content == .text("") ? nil : $0.content
            }
        }
    }

    /// As the program's own reader reads what schools send.
    ///
    /// libxlsxwriter marks every workbook as one to be calculated when it is opened, and the reader takes results in such a workbook for
    /// none: the mark has to be off (`settled`).
    init(ownReader bytes: [UInt8], workbook: String) throws {
        self.workbook = workbook
        let reader = try WorkbookReader(bytes: bytes)
        sheets = [:]
        for sheet in reader.sheets {
            let contents = try reader.contents(of: sheet)
            var cells: [Place: CellContent] = [:]
            for row in 0..<contents.rowCount {
                for cell in contents.cells(ofRow: row) where !contents.continues(cell) {
                    let place = Place(row: contents.line(ofRow: row) - 1, column: contents.column(cell))
                    cells[place] = Self.content(contents.value(cell), contents)
                }
            }
            sheets[sheet.name] = cells
        }
    }

    private static func content(_ value: SheetContents.Value, _ contents: SheetContents) -> CellContent {
        func string(_ position: Int) -> String {
            let (texts, range) = contents.text(position)
            return String(decoding: texts.bytes[range], as: UTF8.self)
        }
        return switch value {
        case .text(let position), .dateText(let position): .text(string(position))
        case .number(let number), .percentage(let number), .date(let number): .number(number)
        case .boolean(let boolean): .boolean(boolean)
        case .error(let position): .error(string(position))
        case .uncalculated(let position): .error("uncalculated \(string(position))")
        }
    }

    /// As openpyxl reads workbooks (their values, not their formulas), several of them at once.
    static func openpyxl(_ files: [(file: URL, path: String)], with programs: Programs) throws -> [ReadCells] {
        let printed = try programs.python(script, files.map(\.file.path))
        let read = try JSONDecoder().decode([[String: [Cell]]].self, from: printed)
        return zip(files, read).map { file, sheets in
            var cells = ReadCells(workbook: file.path, sheets: [:])
            for (name, found) in sheets {
                cells.sheets[name] = Dictionary(
                    uniqueKeysWithValues: found.map { (Place(row: $0.row - 1, column: $0.column - 1), $0.content) }
                )
            }
            return cells
        }
    }

    private init(workbook: String, sheets: [String: [Place: CellContent]]) {
        self.workbook = workbook
        self.sheets = sheets
    }

    /// Copies of workbooks without the mark that says that they are still to be calculated, in another folder under the same names.
    static func settled(_ files: [URL], with programs: Programs) throws -> URL {
        let folder = programs.folder.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        _ = try programs.python(
            """
            import os, sys, zipfile
            for name in sys.argv[2:]:
                target = os.path.join(sys.argv[1], os.path.basename(name))
                with zipfile.ZipFile(name) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
                    for part in old.namelist():
                        data = old.read(part)
                        if part == "xl/workbook.xml": data = data.replace(b' fullCalcOnLoad="1"', b"")
                        new.writestr(part, data)
            """,
            [folder.path] + files.map(\.path)
        )
        return folder
    }

    private struct Cell: Decodable {
        let row: Int
        let column: Int
        let kind: String
        let text: String

        init(from decoder: any Decoder) throws {
            var values = try decoder.unkeyedContainer()
            row = try values.decode(Int.self)
            column = try values.decode(Int.self)
            kind = try values.decode(String.self)
            text = try values.decode(String.self)
        }

        var content: CellContent {
            switch kind {
            case "n": Double(text).map(CellContent.number) ?? .error("no number: \(text)")
            case "b": .boolean(text == "True")
            case "e": .error(text)
            default: .text(text)
            }
        }
    }

    private static let script = """
        import datetime, json, sys
        import openpyxl
        from openpyxl.utils.datetime import to_excel

        def cell(c):
            value = c.value
            if isinstance(value, bool): kind, text = "b", str(value)
            elif isinstance(value, (int, float)): kind, text = "n", repr(value)
            elif isinstance(value, (datetime.datetime, datetime.date)): kind, text = "n", repr(to_excel(value))
            else: kind, text = c.data_type if c.data_type == "e" else "s", str(value)
            return [c.row, c.column, kind, text]

        books = []
        for name in sys.argv[1:]:
            book = openpyxl.load_workbook(name, data_only=True)
            books.append({
                sheet.title: [cell(c) for row in sheet.iter_rows() for c in row if c.value is not None and c.value != ""]
                for sheet in book.worksheets})
        json.dump(books, sys.stdout)
        """
}
