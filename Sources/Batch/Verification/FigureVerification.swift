import Figures
import Plan
import Records
import Spreadsheet
import SystemPackage
import Workbooks

/// Reads the figures that a staged set's workbooks show back from the disk, and holds them against the `figures.csv` that lies beside
/// them: what people sign and what programs read is one thing.
struct FigureVerification {
    let folder: FilePath
    let plan: Plan
    let roster: Roster

    /// - Throws: `.internalFault` for the first figure that differs, `.output` where a file cannot be read back.
    func verify(_ books: [ComposedWorkbook], progress: ProgressListener) throws(BatchError) {
        let books = books.filter { !$0.figures.isEmpty }
        var files: [String: FiguresFile] = [:]
        for period in Set(books.map(\.period)) { files[period] = try figures(of: period) }
        let results = inParallel(books.count, progress: { progress(.part($0, of: books.count)) }) { [files] index in
            Result { () throws(BatchError) in
                guard let file = files[books[index].period] else { return }
                try verify(books[index], against: file)
            }
        }
        for result in results { try result.get() }
    }

    private func figures(of period: String) throws(BatchError) -> FiguresFile {
        let path = folder.appending("\(period)/figures.csv")
        let bytes: [UInt8]
        do throws(SystemError) {
            bytes = try SystemCalls.read(path)
        } catch {
            throw .output("Không đọc lại được \(path): \(error). Bộ số liệu đã công bố giữ nguyên.")
        }
        do throws(UnreadableCSV) {
            return try FiguresFile(bytes)
        } catch {
            throw .internalFault("\(path), dòng \(error.line): đọc lại không được. Bộ số liệu đã công bố giữ nguyên.")
        }
    }

    private func verify(_ book: ComposedWorkbook, against file: FiguresFile) throws(BatchError) {
        let places = Dictionary(grouping: book.figures, by: \.sheet)
        do {
            var limits = WorkbookLimits()
            limits.archive = .ownWork
            let bytes = try SystemCalls.read(FilePath(book.path))
            let reader = try WorkbookReader(bytes: bytes, limits: limits, isOwnWork: true)
            for sheet in reader.sheets {
                guard let places = places[sheet.name] else { continue }
                let cells = try reader.contents(of: sheet)
                for place in places { try verify(place, in: cells, of: book, against: file) }
            }
        } catch let error as BatchError {
            throw error
        } catch {
            throw .output("Không đọc lại được sổ \(book.path): \(error). Bộ số liệu đã công bố giữ nguyên.")
        }
    }

    private func verify(
        _ place: FigurePlace,
        in cells: SheetContents,
        of book: ComposedWorkbook,
        against file: FiguresFile
    ) throws(BatchError) {
        let indicator = plan.indicators[place.indicator]
        let (group, id) = place.group.key(of: indicator, plan: plan, roster: roster)
        let line = file.lines[FiguresFile.Key(group: group, groupID: id, indicator: indicator.id)]
        let cell = ShownCell(cells, row: place.row, column: place.column)
        guard let line, cell.shows(place.quantity, of: line) else {
            let name = CellRange.name(row: place.row, column: place.column)
            let told = line.map { place.quantity.text(of: $0) } ?? "không có dòng này"
            throw .internalFault(
                "\(book.path), trang “\(place.sheet)”, ô \(name) ghi \(cell), trong khi figures.csv ghi \(told) "
                    + "(\(indicator.id), \(group) \(id)). Không công bố; bộ số liệu đã công bố giữ nguyên. "
                    + "Hãy báo cho người bảo trì chương trình."
            )
        }
    }
}

/// What a cell shows, as it was read back.
enum ShownCell: Equatable, CustomStringConvertible {
    case number(Double)
    case text(String)
    case other

    init(_ contents: SheetContents, row: Int, column: Int) {
        guard let row = contents.row(ofLine: row + 1), let cell = contents.cell(inColumn: column, ofRow: row) else {
            self = .other
            return
        }
        switch contents.value(cell) {
        case .number(let number), .percentage(let number): self = .number(number)
        case .text(let position):
            let (texts, range) = contents.text(position)
            self = .text(String(decoding: texts.bytes[range], as: UTF8.self))
        default: self = .other
        }
    }

    var description: String {
        switch self {
        case .number(let number): "\(number)"
        case .text(let text): "“\(text)”"
        case .other: "giá trị khác"
        }
    }

    /// A rate is written to six decimals in figures.csv, and in full in a workbook.
    func shows(_ quantity: FigurePlace.Quantity, of line: FiguresFile.Line) -> Bool {
        let expected = quantity.text(of: line)
        switch (quantity, self) {
        case (.denominator, .number(let number)), (.numerator, .number(let number)): return Double(expected) == number
        case (.rate, .number(let number)), (.reportedRate, .number(let number)):
            return Double(expected).map { abs($0 - number) < 0.000_000_6 } ?? false
        // Where no unit has both years there is nothing to compare: a dash, which adds up to nothing.
        case (.denominator, .text(let text)), (.numerator, .text(let text)):
            return Double(expected) == 0 && text == Words.none
        case (.rate, .text(let text)), (.reportedRate, .text(let text)): return expected.isEmpty && text == Words.none
        case (.result, .text(let text)): return Tally.Result(rawValue: expected)?.word == text
        default: return false
        }
    }
}

extension FigurePlace.Quantity {
    /// What figures.csv says of it.
    fileprivate func text(of line: FiguresFile.Line) -> String {
        switch self {
        case .denominator: String(line.denominator)
        case .numerator: String(line.numerator)
        case .rate: line.rate
        case .reportedRate: line.reportedRate
        case .result: line.result
        }
    }
}
