import Foundation
import Plan
import SystemPackage
import Testing

@testable import Batch

/// A new plan year by editing XML alone (docs/plan-format.md, Next year's plan): 2026 is run and closed, 2027 is run and compares with it.
@Suite struct NextYearTests {
    @Test func theNextPlanIsXMLAlone() throws {
        let office = try TwoYears()
        try office.run("2026-12-28", ["2026-Q1", "2026-H1", "2026-Q3", "2026-Y"])
        for period in ["2026-Q1", "2026-H1", "2026-Q3", "2026-Y"] { try office.close(period) }
        try office.sendNextYear()
        try office.run("2027-05-10", ["2027-Q1", "2027-DX1"])

        // A threshold: two rounds were enough in 2026 and are not in 2027.
        #expect(try office.lines("2026-Q1/assessments.csv").contains("2026-Q1,31000001,CT4,met"))
        #expect(try office.lines("2027-Q1/assessments.csv").contains("2027-Q1,31000001,CT4,in_progress"))

        // A field, the fact that names it, and the rule that asks for it.
        let facts = try office.rows("2027-Q1/facts.csv")
        #expect(facts.map { $0["so_camera"] } == ["12", "", ""])
        #expect(try office.rows("2026-Q1/facts.csv").first?["so_camera"] == nil)
        let asked = try office.lines("findings.csv").filter { $0.contains(",V32,") }
        #expect(asked.count == 1 && asked[0].contains(",31000002,2027-Q1,"), "\(asked)")
        #expect(asked.first?.contains("Đơn vị có hệ thống camera nhưng không ghi số camera.") == true)

        // An extraordinary period, which compares with nothing.
        let extraordinary = try office.rows("2027-DX1/figures.csv").first {
            $0["group"] == "city" && $0["indicator"] == "CT1"
        }
        #expect(extraordinary?["denominator"] == "3" && extraordinary?["numerator"] == "1")

        // A column of a sheet.
        let summary = try office.cells("1 Tổng hợp", of: "2027-Q1")
        #expect(summary.values.contains(.text("Kết quả đánh giá")))
        #expect(!summary.values.contains(.text("Đánh giá")))
    }

    @Test func lastYearIsWhatWasClosed() throws {
        let office = try TwoYears()
        try office.run("2026-12-28", ["2026-Q1"])
        try office.close("2026-Q1")
        try office.sendNextYear()
        try office.run("2027-05-10", ["2027-Q1", "2027-DX1"])

        let inputs = try office.published("manifest.json")
        for name in ["assessments.csv", "facts.csv"] {
            #expect(inputs.contains(#""path": "da-chot/2026-Q1-lan-1/\#(name)""#))
        }
        // BLHD: closed 5 of the first, told 2 of the second, whose rows of 2026 none counted. MT of the first: 0, it had other rows.
        // ATGT of the first: closed, and no row now. The third is closed since.
        func figures(_ group: String, _ id: String) throws -> [String?] {
            let row = try office.rows("2027-Q1/figures.csv").first {
                $0["group"] == group && $0["group_id"] == id && $0["indicator"] == "CT9"
            }
            return [row?["denominator"], row?["numerator"], row?["result"]]
        }
        #expect(try figures("city", "all") == ["7", "6", "met"])
        #expect(try figures("category", "BLHD") == ["7", "5", "met"])
        #expect(try figures("category", "MT") == ["0", "1", "not_met"])
        #expect(try figures("category", "ATGT") == ["0", "0", "none"])
        let assessments = try office.lines("2027-Q1/assessments.csv")
        #expect(assessments.contains("2027-Q1,31000001,CT9,not_met"))
        #expect(assessments.contains("2027-Q1,31000002,CT9,met"))
        #expect(assessments.contains("2027-Q1,31000004,CT9,met"))
        let told = try office.lines("findings.csv").filter { $0.contains(",V21,") || $0.contains(",V22,") }
        #expect(told.allSatisfy { $0.contains(",31000001,2027-Q1,") }, "\(told)")
        #expect(told.count { $0.contains(",V21,") } == 2 && told.count { $0.contains(",V22,") } == 1, "\(told)")

        // Sheet 1: two of three units had met the first indicator; now all three do.
        let summary = try office.cells("1 Tổng hợp", of: "2027-Q1")
        let row = try #require(summary.first { $0.value == .text("1") }?.key.row)
        let columns = try ["Tỷ lệ", "Cùng kỳ năm trước", "Tăng/ giảm"].map { heading in
            try #require(summary.first { $0.value == .text(heading) }?.key.column, "\(heading)")
        }
        let shown = columns.map { summary[Place(row: row, column: $0)] ?? .blank }
        let wanted: [CellContent] = [.number(1), .number(2.0 / 3), .number(1 - 2.0 / 3)]
        #expect(zip(shown, wanted).allSatisfy { $0.isSame(as: $1) }, "\(shown)")

        let notes = try office.cells("16 Ghi chú", of: "2027-Q1").values
        #expect(notes.contains(.text("Đơn vị mới so với cùng kỳ năm trước: 1 đơn vị")))
        #expect(notes.contains(.text("Đơn vị năm trước có, năm nay không còn: 1 đơn vị")))
        #expect(notes.contains(.text("31000004")) && notes.contains(.text("31000003")))
        let ofNothing = try office.cells("16 Ghi chú", of: "2027-DX1").values
        #expect(
            ofNothing.contains {
                if case .text(let text) = $0 { text.contains("Chưa có số liệu đã chốt") } else { false }
            }
        )
    }
}

