import Foundation
import Intake
import Plan
import Records
import SystemPackage
import Testing

/// An office that receives files night by night, with a ledger of receipts or without one: the fixture of the merging tests.
///
/// The inbox keeps everything that ever came. Files are written as the tests read: rows of blank-separated cells.
struct Office {
    enum Ledger {
        /// Every run takes everything as received on its own day.
        case none
        /// Each night's run records what it saw first.
        case kept
    }

    let plan: Plan
    let roster: Roster
    let ledger: Ledger
    private(set) var files: [(path: String, text: String)] = []
    /// Files that are no text.
    var workbooks: [(path: String, bytes: [UInt8])] = []
    /// The rows of the office's decisions, without their header.
    var decisions: [String] = []
    private(set) var known: [SubmissionKey: Receipt] = [:]
    private var lastRun: CalendarDate?

    static let school = "31000001"

    init(_ ledger: Ledger = .kept) throws {
        self.ledger = ledger
        plan = try realPlan()
        roster = try smallRoster(plan)
    }

    /// One night: files come, the run reads the whole inbox.
    mutating func night(_ date: String, _ newFiles: (path: String, text: String)...) throws -> Outcome {
        try night(date, newFiles)
    }

    mutating func night(_ date: String, _ newFiles: [(path: String, text: String)]) throws -> Outcome {
        files += newFiles
        let asOf = try #require(day(date))
        let isExact = lastRun.map { (1...3).contains(asOf.days - $0.days) } ?? false
        let context = ReadingContext(plan: plan, roster: roster, otherPeriods: [], asOf: asOf)
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tonghop-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        for file in files {
            let url = folder.appendingPathComponent(file.path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(file.text.utf8).write(to: url)
        }
        for workbook in workbooks { try Data(workbook.bytes).write(to: folder.appendingPathComponent(workbook.path)) }
        let inbox = try readInbox(FilePath(folder.path), context: context)
        var result = try mergeReadings(
            inbox.readings,
            skipped: inbox.skipped,
            decisions: decisions.isEmpty ? nil : try decisionList(decisions),
            context: context,
            receipts: Receipts(known: known, unknown: Receipt(date: asOf, isExact: isExact))
        )
        result.answer(plan: plan)
        if ledger == .kept {
            for submission in result.submissions where known[submission.key] == nil {
                known[submission.key] = submission.receipt
            }
            lastRun = asOf
        }
        return Outcome(result: result, plan: plan, roster: roster)
    }
}

/// The office's decisions of these rows, under the whole header; line 2 is the first.
func decisionList(_ rows: [String]) throws -> DecisionList {
    let header =
        "Loại quyết định;Tệp;SHA-256;Mã đơn vị;Biểu;Khóa;Cột;Giá trị cũ;Giá trị mới;Người quyết định;Ngày quyết định;Lý do"
    return try readDecisions(Array(([header] + rows).joined(separator: "\n").utf8), name: "quyet-dinh.csv")
}

/// A decision that sets a file aside.
func settingAside(_ path: String, sha256: String = "") -> String {
    "Bỏ tệp;\(path);\(sha256);;;;;;;Bà Lan;15/3/2026;gửi nhầm"
}

/// A decision that corrects a cell of the school.
func correcting(
    _ dataSet: String,
    _ key: String,
    _ field: String,
    _ old: String,
    _ new: String,
    unit: String = Office.school
) -> String {
    "Sửa ô;;;\(unit);\(dataSet);\(key);\(field);\(old);\(new);Ông Minh;16/3/2026;gọi điện cho trường"
}

/// What came out of a night, in words that a test can name.
struct Outcome {
    let result: IntakeResult
    let plan: Plan
    let roster: Roster

    /// The rows of a data set that count: the named fields' canonical texts, joined by blanks, sorted.
    func rows(_ dataSet: String, _ fields: String...) -> [String] {
        guard let position = plan.dataSet(named: dataSet) else { return [] }
        let table = result.records.tables[position]
        let columns = fields.compactMap { plan.dataSets[position].index(of: $0) }
        return (0..<table.count).map { row in
            columns.map { table.text(row: row, field: $0, plan: plan, roster: roster) }.joined(separator: " ")
        }.sorted()
    }

    /// The sessions that count, as `2026-01-05 TP SHDC 300`.
    var sessions: [String] { rows("tuyen-truyen", "ngay", "chu_de", "hinh_thuc", "so_hs") }
    var incidents: [String] { rows("vu-viec", "ma_vu_viec", "ngay_tiep_nhan", "loai") }
    var violations: [String] { rows("vi-pham", "ky_bao_cao", "loai", "so_vu", "so_vu_nam_truoc") }

