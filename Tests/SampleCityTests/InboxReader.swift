import Foundation

/// Reads a file of the inbox as an outsider would: with the field names, types and names of spec 1 written down anew,
/// and nothing of the generator's code.
struct InboxReader {
    /// A row, field by field, each value in one canonical form; a missing value has no entry.
    typealias Row = [String: String]

    struct Contents {
        let dataSet: String
        let rows: [Row]
    }

    struct Unreadable: Error {
        let reason: String
    }

    static let fields: [String: [String]] = [
        "don-vi": words(
            """
            ma_don_vi ten_don_vi loai_hinh cap_hoc ma_xa ten_xa cong_lap so_hoc_sinh so_cbgvnv ngay_hoat_dong
            ngay_ngung an_toan_nam_truoc xep_loai_nam_truoc thu_dien_tu
            """
        ),
        "bao-cao": words(
            """
            ma_don_vi ky_bao_cao nam ngay_bao_cao quan_triet ngay_quan_triet hinh_thuc_quan_triet ke_hoach so_ke_hoach
            ngay_ke_hoach kien_toan_bcd so_quyet_dinh_bcd dau_moi so_dot_tuyen_truyen phat_dong_kgm so_mo_hinh_kgm
            dk_an_toan ngay_dk_an_toan tu_danh_gia xl_an_toan so_qd_cong_nhan dk_dien_hinh so_mo_hinh noi_dung_dot_pha
            kq_dien_hinh xl_phong_trao minh_chung ke_hoach_nam_hoc quy_che_phoi_hop diem_ngay_hoi tu_kiem_tra
            ky_cam_ket so_hs_ky_cam_ket so_hs_nguy_co so_lop_tap_huan so_nguoi_tap_huan he_thong_camera noi_quy_ra_vao
            phuong_an_phoi_hop phuong_an_pccc truc_bao_ve kenh_tiep_nhan so_tin_to_giac so_tap_the_khen_thuong
            so_ca_nhan_khen_thuong ngay_ho_so_an_toan ngay_ho_so_dien_hinh kho_khan kien_nghi
            """
        ),
        "tuyen-truyen": words(
            "ma_don_vi ngay chu_de hinh_thuc chuyen_de dip so_hs so_cbgvnv so_phu_huynh minh_chung"
        ),
        "vu-viec": words(
            """
            ma_don_vi ma_vu_viec ngay_xay_ra ngay_tiep_nhan loai trang_thai ngay_xu_ly kip_thoi phoi_hop_cong_an
            keo_dai so_hs_lien_quan
            """
        ),
        "vi-pham": words("ma_don_vi ky_bao_cao nam loai so_vu so_hs so_vu_nam_truoc so_hs_nam_truoc"),
    ]

    private static let flags = Set(
        words(
            """
            cong_lap an_toan_nam_truoc quan_triet kien_toan_bcd dau_moi phat_dong_kgm dk_an_toan tu_danh_gia
            dk_dien_hinh kq_dien_hinh ke_hoach_nam_hoc quy_che_phoi_hop diem_ngay_hoi tu_kiem_tra ky_cam_ket
            he_thong_camera noi_quy_ra_vao phuong_an_phoi_hop phuong_an_pccc truc_bao_ve kenh_tiep_nhan chuyen_de
            kip_thoi phoi_hop_cong_an keo_dai
            """
        )
    )

