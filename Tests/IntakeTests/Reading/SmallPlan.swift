import Plan

/// A plan of a few fields, one of each type: what reading is tested with, whatever this year's plan says.
enum SmallPlan {
    static let roster = 0
    static let reports = 1
    static let events = 2
    static let incidents = 3
    static let officeTasks = 4

    static func make() -> Plan {
        Plan(
            year: 2026,
            head: Plan.Head(
                superior: "",
                authority: "",
                place: "",
                plan: "",
                subject: "",
                reportNumber: "",
                addressees: [],
                recipients: [],
                preparer: "",
                signer: []
            ),
            milestones: [],
            periods: [period("Q1", through: "2026-03-14"), period("Y", through: "2026-12-14")],
            codeLists: lists,
            kindList: 1,
            levelList: 2,
            verdictList: 0,
            kinds: [
                Plan.Kind(levels: [0], levelsWhenMissing: []), Plan.Kind(levels: [2], levelsWhenMissing: []),
                Plan.Kind(levels: [], levelsWhenMissing: [2, 3]),
            ],
            dataSets: dataSets,
            roster: roster,
            facts: [],
            factColumns: [],
            indicators: [],
            departments: [],
            commendation: nil,
            noiseHeaders: ["STT", "Timestamp"],
            personalHeaders: ["ho_ten_hoc_sinh", "ngay_sinh"],
            unitScope: Scope(names: [], types: [])
        )
    }

    private static func period(_ code: String, through end: String) -> Period {
        let start = CalendarDate(iso: "2025-12-15") ?? CalendarDate(days: 0)
        let end = CalendarDate(iso: end) ?? start
        return Period(
            id: "2026-\(code)",
            code: code,
            year: 2026,
            name: code,
            start: start,
            end: end,
            due: end.advanced(by: 2),
            comparesWith: "2025-\(code)"
        )
    }

    static let lists = [
        CodeList(
            name: "ky_bao_cao",
            codes: [
                CodeList.Code(code: "Q1", name: "Báo cáo quý I", aliases: ["Quý I", "Quý 1"]),
                CodeList.Code(code: "Y", name: "Báo cáo tổng kết năm", aliases: ["Cả năm"]),
            ]
        ),
        CodeList(
            name: "loai_hinh",
            codes: [
                CodeList.Code(code: "MN", name: "Mầm non"), CodeList.Code(code: "THCS", name: "Trung học cơ sở"),
                CodeList.Code(code: "PTNC", name: "Phổ thông nhiều cấp"),
            ]
        ),
        CodeList(
            name: "cap_hoc",
            codes: ["MN", "TH", "THCS", "THPT"].map { CodeList.Code(code: $0, name: "Cấp \($0)") }
        ),
        CodeList(
            name: "chu_de",
            codes: [
                CodeList.Code(code: "TP", name: "Phòng, chống tội phạm"),
                CodeList.Code(code: "MT", name: "Phòng, chống ma túy", aliases: ["ma túy"]),
                CodeList.Code(code: "VK", name: "Vũ khí, vật liệu nổ, công cụ hỗ trợ", aliases: ["vũ khí"]),
                CodeList.Code(code: "KHAC", name: "Khác"),
            ],
            isOpen: true,
            other: 3
        ),
        CodeList(
            name: "ke_hoach",
            codes: [
                CodeList.Code(code: "RIENG", name: "Riêng"), CodeList.Code(code: "LONGGHEP", name: "Lồng ghép"),
                CodeList.Code(code: "CHUA", name: "Chưa", aliases: ["Không"]),
            ]
        ),
        CodeList(
            name: "phong",
            codes: [
                CodeList.Code(code: "van-phong", name: "Văn phòng Sở"),
                CodeList.Code(code: "mam-non", name: "Phòng Giáo dục Mầm non"),
            ]
        ),
    ]

