import Plan

extension Finding {
    /// What is wrong and what to enter instead, in short plain Vietnamese sentences for a school's secretary.
    ///
    /// Made where a finding is shown; the finding itself holds only data.
    package func message(plan: Plan) -> String {
        unchecked.isEmpty
            ? text(plan: plan) : "\(text(plan: plan)) Chưa kiểm tra: \(unchecked.joined(separator: ", "))."
    }

    private func text(plan: Plan) -> String {
        switch code {
        case .F1: "Tệp trống, không có dòng nào. Hãy xuất lại tệp và gửi lại."
        case .F2:
            "Không đọc được tệp. \(argument(0).prefix(1).uppercased())\(argument(0).dropFirst()); hãy lưu lại bằng CSV UTF-8 hoặc .xlsx rồi gửi lại."
        case .F3: unknownHeader
        case .F4 where !argument(0).isEmpty:
            "Dòng \(line) có \(argument(0)). Các dòng trước đó đã được tính, phần sau chưa đọc. Hãy kiểm tra dấu ngoặc kép ở dòng này và gửi lại cả tệp."
        case .F4:
            "Dấu ngoặc kép mở ở dòng \(line) không có dấu đóng. Các dòng trước đó đã được tính, phần sau chưa đọc. Hãy sửa dấu ngoặc kép và gửi lại cả tệp."
        case .F5: "Nội dung giống hệt tệp \(argument(0)). Không cần làm gì thêm; số liệu chỉ tính một lần."
        case .F6: "Không đọc tệp này: \(argument(0)). Hãy gửi lại tệp thường, đã ghi xong."
        case .F7 where !argument(1).isEmpty:
            "Không đọc tệp này: \(argument(1)). Hãy xóa các trang, dòng, cột thừa, lưu lại rồi gửi lại."
        case .F7: "Tệp lớn hơn giới hạn \(argument(0)) MB. Hãy tách thành nhiều tệp nhỏ hơn."
        case .F8:
            "Đây là \(argument(0)), chương trình không đọc dạng này. Hãy \(argument(0).contains("nén") ? "giải nén" : "mở ra, lưu lại thành .xlsx hoặc CSV UTF-8") rồi gửi lại."
        case .F9: "Tệp không chứa bảng số liệu (\(argument(0))); không được tính."
        case .F10: "Một số chữ tiếng Việt đã mất khi lưu, vẫn đọc được. Lần sau hãy lưu bằng “CSV UTF-8”."
        case .F11: "Chữ trong tệp bị sai bảng mã, đã được khôi phục. Lần sau hãy lưu bằng “CSV UTF-8”."
        case .F12: "Đây là danh mục cơ sở giáo dục. Danh mục chỉ do Sở quản lý, tệp này không được dùng."
        case .F13: "Tệp chỉ có dòng tiêu đề, không có dòng số liệu nào (không có gì để báo cáo)."
        case .H1:
            "Thiếu cột “\(argument(0))”; giá trị của cột này coi như chưa có. Hãy thêm cột và gửi lại, hoặc giải trình."
        case .H2:
            "Cột “\(argument(0))” xuất hiện hai lần. Nơi hai cột ghi khác nhau, giá trị coi như chưa có. Hãy bỏ bớt một cột."
        case .H3 where header.isEmpty: "Một cột không có tiêu đề, không được đọc."
        case .H3: "Cột “\(header)” không có trong biểu mẫu, không được đọc."
        case .H4: "Cột “\(header)” chứa thông tin cá nhân nên không được đọc. Hãy bỏ cột này trước khi gửi."
        case .L1:
            "Dòng chỉ có \(argument(1)) ô trong khi tiêu đề có \(argument(0)) cột; các ô thiếu coi như chưa có. Hãy điền đủ các ô."
        case .L2: "Dòng này không phải số liệu (tiêu đề lặp lại, dòng tổng hoặc ghi chú), không được tính."
        case .L3:
            "Dòng tổng ghi \(value), nhưng cộng các dòng được \(argument(1)) (cột “\(argument(0))”). Hãy kiểm tra lại."
        case .L4:
            "Dòng có \(argument(1)) ô trong khi tiêu đề có \(argument(0)) cột nên bị lệch cột; dòng không được tính. Hãy xem lại dấu phân cách hoặc dấu ngoặc kép."
        case .L5 where argument(0) == "trang tính ẩn":
            "Đây là trang tính ẩn nên không được đọc. Nếu có số liệu, hãy bỏ ẩn trang tính rồi gửi lại."
        case .L5: "Mỗi ô của vùng gộp đã được điền giá trị của vùng: \(argument(0))."
        case .C1: "Ô “\(argument(0))” phải điền nhưng đang để trống. Hãy điền, hoặc giải trình."
        case .C2 where !argument(1).isEmpty:
            "“\(value)” ở cột “\(argument(0))”: \(argument(1)). Hãy định dạng cột là văn bản và ghi lại đủ các chữ số."
        case .C2: "“\(value)” không phải là số ở cột “\(argument(0))”. Hãy chỉ ghi chữ số, ví dụ 12 hoặc 1.234."
        case .C3: wrongDate
        case .C4: "“\(value)” không phải Có hoặc Không ở cột “\(argument(0))”. Hãy ghi Có hoặc Không."
        case .C5:
            "“\(value)” không có trong danh mục của cột “\(argument(0))”.\(suggestion(1)) \(choices(plan))"
        case .C6:
            "Giá trị “\(value)” ở cột “\(argument(0))” nằm ngoài khoảng cho phép\(bounds). Hãy kiểm tra và ghi lại."
        case .C7: "Nội dung ở cột “\(argument(0))” dài \(argument(1)) ký tự, quá giới hạn 2.000. Hãy rút gọn."
        case .C8: "Ô ở cột “\(argument(0))” có ký tự không hiển thị được, đã bỏ các ký tự đó."
        case .C9 where line == 0:
            "Tên tệp có thể chứa số định danh hoặc số điện thoại, đã che khi ghi ra. Hãy đổi tên tệp rồi gửi lại."
        case .C9: "Ô “\(header)” có thể chứa thông tin cá nhân, đã che. Hãy bỏ thông tin đó rồi gửi lại."
        case .C10 where !argument(1).isEmpty:
            "Ô “\(argument(0))” có \(argument(1)) lưu trong tệp (\(value)). Hãy mở tệp bằng Excel, lưu lại rồi gửi lại."
        case .C10: "Ô “\(argument(0))” chứa lỗi của bảng tính (\(value)). Hãy sửa công thức hoặc ghi giá trị đúng."
        case .C11: "“\(value)” ở cột “\(argument(0))” đã hiểu là 0, hãy ghi 0."
        case .C12:
            "Ngày “\(value)” ở cột “\(argument(0))” có thể bị đảo ngày và tháng; đang hiểu là \(argument(1)). Hãy kiểm tra lại."
        case .C13: "“\(value)” ở cột “\(argument(0))” đã hiểu là \(argument(1)). Lần sau hãy ghi đúng dạng này."
        case .C14: "“\(value)” không có trong danh mục của cột “\(argument(0))”, đang tính là “Khác”.\(suggestion(1))"
        case .C15:
            argument(1).isEmpty
                ? "Ô “\(header)” bị mất chữ tiếng Việt khi lưu. Hãy lưu lại bằng “CSV UTF-8”."
                : "Ô “\(header)” có chữ bị sai bảng mã: “\(argument(1))” phải là “\(argument(2))”. Hãy gõ lại ô đó."
        case .C16:
            value.isEmpty
                ? "Ô “\(argument(0))” trống nên không tính được dòng này (có thể do gộp ô: hãy bỏ gộp ô và điền đủ từng dòng)."
                : "Ô “\(argument(0))” ghi “\(value)” không đọc được nên không tính được dòng này. Hãy sửa ô đó."
        case .K1: "\(argument(0)) dòng giống hệt dòng đã có ở tệp khác hoặc trong chính tệp này; chỉ tính một lần."
        case .K2: "Dòng này đã được thay bằng dòng mới hơn ở \(argument(0)) (\(argument(1)))."
        case .K3:
            "Trong cùng một tệp có hai dòng cùng khóa nhưng khác nhau (\(argument(1))); đang tính dòng \(argument(0)). Hãy bỏ dòng sai."
        case .K4:
            "Dòng này không còn trong lần gửi mới (\(argument(0))) nên không tính nữa. Nếu vẫn đúng, hãy gửi lại đầy đủ."
        case .K5:
            "Số vụ việc này đã dùng cho một vụ khác ở \(argument(0)); hiện tính là hai vụ. Nếu là một vụ, hãy sửa cho khớp; nếu là hai, hãy đặt số khác."
        case .K6:
            "Dòng này bị thay bằng dòng ở \(argument(0)), nhưng \(argument(1)) (\(argument(2))). Hãy xác nhận dòng nào đúng."
        case .K7:
            "Có \(argument(1)) cặp dòng với tệp \(argument(0)) chỉ khác một ô khóa (\(argument(2))): cùng một việc đã sửa? Hiện tính cả hai. Nếu là một, hãy gửi lại tệp đầy đủ."
        case .U1:
            "Mã đơn vị “\(value)” không có trong danh mục, dòng không được tính.\(suggestion(0)) Hãy kiểm tra lại mã."
        case .U2:
            "Đơn vị không hoạt động \(argument(0)); dòng không tính vào số liệu của kỳ đó. Hãy kiểm tra ngày hoặc danh mục."
        case .U3: "Danh mục cơ sở giáo dục sai: \(argument(0)). Phải sửa trước khi chạy."
        case .U4: "Danh mục cơ sở giáo dục cần xem lại: \(argument(0))."
        case .P1:
            "Kỳ báo cáo “\(argument(1))” năm “\(argument(0))” không có trong kế hoạch, dòng không được tính. Hãy ghi đúng kỳ và năm."
        case .P2: "Ngày “\(value)” ở cột “\(argument(0))” không thuộc năm của kế hoạch. Hãy kiểm tra lại ngày."
        case .P3: "Ngày “\(value)” ở cột “\(argument(0))” sau ngày tổng hợp. Hãy kiểm tra lại ngày."
        case .P4: "Kỳ đã chốt: số liệu nay khác số đã chốt (\(argument(0))). Kỳ đã chốt không thay đổi."
        case .P5: "Ngày gửi ghi \(argument(0)) nhưng tệp đến ngày \(argument(1)). Hãy giải trình."
        case .P6: "Dòng thuộc kỳ “\(argument(1))” năm “\(argument(0))” của kế hoạch khác, không tính vào kế hoạch này."
        case .O1:
            "Đã áp dụng quyết định của Sở: \(argument(0)) (\(argument(1)), ngày \(argument(2)): \(argument(3)))."
        case .O2: "Không áp dụng được quyết định của Sở (\(argument(0))): \(argument(1))."
        case .V:
            plan.rules.first { $0.code == codeName }.map { "\($0.message.text(arguments)) \($0.mend)" }
                ?? "Số liệu không khớp một quy định của kế hoạch. Hãy kiểm tra lại."
        case .O3:
            "Giải trình “\(argument(0).prefix(80))” không khớp với phát hiện nào của đơn vị này (mã “\(value)”). Hãy giải trình trong sổ phản hồi mới nhất, giữ nguyên cột “Mã phát hiện”."
        }
    }

