// A feedback workbook is told by a property of its own, which programs keep when they save. Its copied rows are never read: they
// would count a second time, or as a correction that nobody meant.

import Plan
import Records
import Spreadsheet
import Tabular

/// The marks of a feedback workbook, which its writer sets and its reader looks for.
package enum FeedbackMarks {
    /// A custom property's name and value.
    package static let kind = (name: "tonghop", value: "phan-hoi")
    /// Name of the custom property that holds the unit's code.
    package static let unit = "don-vi"
    /// Headers of the columns that are read.
    package static let answer = "Giải trình"
    package static let finding = "Mã phát hiện"
}

/// Reads the answers of a workbook.
///
/// - Returns: nil where it is no feedback workbook.
func readFeedback(_ workbook: WorkbookReader, file: InboxFile, context: ReadingContext) -> FileReading? {
    guard workbook.customProperties[FeedbackMarks.kind.name] == FeedbackMarks.kind.value else { return nil }
    var reading = FileReading(file: file)
    var sheets = FeedbackSheets(limits: context.limits)
    for sheet in workbook.sheets {
        do {
            sheets.read(try workbook.contents(of: sheet))
        } catch {
            reading.refuse(.F8, arguments: ["bảng tính bị hỏng"])
            return reading
        }
    }
    guard sheets.hasHeader else {
        let columns = "\(FeedbackMarks.answer), \(FeedbackMarks.finding)"
        reading.refuse(.F3, arguments: ["Sổ phản hồi", columns, ""])
        return reading
    }
    let unit = workbook.customProperties[FeedbackMarks.unit] ?? ""
    reading.feedback = Feedback(unit: context.roster.unit(code: unit) == nil ? "" : unit, answers: sheets.answers)
    reading.findings = sheets.findings
    return reading
}

/// Gathers the answers of a workbook's sheets.
private struct FeedbackSheets {
    let limits: IntakeLimits
    private(set) var answers: [Feedback.Answer] = []
    /// Answers that are too long to be taken (C7).
    private(set) var findings: [Finding] = []
    private(set) var hasHeader = false

    private static let answerWord = fold(FeedbackMarks.answer)
    private static let findingWord = fold(FeedbackMarks.finding)

    init(limits: IntakeLimits) {
        self.limits = limits
    }

    mutating func read(_ sheet: SheetContents) {
        var columns: (answer: Int, finding: Int)?
        for row in 0..<sheet.rowCount {
            guard let columns else {
                // Titles and counts stand above it.
                guard sheet.line(ofRow: row) <= 50 else { return }
                columns = header(row, of: sheet)
                continue
            }
            take(row, of: sheet, columns)
        }
    }

    private mutating func header(_ row: Int, of sheet: SheetContents) -> (answer: Int, finding: Int)? {
        var answer: Int?
        var finding: Int?
        for cell in sheet.cells(ofRow: row) {
            switch fold(sheet.words(cell)) {
            case Self.answerWord: answer = sheet.column(cell)
            case Self.findingWord: finding = sheet.column(cell)
            default: break
            }
        }
        guard let answer, let finding else { return nil }
        hasHeader = true
        return (answer, finding)
    }

    private mutating func take(_ row: Int, of sheet: SheetContents, _ columns: (answer: Int, finding: Int)) {
        func words(_ column: Int) -> String {
            sheet.cell(inColumn: column, ofRow: row).map(sheet.words) ?? ""
        }
        let written = words(columns.answer)
        let text = enteredText(written, limit: limits.textLength)
        guard !text.isEmpty else { return }
        let line = Int32(clamping: sheet.line(ofRow: row))
        let length = written.unicodeScalars.count
        guard length <= limits.textLength else {
            findings.append(
                Finding(
                    .C7,
                    file: 0,
                    line: line,
                    column: Int32(columns.answer),
                    header: FeedbackMarks.answer,
                    value: text,
                    arguments: [FeedbackMarks.answer, String(length)]
                )
            )
            return
        }
        answers.append(
            Feedback.Answer(line: line, finding: enteredText(words(columns.finding), limit: 80), text: text)
        )
    }
}

extension SheetContents {
    /// A cell as text: words, or a whole number that somebody typed.
    fileprivate func words(_ cell: Int) -> String {
        switch value(cell) {
        case .text(let position), .dateText(let position):
            let (texts, range) = text(position)
            return String(decoding: texts.bytes[range], as: UTF8.self)
        case .number(let number): return "\(number)".hasSuffix(".0") ? String("\(number)".dropLast(2)) : "\(number)"
        case .boolean(let value): return value ? "Có" : "Không"
        case .date(let serial): return SerialDate(serial, from1904: datesFrom1904).map { CalendarDate(days: $0.days).vietnamese } ?? ""
        case .percentage, .error, .uncalculated: return ""
        }
    }
}
