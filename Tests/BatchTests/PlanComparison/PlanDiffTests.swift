import Foundation
import Plan
import SystemPackage
import Testing

@testable import Batch

@Suite("What would change under another plan")
struct PlanDiffTests {
    private static let shipped = Result {
        try String(contentsOf: PlainTemplates.shipped.appendingPathComponent("plan-2026.xml"), encoding: .utf8)
    }

    /// The comparison of the shipped plan with an edit of it, over the four schools' submissions.
    private func diff(
        _ edits: [(String, String)],
        year: String = "2026",
        office: ExplainedOffice? = nil
    ) throws -> [String] {
        let office = try office ?? ExplainedOffice()
        var text = try Self.shipped.get()
        for (old, new) in edits {
            #expect(text.contains(old), "\(old)")
            text = text.replacing(old, with: new)
        }
        try office.office.write(text, to: "plan-\(year)-moi.xml")
        func path(_ name: String) -> FilePath { FilePath(office.office.folder.appendingPathComponent(name).path) }
        return try planDiff(
            PlanDiffOptions(
                old: FilePath(PlainTemplates.shipped.appendingPathComponent("plan-2026.xml").path),
                new: path("plan-\(year)-moi.xml"),
                inbox: FilePath(office.office.inbox.path),
                asOf: try #require(CalendarDate(iso: "2026-03-20")),
                templates: TemplatePlaces(option: FilePath(PlainTemplates.shipped.path))
            )
        ).split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    }

    @Test func thePlanItselfChangesNothing() throws {
        let lines = try diff([])
        #expect(lines.count { $0 == "Không có gì thay đổi." } == 4)
    }

    @Test func aThresholdChangesVerdictsAndTheCitysFigure() throws {
        let lines = try diff([("so_dot_chuyen_de >= 2", "so_dot_chuyen_de >= 1")])
        #expect(lines.contains("* sửa CT4 Ít nhất 02 đợt tuyên truyền chuyên đề"))
        #expect(lines.contains("Đạt khi: “Số đợt chuyên đề từ đầu năm kế hoạch” từ 2 trở lên"))
        #expect(lines.contains("→ “Số đợt chuyên đề từ đầu năm kế hoạch” từ 1 trở lên"))
        #expect(lines.contains("Q1 CT4 Ít nhất 02 đợt tuyên truyền chuyên đề: 1 đơn vị đổi kết quả"))
        #expect(lines.contains("31000001 Trường THCS Hải Vân Đông: Đang thực hiện → Đạt"))
        #expect(
            lines.contains(
                "Q1 CT4 Ít nhất 02 đợt tuyên truyền chuyên đề: 0/3, đang thực hiện → 1/3, đang thực hiện"
            )
        )
    }

    @Test func aRuleThatGoesTakesItsFindingsWithIt() throws {
        let shipped = try Self.shipped.get()
        let start = try #require(shipped.firstRange(of: "<rule code=\"V29\"")).lowerBound
        let end = try #require(shipped[start...].firstRange(of: "</rule>")).upperBound
        let rule = String(shipped[start..<end])
        let office = try ExplainedOffice(["inbox/vi-pham.csv": ""])
        let lines = try diff([(rule, "")], office: office)
        #expect(lines.contains("- bỏ V29 Có báo cáo nhưng không có biểu vi phạm"))
        #expect(lines.contains("V29: thêm 0, bớt 2"))
        #expect(lines.contains { $0.hasPrefix("- bao-cao.csv:2 (31000001, 2026-Q1): Đơn vị đã gửi báo cáo") })
    }

    @Test func definitionsAreComparedPartByPart() throws {
        let lines = try diff([
            ("due=\"2026-03-16\"", "due=\"2026-03-20\""),
            (
                #"<fact name="so_vu_viec_phoi_hop" title="Số vụ việc phối hợp Công an">"#,
                #"<fact name="so_vu_viec_cong_an" title="Số vụ việc phối hợp Công an">"#
            ),
            (
                "<milestone id=\"cong-nhan-an-toan\" date=\"2026-11-20\">",
                "<milestone id=\"cong-nhan-an-toan\" date=\"2026-11-21\">"
            ),
        ])
        #expect(lines.contains("Hạn gửi: trước 16/3/2026"))
        #expect(lines.contains("→ trước 20/3/2026"))
        #expect(lines.contains { $0.hasPrefix("+ thêm Số vụ việc phối hợp Công an") })
        #expect(lines.contains { $0.hasPrefix("- bỏ Số vụ việc phối hợp Công an") })
        #expect(lines.contains("→ 21/11/2026"))
    }

    /// A plan of another year is tried on this year's periods.
    @Test func nextYearsPlanIsTriedOnThisYearsSubmissions() throws {
        var edits = [
            ("so_dot_chuyen_de >= 2", "so_dot_chuyen_de >= 1"), ("<plan year=\"2026\">", "<plan year=\"2027\">"),
        ]
        edits += [("2026-", "2027-"), ("2025-", "2026-")]
        let lines = try diff(edits, year: "2027")
        #expect(
            lines.contains {
                $0.contains("Hộp thư có số liệu của năm 2026: quy định của kế hoạch 2027 được thử trên các kỳ")
            }
        )
        #expect(lines.contains("31000001 Trường THCS Hải Vân Đông: Đang thực hiện → Đạt"))
        #expect(lines.contains { $0.hasPrefix("Số liệu: từ 15/12/2025 đến 14/3/2026") })
        // Nothing but the threshold changes what becomes of the submissions.
        #expect(lines.count { $0.hasSuffix("đơn vị đổi kết quả") } == 1)
    }

    @Test func anInvalidPlanIsNamedWithItsLine() throws {
        #expect(throws: BatchError.self) { try diff([("<met>quan_triet</met>", "<met>khong_co</met>")]) }
    }

    @Test(
        "definitions are told apart by what they say",
        arguments: [
            ([("a", "1")], [("a", "1")], 0), ([("a", "1")], [("a", "2")], 1), ([], [("a", "2")], 1),
            ([("a", "1")], [], 1), ([("a", "1"), ("b", "1")], [("b", "2"), ("c", "1")], 3),
        ] as [([(String, String)], [(String, String)], Int)]
    )
    func definitions(old: [(String, String)], new: [(String, String)], count: Int) {
        func definitions(_ pairs: [(String, String)]) -> [Definition] {
            pairs.map { Definition($0.0, $0.0, [("Giá trị", $0.1)]) }
        }
        #expect(changes(from: definitions(old), to: definitions(new)).count == count)
    }
}