    /// Codes of the findings about merging, sorted.
    var queries: [String] {
        result.findings.map(\.code.rawValue).filter { $0.hasPrefix("K") && $0 != "K1" }.sorted()
    }

    func findings(_ code: FindingCode) -> [Finding] {
        result.findings.filter { $0.code == code }
    }
}

/// `5/1` and `5/1/2026` are days of 2026.
func day(_ text: String) -> CalendarDate? {
    let parts = text.split(separator: "/").compactMap { Int($0) }
    guard parts.count >= 2 else { return nil }
    return CalendarDate(year: parts.count == 3 ? parts[2] : 2026, month: parts[1], day: parts[0])
}

/// Sessions written as `date topic form pupils`.
func sessions(_ path: String, _ rows: String..., unit: String = Office.school) -> (path: String, text: String) {
    sessions(path, rows, unit: unit)
}

func sessions(_ path: String, _ rows: [String], unit: String = Office.school) -> (path: String, text: String) {
    file(path, "ma_don_vi,ngay,chu_de,hinh_thuc,chuyen_de,dip,so_hs,so_cbgvnv,so_phu_huynh,minh_chung", rows) { cells in
        "\(unit),\(dateOf2026(cells[0])),\(cells[1]),\(cells[2]),Có,,\(cells[3]),,,"
    }
}

/// Incidents written as `number received category [occurred]`; `-` is an empty cell.
func incidents(_ path: String, _ rows: String..., unit: String = Office.school) -> (path: String, text: String) {
    file(
        path,
        "ma_don_vi,ma_vu_viec,ngay_xay_ra,ngay_tiep_nhan,loai,trang_thai,ngay_xu_ly,kip_thoi,phoi_hop_cong_an,keo_dai,so_hs_lien_quan",
        rows
    ) { cells in
        let occurred = cells.count > 3 ? cells[3] : cells[1]
        let category = cells[2] == "-" ? "" : cells[2]
        return
            "\(unit),\(cells[0]),\(occurred == "-" ? "" : dateOf2026(occurred)),\(dateOf2026(cells[1])),\(category),DAXL,\(dateOf2026(cells[1])),Có,Không,Không,1"
    }
}

/// Violations written as `period category this/last`.
func violations(_ path: String, _ rows: String..., unit: String = Office.school) -> (path: String, text: String) {
    file(path, "ma_don_vi,ky_bao_cao,nam,loai,so_vu,so_hs,so_vu_nam_truoc,so_hs_nam_truoc", rows) { cells in
        let counts = cells[2].split(separator: "/")
        return "\(unit),\(cells[0]),2026,\(cells[1]),\(counts[0]),0,\(counts[1]),0"
    }
}

/// Reports written as `period sent word`; the word is the answer to whether the plan was made known, `-` an empty cell.
func reports(_ path: String, _ rows: String..., unit: String = Office.school) -> (path: String, text: String) {
    file(path, "ma_don_vi,ky_bao_cao,nam,ngay_bao_cao,quan_triet", rows) { cells in
        "\(unit),\(cells[0]),2026,\(cells[1] == "-" ? "" : dateOf2026(cells[1])),\(cells[2] == "-" ? "" : cells[2])"
    }
}

private func file(_ path: String, _ header: String, _ rows: [String], _ line: ([String]) -> String) -> (
    path: String, text: String
) {
    (path, ([header] + rows.map { line($0.split(separator: " ").map(String.init)) }).joined(separator: "\n") + "\n")
}

private func dateOf2026(_ text: String) -> String {
    text.split(separator: "/").count == 2 ? text + "/2026" : text
}

/// `templates/plan-2026.xml` of this checkout.
func realPlan() throws -> Plan {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    let bytes = try Data(contentsOf: root.appendingPathComponent("templates/plan-2026.xml"))
    return try Plan.load(Array(bytes), file: "plan-2026.xml", schema: nil)
}

/// Three schools of one commune; the third closed on 1/5/2026.
func smallRoster(_ plan: Plan) throws -> Roster {
    let text = """
        ma_don_vi,ten_don_vi,loai_hinh,cap_hoc,ma_xa,ten_xa,cong_lap,so_hoc_sinh,so_cbgvnv,ngay_hoat_dong,ngay_ngung,an_toan_nam_truoc,xep_loai_nam_truoc
        31000001,Trường THCS Hải Vân Đông,THCS,,11359,Xã Hải Vân,Có,500,40,,,Có,Khá
        31000002,Trường Tiểu học Sông Lam Hạ,TH,,11359,Xã Hải Vân,Có,400,30,,,,
        31000003,Trường THPT Đồi Thông,THPT,,11359,Xã Hải Vân,Có,800,60,,01/05/2026,Có,Khá

        """
    return try readRoster(Array(text.utf8), path: "don-vi.csv", plan: plan).roster
}