/// An office over two plan years: four schools, of which one closes after the first and one opens in the second.
private final class TwoYears {
    private let folder: URL
    private var templates: URL { folder.appending(path: "templates") }

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "tonghop-years-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: PlainTemplates.shipped, to: templates)
        let plan = try String(contentsOf: templates.appending(path: "plan-2026.xml"), encoding: .utf8)
        try write(try Self.nextYear(plan), to: "templates/plan-2027.xml")
        let layout = try String(contentsOf: templates.appending(path: "workbooks/tong-hop.xml"), encoding: .utf8)
        try write(
            try layout.editing(#"<column heading="Đánh giá" show="result" width="14-16""#) {
                $0.replacing("Đánh giá", with: "Kết quả đánh giá")
            },
            to: "templates/workbooks/tong-hop.xml"
        )
        try write(
            """
            ma_don_vi,ten_don_vi,loai_hinh,ma_xa,ten_xa,ngay_hoat_dong,ngay_ngung
            31000001,Trường Tiểu học Sông Lam,TH,11359,Xã Hải Vân,,
            31000002,Trường Tiểu học Đồi Chè,TH,11359,Xã Hải Vân,,
            31000003,Trường Tiểu học Bến Nghè,TH,11362,Xã Núi Đèo,,1/9/2026
            31000004,Trường Tiểu học Cầu Mới,TH,11362,Xã Núi Đèo,5/1/2027,

            """,
            to: "don-vi.csv"
        )
        try write(
            """
            ma_don_vi,ky_bao_cao,nam,ngay_bao_cao,quan_triet
            31000001,Q1,2026,15/3/2026,Có
            31000002,Q1,2026,15/3/2026,Có
            31000003,Q1,2026,15/3/2026,Không

            """,
            to: "inbox/2026/bao-cao.csv"
        )
        try write(
            """
            ma_don_vi,ky_bao_cao,nam,loai,so_vu,so_vu_nam_truoc
            31000001,Q1,2026,BLHD,5,6
            31000001,Q1,2026,ATGT,1,1
            31000003,Q1,2026,BLHD,2,2

            """,
            to: "inbox/2026/vi-pham.csv"
        )
        try write(Self.sessions(2026), to: "inbox/2026/tuyen-truyen.csv")
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// Of the first school, two rounds of awareness.
    private static func sessions(_ year: Int) -> String {
        """
        ma_don_vi,ngay,chu_de,hinh_thuc,chuyen_de,so_hs
        31000001,5/1/\(year),TP,SHDC,Có,40
        31000001,6/2/\(year),MT,SHL,Có,40

        """
    }

    func sendNextYear() throws {
        try write(
            """
            ma_don_vi,ky_bao_cao,nam,ngay_bao_cao,quan_triet,he_thong_camera,so_camera
            31000001,Q1,2027,15/3/2027,Có,Có,12
            31000002,Q1,2027,15/3/2027,Có,Có,
            31000004,Q1,2027,15/3/2027,Có,Không,
            31000001,DX1,2027,22/4/2027,Có,Có,12

            """,
            to: "inbox/2027/bao-cao.csv"
        )
        try write(
            """
            ma_don_vi,ky_bao_cao,nam,loai,so_vu,so_vu_nam_truoc
            31000001,Q1,2027,BLHD,4,9
            31000001,Q1,2027,MT,1,3
            31000002,Q1,2027,BLHD,1,2
            31000004,Q1,2027,BLHD,0,0

            """,
            to: "inbox/2027/vi-pham.csv"
        )
        try write(Self.sessions(2027), to: "inbox/2027/tuyen-truyen.csv")
    }

