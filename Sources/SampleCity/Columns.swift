/// The columns of the data sets, by their Vietnamese headings in the order of the cells. A heading folded (no
/// diacritics, lower case, underscores) is the field's name, so each name stands here once.
struct Columns: Sendable {
    /// Mã đơn vị
    let headings: [String]
    /// ma_don_vi
    let fields: [String]
    /// MÃ ĐƠN VỊ
    let capitals: [String]
    /// The plan's own long titles.
    let titles: [String]
    private let groups: [Group]

    /// Neighbouring columns under one title.
    private struct Group {
        let title: String
        let columns: ClosedRange<Int>
        /// Their names below it, where they are not the headings.
        var names: [String]?
    }

    /// Folding is slow, and a city has thousands of headers: it is done once a data set.
    private init(_ headings: [String], titles: [String]? = nil, groups: [Group] = []) {
        self.headings = headings
        self.titles = titles ?? headings
        self.groups = groups
        fields = headings.map(Self.field)
        capitals = headings.map { $0.uppercased() }
    }

    static let roster = Columns([
        "Mã đơn vị", "Tên đơn vị", "Loại hình", "Cấp học", "Mã xã", "Tên xã", "Công lập", "Số học sinh", "Số CBGVNV",
        "Ngày hoạt động", "Ngày ngừng", "An toàn năm trước", "Xếp loại năm trước", "Thư điện tử",
    ])

    /// The lines of the header.
    func lines(_ heading: Style.Heading) -> [[String]] {
        switch heading {
        case .field: [fields]
        case .label: [headings]
        case .capitals: [capitals]
        case .title: [titles]
        case .numbered: [headings.enumerated().map { "\($0.offset + 1). \($0.element)" }]
        case .question: [titles.map { "\($0) (bắt buộc)?" }]
        case .grouped: groupedLines
        }
    }

    private var groupedLines: [[String]] {
        var lines = [headings, headings.map { _ in "" }]
        for group in groups {
            for (place, column) in group.columns.enumerated() {
                lines[0][column] = place == 0 ? group.title : ""
                lines[1][column] = group.names?[place] ?? headings[column]
            }
        }
        return lines
    }

    static func of(_ dataSet: DataSet) -> Columns {
        switch dataSet {
        case .report: report
        case .session: session
        case .incident: incident
        case .violation: violation
        }
    }

    private static let report = Columns(
        [
            "Mã đơn vị", "Kỳ báo cáo", "Năm", "Ngày báo cáo",
            "Quán triệt", "Ngày quán triệt", "Hình thức quán triệt",
            "Kế hoạch", "Số kế hoạch", "Ngày kế hoạch",
            "Kiện toàn BCĐ", "Số quyết định BCĐ", "Đầu mối",
            "Số đợt tuyên truyền", "Phát động KGM", "Số mô hình KGM",
            "ĐK an toàn", "Ngày ĐK an toàn", "Tự đánh giá", "XL an toàn", "Số QĐ công nhận",
            "ĐK điển hình", "Số mô hình", "Nội dung đột phá", "KQ điển hình", "XL phong trào", "Minh chứng",
            "Kế hoạch năm học", "Quy chế phối hợp", "Điểm ngày hội", "Tự kiểm tra",
            "Ký cam kết", "Số HS ký cam kết", "Số HS nguy cơ", "Số lớp tập huấn", "Số người tập huấn",
            "Hệ thống camera", "Nội quy ra vào", "Phương án phối hợp", "Phương án PCCC", "Trực bảo vệ",
            "Kênh tiếp nhận",
            "Số tin tố giác", "Số tập thể khen thưởng", "Số cá nhân khen thưởng",
            "Ngày hồ sơ an toàn", "Ngày hồ sơ điển hình", "Khó khăn", "Kiến nghị",
        ],
        titles: [
            "Mã đơn vị", "Kỳ báo cáo", "Năm", "Ngày báo cáo", "Quán triệt, phổ biến, triển khai kế hoạch",
            "Ngày quán triệt", "Hình thức quán triệt", "Kế hoạch", "Số kế hoạch", "Ngày kế hoạch",
            "Kiện toàn Ban Chỉ đạo", "Số quyết định Ban Chỉ đạo", "Phân công đầu mối",
            "Số đợt tuyên truyền chuyên đề từ đầu năm", "Phát động phong trào trên không gian mạng",
            "Số mô hình tự quản trên không gian mạng", "Đăng ký xây dựng đạt tiêu chuẩn An toàn về ANTT",
            "Ngày đăng ký An toàn về ANTT", "Tự đánh giá và họp kiểm điểm", "Xếp loại An toàn về ANTT",
            "Số quyết định công nhận", "Đăng ký xây dựng điển hình", "Số mô hình hiệu quả", "Nội dung đột phá",
            "Được công nhận điển hình", "Xếp loại phong trào", "Hồ sơ minh chứng đầy đủ",
            "Đưa nội dung vào kế hoạch năm học", "Có quy chế phối hợp", "Đơn vị điểm Ngày hội 19/8",
            "Kiểm tra, tự kiểm tra", "Tổ chức ký cam kết", "Số học sinh ký cam kết",
            "Số học sinh có nguy cơ được theo dõi", "Số lớp tập huấn", "Số người được tập huấn", "Có hệ thống camera",
            "Có nội quy, quy trình kiểm soát người ra vào", "Có phương án phối hợp xử lý tình huống",
            "Có phương án phòng cháy chữa cháy", "Có trực lãnh đạo, trực bảo vệ", "Có kênh tiếp nhận phản ánh",
            "Số tin tố giác cung cấp", "Số tập thể được khen thưởng", "Số cá nhân được khen thưởng",
            "Ngày gửi hồ sơ An toàn về ANTT", "Ngày gửi hồ sơ điển hình", "Khó khăn, vướng mắc", "Kiến nghị, đề xuất",
        ],
        groups: [
            Group(title: "Công tác chỉ đạo", columns: 4...12),
            Group(title: "Xây dựng đơn vị an toàn", columns: 16...20), Group(title: "Biện pháp", columns: 38...42),
        ]
    )

