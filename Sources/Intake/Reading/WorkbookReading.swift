// A workbook of the inbox: each of its sheets that holds a table is read as a file of its own.

import Plan
import Records
import Spreadsheet

/// Reads the sheets of a workbook, each as a file of its own; at least one reading.
func readWorkbook(_ bytes: [UInt8], file: InboxFile, context: ReadingContext) -> [FileReading] {
    WorkbookReading(tables: TableReading(context), file: file).read(bytes)
}

/// Reads the tables in a workbook's sheets.
struct WorkbookReading {
    let tables: TableReading
    let file: InboxFile

    /// As the manifest names it.
    static let encoding = "xlsx"
    /// A sheet that names so many fields is a form with a fault, and no table of something else.
    private static let fieldsOfForm = 3

    private var plan: Plan { tables.plan }

    func read(_ bytes: [UInt8]) -> [FileReading] {
        let workbook: WorkbookReader
        do { workbook = try WorkbookReader(bytes: bytes) } catch {
            return [refused(FileReading(file: file), error)]
        }
        if let feedback = FeedbackReading(workbook, file: file, roster: tables.roster, limits: tables.limits) {
            return [feedback.reading]
        }
        var ownSheets = Self.ownSheets(of: workbook)
        // By position: a hostile workbook may have two sheets of one name.
        var hidden: [Int: String] = [:]
        for (position, sheet) in workbook.sheets.enumerated() where sheet.state != .visible {
            guard let contents = try? workbook.contents(of: sheet) else { continue }
            hidden[position] = contents.fingerprint(leavingOut: FormMarks.cell)
            ownSheets.formUnion(Self.fingerprints(in: contents.text(behind: FormMarks.cell)))
        }
        var readings: [FileReading] = []
        var others: [OtherSheet] = []
        var hasTable = false
        for (position, sheet) in workbook.sheets.enumerated() {
            var reading = FileReading(file: file.sheet(sheet.name))
            if sheet.state != .visible {
                if hidden[position].map(ownSheets.contains) == true { continue }
                reading.holdsNoData = true
                reading.refuse(.L5, arguments: ["trang tính ẩn"])
                readings.append(reading)
                continue
            }
            let contents: SheetContents
            do { contents = try workbook.contents(of: sheet) } catch {
                readings.append(refused(reading, error))
                continue
            }
            let table = SheetTable(sheet.name, contents, vocabulary: tables.vocabulary)
            if table.isEmpty { continue }
            if case .none(let nearest?)? = table.outcome {
                if ownSheets.contains(contents.fingerprint(leavingOut: FormMarks.cell)) { continue }
                others.append(OtherSheet(table, nearest, place: readings.count, plan))
            } else {
                read(table, into: &reading)
                hasTable = true
            }
            readings.append(reading)
        }
        tell(others, hasTable: hasTable, in: &readings)
        if readings.allSatisfy({ $0.has(.L5) && $0.dataSet == nil }) {
            var empty = FileReading(file: file)
            empty.refuse(.F1)
            readings.insert(empty, at: 0)
        }
        return readings
    }

    /// The fingerprints of an entry form's guide and lists. While they are what they were, they hold nothing of the sender's.
    private static func ownSheets(of workbook: WorkbookReader) -> Set<String> {
        guard workbook.customProperties[FormMarks.kind.name] == FormMarks.kind.value else { return [] }
        return fingerprints(in: workbook.customProperties[FormMarks.sheets])
    }

    private static func fingerprints(in text: String?) -> Set<String> {
        Set((text ?? "").split(separator: " ").map(String.init))
    }

    /// Reads a sheet that is a table, or might be several.
    private func read(_ sheet: SheetTable, into reading: inout FileReading) {
        reading.encoding = Self.encoding
        reading.decision = sheet.decision
        switch sheet.reading {
        case .refused(let cause, let line): reading.refuse(.F2, line: line, arguments: [cause])
        case .read(let candidate, _):
            tables.read(candidate, into: &reading)
            if reading.table != nil, let words = sheet.merged.words { reading.refuse(.L5, arguments: [words]) }
        }
    }

