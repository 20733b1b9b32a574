// The office's decisions (spec 2, "Severity, quarantine, outcome"). What anybody can see to be wrong in the file itself stops
// the run, as an error in the roster does: a decision that is passed over is a wrong figure. What depends on the inbox, the
// roster or the plan is judged later (O2).

import Crypto
import Plan
import Records
import Spreadsheet
import Tabular

/// Reads the office's file of decisions.
///
/// - Parameter name: how findings and the manifest name it.
/// - Throws: `IntakeError.decisions` with everything that is wrong in it.
package func readDecisions(
    _ bytes: [UInt8],
    name: String,
    limits: IntakeLimits = IntakeLimits()
) throws(IntakeError) -> DecisionList {
    let file = InboxFile(
        path: name,
        pathBytes: Array(name.utf8),
        bytes: bytes.count,
        sha256: hexadecimal(SHA256.hash(data: bytes))
    )
    func refuse(_ reason: String, line: Int = 0) -> IntakeError {
        .decisions(path: name, [DecisionFault(line: line, reason: reason)])
    }
    let found: DecisionTable?
    switch FileContent(of: bytes, name: file.pathBytes) {
    case .text, .empty:
        do { found = DecisionTable(text: try decodeText(bytes)) } catch {
            throw refuse("chữ không phải UTF-8; hãy lưu lại bằng “CSV UTF-8” hoặc .xlsx")
        }
    case .workbook:
        do { found = try DecisionTable(workbook: WorkbookReader(bytes: bytes)) } catch {
            throw refuse(error.vietnamese)
        }
    case .unreadTable(let title), .noTable(let title):
        throw refuse("đây là \(title), chương trình không đọc; hãy lưu bằng “CSV UTF-8” hoặc .xlsx")
    }
    guard let table = found else {
        let titles = DecisionColumn.allCases.map(\.title).joined(separator: "; ")
        throw refuse("không có dòng tiêu đề; các cột là: \(titles)")
    }
    guard table.header.faults.isEmpty else { throw .decisions(path: name, table.header.faults) }
    var reader = DecisionReader(table.header, limits: limits)
    reader.read(table.rows)
    guard reader.faults.isEmpty else { throw .decisions(path: name, reader.faults) }
    return DecisionList(
        file: file,
        encoding: table.encoding,
        delimiter: table.delimiter,
        decisions: reader.decisions
    )
}

/// Makes decisions of rows, and notes every row that does not say what it must.
struct DecisionReader {
    private let header: DecisionHeader
    private let limits: IntakeLimits
    private(set) var decisions: [Decision] = []
    private(set) var faults: [DecisionFault] = []

    init(_ header: DecisionHeader, limits: IntakeLimits) {
        self.header = header
        self.limits = limits
    }

    mutating func read(_ rows: TableRows) {
        var rows = rows
        var record = Record()
        do {
            while try rows.next(into: &record) {
                if !record.isBlank { take(record) }
            }
        } catch {
            switch error {
            case .unbalancedQuote(let line):
                faults.append(DecisionFault(line: line, reason: "dấu ngoặc kép mở ở đây không có dấu đóng"))
            case .tooManyCells(let line), .cellTooLong(let line):
                faults.append(DecisionFault(line: line, reason: "dòng quá dài, không đọc được"))
            }
        }
    }

    private mutating func take(_ record: Record) {
        var wrong: [String] = []
        func demand(_ column: DecisionColumn) -> String {
            let text = header.text(column, record)
            if text.isEmpty { wrong.append("ô “\(column.title)” trống, phải điền") }
            return text
        }
        if (header.width..<max(record.count, header.width)).contains(where: { !shownText(record, $0).isEmpty }) {
            wrong.append("dòng có nhiều ô hơn tiêu đề; hãy xem lại dấu phân cách hoặc dấu ngoặc kép")
        }
        let matter: Decision.Matter?
        let kind = demand(.kind)
        switch fold(kind) {
        case "bo_tep":
            let file = Decision.SettingAside(
                path: header.text(.path, record),
                sha256: header.text(.sha256, record).lowercased()
            )
            wrong += file.faults
            matter = .setAside(file)
        case "sua_o":
            matter = .correct(
                Decision.Correction(
                    unit: demand(.unit),
                    dataSet: demand(.dataSet),
                    key: demand(.key),
                    field: demand(.field),
                    oldValue: header.text(.oldValue, record),
                    newValue: demand(.newValue)
                )
            )
        default:
            if !kind.isEmpty { wrong.append("“\(kind)” không phải loại quyết định; hãy ghi “Bỏ tệp” hoặc “Sửa ô”") }
            matter = nil
        }
        let decidedBy = demand(.decidedBy)
        let written = demand(.decidedOn)
        let decidedOn = date(written)
        if decidedOn == nil, !written.isEmpty {
            wrong.append("“\(written)” không phải là ngày; hãy ghi ngày/tháng/năm, ví dụ 14/3/2026")
        }
        let reason = demand(.reason)
        for column in DecisionColumn.allCases
        where header.text(column, record).unicodeScalars.count > limits.textLength {
            wrong.append("ô “\(column.title)” dài hơn \(limits.textLength) ký tự, hãy rút gọn")
        }
        faults += wrong.map { DecisionFault(line: record.line, reason: $0) }
        guard wrong.isEmpty, let matter, let decidedOn else { return }
        decisions.append(
            Decision(
                line: Int32(clamping: record.line),
                matter: matter,
                decidedBy: decidedBy,
                decidedOn: decidedOn,
                reason: reason
            )
        )
    }

    private func date(_ text: String) -> CalendarDate? {
        guard !text.isEmpty else { return nil }
        switch DateCell(Array(text.utf8).span).reading {
        case .day(let date), .converted(let date): return date
        case .unreadable: return nil
        }
    }
}

extension Decision.SettingAside {
    fileprivate var faults: [String] {
        if path.isEmpty, sha256.isEmpty { return ["phải ghi ô “Tệp” hoặc ô “SHA-256” của tệp cần bỏ"] }
        let isHash = sha256.utf8.count == 64 && sha256.utf8.allSatisfy { $0.isDigit || (0x61...0x66).contains($0) }
        return sha256.isEmpty || isHash ? [] : ["SHA-256 phải đủ 64 chữ số, chép từ trang “Nguồn số liệu”"]
    }
}
