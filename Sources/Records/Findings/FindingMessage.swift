import Plan

extension Finding {
    /// What is wrong and what to enter instead, in short plain Vietnamese sentences for a school's secretary.
    ///
    /// Made where a finding is shown; the finding itself holds only data.
    package func message(plan: Plan) -> String {
        let wording = wording(plan: plan)
        let message = wording.mend.isEmpty ? wording.fault : wording.fault + wording.joint + wording.mend
        return message + uncheckedRules
    }

    /// The message in two: what is wrong, and what to do, which is empty where there is nothing to do.
    package func faultAndMend(plan: Plan) -> (fault: String, mend: String) {
        let wording = wording(plan: plan)
        let fault = wording.joint == " " ? wording.fault : "\(wording.fault)."
        return (fault + uncheckedRules, wording.mend.prefix(1).uppercased() + wording.mend.dropFirst())
    }

    private struct Wording {
        let fault: String
        let mend: String
        /// Between the two, where they are one sentence.
        let joint: String

        init(_ fault: String, _ mend: String = "", joint: String = " ") {
            self.fault = fault
            self.mend = mend
            self.joint = joint
        }
    }

    private var uncheckedRules: String {
        unchecked.isEmpty ? "" : " Chưa kiểm tra: \(unchecked.joined(separator: ", "))."
    }