    private static let session = Columns(
        [
            "Mã đơn vị", "Ngày", "Chủ đề", "Hình thức", "Chuyên đề", "Dịp", "Số HS", "Số CBGVNV", "Số phụ huynh",
            "Minh chứng",
        ],
        titles: [
            "Mã đơn vị", "Ngày", "Chủ đề", "Hình thức", "Chuyên đề", "Dịp", "Số học sinh", "Số CBGVNV", "Số phụ huynh",
            "Minh chứng",
        ],
        groups: [Group(title: "Người tham gia", columns: 6...8)]
    )

    private static let incident = Columns(
        [
            "Mã đơn vị", "Mã vụ việc", "Ngày xảy ra", "Ngày tiếp nhận", "Loại", "Trạng thái", "Ngày xử lý", "Kịp thời",
            "Phối hợp công an", "Kéo dài", "Số HS liên quan",
        ],
        titles: [
            "Mã đơn vị", "Mã vụ việc", "Ngày xảy ra", "Ngày tiếp nhận", "Loại vụ việc", "Trạng thái", "Ngày xử lý",
            "Kịp thời", "Phối hợp Công an", "Phức tạp, kéo dài", "Số học sinh liên quan",
        ],
        groups: [Group(title: "Việc xử lý", columns: 5...9)]
    )

    private static let violation = Columns(
        [
            "Mã đơn vị", "Kỳ báo cáo", "Năm", "Loại", "Số vụ", "Số HS", "Số vụ năm trước", "Số HS năm trước",
        ],
        titles: [
            "Mã đơn vị", "Kỳ báo cáo", "Năm", "Loại vi phạm", "Số vụ", "Số học sinh vi phạm", "Số vụ cùng kỳ năm trước",
            "Số học sinh vi phạm cùng kỳ năm trước",
        ],
        groups: [
            Group(title: "Số vụ", columns: 4...4, names: ["năm nay"]),
            Group(title: "Số học sinh", columns: 5...5, names: ["năm nay"]),
            Group(title: "Số vụ", columns: 6...6, names: ["năm trước"]),
            Group(title: "Số học sinh", columns: 7...7, names: ["năm trước"]),
        ]
    )

    /// The field's name: the heading folded.
    private static func field(_ heading: String) -> String {
        String(heading.lowercased().map { letter in letter == " " ? "_" : base[letter] ?? letter })
    }

    /// Vietnamese letters and what is left of them without diacritics.
    private static let base: [Character: Character] = {
        let rows = [
            "aàáảãạăằắẳẵặâầấẩẫậ", "eèéẻẽẹêềếểễệ", "iìíỉĩị", "oòóỏõọôồốổỗộơờớởỡợ", "uùúủũụưừứửữự", "yỳýỷỹỵ", "dđ",
        ]
        var base: [Character: Character] = [:]
        for row in rows {
            guard let plain = row.first else { continue }
            for letter in row { base[letter] = plain }
        }
        return base
    }()
}
