import Figures
import Plan
import Records
import Workbooks

/// A fictional city, as values: a plan of three indicators' kinds, a roster, and figures that add up.
struct SmallCity {
    var unitCount = 40
    var communeCount = 6
    var asOf = CalendarDate(year: 2026, month: 3, day: 20) ?? CalendarDate(days: 0)
    var isProvisional = true
    var scope: UnitGroup?
    var unitName: (Int) -> String = { "Trường \(["Mầm non", "Tiểu học", "THCS"][$0 % 3]) số \($0 + 1)" }
    var communeName: (Int) -> String = {
        ["Hồng Bàng", "Lê Chân", "Đồ Sơn", "An Dương", "Vĩnh Bảo", "Cát Hải"][$0 % 6]
    }
    /// Whether the unit has reported, and whether in time.
    var hasReported: (Int) -> Bool = { $0 % 7 != 3 }
    var isOnTime: (Int) -> Bool = { $0 % 5 != 1 }

    static let yes = TypedExpression(source: "true", root: .boolean(true), type: .boolean)
    static let period = Period(
        id: "2026-Q1",
        code: "Q1",
        year: 2026,
        name: "Báo cáo quý I",
        start: day(2025, 12, 15),
        end: day(2026, 3, 14),
        due: day(2026, 3, 16),
        comparesWith: "2025-Q1"
    )