    private func wording(plan: Plan) -> Wording {
        switch code {
        case .F1: Wording("Tệp trống, không có dòng nào.", "Hãy xuất lại tệp và gửi lại.")
        case .F2:
            Wording(
                "Không đọc được tệp. \(argument(0).prefix(1).uppercased())\(argument(0).dropFirst())",
                "hãy lưu lại bằng CSV UTF-8 hoặc .xlsx rồi gửi lại.",
                joint: "; "
            )
        case .F3: unknownHeader
        case .F4 where !argument(0).isEmpty:
            Wording(
                "Dòng \(line) có \(argument(0)). Các dòng trước đó đã được tính, phần sau chưa đọc.",
                "Hãy kiểm tra dấu ngoặc kép ở dòng này và gửi lại cả tệp."
            )
        case .F4:
            Wording(
                "Dấu ngoặc kép mở ở dòng \(line) không có dấu đóng. Các dòng trước đó đã được tính, phần sau chưa đọc.",
                "Hãy sửa dấu ngoặc kép và gửi lại cả tệp."
            )
        case .F5: Wording("Nội dung giống hệt tệp \(argument(0)).", "Không cần làm gì thêm; số liệu chỉ tính một lần.")
        case .F6: Wording("Không đọc tệp này: \(argument(0)).", "Hãy gửi lại tệp thường, đã ghi xong.")
        case .F7 where !argument(1).isEmpty:
            Wording("Không đọc tệp này: \(argument(1)).", "Hãy xóa các trang, dòng, cột thừa, lưu lại rồi gửi lại.")
        case .F7: Wording("Tệp lớn hơn giới hạn \(argument(0)) MB.", "Hãy tách thành nhiều tệp nhỏ hơn.")
        case .F8:
            Wording(
                "Đây là \(argument(0)), chương trình không đọc dạng này.",
                "Hãy \(argument(0).contains("nén") ? "giải nén" : "mở ra, lưu lại thành .xlsx hoặc CSV UTF-8") rồi gửi lại."
            )
        case .F9: Wording("Tệp không chứa bảng số liệu (\(argument(0))); không được tính.")
        case .F10: Wording("Một số chữ tiếng Việt đã mất khi lưu, vẫn đọc được.", "Lần sau hãy lưu bằng “CSV UTF-8”.")
        case .F11: Wording("Chữ trong tệp bị sai bảng mã, đã được khôi phục.", "Lần sau hãy lưu bằng “CSV UTF-8”.")
        case .F12: Wording("Đây là danh mục cơ sở giáo dục. Danh mục chỉ do Sở quản lý, tệp này không được dùng.")
        case .F13: Wording("Tệp chỉ có dòng tiêu đề, không có dòng số liệu nào (không có gì để báo cáo).")
        case .H1:
            Wording(
                "Thiếu cột “\(argument(0))”; giá trị của cột này coi như chưa có.",
                "Hãy thêm cột và gửi lại, hoặc giải trình."
            )
        case .H2:
            Wording(
                "Cột “\(argument(0))” xuất hiện hai lần. Nơi hai cột ghi khác nhau, giá trị coi như chưa có.",
                "Hãy bỏ bớt một cột."
            )
        case .H3 where header.isEmpty: Wording("Một cột không có tiêu đề, không được đọc.")
        case .H3 where !argument(0).isEmpty:
            Wording(
                "Cột “\(header)” không được đọc là “\(argument(0))”, vì tiêu đề có thể chỉ một phần hoặc số liệu khác.",
                "Nếu cột ghi đúng và đủ “\(argument(0))”, hãy sửa tiêu đề thành “\(argument(0))”; nếu không, hãy thêm cột đó."
            )
        case .H3: Wording("Cột “\(header)” không có trong biểu mẫu, không được đọc.")
        case .H4: Wording("Cột “\(header)” chứa thông tin cá nhân nên không được đọc.", "Hãy bỏ cột này trước khi gửi.")
        case .L1:
            Wording(
                "Dòng chỉ có \(argument(1)) ô trong khi tiêu đề có \(argument(0)) cột; các ô thiếu coi như chưa có.",
                "Hãy điền đủ các ô."
            )
        case .L2: Wording("Dòng này không phải số liệu (tiêu đề lặp lại, dòng tổng hoặc ghi chú), không được tính.")
        case .L3:
            Wording(
                "Dòng tổng ghi \(value), nhưng cộng các dòng được \(argument(1)) (cột “\(argument(0))”).",
                "Hãy kiểm tra lại."
            )
        case .L4:
            Wording(
                "Dòng có \(argument(1)) ô trong khi tiêu đề có \(argument(0)) cột nên bị lệch cột; dòng không được tính.",
                "Hãy xem lại dấu phân cách hoặc dấu ngoặc kép."
            )
        case .L5 where argument(0) == "trang tính ẩn":
            Wording("Đây là trang tính ẩn nên không được đọc.", "Nếu có số liệu, hãy bỏ ẩn trang tính rồi gửi lại.")
        case .L5: Wording("Mỗi ô của vùng gộp đã được điền giá trị của vùng: \(argument(0)).")
        case .C1: Wording("Ô “\(argument(0))” phải điền nhưng đang để trống.", "Hãy điền, hoặc giải trình.")
        case .C2 where !argument(1).isEmpty:
            Wording(
                "“\(value)” ở cột “\(argument(0))”: \(argument(1)).",
                "Hãy định dạng cột là văn bản và ghi lại đủ các chữ số."
            )
        case .C2:
            Wording("“\(value)” không phải là số ở cột “\(argument(0))”.", "Hãy chỉ ghi chữ số, ví dụ 12 hoặc 1.234.")
        case .C3: wrongDate
        case .C4: Wording("“\(value)” không phải Có hoặc Không ở cột “\(argument(0))”.", "Hãy ghi Có hoặc Không.")
        case .C5:
            Wording("“\(value)” không có trong danh mục của cột “\(argument(0))”.\(suggestion(1))", choices(plan))
        case .C6:
            Wording(
                "Giá trị “\(value)” ở cột “\(argument(0))” nằm ngoài khoảng cho phép\(bounds).",
                "Hãy kiểm tra và ghi lại."
            )
        case .C7:
            Wording("Nội dung ở cột “\(argument(0))” dài \(argument(1)) ký tự, quá giới hạn 2.000.", "Hãy rút gọn.")
        case .C8: Wording("Ô ở cột “\(argument(0))” có ký tự không hiển thị được, đã bỏ các ký tự đó.")
        case .C9 where line == 0:
            Wording(
                "Tên tệp có thể chứa số định danh hoặc số điện thoại, đã che khi ghi ra.",
                "Hãy đổi tên tệp rồi gửi lại."
            )
        case .C9: Wording("Ô “\(header)” có thể chứa thông tin cá nhân, đã che.", "Hãy bỏ thông tin đó rồi gửi lại.")
        case .C10 where !argument(1).isEmpty:
            Wording(
                "Ô “\(argument(0))” có \(argument(1)) lưu trong tệp (\(value)).",
                "Hãy mở tệp bằng Excel, lưu lại rồi gửi lại."
            )
        case .C10:
            Wording("Ô “\(argument(0))” chứa lỗi của bảng tính (\(value)).", "Hãy sửa công thức hoặc ghi giá trị đúng.")
        case .C11: Wording("“\(value)” ở cột “\(argument(0))” đã hiểu là 0", "hãy ghi 0.", joint: ", ")
        case .C12:
            Wording(
                "Ngày “\(value)” ở cột “\(argument(0))” có thể bị đảo ngày và tháng; đang hiểu là \(argument(1)).",
                "Hãy kiểm tra lại."
            )
        case .C13:
            Wording("“\(value)” ở cột “\(argument(0))” đã hiểu là \(argument(1)).", "Lần sau hãy ghi đúng dạng này.")
        case .C14:
            Wording(
                "“\(value)” không có trong danh mục của cột “\(argument(0))”, đang tính là “Khác”.\(suggestion(1))",
                "Hãy ghi một giá trị trong danh mục, hoặc giải trình."
            )
        case .C15:
            argument(1).isEmpty
                ? Wording("Ô “\(header)” bị mất chữ tiếng Việt khi lưu.", "Hãy lưu lại bằng “CSV UTF-8”.")
                : Wording(
                    "Ô “\(header)” có chữ bị sai bảng mã: “\(argument(1))” phải là “\(argument(2))”.",
                    "Hãy gõ lại ô đó."
                )
        case .C16:
            value.isEmpty
                ? Wording(
                    "Ô “\(argument(0))” trống nên không tính được dòng này, có thể do gộp ô",
                    "hãy bỏ gộp ô và điền đủ từng dòng.",
                    joint: ": "
                )
                : Wording(
                    "Ô “\(argument(0))” ghi “\(value)” không đọc được nên không tính được dòng này.",
                    "Hãy sửa ô đó."
                )
        case .K1:
            Wording("\(argument(0)) dòng giống hệt dòng đã có ở tệp khác hoặc trong chính tệp này; chỉ tính một lần.")
        case .K2: Wording("Dòng này đã được thay bằng dòng mới hơn ở \(argument(0)) (\(argument(1))).")
        case .K3:
            Wording(
                "Trong cùng một tệp có hai dòng cùng khóa nhưng khác nhau (\(argument(1))); đang tính dòng \(argument(0)).",
                "Hãy bỏ dòng sai."
            )
        case .K4:
            Wording(
                "Dòng này không còn trong lần gửi mới (\(argument(0))) nên không tính nữa.",
                "Nếu vẫn đúng, hãy gửi lại đầy đủ."
            )
        case .K5:
            Wording(
                "Số vụ việc này đã dùng cho một vụ khác ở \(argument(0)); hiện tính là hai vụ.",
                "Nếu là một vụ, hãy sửa cho khớp; nếu là hai, hãy đặt số khác."
            )
        case .K6:
            Wording(
                "Dòng này bị thay bằng dòng ở \(argument(0)), nhưng \(argument(1)) (\(argument(2))).",
                "Hãy xác nhận dòng nào đúng."
            )
        case .K7:
            Wording(
                "Có \(argument(1)) cặp dòng với tệp \(argument(0)) chỉ khác một ô khóa (\(argument(2))): cùng một việc đã sửa? Hiện tính cả hai.",
                "Nếu là một, hãy gửi lại tệp đầy đủ."
            )
        case .U1:
            Wording(
                "Mã đơn vị “\(value)” không có trong danh mục, dòng không được tính.\(suggestion(0))",
                "Hãy kiểm tra lại mã."
            )
        case .U2:
            Wording(
                "Đơn vị không hoạt động \(argument(0)); dòng không tính vào số liệu của kỳ đó.",
                "Hãy kiểm tra ngày hoặc danh mục."
            )
        case .U3: Wording("Danh mục cơ sở giáo dục sai: \(argument(0)).", "Phải sửa trước khi chạy.")
        case .U4: Wording("Danh mục cơ sở giáo dục cần xem lại: \(argument(0)).")
        case .P1:
            Wording(
                "Kỳ báo cáo “\(argument(1))” năm “\(argument(0))” không có trong kế hoạch, dòng không được tính.",
                "Hãy ghi đúng kỳ và năm."
            )
        case .P2:
            Wording("Ngày “\(value)” ở cột “\(argument(0))” không thuộc năm của kế hoạch.", "Hãy kiểm tra lại ngày.")
        case .P3: Wording("Ngày “\(value)” ở cột “\(argument(0))” sau ngày tổng hợp.", "Hãy kiểm tra lại ngày.")
        case .P4: Wording("Kỳ đã chốt: số liệu nay khác số đã chốt (\(argument(0))). Kỳ đã chốt không thay đổi.")
        case .P5: Wording("Ngày gửi ghi \(argument(0)) nhưng tệp đến ngày \(argument(1)).", "Hãy giải trình.")
        case .P6:
            Wording(
                "Dòng thuộc kỳ “\(argument(1))” năm “\(argument(0))” của kế hoạch khác, không tính vào kế hoạch này."
            )
        case .P7:
            Wording(
                "Theo tiêu đề, cột “\(header)” là số liệu của \(argument(1).isEmpty ? "nhiều kỳ khác nhau" : "kỳ \(argument(1))"), không phải của \(argument(2)) trong dòng này; số “\(value)” không được tính.",
                "Nếu số đúng là của \(argument(2)), hãy bỏ tên kỳ khỏi tiêu đề cột; nếu không, hãy ghi số liệu đúng kỳ của dòng."
            )
        case .O1:
            Wording(
                "Đã áp dụng quyết định của Sở: \(argument(0)) (\(argument(1)), ngày \(argument(2)): \(argument(3)))."
            )
        case .O2: Wording("Không áp dụng được quyết định của Sở (\(argument(0))): \(argument(1)).")
        case .V:
            plan.rules.first { $0.code == codeName }.map { Wording($0.message.text(arguments), $0.mend) }
                ?? Wording("Số liệu không khớp một quy định của kế hoạch.", "Hãy kiểm tra lại.")
        case .O3:
            Wording(
                "Giải trình “\(argument(0).prefix(80))” không khớp với phát hiện nào của đơn vị này (mã “\(value)”).",
                "Hãy giải trình trong sổ phản hồi mới nhất, giữ nguyên cột “Mã phát hiện”."
            )
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

    private var unknownHeader: Wording {
        var text = "Không nhận ra biểu số liệu từ dòng tiêu đề."
        if !argument(0).isEmpty { text += " Gần nhất là “\(argument(0))”." }
        if !argument(1).isEmpty { text += " Thiếu cột: \(argument(1))." }
        if !argument(2).isEmpty { text += " Cột gần giống: \(argument(2))." }
        return Wording(text, "Hãy dùng đúng tiêu đề của biểu mẫu và gửi lại.")
    }

    private var wrongDate: Wording {
        let swapped = argument(1).isEmpty ? "" : " (\(argument(1)))"
        return
            Wording(
                "“\(value)” không phải là ngày\(swapped) ở cột “\(argument(0))”.",
                "Hãy ghi ngày/tháng/năm, ví dụ 14/3/2026."
            )
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
