import Plan

/// What a finding's code means, apart from any finding: for `explain C3`.
package struct FindingExplanation: Sendable, Equatable {
    /// What the program saw, and what it did with the data, in whole sentences.
    package let meaning: String
    package let example: String
    /// What to do about it; that of the code's messages where they say something.
    package let mend: String
}

extension FindingCode {
    /// Nil for the plan's own rules, which the plan explains.
    package func explanation(plan: Plan) -> FindingExplanation? {
        guard let meaning else { return nil }
        return FindingExplanation(meaning: meaning.text, example: meaning.example, mend: mend(plan))
    }

    /// As the code's messages say it of a finding of no particular value.
    private func mend(_ plan: Plan) -> String {
        let unknown = ["…", "…", "…", "…"]
        let finding = Finding(self, file: 0, line: 1, header: "…", value: "…", arguments: unknown)
        let mend = finding.faultAndMend(plan: plan).mend
        if !mend.isEmpty { return mend }
        return switch self {
        case .L5: "Nếu trang tính ẩn có số liệu, hãy bỏ ẩn rồi gửi lại; ngoài ra không phải làm gì."
        case .U4: "Sở kiểm tra danh mục; đúng rồi thì để nguyên."
        case .P4: "Để nguyên; nếu số mới mới đúng, Sở mở lại kỳ (tonghop reopen) rồi chốt lại."
        case .P6: "Không phải làm gì; nếu gửi nhầm năm, hãy sửa năm rồi gửi lại."
        case .F13: "Không phải làm gì, nếu đúng là không có gì để báo cáo."
        case .F12: "Không phải làm gì; Sở để danh mục cạnh hộp thư."
        case .O2: "Sở sửa dòng đó trong tệp quyết định, hoặc bỏ nó đi."
        default: "Không phải làm gì."
        }
    }