    private static let terms: [String: [(code: String, name: String)]] = [
        "ky_bao_cao": [
            ("Q1", "Báo cáo quý I"), ("H1", "Báo cáo sơ kết 06 tháng"), ("Q3", "Báo cáo quý III"),
            ("Y", "Báo cáo tổng kết năm"),
        ],
        "ke_hoach": [("RIENG", "Riêng"), ("LONGGHEP", "Lồng ghép"), ("CHUA", "Chưa")],
        "xep_loai": [
            ("KD", "Không đạt"), ("Y", "Yếu"), ("TB", "Trung bình"), ("K", "Khá"), ("XS", "Xuất sắc"),
        ],
        "trang_thai": [
            ("DAXL", "Đã xử lý"), ("DANGXL", "Đang xử lý"), ("PHOIHOP", "Phối hợp xử lý"), ("CHUAXL", "Chưa xử lý"),
        ],
        "loai": [
            ("PL", "vi phạm pháp luật"), ("BLHD", "bạo lực học đường"), ("ATGT", "an toàn giao thông"),
            ("TLDT", "thuốc lá điện tử"), ("MT", "ma túy"), ("CKT", "chất kích thích, chất gây nghiện"),
            ("KGM", "không gian mạng"), ("VDNH", "mang vật dụng nguy hiểm"), ("KHAC", "KHAC"),
        ],
        "chu_de": [
            ("TP", "phòng, chống tội phạm"), ("MT", "phòng, chống ma túy"), ("BLHD", "phòng, chống bạo lực học đường"),
            ("XHTE", "xâm hại trẻ em"), ("MBN", "phòng, chống mua bán người"), ("ATGT", "an toàn giao thông"),
            ("PCCC", "phòng cháy chữa cháy, cứu nạn cứu hộ"),
            ("VKVLN", "quản lý, giao nộp, không tàng trữ vũ khí, vật liệu nổ, công cụ hỗ trợ, pháo"),
            ("MTR", "bảo vệ môi trường"), ("DBTT", "phòng, chống dịch bệnh, thiên tai"), ("MXH", "MXH"),
            ("KNBV", "kỹ năng tự bảo vệ"), ("KHAC", "KHAC"),
        ],
        "hinh_thuc": [
            ("SHDC", "sinh hoạt dưới cờ"), ("SHL", "sinh hoạt lớp"), ("NK", "ngoại khóa"), ("DD", "diễn đàn"),
            ("TD", "tọa đàm"), ("SKH", "sân khấu hóa"), ("TTS", "truyền thông số"), ("PTHD", "phát thanh học đường"),
            ("PANO", "pano, áp phích"), ("ZALO", "nhóm zalo"), ("WEB", "website"), ("FP", "fanpage"),
            ("BT", "bản tin nội bộ"), ("KHAC", "KHAC"),
        ],
        "dip": [
            ("D198", "Ngày hội toàn dân bảo vệ ANTQ 19/8"), ("TGMT", "Ngày thế giới phòng, chống ma túy"),
            ("TMT", "Tháng hành động phòng, chống ma túy"), ("D266", "Ngày toàn dân phòng, chống ma túy 26/6"),
            ("D0410", "Ngày toàn dân PCCC 04/10"), ("TATGT", "Tháng an toàn giao thông"),
            ("D1811", "Ngày hội đại đoàn kết toàn dân tộc 18/11"),
            ("CAODIEM", "đợt cao điểm tấn công, trấn áp tội phạm"), ("KHAC", "KHAC"),
        ],
    ]

    /// Code by folded code or name.
    private static let folded: [String: [String: String]] = terms.mapValues { list in
        Dictionary(list.flatMap { [(fold($0.code), $0.code), (fold($0.name), $0.code)] }) { first, _ in first }
    }

    private static let topicNames = (folded["chu_de"] ?? [:]).map { ($0.key, $0.value) }
        .sorted { $0.0.count > $1.0.count }