    private static let unit = Field(
        name: "ma_don_vi",
        title: "Mã đơn vị",
        type: .code,
        roles: [.unit],
        aliases: ["Mã trường"]
    )
    private static let period = Field(
        name: "ky_bao_cao",
        title: "Kỳ báo cáo",
        type: .choice(list: 0),
        roles: [.period]
    )
    private static let year = Field(name: "nam", title: "Năm", type: .integer, roles: [.year])

    static let dataSets = [
        DataSet(
            name: "don-vi",
            title: "Danh mục",
            fields: [
                unit, Field(name: "ten_don_vi", title: "Tên đơn vị", type: .text, roles: [.unitName]),
                Field(name: "loai_hinh", title: "Loại hình", type: .choice(list: 1), roles: [.kind]),
                Field(name: "cap_hoc", title: "Cấp học", type: .choices(list: 2), roles: [.levels]),
                Field(name: "ma_xa", title: "Mã xã", type: .code, roles: [.commune]),
                Field(name: "ten_xa", title: "Tên xã", type: .text, roles: [.communeName]),
                Field(name: "ngay_hoat_dong", title: "Ngày hoạt động", type: .date, roles: [.opened]),
                Field(name: "ngay_ngung", title: "Ngày ngừng", type: .date, roles: [.closed]),
                Field(name: "so_hoc_sinh", title: "Số học sinh", type: .integer, roles: [.count], minimum: 0),
            ],
            key: [0],
            isRoster: true
        ),
        DataSet(
            name: "bao-cao",
            title: "Báo cáo",
            fields: [
                unit, period, year,
                Field(name: "ngay_bao_cao", title: "Ngày báo cáo", type: .date, roles: [.sentOn], isRequired: true),
                Field(name: "dau_moi", title: "Đầu mối", type: .boolean),
                Field(name: "keo_dai", title: "Kéo dài", type: .boolean, emptyMeansNo: true),
                Field(name: "so_lop", title: "Số lớp", type: .integer, roles: [.count], minimum: 0, maximum: 500),
                Field(name: "ty_le", title: "Tỷ lệ", type: .decimal, minimum: 0),
                Field(name: "ke_hoach", title: "Kế hoạch", type: .choice(list: 4)),
                Field(name: "chu_de", title: "Chủ đề", type: .choices(list: 3)),
                Field(name: "noi_dung", title: "Nội dung", type: .choice(list: 3)),
                Field(name: "so_van_ban", title: "Số văn bản", type: .code),
                Field(name: "kho_khan", title: "Khó khăn", type: .text, aliases: ["Vướng mắc"]),
            ],
            key: [0, 1, 2]
        ),
        DataSet(
            name: "tuyen-truyen",
            title: "Tuyên truyền",
            fields: [
                unit, Field(name: "ngay", title: "Ngày", type: .date, roles: [.eventDate]),
                Field(name: "chu_de", title: "Chủ đề", type: .choices(list: 3)),
                Field(name: "so_hs", title: "Số học sinh", type: .integer, roles: [.count], minimum: 0),
                Field(name: "ngay_gui", title: "Ngày gửi", type: .date),
                Field(name: "ghi_chu", title: "Ghi chú", type: .text),
            ],
            key: [0, 1, 2]
        ),
        DataSet(
            name: "vu-viec",
            title: "Vụ việc",
            fields: [
                unit, Field(name: "ma_vu_viec", title: "Mã vụ việc", type: .code),
                Field(name: "ngay_tiep_nhan", title: "Ngày tiếp nhận", type: .date, roles: [.eventDate]),
                Field(name: "loai", title: "Loại", type: .choice(list: 3), roles: [.identity], isRequired: true),
            ],
            key: [0, 1]
        ),
        DataSet(
            name: "nhiem-vu-so",
            title: "Nhiệm vụ của Sở",
            fields: [
                Field(name: "don_vi_thuc_hien", title: "Đơn vị thực hiện", type: .choice(list: 5), roles: [.unit]),
                Field(name: "nhiem_vu", title: "Nhiệm vụ", type: .text), period, year,
            ],
            key: [0, 1, 2, 3]
        ),
    ]
}