    /// What an office does to last year's plan.
    private static func nextYear(_ plan: String) throws -> String {
        try plan.replacing("2026", with: "2027").replacing("2025", with: "2026")
            .editing("<met>so_dot_chuyen_de >= 2</met>") { $0.replacing("2", with: "3") }
            .editing("      <field name=\"noi_quy_ra_vao\"") {
                "      <field name=\"so_camera\" title=\"Số camera\" type=\"integer\" min=\"0\" role=\"count\"/>\n" + $0
            }
            .editing("  </facts>") { "    <values dataSet=\"bao-cao\" fields=\"so_camera\"/>\n" + $0 }
            .editing("  </rules>") {
                """
                    <rule code="V32" severity="query" title="Có hệ thống camera nhưng không ghi số camera">
                      <record dataSet="bao-cao" field="so_camera">
                        <when>he_thong_camera</when>
                        <require missing="counts">so_camera >= 1</require>
                      </record>
                      <message>Đơn vị có hệ thống camera nhưng không ghi số camera.</message>
                      <mend>Hãy ghi số camera.</mend>
                    </rule>

                """ + $0
            }
            .editing("    <period id=\"2027-H1\"") {
                """
                    <period id="2027-DX1" code="DX1" name="Báo cáo đột xuất tháng 4" start="2027-04-01" end="2027-04-20" due="2027-04-25" comparesWith="2026-DX1"/>

                """ + $0
            }
            .editing("<praise>so_ky_phai_bao_cao = 4 ") { $0.replacing("4", with: "5") }
    }

    private func write(_ text: String, to path: String) throws {
        let file = folder.appending(path: path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(text.utf8).write(to: file)
    }

    private var places: TemplatePlaces {
        TemplatePlaces(option: FilePath(templates.path), environment: nil, executable: nil)
    }

    func run(_ asOf: String, _ periods: [String]) throws {
        let day = try #require(CalendarDate(iso: asOf))
        _ = try Batch.run(
            RunOptions(
                inbox: FilePath(folder.appending(path: "inbox").path),
                out: FilePath(folder.appending(path: "out").path),
                periods: periods,
                asOf: day,
                today: day,
                isDatedByClock: true,
                startedAt: "\(asOf)T01:00:00+07:00",
                templates: places,
                version: "0.0.0"
            ),
            progress: { _ in }
        )
    }

    func close(_ period: String) throws {
        _ = try Batch.close(
            CloseOptions(
                period: period,
                inbox: FilePath(folder.appending(path: "inbox").path),
                out: FilePath(folder.appending(path: "out").path),
                closedAt: "2026-12-29T09:00:00+07:00",
                closedBy: "lan",
                templates: places,
                version: "0.0.0"
            ),
            progress: { _ in }
        )
    }

    private func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appending(path: "out/hien-hanh/\(path)")))
    }

    func published(_ path: String) throws -> String { String(decoding: try bytes(path), as: UTF8.self) }

    func lines(_ path: String) throws -> [String] { try published(path).split(separator: "\n").map(String.init) }

    /// The rows of a CSV by the names of its columns.
    func rows(_ path: String) throws -> [[String: String]] {
        let table = PlainTokenizer.rows(try bytes(path), delimiter: UInt8(ascii: ",")).rows.map { row in
            row.map { String(decoding: $0, as: UTF8.self) }
        }
        let header = try #require(table.first)
        return table.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
    }

    /// The cells of a sheet of the city's workbook.
    func cells(_ sheet: String, of period: String) throws -> [Place: CellContent] {
        let path = "\(period)/tong-hop-\(period).xlsx"
        let written = try WrittenWorkbook(WorkbookParts(try bytes(path), name: path))
        return try #require(ReadCells(written).sheets[sheet])
    }
}

extension String {
    /// The text with the one place where `part` stands made another.
    fileprivate func editing(_ part: String, _ edit: (String) -> String) throws -> String {
        let pieces = components(separatedBy: part)
        try #require(pieces.count == 2, "\(part) stands \(pieces.count - 1) times")
        return pieces.joined(separator: edit(part))
    }
}