    private func argument(_ index: Int) -> String {
        index < arguments.count ? arguments[index] : ""
    }

    private func suggestion(_ index: Int) -> String {
        argument(index).isEmpty ? "" : " Có phải là “\(argument(index))”?"
    }

    /// What may be entered, where a clerk can read it in one line.
    private func choices(_ plan: Plan) -> String {
        let field = dataSet.flatMap { plan.dataSets[$0].fields.first { $0.title == argument(0) } }
        if case .choice(let list) = field?.type, plan.codeLists[list].codes.count <= 8 {
            return "Hãy ghi một trong các giá trị: \(plan.codeLists[list].codes.map(\.name).joined(separator: "; "))."
        }
        return "Hãy chọn đúng một giá trị trong danh mục."
    }

    private var unknownHeader: String {
        var text = "Không nhận ra biểu số liệu từ dòng tiêu đề."
        if !argument(0).isEmpty { text += " Gần nhất là “\(argument(0))”." }
        if !argument(1).isEmpty { text += " Thiếu cột: \(argument(1))." }
        if !argument(2).isEmpty { text += " Cột gần giống: \(argument(2))." }
        return text + " Hãy dùng đúng tiêu đề của biểu mẫu và gửi lại."
    }

    private var wrongDate: String {
        let swapped = argument(1).isEmpty ? "" : " (\(argument(1)))"
        return
            "“\(value)” không phải là ngày\(swapped) ở cột “\(argument(0))”. Hãy ghi ngày/tháng/năm, ví dụ 14/3/2026."
    }

    private var bounds: String {
        switch (argument(1).isEmpty, argument(2).isEmpty) {
        case (true, true): ""
        case (false, true): " (từ \(argument(1)))"
        case (true, false): " (đến \(argument(2)))"
        case (false, false): " (từ \(argument(1)) đến \(argument(2)))"
        }
    }
}