    static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
        CalendarDate(year: year, month: month, day: day) ?? CalendarDate(days: 0)
    }

    var context: WorkbookContext {
        WorkbookContext(
            plan: plan,
            roster: roster,
            figures: figures,
            asOf: asOf,
            runID: "5f2c9a7e01b4",
            programVersion: "tonghop 0.1.0",
            isProvisional: isProvisional,
            groupName: "Sở Giáo dục và Đào tạo",
            scope: scope,
            records: [events],
            earliestReport: (0..<unitCount).map { unit in
                hasReported(unit) ? Self.period.due.days + (isOnTime(unit) ? -4 : Int32(unit % 4)) : .max
            },
            parts: FactParts(plan: plan)
        )
    }

    var plan: Plan {
        let head = Plan.Head(
            superior: "UBND THÀNH PHỐ HẢI PHÒNG",
            authority: "SỞ GIÁO DỤC VÀ ĐÀO TẠO",
            place: "Hải Phòng",
            plan: "Kế hoạch của Sở Giáo dục và Đào tạo ngày 27/02/2026",
            subject: "Triển khai phong trào toàn dân bảo vệ an ninh Tổ quốc và phòng, chống tội phạm năm 2026",
            reportNumber: "Số:      /BC-SGDĐT",
            addressees: ["Ban Chỉ đạo 799 thành phố", "Công an thành phố"],
            recipients: ["Công an thành phố (để p/h)", "Các đơn vị tại mục V (để t/h)", "Lãnh đạo Sở", "Lưu: VT, VP"],
            preparer: "NGƯỜI LẬP BIỂU",
            signer: ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]
        )
        return Plan(
            year: 2026,
            head: head,
            milestones: [],
            periods: [Self.period],
            codeLists: Self.lists,
            kindList: 0,
            levelList: 0,
            verdictList: 2,
            kinds: [],
            dataSets: Self.dataSets,
            roster: 0,
            facts: Self.facts,
            factColumns: Self.factColumns,
            indicators: Self.indicators,
            departments: [.init(id: "mn-th", name: "Phòng Mầm non - Tiểu học", kinds: [0, 1])],
            commendation: Self.commendation,
            noiseHeaders: [],
            personalHeaders: [],
            unitScope: Self.unitScope
        )
    }

    static let lists = [
        CodeList(
            name: "kinds",
            codes: [
                .init(code: "MN", name: "Mầm non"), .init(code: "TH", name: "Tiểu học"),
                .init(code: "THCS", name: "Trung học cơ sở"),
            ]
        ),
        CodeList(
            name: "categories",
            codes: [
                .init(code: "BLHD", name: "Bạo lực học đường (đánh nhau, tụ tập gây rối)"),
                .init(code: "ATGT", name: "An toàn giao thông"),
                .init(code: "KGM", name: "Không gian mạng (đăng tải thông tin xấu độc, xúc phạm danh dự, nhân phẩm)"),
                .init(code: "KHAC", name: "Khác"),
            ]
        ),
        CodeList(name: "verdicts", codes: Verdict.allCases.map { .init(code: $0.code, name: $0.code) }),
    ]

    /// The roster, with one field of its own, and a data set of events.
    static let dataSets = [
        DataSet(
            name: "danh-sach",
            title: "Danh sách",
            fields: [Field(name: "so_lop", title: "Số lớp", type: .integer)],
            key: [],
            isRoster: true
        ),
        DataSet(
            name: "su-kien",
            title: "Sự kiện",
            fields: [
                Field(name: "loai", title: "Loại", type: .choice(list: 1)),
                Field(name: "loai_hinh", title: "Loại hình", type: .choice(list: 0)),
                Field(name: "ngay", title: "Ngày", type: .date, roles: [.eventDate]),
                Field(name: "so_nguoi", title: "Số người", type: .integer),
                Field(name: "da_xong", title: "Đã xong", type: .boolean),
                Field(name: "noi_dung", title: "Nội dung", type: .text),
            ],
            key: []
        ),
    ]

    static let unitScope = Scope(
        names: factColumns.map(\.name) + ["so_lop"] + indicators.map(\.id),
        types: factColumns.map(\.type) + [.number] + indicators.map { _ in .choice(list: 2) }
    )

    static let facts: [FactDefinition] = [
        .init(name: "phai_bao_cao", title: "Phải báo cáo", source: .envelope(.expected), type: .boolean),
        .init(name: "b", title: "Đã quán triệt", source: .expression(yes), type: .boolean),
        .init(name: "c", title: "Số đợt chuyên đề", source: .expression(yes), type: .number),
        .init(name: "d", title: "Ngày quán triệt", source: .expression(yes), type: .date),
        .init(name: "e", title: "Nội dung đột phá", source: .expression(yes), type: .text),
        .init(name: "f", title: "Lĩnh vực", source: .expression(yes), type: .choice(list: 1)),
        .init(name: "g", title: "Số đợt chuyên đề", source: .aggregate(events), type: .number, splits: [[0], [0, 1]]),
        .init(name: "da_bao_cao", title: "Đã báo cáo", source: .envelope(.reported), type: .boolean),
        .init(name: "dung_han", title: "Đúng hạn", source: .envelope(.onTime), type: .boolean),
    ]
    private static let events = FactDefinition.Aggregate(dataSet: 1, function: .count, condition: nil, span: .window)
    static let factColumns: [FactColumn] =
        facts.enumerated().map {
            FactColumn(
                name: $0.element.name,
                title: $0.element.title,
                fact: $0.offset,
                part: nil,
                type: $0.element.type
            )
        }
        + [
            FactColumn(name: "g.X", title: "Số đợt: một", fact: 6, part: .init(split: 0, codes: [1]), type: .number),
            FactColumn(
                name: "g.X.Y",
                title: "Số đợt: một x hai",
                fact: 6,
                part: .init(split: 1, codes: [1, 1]),
                type: .number
            ),
        ]

    static let indicators: [IndicatorDefinition] = [
        indicator(
            "CT1",
            .units,
            "Quán triệt, phổ biến kế hoạch",
            "100% cơ sở giáo dục tổ chức quán triệt, phổ biến, triển khai kế hoạch đến CBGVNV và HSSV bằng hình thức phù hợp."
        ),
        indicator(
            "CT2",
            .units,
            "Kế hoạch riêng hoặc lồng ghép",
            "100% cơ sở giáo dục xây dựng kế hoạch triển khai hoặc lồng ghép đầy đủ nội dung phong trào toàn dân bảo vệ an ninh Tổ quốc và phòng, chống tội phạm vào kế hoạch công tác năm 2026 của đơn vị."
        ),
        indicator(
            "CT3",
            .units,
            "Kiện toàn Ban Chỉ đạo, phân công đầu mối",
            "100% cơ sở giáo dục rà soát, kiện toàn Ban Chỉ đạo phòng, chống tội phạm, tệ nạn xã hội và xây dựng phong trào toàn dân bảo vệ ANTQ tại đơn vị; phân công đầu mối theo dõi, tổng hợp, tham mưu triển khai nhiệm vụ."
        ),
        indicator(
            "CT4",
            .units,
            "Ít nhất 02 đợt tuyên truyền chuyên đề",
            "100% cơ sở giáo dục tổ chức các hoạt động tuyên truyền, phổ biến, giáo dục pháp luật về an ninh, trật tự, phòng, chống tội phạm, bạo lực học đường, ma túy, an toàn giao thông, phòng cháy chữa cháy, an ninh mạng, kỹ năng tự bảo vệ,... cho HSSV; mỗi đơn vị tổ chức ít nhất 02 đợt tuyên truyền chuyên đề/năm."
        ),
        indicator(
            "CT5",
            .units,
            "Phát động trên không gian mạng",
            "100% cơ sở giáo dục tổ chức phát động phong trào toàn dân bảo vệ ANTQ trên không gian mạng thông qua các hình thức tuyên truyền trực tuyến, xây dựng mô hình tự quản trên không gian mạng hỗ trợ cảnh báo sớm tội phạm."
        ),
        indicator(
            "CT6a",
            .units,
            "Đăng ký “An toàn về ANTT”",
            "100% cơ sở giáo dục từ cấp trung học cơ sở trở lên đăng ký xây dựng cơ sở giáo dục đạt tiêu chuẩn “An toàn về an ninh, trật tự”"
        ),
        indicator(
            "CT6b",
            .units,
            "Xếp loại “An toàn về ANTT” từ Khá",
            "phấn đấu kết quả xếp loại đạt từ mức Khá trở lên theo quy định hiện hành."
        ),
        indicator(
            "CT7",
            .units,
            "Đăng ký xây dựng điển hình",
            "100% cơ sở giáo dục đủ điều kiện chủ động rà soát, đăng ký xây dựng điển hình về phong trào toàn dân bảo vệ ANTQ; lựa chọn ít nhất 01 nội dung đột phá hoặc mô hình hiệu quả để củng cố, nhân rộng."
        ),
        indicator(
            "CT8",
            .events,
            "Vụ việc được xử lý kịp thời",
            "100% vụ việc liên quan đến an ninh, trật tự trường học được tiếp nhận, xử lý hoặc phối hợp xử lý kịp thời, đúng quy định; không để bị động, bất ngờ, không để phát sinh vụ việc phức tạp kéo dài trong cơ sở giáo dục."
        ),
        indicator(
            "CT9",
            .change,
            "Giảm hành vi vi phạm trong HSSV",
            "Phấn đấu giảm các hành vi vi phạm pháp luật, bạo lực học đường, vi phạm an toàn giao thông, sử dụng thuốc lá điện tử, ma túy, chất kích thích, vi phạm trên không gian mạng,... trong HSSV so với năm trước."
        ),
    ]

    static func indicator(_ id: String, _ kind: IndicatorDefinition.Kind, _ title: String, _ wording: String)
        -> IndicatorDefinition
    {
        IndicatorDefinition(
            id: id,
            kind: kind,
            wording: wording,
            title: title,
            measure: kind == .units ? "Đơn vị" : kind == .events ? "Vụ việc" : "Vụ",
            target: kind == .change ? "Giảm" : "100%",
            dueIn: nil,
            applies: nil,
            reported: nil,
            met: yes,
            groupMet: nil,
            denominator: nil,
            numerator: nil,
            categories: kind == .change ? 1 : nil
        )
    }

    private var rosterTable: Table {
        var table = Table(dataSet: 0, fieldCount: 1)
        table.columns[0] = (0..<unitCount).map { Int32($0 % 30 + 5) }
        table.sources = (0..<unitCount).map { SourceRow(file: 0, line: Int32($0 + 2)) }
        return table
    }

    var roster: Roster {
        let units = 0..<unitCount
        return Roster(
            table: rosterTable,
            codes: units.map { String(31_303_700 + $0) },
            names: units.map(unitName),
            kinds: units.map { $0 % 3 },
            levels: units.map { _ in 1 },
            communeOfUnit: units.map { $0 % max(communeCount, 1) },
            communes: (0..<communeCount).map { .init(code: "0\(1359 + $0 * 3)", name: communeName($0)) },
            opened: units.map { _ in .min },
            closed: units.map { _ in .max }
        )
    }
}
