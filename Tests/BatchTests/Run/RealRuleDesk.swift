import Figures
import Foundation
import Plan
import Records
import SystemPackage
import Testing

@testable import Batch
@testable import Intake

/// The real plan, three schools, and last year's closed figures of the first: five cases of violence in the first quarter.
struct RealRuleDesk: Sendable {
    let plan: Plan
    private let context: ReadingContext
    private var closed = ClosedFacts()

    init() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let bytes = try Data(contentsOf: root.appendingPathComponent("templates/plan-2026.xml"))
        plan = try Plan.load(Array(bytes), file: "plan-2026.xml", schema: nil)
        let roster = """
            ma_don_vi,ten_don_vi,loai_hinh,cap_hoc,ma_xa,ten_xa,cong_lap,so_hoc_sinh,so_cbgvnv,an_toan_nam_truoc,xep_loai_nam_truoc
            31000001,Trường THCS Hải Vân Đông,THCS,,11359,Xã Hải Vân,Có,500,40,Có,Khá
            31000002,Trường Tiểu học Sông Lam Hạ,TH,,11359,Xã Hải Vân,Có,400,30,,
            31000003,Trường THPT Đồi Thông,THPT,,11359,Xã Hải Vân,Có,800,60,Có,Yếu

            """
        context = ReadingContext(
            plan: plan,
            roster: try readRoster(Array(roster.utf8), path: "don-vi.csv", plan: plan).roster,
            otherPeriods: [],
            asOf: try #require(CalendarDate(iso: "2026-12-31"))
        )
        for (column, value) in [
            "so_dong_vi_pham": 1.0, "so_dong_vi_pham.BLHD": 1, "so_dong_co_so_vu.BLHD": 1, "so_vu_vi_pham.BLHD": 5,
        ] {
            closed.set(value, period: "2025-Q1", unit: "31000001", column: column)
        }
    }

    /// What a faultless row of the first quarter says; all other cells are empty.
    private static let faultless = [
        "bao-cao": ["ma_don_vi": "31000001", "ky_bao_cao": "Q1", "nam": "2026", "ngay_bao_cao": "14/3/2026"],
        "tuyen-truyen": [
            "ma_don_vi": "31000001", "ngay": "5/1/2026", "chu_de": "TP", "hinh_thuc": "SHDC", "chuyen_de": "Có",
        ],
        "vu-viec": [
            "ma_don_vi": "31000001", "ma_vu_viec": "VV1", "ngay_xay_ra": "9/1/2026", "ngay_tiep_nhan": "10/1/2026",
            "loai": "BLHD", "trang_thai": "Đã xử lý", "ngay_xu_ly": "11/1/2026", "kip_thoi": "Có", "keo_dai": "Không",
        ],
        "vi-pham": [
            "ma_don_vi": "31000001", "ky_bao_cao": "Q1", "nam": "2026", "loai": "BLHD", "so_vu": "1",
            "so_vu_nam_truoc": "5",
        ],
    ]

    /// The codes of the rules that files break: each a faultless row of a data set but for what is said of it, blanks written `_`.
    func codes(_ files: String) throws -> Set<String> {
        var readings: [FileReading] = []
        for (position, file) in files.split(separator: ";").enumerated() {
            var words = file.split(separator: " ").map(String.init)
            let name = words.removeFirst()
            var cells = try #require(Self.faultless[name])
            for word in words {
                let sides = word.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
                cells[sides[0]] = sides[1].replacingOccurrences(of: "_", with: " ")
            }
            let dataSet = try #require(plan.dataSet(named: name))
            let fields = plan.dataSets[dataSet].fields.map(\.name)
            #expect(Set(cells.keys).isSubset(of: fields))
            let text =
                fields.joined(separator: ",") + "\n" + fields.map { cells[$0] ?? "" }.joined(separator: ",") + "\n"
            let path = "\(position).csv"
            readings.append(
                TextReading(tables: TableReading(context)).read(
                    Array(text.utf8),
                    file: InboxFile(path: path, pathBytes: Array(path.utf8), bytes: text.utf8.count, sha256: path),
                    promisesTable: true
                )
            )
        }
        // Every report came on the day that it says.
        let receipt = Receipt(date: context.asOf, isExact: false)
        var result = try mergeReadings(
            readings,
            skipped: [],
            context: context,
            receipts: Receipts(known: [:], unknown: receipt)
        )
        let prepared = PreparedRecords(plan: plan, roster: context.roster, records: result.records, closed: closed)
        result.add(prepared.ruleFindings(records: result.records, asOf: context.asOf), plan: plan)
        return Set(result.findings.filter { $0.code == .V }.map(\.codeName))
    }
}