    static func read(_ bytes: [UInt8]) throws -> Contents {
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        // The delimiter is the one with which a header comes out.
        for delimiter in [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
        where text.prefix(4000).contains(delimiter) {
            let records = split(text, by: delimiter)
            for (number, record) in records.prefix(6).enumerated() {
                let header = dropTrailingEmpty(record.map(fold))
                guard let (dataSet, names) = fields.first(where: { $0.value == header }) else { continue }
                let rows = try records.dropFirst(number + 1).compactMap { try row($0, names, dataSet) }
                return Contents(dataSet: dataSet, rows: rows)
            }
        }
        throw Unreadable(reason: "no header in \(String(decoding: text.prefix(200), as: UTF8.self))")
    }

    private static func row(_ cells: [String], _ names: [String], _ dataSet: String) throws -> Row? {
        guard !dropTrailingEmpty(cells).isEmpty else { return nil }
        guard dropTrailingEmpty(cells).count <= names.count, cells.count >= names.count else {
            throw Unreadable(reason: "\(cells.count) cells: \(cells)")
        }
        var row: Row = [:]
        for (name, cell) in zip(names, cells) where !["", "-", "N/A"].contains(cell) {
            row[name] = try value(cell, of: name)
        }
        return row
    }

    private static func value(_ cell: String, of name: String) throws -> String {
        if name == "minh_chung", cell.hasPrefix("BB-") { return cell }
        if flags.contains(name) || name == "minh_chung" { return try flag(cell) }
        if name == "chu_de" { return try topics(cell) }
        let list = name.hasPrefix("xl_") || name == "xep_loai_nam_truoc" ? "xep_loai" : name
        if let list = folded[list] {
            guard let code = list[fold(cell)] else { throw Unreadable(reason: "\(name): \(cell)") }
            return code
        }
        if name.hasPrefix("ngay") { return try date(cell) }
        if name.hasPrefix("so_"), !["so_ke_hoach", "so_quyet_dinh_bcd", "so_qd_cong_nhan"].contains(name) {
            let digits = cell.filter { $0 != "." && $0 != " " }
            guard let number = Int(digits), number >= 0 else { throw Unreadable(reason: "\(name): \(cell)") }
            return "\(number)"
        }
        return cell
    }

    private static func flag(_ cell: String) throws -> String {
        if ["co", "c", "1", "x", "true", "dung", "yes"].contains(fold(cell)) { return "true" }
        if cell == "☐" || ["khong", "k", "0", "false", "sai", "no"].contains(fold(cell)) { return "false" }
        throw Unreadable(reason: "flag: \(cell)")
    }

    /// A set, split by the longest match on the list, written in order of codes.
    private static func topics(_ cell: String) throws -> String {
        var rest = fold(cell)[...]
        if let code = folded["chu_de"]?[String(rest)] { return code }
        var codes: Set<String> = []
        while !rest.isEmpty {
            guard let (text, code) = topicNames.first(where: { rest == $0.0 || rest.hasPrefix($0.0 + "_") }) else {
                throw Unreadable(reason: "topics: \(cell)")
            }
            codes.insert(code)
            rest = rest.dropFirst(text.count).drop { $0 == "_" }
        }
        return codes.sorted().joined(separator: ";")
    }

    private static func date(_ cell: String) throws -> String {
        let parts = cell.split { "/-.".contains($0) }.compactMap { Int($0) }
        guard parts.count == 3 else { throw Unreadable(reason: "date: \(cell)") }
        let (year, month, day) = parts[0] > 31 ? (parts[0], parts[1], parts[2]) : (parts[2], parts[1], parts[0])
        guard (1...12).contains(month), (1...31).contains(day) else { throw Unreadable(reason: "date: \(cell)") }
        return "\(year)-" + (month < 10 ? "0" : "") + "\(month)-" + (day < 10 ? "0" : "") + "\(day)"
    }

    static func fold(_ text: String) -> String {
        if text.utf8.allSatisfy({ (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) }) {
            return text.lowercased()
        }
        let plain = text.lowercased().replacingOccurrences(of: "đ", with: "d")
            .folding(options: .diacriticInsensitive, locale: nil)
        return plain.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "_")
    }

    private static func dropTrailingEmpty(_ cells: [String]) -> [String] {
        var cells = cells
        while cells.last == "" { cells.removeLast() }
        return cells
    }

    /// Byte by byte: in a debug build, characters would take a minute for a city.
    private static func split(_ text: [UInt8], by delimiter: UInt8) -> [[String]] {
        var records: [[String]] = []
        var record: [String] = []
        var cell: [UInt8] = []
        var isQuoted = false
        var afterQuote = false
        let quote = UInt8(ascii: "\"")
        for byte in text {
            if isQuoted {
                if byte == quote { (isQuoted, afterQuote) = (false, true) } else { cell.append(byte) }
                continue
            }
            if byte == quote {
                // A second quote inside a quoted cell stands for one.
                if afterQuote { cell.append(quote) }
                isQuoted = true
            } else if byte == delimiter || byte == UInt8(ascii: "\n") {
                record.append(String(decoding: cell, as: UTF8.self))
                cell.removeAll(keepingCapacity: true)
                if byte != delimiter {
                    records.append(record)
                    record = []
                }
            } else if byte != UInt8(ascii: "\r") {
                cell.append(byte)
            }
            afterQuote = false
        }
        return records
    }

    private static func words(_ text: String) -> [String] {
        text.split { $0 == " " || $0 == "\n" }.map { String($0) }
    }
}
