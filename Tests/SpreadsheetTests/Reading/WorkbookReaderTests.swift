import Spreadsheet
import Testing

@Suite("A workbook of our own making, read")
struct WorkbookReaderTests {
    private let workshop: Workshop

    init() throws {
        workshop = try Workshop()
    }

    @Test func givesWhatWasWritten() throws {
        var properties = DocumentProperties(created: 1_770_000_000)
        properties.custom = [.init(name: "tonghop", value: "phan-hoi")]
        let book = try WorkbookWriter(
            path: workshop.path(),
            temporaryFolder: "\(workshop.folder)/tmp",
            properties: properties
        )
        let sheet = try book.addSheet("Số liệu")
        try book.write(.text("Mã đơn vị"), sheet: sheet, row: 0, column: 0)
        try book.write(.text("007"), sheet: sheet, row: 1, column: 0)
        try book.write(.number(1.25), sheet: sheet, row: 1, column: 1)
        try book.write(.boolean(true), sheet: sheet, row: 1, column: 2)
        try book.write(
            .date(daysSince1970: 20_526),
            sheet: sheet,
            row: 1,
            column: 3,
            format: Format().with { $0.numberFormat = "dd/mm/yyyy" }
        )
        try book.merge(CellRange(rows: 2...3, columns: 0...1), sheet: sheet, value: .text("gộp"))
        try book.write(.number(7), sheet: sheet, row: 3, column: 2)
        let hidden = try book.addSheet("Ẩn")
        try book.hide(hidden)
        _ = try book.close()
        let workbook = try WorkbookReader(bytes: workshop.bytes())
        #expect(workbook.customProperties == ["tonghop": "phan-hoi"])
        #expect(workbook.sheets.map(\.name) == ["Số liệu", "Ẩn"])
        #expect(workbook.sheets.map(\.state) == [.visible, .hidden])
        let contents = try workbook.contents(of: workbook.sheets[0])
        #expect(
            shown(contents) == [
                "1: A=Mã đơn vị", "2: A=007 B=1.25 C=true D=date 46095.0", "3: A=gộp B=gộp<", "4: A=gộp B=gộp< C=7.0",
            ]
        )
        #expect(contents.merged.count == 1)
        #expect(contents.merged.first?.a1 == "A3:B4")
    }
}

/// A line a row: its number, and each cell's column and value; `<` behind what continues a merged range.
func shown(_ contents: SheetContents) -> [String] {
    func text(_ position: Int) -> String {
        let (texts, range) = contents.text(position)
        return String(decoding: texts.bytes[range], as: UTF8.self)
    }
    return (0..<contents.rowCount).map { row in
        contents.cells(ofRow: row).reduce("\(contents.line(ofRow: row)):") { line, cell in
            let value =
                switch contents.value(cell) {
                case .text(let position): text(position)
                case .number(let number): "\(number)"
                case .percentage(let number): "\(number) %"
                case .date(let serial): "date \(serial)"
                case .dateText(let position): "date \(text(position))"
                case .boolean(let value): "\(value)"
                case .error(let position): "error \(text(position))"
                case .uncalculated(let position): "formula \(text(position))"
                }
            let name = CellRange.columnName(contents.column(cell))
            return "\(line) \(name)=\(value)\(contents.continues(cell) ? "<" : "")"
        }
    }
}
