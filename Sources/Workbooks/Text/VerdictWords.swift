import Figures
import Plan
import Records

/// What readers see for the program's own states. Every colour has such a word beside it.
extension Verdict {
    var word: String {
        switch self {
        case .met: "Đạt"
        case .notMet: "Chưa đạt"
        case .inProgress: "Đang thực hiện"
        case .notApplicable: "Không áp dụng"
        case .notReported: "Chưa báo cáo"
        }
    }
}

extension Tally.Result {
    package var word: String {
        switch self {
        case .met: "Đạt"
        case .notMet: "Chưa đạt"
        case .inProgress: "Đang thực hiện"
        case .none: "Không có số liệu"
        }
    }
}

extension Severity {
    var word: String {
        switch self {
        case .error: "Lỗi"
        case .query: "Cần giải trình"
        case .information: "Thông tin"
        }
    }
}

extension Finding.State {
    var word: String {
        switch self {
        case .open: "Chưa giải quyết"
        case .answered: "Đã giải trình"
        case .closed: "Đã thay thế"
        }
    }
}

/// Words that stand in more than one sheet.
package enum Words {
    static let yes = "Có"
    static let no = "Không"
    /// Where there is nothing to show, as a missing denominator.
    package static let none = "—"
    static let provisional = "SỐ LIỆU TẠM TÍNH"
    static let total = "Tổng cộng"
    static let missing = "Thiếu"
    static let late = "Báo cáo chậm"
    static let applied = "Đã áp dụng"
    static let notApplied = "Không áp dụng được"
    static let onTime = "Đúng hạn"
    static let notDue = "Chưa đến hạn"
    static let notExpected = "Không phải báo cáo"
    static let counted = "được tính"
    static let leftOut = "Không được tính"
    static let wholeRow = "cả dòng"
    static let noUnits = "Không có đơn vị nào trong kỳ"

    static func of(_ groups: GroupKind) -> String {
        switch groups {
        case .communes: "xã, phường, đặc khu"
        case .kinds: "loại hình"
        case .departments: "phòng chuyên môn"
        }
    }

    static func yesNo(_ flag: Bool) -> String {
        flag ? yes : no
    }
}
