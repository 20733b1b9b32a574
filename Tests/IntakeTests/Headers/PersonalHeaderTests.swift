import Plan
import Records
import Testing

@testable import Intake

@Suite("Columns with personal data")
struct PersonalHeaderTests {
    @Test(arguments: [
        "Họ và tên HS", "CCCD học sinh", "SĐT phụ huynh", "Ngày sinh (học sinh)", "2. Họ và tên người vi phạm *",
        "Số điện thoại GVCN", "Số CCCD của học sinh", "Ghi rõ họ tên", "Email liên hệ", "Địa chỉ nhà", "HỌ TÊN",
        "Danh sách học sinh kèm theo", "Học sinh (họ tên)", "Ảnh học sinh",
    ])
    func aHeaderThatHoldsAnEntryAsWholeWordsIsPersonal(header: String) throws {
        let desk = try ReadingDesk(realPlan: realPlan())
        let reading = desk.read("Mã đơn vị;Mã vụ việc;Ngày tiếp nhận;Loại;\(header)\n31000001;1;14/3/2026;MT;x\n")
        #expect(reading.findings(.H4).map(\.header) == [header])
        #expect(reading.findings(.H3).isEmpty)
        #expect(reading.rowsLeftOut == 0)
    }

    @Test(arguments: [
        "Số học sinh nữ", "Tổng số học sinh dân tộc", "Tỷ lệ học sinh", "Màu", "Hình ảnh", "Tiếng Anh",
        "SL giáo viên chủ nhiệm",
        "Sinh ngày nào", "Học kỳ", "Tên", "Sodienthoai",
    ])
    func othersAreUnknown(header: String) throws {
        let desk = try ReadingDesk(realPlan: realPlan())
        let reading = desk.read("Mã đơn vị;Mã vụ việc;Ngày tiếp nhận;Loại;\(header)\n31000001;1;14/3/2026;MT;x\n")
        #expect(reading.findings(.H3).map(\.header) == [header])
        #expect(reading.findings(.H4).isEmpty)
    }

    @Test func aFieldOfTheDataSetIsLoadedWhateverWordsItHas() throws {
        let plan = try realPlan()
        for (index, dataSet) in plan.dataSets.enumerated() where !dataSet.isRoster {
            let desk = try ReadingDesk(realPlan: plan)
            for names in [dataSet.fields.map(\.title)]
                + dataSet.fields.map({ field in
                    dataSet.fields.map { $0.name == field.name ? $0.aliases.last ?? $0.title : $0.title }
                })
            {
                let reading = desk.read(names.map { "\"\($0)\"" }.joined(separator: ";") + "\n")
                #expect(reading.dataSet == index)
                #expect(reading.codes == ["F13"], "\(names)")
            }
        }
    }

    @Test(arguments: [
        ("Họ và tên;", "Cha;Mẹ", ["Họ và tên / Cha", "Họ và tên / Mẹ"]),
        ("Học sinh;", "Số nam;Ngày sinh", ["Học sinh / Ngày sinh"]), ("Số lượng;", "Học sinh;Màu", []),
    ])
    func groupTitlesAreHeeded(groups: String, texts: String, personal: [String]) throws {
        let desk = try ReadingDesk(realPlan: realPlan())
        let reading = desk.read(
            "Mã đơn vị;Mã vụ việc;Ngày tiếp nhận;Loại;\(groups)\n;;;;\(texts)\n31000001;1;14/3/2026;MT;x;x\n"
        )
        #expect(reading.findings(.H4).map(\.header) == personal)
        #expect(reading.table?.count == 1)
    }

    /// The brackets are left out to find the field, and they say what its cells hold.
    @Test func aTextFieldThatHoldsNamesIsNotLoaded() throws {
        let desk = try ReadingDesk(realPlan: realPlan())
        let header = "Mã đơn vị;Ngày;Chủ đề;Hình thức;Minh chứng (họ tên học sinh);Số phụ huynh (người)"
        let reading = desk.read("\(header)\n31000001;14/3/2026;MT;SHDC;x;5\n")
        #expect(reading.findings(.H4).map(\.header) == ["Minh chứng (họ tên học sinh)"])
        #expect(desk.values("minh_chung", reading) == [""])
        #expect(desk.values("so_phu_huynh", reading) == ["5"])
    }
}
