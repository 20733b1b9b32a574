import Foundation
import Plan
import Spreadsheet
import Tabular
import Testing

@testable import SampleCity

/// The same truth, sent as workbooks: numbers as numbers, days as days.
@Suite struct WorkbookInboxTests {
    @Test func aCityOfWorkbooksHasTheFiguresOfItsTexts() throws {
        let city = City.generate(options: Options(units: 12, seed: 4))
        let texts = try Office(city)
        try texts.receive(city.submissions)
        try texts.run("2026-12-20")
        let workbooks = try Office(city)
        try workbooks.receive(city.submissions.map { try workbook($0) })
        try workbooks.run("2026-12-20")
        #expect(try figureFiles(workbooks) == figureFiles(texts))
        #expect(try findings(workbooks) == findings(texts))
        #expect(try rows(workbooks) == rows(texts))
        #expect(try !rows(workbooks).isEmpty)
    }

    /// The same rows in a sheet, below a title; every second row has a blank one above it.
    private func workbook(_ file: SubmittedFile) throws -> SubmittedFile {
        let folder = FileManager.default.temporaryDirectory.appending(path: "tonghop-\(UUID().uuidString)").path()
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = "\(folder)/a.xlsx"
        let book = try WorkbookWriter(
            path: path,
            temporaryFolder: folder,
            properties: DocumentProperties(created: 1_770_000_000)
        )
        let sheet = try book.addSheet("Số liệu")
        try book.write(.text("Biểu số liệu"), sheet: sheet, row: 0, column: 0)
        let text = try decodeText(file.bytes)
        var tokenizer = Tokenizer(delimiter: Delimiter.comma.rawValue)
        var record = Record()
        var row = 2
        while try tokenizer.next(in: text.bytes.span, into: &record) {
            for column in 0..<record.count {
                let cell = String(decoding: record.bytes[record.range(column)], as: UTF8.self)
                let (value, format) = typed(cell)
                try book.write(value, sheet: sheet, row: row, column: column, format: format)
            }
            row += row % 2 == 0 ? 1 : 2
        }
        _ = try book.close()
        return SubmittedFile(
            path: String(file.path.dropLast(3)) + "xlsx",
            bytes: [UInt8](try Data(contentsOf: URL(filePath: path))),
            night: file.night
        )
    }

    private func typed(_ cell: String) -> (CellValue, Format) {
        let parts = cell.split(separator: "/").compactMap { Int($0) }
        let day =
            CalendarDate(iso: cell)
            ?? (parts.count == 3 ? CalendarDate(year: parts[2], month: parts[1], day: parts[0]) : nil)
        if let day { return (.date(daysSince1970: Int(day.days)), Format().with { $0.numberFormat = "dd/mm/yyyy" }) }
        if let number = Int(cell), String(number) == cell { return (.number(Double(number)), Format()) }
        return (.text(cell), Format())
    }

    /// Code, unit, period and value of each finding, whatever file it is about.
    private func findings(_ office: Office) throws -> [String] {
        try office.published("findings.csv").split(separator: "\n").dropFirst().map { line in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            return [cells[1], cells[7], cells[8]].joined(separator: " ")
        }.sorted()
    }

    /// What became of the rows of each file, in the order of files.
    private func rows(_ office: Office) throws -> [[String: Int]] {
        struct Manifest: Decodable {
            struct Input: Decodable {
                let rows: [String: Int]?
                let role: String
            }
            let inputs: [Input]
        }
        let text = try office.published("manifest.json")
        return try JSONDecoder().decode(Manifest.self, from: Data(text.utf8)).inputs
            .filter { $0.role == "inbox" }.compactMap(\.rows)
    }
}