    private var meaning: (text: String, example: String)? {
        switch self {
        // Tệp
        case .F1: ("Tệp không có byte nào, hoặc chỉ có khoảng trắng.", "q1.csv, 0 byte")
        case .F2:
            (
                "Không đọc được chữ trong tệp: bảng mã không rõ hay bị hỏng, hai bảng mã đọc ra hai giá trị khác nhau, chữ đã mất khi lưu, hoặc sổ Excel bị cắt, có mật khẩu. Không dòng nào của tệp được tính.",
                "Khá đọc theo bảng mã khác thành Khỏ"
            )
        case .F3:
            (
                "Dòng tiêu đề không khớp biểu số liệu nào, hoặc khớp hai biểu như nhau. Phát hiện nêu biểu gần nhất và các cột khóa còn thiếu. Không dòng nào của tệp được tính.",
                "Ma truong;Ky;Nam"
            )
        case .F4:
            (
                "Dấu ngoặc kép mở mà không đóng. Các dòng trước đó được tính, phần sau không đọc, và tệp này không rút dòng nào của tệp cũ.",
                "31000001,\"Sinh hoạt"
            )
        case .F5:
            ("Hai tệp trong hộp thư giống hệt nhau từng byte. Các dòng chỉ tính một lần.", "a.csv và ban-sao/a.csv")
        case .F6:
            (
                "Tệp đang được ghi, đổi nội dung trong lúc đọc, là liên kết hay không có quyền đọc. Không dòng nào của tệp được tính.",
                "bao-cao.csv.part"
            )
        case .F7:
            (
                "Tệp lớn hơn giới hạn (200 MB, --max-file-size), hoặc sổ Excel có nhiều ô, nhiều vùng gộp quá mức. Không dòng nào của tệp được tính.",
                "ca-thanh-pho.csv, 260 MB"
            )
        case .F8:
            (
                "Tệp có bảng nhưng ở dạng không đọc được, nhận ra qua những byte đầu, bất kể tên tệp. Không dòng nào của tệp được tính.",
                "tệp .xls cũ, .ods, .zip"
            )
        case .F9: ("Tệp hay trang tính không có bảng số liệu nào.", "cong-van.pdf, bao-cao.xlsx!Hướng dẫn")
        case .F10:
            (
                "Một số chữ tiếng Việt đã mất khi lưu (thành dấu ?), nhưng tiêu đề và danh mục vẫn nhận ra được. Tệp được tính.",
                "M? don v? đọc là Mã đơn vị"
            )
        case .F11:
            (
                "Chữ trong tệp bị đọc sai bảng mã và đã được khôi phục ở mọi ô. Tệp được tính.",
                "MÃ£ Ä‘Æ¡n vá»‹ là Mã đơn vị"
            )
        case .F12:
            (
                "Trong hộp thư có một danh mục cơ sở giáo dục. Không dùng: người gửi tệp không được thay đổi mẫu số.",
                "don-vi.csv nằm trong hộp thư"
            )
        case .F13: ("Tệp chỉ có tiêu đề, không có dòng số liệu.", "vu-viec.csv của trường không có vụ việc")
        // Tiêu đề
        case .H1: ("Thiếu một cột của biểu; mọi giá trị của cột coi như chưa có.", "báo cáo không có cột Minh chứng")
        case .H2:
            ("Một cột đứng hai lần. Hai nơi ghi giống nhau thì tính; khác nhau thì coi như chưa có.", "so_hs,so_hs")
        case .H3: ("Cột không có trong biểu mẫu, hoặc là cột thừa đã biết. Không đọc cột này.", "STT, Dấu thời gian")
        case .H4:
            (
                "Cột có thông tin cá nhân. Không đọc và không xuất hiện ở đâu.",
                "Họ và tên, CCCD học sinh, Ngày sinh (học sinh)"
            )
        // Dòng
        case .L1: ("Dòng có ít ô hơn tiêu đề; các ô thiếu coi như chưa có, dòng vẫn được tính.", "31000001,12/1/2026")
        case .L2:
            ("Dòng không phải số liệu: tiêu đề lặp lại, dòng tổng, chữ ký, ghi chú. Không tính.", "Tổng cộng,,,340")
        case .L3:
            (
                "Số ở dòng tổng khác tổng các dòng ở trên. Chỉ các dòng được tính.",
                "Tổng cộng 340, các dòng cộng được 330"
            )
        case .L4:
            (
                "Dòng có nhiều ô hơn tiêu đề nên bị lệch cột. Dòng không được tính.",
                "...,12,5,... trong tệp dùng dấu phẩy"
            )
        case .L5:
            (
                "Trong sổ Excel: mỗi ô của vùng gộp nhận giá trị của vùng; hoặc trang tính ẩn không được đọc.",
                "3 vùng gộp ô, đầu tiên là A3:A5"
            )
        // Ô
        case .C1: ("Ô bắt buộc để trống. Dòng vẫn được tính, giá trị coi như chưa có.", "Kịp thời để trống")
        case .C2:
            ("Ô phải là số mà không đọc được. Giá trị coi như chưa có, dòng vẫn được tính.", "khoảng 20; 12,5; 95%")
        case .C3: ("Ô phải là ngày mà không phải ngày. Giá trị coi như chưa có.", "31/02/2026")
        case .C4: ("Ô phải là Có hoặc Không. Giá trị coi như chưa có.", "Đã")
        case .C5: ("Giá trị không có trong danh mục của cột. Giá trị coi như chưa có.", "Đã xử lí xong")
        case .C6: ("Số nằm ngoài khoảng cho phép. Giá trị coi như chưa có.", "-3 học sinh")
        case .C7: ("Nội dung dài hơn 2.000 ký tự. Giá trị coi như chưa có.", "cả bản báo cáo dán vào một ô")
        case .C8:
            (
                "Ô có ký tự điều khiển không hiển thị được; đã bỏ, phần còn lại được giữ.",
                "ký tự sang trang dán từ chương trình khác"
            )
        case .C9:
            (
                "Có thể là số định danh hoặc số điện thoại: mọi chữ số bị che bằng * ở mọi nơi ghi ra, phần còn lại được giữ.",
                "Liên hệ 0912 345 678"
            )
        case .C10:
            ("Ô chứa lỗi của bảng tính, hoặc công thức không có kết quả trong tệp. Giá trị coi như chưa có.", "#REF!")
        case .C11: ("Từ chỉ “không có gì” ở ô số được hiểu là 0.", "Không có")
        case .C12:
            (
                "Trong cột có cả ngày/tháng lẫn tháng/ngày; ngày này đọc được cả hai cách. Đang tính theo ngày/tháng.",
                "3/4/2026 bên cạnh 3/25/2026"
            )
        case .C13: ("Giá trị viết khác dạng thường, đã đổi.", "14/3/26 là 14/3/2026; 12,0 là 12")
        case .C14: ("Giá trị không có trong danh mục mở: tính là “Khác”.", "chủ đề Dinh dưỡng")
        case .C15: ("Ô chữ tự do bị mất chữ hoặc sai bảng mã. Giữ nguyên như đã gửi.", "Sinh ho?t du?i c?")
        case .C16:
            (
                "Ô khóa (hoặc ngày quyết định kỳ) trống hay không đọc được. Cả dòng không được tính.",
                "vụ việc không có Ngày tiếp nhận"
            )
        // Một dòng, nhiều lần
        case .K1: ("Các dòng giống hệt nhau chỉ tính một lần.", "tệp 6 tháng lặp lại các dòng quý I")
        case .K2: ("Dòng đã được thay bằng dòng mới hơn cùng khóa.", "40 học sinh, sau đó gửi lại 45")
        case .K3:
            (
                "Trong một tệp có hai dòng cùng khóa mà khác nhau; tính dòng đứng sau.",
                "dòng 4 ghi 300 học sinh, dòng 9 ghi 320"
            )
        case .K4:
            (
                "Tệp mới lặp lại ít nhất một nửa tệp cũ và không còn dòng này: dòng không tính nữa.",
                "một buổi đã xóa trong bản sửa"
            )
        case .K5:
            (
                "Một số vụ việc dùng cho hai vụ khác nhau cả ngày xảy ra lẫn loại. Tính là hai vụ.",
                "VV1 ở quý I và ở quý III"
            )
        case .K6:
            (
                "Dòng bị thay, nhưng có vẻ đúng hơn dòng thay nó: dòng mới mất một giá trị, đến trước, giống một bản cũ, hoặc chỉ đường dẫn quyết định.",
                "báo cáo 14/3 được giữ dù ngày 18/3 đến một bản không ghi ngày"
            )
        case .K7:
            (
                "Hai dòng ở hai tệp chỉ khác một ô khóa và đều được tính: có thể là một việc đã sửa.",
                "5/3 ở một tệp, 1/3 ở tệp sau"
            )
        // Đơn vị
        case .U1: ("Mã đơn vị không có trong danh mục. Dòng không được tính; mã gần giống được nêu.", "3100001")
        case .U2:
            (
                "Dòng hợp lệ, nhưng đơn vị không hoạt động vào ngày hay kỳ đó: không tính vào số liệu của kỳ.",
                "buổi tuyên truyền sau ngày trường giải thể"
            )
        case .U3:
            (
                "Danh mục cơ sở giáo dục sai: mã trùng hay trống, thiếu loại hình, thiếu mã xã... Cả lần chạy dừng lại, không công bố gì.",
                "31900101 ở dòng 5 và dòng 9"
            )
        case .U4:
            (
                "Danh mục có chỗ lạ: trường nhiều cấp không ghi cấp học, thiếu kết quả năm trước, trùng tên... Vẫn dùng danh mục này.",
                "Trường Tiểu học  Cát Vàng (hai dấu cách)"
            )
        // Kỳ
        case .P1: ("Đọc được kỳ và năm, nhưng không kế hoạch nào có. Dòng không được tính.", "Q1 năm 2019")
        case .P2: ("Ngày không thuộc năm kế hoạch nào. Giá trị được giữ, nhưng không vào kỳ nào.", "5/1/2062")
        case .P3: ("Ngày sau ngày tổng hợp. Giá trị được giữ.", "3/12/2026 khi tổng hợp ngày 1/4")
        case .P4:
            (
                "Kỳ đã chốt, và số liệu trong hộp thư nay khác số đã chốt. Số đã chốt không thay đổi; các kỳ đang mở tính theo số mới.",
                "đơn vị gửi bản sửa quý I sau khi quý I đã chốt"
            )
        case .P5: ("Ngày gửi ghi trong báo cáo sớm hơn ngày tệp đến quá 3 ngày.", "ghi gửi 14/3, đến ngày 20/3")
        case .P7:
            (
                "Tiêu đề của cột, hay tiêu đề nhóm bên trên, ghi tên một kỳ khác với kỳ của dòng: số của một phần hay của nhiều hơn kỳ đó. Ô coi như chưa có; các ô khác của dòng vẫn được tính.",
                "cột “Số vụ (quý I)” trong dòng của kỳ sơ kết 06 tháng"
            )
        case .P6: ("Dòng thuộc kỳ của kế hoạch năm khác, không tính vào năm này.", "H1 năm 2025 trong hộp thư năm 2026")
        // Quyết định, giải trình
        case .O1: ("Đã áp dụng một quyết định của Sở: bỏ tệp, hoặc sửa ô.", "sửa “Số vụ” từ “3” thành “13”")
        case .O2:
            (
                "Không áp dụng được một quyết định của Sở: không có tệp, không có dòng, ô đã đổi giá trị...",
                "ô nay ghi “14”, không còn là “3”"
            )
        case .O3:
            (
                "Lời giải trình trong sổ phản hồi không khớp với phát hiện nào của đơn vị.",
                "giải trình về dòng mà trường đã sửa"
            )
        case .V: nil
        }
    }
}
