/// One entry of a code list: its code, and its full official name where the name can be written without doubt.
struct Term: Hashable, Sendable {
    let code: String
    /// Nil: always written by its code (its official name has an explanation in brackets, or it is KHAC).
    let name: String?

    init(_ code: String, _ name: String? = nil) {
        self.code = code
        self.name = name
    }
}

/// Topics, forms and occasions of awareness sessions. No figure depends on one, so they are plain terms.
enum Lists {
    static let topics = [
        Term("TP", "phòng, chống tội phạm"),
        Term("MT", "phòng, chống ma túy"),
        Term("BLHD", "phòng, chống bạo lực học đường"),
        Term("XHTE", "xâm hại trẻ em"),
        Term("MBN", "phòng, chống mua bán người"),
        Term("ATGT", "an toàn giao thông"),
        Term("PCCC", "phòng cháy chữa cháy, cứu nạn cứu hộ"),
        Term("VKVLN", "quản lý, giao nộp, không tàng trữ vũ khí, vật liệu nổ, công cụ hỗ trợ, pháo"),
        Term("MTR", "bảo vệ môi trường"),
        Term("DBTT", "phòng, chống dịch bệnh, thiên tai"),
        Term("MXH"),
        Term("KNBV", "kỹ năng tự bảo vệ"),
        Term("KHAC"),
    ]

    static let forms = [
        Term("SHDC", "sinh hoạt dưới cờ"),
        Term("SHL", "sinh hoạt lớp"),
        Term("NK", "ngoại khóa"),
        Term("DD", "diễn đàn"),
        Term("TD", "tọa đàm"),
        Term("SKH", "sân khấu hóa"),
        Term("TTS", "truyền thông số"),
        Term("PTHD", "phát thanh học đường"),
        Term("PANO", "pano, áp phích"),
        Term("ZALO", "nhóm zalo"),
        Term("WEB", "website"),
        Term("FP", "fanpage"),
        Term("BT", "bản tin nội bộ"),
        Term("KHAC"),
    ]

    /// The response days, with the day on which each falls.
    static let occasions = [
        (term: Term("D266", "Ngày toàn dân phòng, chống ma túy 26/6"), day: Day(2026, 6, 26)),
        (term: Term("TGMT", "Ngày thế giới phòng, chống ma túy"), day: Day(2026, 6, 25)),
        (term: Term("TMT", "Tháng hành động phòng, chống ma túy"), day: Day(2026, 6, 10)),
        (term: Term("D198", "Ngày hội toàn dân bảo vệ ANTQ 19/8"), day: Day(2026, 8, 19)),
        (term: Term("TATGT", "Tháng an toàn giao thông"), day: Day(2026, 9, 20)),
        (term: Term("D0410", "Ngày toàn dân PCCC 04/10"), day: Day(2026, 10, 4)),
        (term: Term("D1811", "Ngày hội đại đoàn kết toàn dân tộc 18/11"), day: Day(2026, 11, 18)),
        (term: Term("CAODIEM", "đợt cao điểm tấn công, trấn áp tội phạm"), day: Day(2026, 2, 5)),
    ]
}

/// The categories of incidents and violations (list `loai`).
enum Category: String, CaseIterable, Sendable {
    case PL, BLHD, ATGT, TLDT, MT, CKT, KGM, VDNH, KHAC

    var term: Term {
        switch self {
        case .PL: Term(rawValue, "vi phạm pháp luật")
        case .ATGT: Term(rawValue, "an toàn giao thông")
        case .TLDT: Term(rawValue, "thuốc lá điện tử")
        case .MT: Term(rawValue, "ma túy")
        case .CKT: Term(rawValue, "chất kích thích, chất gây nghiện")
        case .VDNH: Term(rawValue, "mang vật dụng nguy hiểm")
        case .BLHD, .KGM, .KHAC: Term(rawValue)
        }
    }
}

/// What has become of an incident.
enum Status: String, CaseIterable, Sendable {
    case handled = "DAXL"
    case inHand = "DANGXL"
    case jointly = "PHOIHOP"
    case untouched = "CHUAXL"

    var term: Term {
        switch self {
        case .handled: Term(rawValue, "Đã xử lý")
        case .inHand: Term(rawValue, "Đang xử lý")
        case .jointly: Term(rawValue, "Phối hợp xử lý")
        case .untouched: Term(rawValue, "Chưa xử lý")
        }
    }
}

/// The ratings, in order.
enum Rating: String, CaseIterable, Comparable, Sendable {
    case fail = "KD"
    case weak = "Y"
    case average = "TB"
    case good = "K"
    case excellent = "XS"

    var term: Term {
        switch self {
        case .fail: Term(rawValue, "Không đạt")
        case .weak: Term(rawValue, "Yếu")
        case .average: Term(rawValue, "Trung bình")
        case .good: Term(rawValue, "Khá")
        case .excellent: Term(rawValue, "Xuất sắc")
        }
    }

    var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    static func < (left: Rating, right: Rating) -> Bool {
        left.rank < right.rank
    }
}

/// How a unit planned the movement.
enum PlanForm: String, CaseIterable, Sendable {
    case own = "RIENG"
    case integrated = "LONGGHEP"
    case none = "CHUA"

    var term: Term {
        switch self {
        case .own: Term(rawValue, "Riêng")
        case .integrated: Term(rawValue, "Lồng ghép")
        case .none: Term(rawValue, "Chưa")
        }
    }
}
