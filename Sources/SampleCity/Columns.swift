/// The columns of the data sets, by their Vietnamese headings in the order of the cells. A heading folded (no
/// diacritics, lower case, underscores) is the field's name, so each name stands here once.
struct Columns: Sendable {
    /// Mã đơn vị
    let headings: [String]
    /// ma_don_vi
    let fields: [String]
    /// MÃ ĐƠN VỊ
    let capitals: [String]

    /// Folding is slow, and a city has thousands of headers: it is done once a data set.
    private init(_ headings: [String]) {
        self.headings = headings
        fields = headings.map(Self.field)
        capitals = headings.map { $0.uppercased() }
    }

    static let roster = Columns([
        "Mã đơn vị", "Tên đơn vị", "Loại hình", "Cấp học", "Mã xã", "Tên xã", "Công lập", "Số học sinh", "Số CBGVNV",
        "Ngày hoạt động", "Ngày ngừng", "An toàn năm trước", "Xếp loại năm trước", "Thư điện tử",
    ])

    static func of(_ dataSet: DataSet) -> Columns {
        switch dataSet {
        case .report: report
        case .session: session
        case .incident: incident
        case .violation: violation
        }
    }

    private static let report = Columns([
        "Mã đơn vị", "Kỳ báo cáo", "Năm", "Ngày báo cáo",
        "Quán triệt", "Ngày quán triệt", "Hình thức quán triệt",
        "Kế hoạch", "Số kế hoạch", "Ngày kế hoạch",
        "Kiện toàn BCĐ", "Số quyết định BCĐ", "Đầu mối",
        "Số đợt tuyên truyền", "Phát động KGM", "Số mô hình KGM",
        "ĐK an toàn", "Ngày ĐK an toàn", "Tự đánh giá", "XL an toàn", "Số QĐ công nhận",
        "ĐK điển hình", "Số mô hình", "Nội dung đột phá", "KQ điển hình", "XL phong trào", "Minh chứng",
        "Kế hoạch năm học", "Quy chế phối hợp", "Điểm ngày hội", "Tự kiểm tra",
        "Ký cam kết", "Số HS ký cam kết", "Số HS nguy cơ", "Số lớp tập huấn", "Số người tập huấn",
        "Hệ thống camera", "Nội quy ra vào", "Phương án phối hợp", "Phương án PCCC", "Trực bảo vệ", "Kênh tiếp nhận",
        "Số tin tố giác", "Số tập thể khen thưởng", "Số cá nhân khen thưởng",
        "Ngày hồ sơ an toàn", "Ngày hồ sơ điển hình", "Khó khăn", "Kiến nghị",
    ])

    private static let session = Columns([
        "Mã đơn vị", "Ngày", "Chủ đề", "Hình thức", "Chuyên đề", "Dịp", "Số HS", "Số CBGVNV", "Số phụ huynh",
        "Minh chứng",
    ])

    private static let incident = Columns([
        "Mã đơn vị", "Mã vụ việc", "Ngày xảy ra", "Ngày tiếp nhận", "Loại", "Trạng thái", "Ngày xử lý", "Kịp thời",
        "Phối hợp công an", "Kéo dài", "Số HS liên quan",
    ])

    private static let violation = Columns([
        "Mã đơn vị", "Kỳ báo cáo", "Năm", "Loại", "Số vụ", "Số HS", "Số vụ năm trước", "Số HS năm trước",
    ])

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
