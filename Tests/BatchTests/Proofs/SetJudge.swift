import Foundation
import Plan

/// Holds what a reader found in a workbook against the machine-readable files of the same period, cell by cell: every sheet that the
/// workbook has, of whatever kind it is. Tables are found by their headings.
struct SetJudge {
    let set: SetFigures
    let found: ReadCells
    private var sheet = ""
    var compared = 0
    private(set) var differences: [Difference] = []
    /// Sheets that were looked at.
    private(set) var judged: [String] = []

    /// - Parameter sheet: the only one that is judged; nil: all.
    init(_ found: ReadCells, against set: SetFigures, only sheet: String? = nil) {
        var found = found
        if let sheet { found.sheets = found.sheets.filter { $0.key == sheet } }
        self.found = found
        self.set = set
        judge("1 Tổng hợp") { $0.judgeSummary() }
        judge("2 Biểu đồ") { $0.judgeChartCells() }
        judge("3 Theo loại hình") { $0.judgeGroups("kind", code: "Mã", ranked: false) }
        judge("4 Theo xã phường") { $0.judgeGroups("commune", code: "Mã xã", ranked: true) }
        judge("5 Theo cơ sở") { $0.judgeUnits() }
        judge("6 Tuyên truyền") { $0.judgeSessions() }
        judge("7 Vụ việc") { $0.judgeIncidents() }
        judge("8 Vi phạm so cùng kỳ") { $0.judgeViolations() }
        judge("9 An toàn - Điển hình") { $0.judgeSafety() }
        judge("10 Nhiệm vụ") { $0.judgeTasks() }
        judge("11 Chưa báo cáo - báo cáo chậm") { $0.judgeSilence() }
        judge("12 Thi đua") { $0.judgeCommendation() }
        judge("13 Đơn vị chưa đạt") { $0.judgeMisses() }
        judge("14 Khó khăn, kiến nghị") { $0.judgeDifficulties() }
        judge("15 Lời báo cáo") { $0.judgeProse() }
        judge("16 Ghi chú") { $0.judgeNotes() }
        judge("17 Thay đổi so với lần trước") { $0.judgeCorrections() }
        judge("Lỗi dữ liệu") { $0.judgeFindings() }
        judge("Chất lượng theo xã") { $0.judgeQuality() }
        judge("Nguồn số liệu") { $0.judgeSources() }
        judge("Quyết định") { $0.judgeDecisions() }
        judge("Cần sửa") { $0.judgeOwnFindings() }
        judge("Tệp đã gửi") { $0.judgeSentFiles() }
        judge("Chỉ tiêu") { $0.judgeOwnIndicators() }
        judge("Báo cáo") { $0.judgeSentReports() }
        judge("Tuyên truyền") { $0.judgeSentSessions() }
        judge("Vụ việc") { $0.judgeSentIncidents() }
        judge("Vi phạm") { $0.judgeSentViolations() }
    }

    mutating func judge(_ sheet: String, _ look: (inout SetJudge) -> Void) {
        guard found.sheets[sheet] != nil else { return }
        self.sheet = sheet
        judged.append(sheet)
        look(&self)
    }

    // MARK: - Cells and tables

    func cell(_ row: Int, _ column: Int) -> CellContent {
        found.sheets[sheet]?[Place(row: row, column: column)] ?? .blank
    }

    mutating func expect(_ row: Int, _ column: Int, _ expected: CellContent) {
        compared += 1
        let content = cell(row, column)
        guard !content.isSame(as: expected) else { return }
        differences.append(
            Difference(
                workbook: found.workbook,
                sheet: sheet,
                place: Place(row: row, column: column),
                found: content,
                expected: expected
            )
        )
    }

    mutating func expect(_ row: Int, _ column: Int, _ expected: Double?) {
        expect(row, column, expected.map(CellContent.number) ?? .text("—"))
    }

    /// Empty texts are blank cells.
    mutating func expect(_ row: Int, _ column: Int, text: String) {
        expect(row, column, content(text))
    }

    /// A dash where there is nothing to divide by.
    mutating func expect(_ row: Int, _ column: Int, _ part: Double, of whole: Double) {
        expect(row, column, whole == 0 ? nil : part / whole)
    }

    mutating func complain(_ what: String) {
        differences.append(
            Difference(
                workbook: found.workbook,
                sheet: sheet,
                place: Place(row: 0, column: 0),
                found: .blank,
                expected: .text(what)
            )
        )
    }

    struct Table {
        /// Of the headings.
        let line: Int
        /// From left to right.
        let headings: [(column: Int, text: String)]
        /// Rows with anything in them, up to the first blank one.
        let rows: [Int]

        func column(_ heading: String) -> Int? { headings.first { $0.text == heading }?.column }
    }

    /// The tables of a sheet that have all these headings.
    mutating func tables(_ needed: [String]) -> [Table] {
        var lines: [Int: [(column: Int, text: String)]] = [:]
        for (place, content) in found.sheets[sheet] ?? [:] {
            if case .text(let text) = content { lines[place.row, default: []].append((place.column, text)) }
        }
        let used = Set((found.sheets[sheet] ?? [:]).keys.map(\.row))
        let tables = lines.filter { line in needed.allSatisfy { name in line.value.contains { $0.text == name } } }
            .sorted { $0.key < $1.key }.map { line, headings in
                var rows: [Int] = []
                while used.contains(line + 1 + rows.count) { rows.append(line + 1 + rows.count) }
                return Table(line: line, headings: headings.sorted { $0.column < $1.column }, rows: rows)
            }
        if tables.isEmpty { complain("a table with \(needed)") }
        return tables
    }

    func text(_ row: Int, _ column: Int?) -> String {
        guard let column, case .text(let text) = cell(row, column) else { return "" }
        return text
    }

    /// A cell of a file as a workbook shows it: blank where there is nothing.
    func content(_ text: String?) -> CellContent { text.map { $0.isEmpty ? .blank : .text($0) } ?? .blank }

    func content(number text: String?) -> CellContent { text.flatMap(Double.init).map(CellContent.number) ?? .blank }

    func content(day iso: String?) -> CellContent { SetFigures.serial(iso ?? "").map(CellContent.number) ?? .blank }

    func number(_ row: SetFigures.Row?, _ name: String) -> Double? { row.flatMap { Double($0[name] ?? "") } }
}
