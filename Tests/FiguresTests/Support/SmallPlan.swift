import Plan

/// A plan of a few facts and indicators, one of each kind, with the windows of the real one.
enum SmallPlan {
    static let roster = 0
    static let report = 1
    static let sessions = 2
    static let incidents = 3
    static let violations = 4

    static let verdicts = 2
    static let categories = 4
    static let ratings = 7

    static let q1 = 0
    static let h1 = 1
    static let q3 = 2
    static let year = 3

    static func date(_ iso: String) -> CalendarDate {
        CalendarDate(iso: iso) ?? CalendarDate(days: 0)
    }

    static let codeLists = [
        list("loai_hinh", ["MN", "TH", "THCS"]),
        list("cap_hoc", ["MN", "TH", "THCS"]),
        list("ket_qua", Verdict.allCases.map(\.code)),
        list("ky_bao_cao", ["Q1", "H1", "Q3", "Y"]),
        list("loai", ["BLHD", "MT", "KHAC"], other: 2),
        list("chu_de", ["TP", "MT", "KHAC"], other: 2),
        list("dip", ["D198", "KHAC"], other: 1),
        list("xep_loai", ["KD", "K", "XS"]),
    ]

    private static func list(_ name: String, _ codes: [String], other: Int? = nil) -> CodeList {
        CodeList(
            name: name,
            codes: codes.map { .init(code: $0, name: $0) },
            isOpen: other != nil,
            isOrdered: name == "xep_loai",
            other: other
        )
    }

    static let dataSets = [
        dataSet(
            "don-vi",
            [
                ("ma_don_vi", .code, [.unit]), ("loai_hinh", .choice(list: 0), [.kind]),
                ("cap_hoc", .choices(list: 1), [.levels]), ("ten_xa", .text, [.communeName]),
                ("so_hoc_sinh", .integer, []),
            ],
            key: [0]
        ),
        dataSet(
            "bao-cao",
            [
                ("ma_don_vi", .code, [.unit]), ("ky_bao_cao", .choice(list: 3), [.period]), ("nam", .integer, [.year]),
                ("ngay_bao_cao", .date, [.sentOn]), ("quan_triet", .boolean, []), ("xep_loai", .choice(list: 7), []),
                ("so_ke_hoach", .text, []), ("ngay_ke_hoach", .date, []), ("diem", .decimal, []),
            ],
            key: [0, 1, 2]
        ),
        dataSet(
            "tuyen-truyen",
            [
                ("ma_don_vi", .code, [.unit]), ("ngay", .date, [.eventDate]), ("chu_de", .choices(list: 5), []),
                ("chuyen_de", .boolean, []), ("dip", .choice(list: 6), []), ("so_hs", .integer, [.count]),
            ],
            key: [0, 1, 2]
        ),
        dataSet(
            "vu-viec",
            [
                ("ma_don_vi", .code, [.unit]), ("ma_vu_viec", .code, []), ("ngay_tiep_nhan", .date, [.eventDate]),
                ("loai", .choice(list: 4), [.identity]), ("kip_thoi", .boolean, []),
            ],
            key: [0, 1]
        ),
        dataSet(
            "vi-pham",
            [
                ("ma_don_vi", .code, [.unit]), ("ky_bao_cao", .choice(list: 3), [.period]), ("nam", .integer, [.year]),
                ("loai", .choice(list: 4), []), ("so_vu", .integer, []), ("so_vu_nam_truoc", .integer, []),
            ],
            key: [0, 1, 2, 3]
        ),
    ]

    private static func dataSet(_ name: String, _ fields: [(String, FieldType, [Role])], key: [Int]) -> DataSet {
        DataSet(
            name: name,
            title: name,
            fields: fields.map {
                Field(
                    name: $0.0,
                    title: $0.0,
                    type: $0.1,
                    roles: $0.2,
                    isRequired: $0.2.contains(.identity),
                    lastYearOf: $0.0 == "so_vu_nam_truoc" ? 4 : nil
                )
            },
            key: key,
            isRoster: name == "don-vi"
        )
    }

    static let periods = [
        period("Q1", "2025-12-15", "2026-03-14", due: "2026-03-16"),
        period("H1", "2025-12-15", "2026-06-14", due: "2026-06-16"),
        period("Q3", "2026-06-15", "2026-09-14", due: "2026-09-16"),
        period("Y", "2025-12-15", "2026-12-14", due: "2026-12-16"),
    ]

    private static func period(_ code: String, _ start: String, _ end: String, due: String) -> Period {
        Period(
            id: "2026-\(code)",
            code: code,
            year: 2026,
            name: code,
            start: date(start),
            end: date(end),
            due: date(due),
            comparesWith: "2025-\(code)"
        )
    }

    static func plan(departments: [Plan.Department] = departments) -> Plan {
        let facts = SmallPlanFacts.all
        let scope = SmallPlanFacts.scope
        return Plan(
            year: 2026,
            head: .init(
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
            periods: periods,
            codeLists: codeLists,
            kindList: 0,
            levelList: 1,
            verdictList: verdicts,
            kinds: (0..<3).map { .init(levels: [$0], levelsWhenMissing: []) },
            dataSets: dataSets,
            roster: roster,
            facts: facts,
            factColumns: SmallPlanFacts.columns,
            indicators: SmallPlanIndicators.all(scope),
            departments: departments,
            commendation: SmallPlanIndicators.commendation(scope),
            noiseHeaders: [],
            personalHeaders: [],
            unitScope: scope
        )
    }

    static let departments = [
        Plan.Department(id: "mam-non", name: "Mầm non", kinds: [0]),
        Plan.Department(id: "pho-thong", name: "Phổ thông", kinds: [1, 2]),
    ]
}
