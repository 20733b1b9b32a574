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

/// The reading of a feedback workbook: its answers.
struct FeedbackReading {
    private(set) var reading: FileReading

    /// Nil where it is no feedback workbook.
    init?(_ workbook: WorkbookReader, file: InboxFile, roster: Roster?, limits: IntakeLimits) {
        guard workbook.customProperties[FeedbackMarks.kind.name] == FeedbackMarks.kind.value else { return nil }
        reading = FileReading(file: file)
        reading.encoding = WorkbookReading.encoding
        var sheets = FeedbackSheets(limits: limits)
        for sheet in workbook.sheets {
            do { sheets.read(SheetRows(try workbook.contents(of: sheet))) } catch {
                reading.refuse(.F2, arguments: [error.vietnamese])
                return
            }
        }
        guard sheets.hasHeader else {
            let columns = "\(FeedbackMarks.answer), \(FeedbackMarks.finding)"
            reading.refuse(.F3, arguments: ["Sổ phản hồi", columns, ""])
            return
        }
        let unit = workbook.customProperties[FeedbackMarks.unit] ?? ""
        reading.feedback = Feedback(unit: roster?.unit(code: unit) == nil ? "" : unit, answers: sheets.answers)
        reading.findings = sheets.findings
    }
}

/// Gathers the answers of a workbook's sheets.
private struct FeedbackSheets {
    let limits: IntakeLimits
    private(set) var answers: [Feedback.Answer] = []
    /// Answers that are too long to be taken (C7).
    private(set) var findings: [Finding] = []
    private(set) var hasHeader = false

    private struct Columns {
        let answer: Int
        let finding: Int
    }

    /// Titles and counts stand above the header, but not more.
    private static let linesTried = 50
    private static let answerWord = fold(FeedbackMarks.answer)
    private static let findingWord = fold(FeedbackMarks.finding)

    init(limits: IntakeLimits) {
        self.limits = limits
    }

    mutating func read(_ sheet: SheetRows) {
        var columns: Columns?
        var record = Record()
        for row in 0..<sheet.count {
            do { try sheet.read(row, into: &record) } catch {
                // A cell of a megabyte: nobody's answer, and told as one that is too long.
                complain(line: record.line, column: nil, value: "", length: "1.000.000")
                continue
            }
            if let columns {
                take(record, columns)
            } else if record.line <= Self.linesTried {
                columns = header(record)
            } else {
                return
            }
        }
    }

    private mutating func header(_ record: Record) -> Columns? {
        var answer: Int?
        var finding: Int?
        for column in 0..<record.count {
            switch fold(shownText(record, column)) {
            case Self.answerWord: answer = column
            case Self.findingWord: finding = column
            default: break
            }
        }
        guard let answer, let finding else { return nil }
        hasHeader = true
        return Columns(answer: answer, finding: finding)
    }

    private mutating func take(_ record: Record, _ columns: Columns) {
        // The line that names a file is one merged range over all columns.
        guard columns.answer < record.count, !record.has(.continued, columns.answer) else { return }
        let text = enteredText(record.bytes[record.range(columns.answer)])
        guard !text.isEmpty else { return }
        let length = text.unicodeScalars.count
        guard length <= limits.textLength else {
            return complain(line: record.line, column: columns.answer, value: text, length: String(length))
        }
        let finding = columns.finding < record.count ? shownText(record, columns.finding) : ""
        answers.append(Feedback.Answer(line: Int32(clamping: record.line), finding: finding, text: text))
    }

    private mutating func complain(line: Int, column: Int?, value: String, length: String) {
        findings.append(
            Finding(
                .C7,
                file: 0,
                line: Int32(clamping: line),
                column: column.map { Int32($0) },
                header: FeedbackMarks.answer,
                value: value,
                arguments: [FeedbackMarks.answer, length]
            )
        )
    }
}