    /// Sheets without a table beside one that has one are guides, lists, letters, unless they look like a form with a fault in its
    /// header. Where no sheet is a table, the nearest one is what the sender meant.
    private func tell(_ others: [OtherSheet], hasTable: Bool, in readings: inout [FileReading]) {
        let most = others.map(\.fieldsNamed).max() ?? 0
        let meant = hasTable ? nil : others.first { $0.fieldsNamed == most }?.place
        for sheet in others {
            readings[sheet.place].encoding = Self.encoding
            readings[sheet.place].decision = sheet.decision
            if sheet.hasLostLetters, sheet.place == meant || sheet.fieldsNamed > 0 {
                readings[sheet.place].refuse(.F2, line: sheet.line, arguments: [TextDecider.lost])
            } else if sheet.place == meant || sheet.fieldsNamed >= Self.fieldsOfForm {
                readings[sheet.place].refuse(.F3, line: sheet.line, arguments: sheet.nearestDataSet)
            } else {
                readings[sheet.place].holdsNoData = true
                readings[sheet.place].refuse(.F9, arguments: ["trang tính không có bảng số liệu"])
            }
        }
    }

    private func refused(_ reading: FileReading, _ error: WorkbookReadingError) -> FileReading {
        var reading = reading
        if case .tooLarge = error {
            reading.refuse(.F7, arguments: ["", error.vietnamese])
        } else {
            reading.refuse(.F2, arguments: [error.vietnamese])
        }
        return reading
    }
}

/// A sheet that holds something and no table: what is said of it once all sheets are known. Its cells are let go.
private struct OtherSheet {
    /// Position of its reading.
    let place: Int
    let fieldsNamed: Int
    /// Of the row that comes nearest to a header, and what F3 says of it.
    let line: Int
    let nearestDataSet: [String]
    let hasLostLetters: Bool
    let decision: TextDecision

    init(_ sheet: SheetTable, _ nearest: HeaderLine, place: Int, _ plan: Plan) {
        self.place = place
        fieldsNamed = sheet.fieldsNamed(plan)
        line = nearest.line
        nearestDataSet = nearest.nearestDataSet(plan)
        hasLostLetters = nearest.hasLostLetters
        decision = sheet.decision
    }
}

extension FileReading {
    /// Whether there is a finding of that code.
    fileprivate func has(_ code: FindingCode) -> Bool { findings.contains { $0.code == code } }
}

extension InboxFile {
    /// A sheet of this workbook: a file of its own in all that is shown, the same bytes.
    func sheet(_ name: String) -> InboxFile {
        InboxFile(path: "\(path)!\(shownPath(Array(name.utf8)))", pathBytes: pathBytes, bytes: bytes, sha256: sha256)
    }
}

extension SheetContents.Merged {
    /// As L5 names them; nil where there are none.
    var words: String? {
        guard let first else { return nil }
        var words = "\(count) vùng gộp ô, đầu tiên là \(first.a1)"
        if hiddenValues > 0 { words += "; bỏ qua \(hiddenValues) giá trị bị che dưới vùng gộp" }
        return words
    }
}

extension WorkbookReadingError {
    /// As F2 and F7 name it.
    var vietnamese: String {
        switch self {
        case .archive: "tệp .xlsx bị hỏng (bị cắt cụt, có mật khẩu hoặc không phải tệp nén đúng dạng)"
        case .part(let part, _): "tệp .xlsx bị hỏng (phần \(shownPath(Array(part.utf8))))"
        case .notAWorkbook: "tệp .xlsx bị hỏng (không có trang tính nào)"
        case .cells(let part, let row, _): "tệp .xlsx bị hỏng (phần \(shownPath(Array(part.utf8))), dòng \(row))"
        case .tooLarge: "nội dung bên trong tệp .xlsx lớn bất thường"
        }
    }
}
