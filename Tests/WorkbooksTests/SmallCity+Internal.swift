import Plan
import Records
import Workbooks

extension SmallCity {
    static func findings(_ count: Int) -> [FindingRow] {
        (0..<count).map { index in
            FindingRow(
                code: ["C3", "K2", "H1", "V12"][index % 4],
                severity: Severity.allCases[index % 3],
                state: index % 5 == 0 ? .answered : .open,
                dataSet: "Báo cáo của đơn vị",
                file: "phuong-hong-bang/quy-1/BaoCao_ANTQ_\(index / 3).xlsx!Sheet1",
                line: index % 7 == 0 ? nil : index + 2,
                column: index % 4,
                header: "Ngày báo cáo",
                unit: String(31_303_700 + index),
                period: "2026-Q1",
                value: "31/02/2026",
                message: "“31/02/2026” không phải là ngày. Hãy nhập ngày theo dạng ngày/tháng/năm, ví dụ 05/03/2026.",
                id: "a1b2c3d4e5f6",
                answer: index % 3 == 0 ? "Nhà trường xác nhận có hai vụ việc khác nhau trong cùng một ngày" : "",
                key: "\(31_303_700 + index)|2026-03-05|TP;MT|SHDC"
            )
        }
    }

    static func decisions(_ count: Int) -> [DecisionRow] {
        (0..<count).map { index in
            DecisionRow(
                line: index + 2,
                kind: "Sửa ô",
                file: index % 2 == 0 ? "" : "xa-an-duong/truong-thcs-hai-van-dong/bao-cao-\(index).csv",
                unit: String(31_303_700 + index),
                dataSet: "tuyen-truyen",
                key: "5/3/2026|TP;MT|SHDC",
                column: "Số học sinh vi phạm cùng kỳ năm trước",
                oldValue: "khoảng 20 học sinh",
                newValue: "20",
                decidedBy: "Nguyễn Thị Hải Vân",
                decidedOn: period.due,
                reason: "Đã gọi điện cho nhà trường, nhà trường xác nhận và sẽ gửi lại",
                obstacle: index % 3 == 0 ? "ô nay ghi “21”, không còn là “khoảng 20 học sinh”" : nil
            )
        }
    }

    static func sources(_ count: Int) -> [SourceFile] {
        (0..<count).map { index in
            SourceFile(
                path: "xa-an-duong/bao-cao-\(index).csv",
                sha256: String(repeating: "0123456789abcdef", count: 4),
                bytes: 12_345 * (index + 1),
                dataSet: "Báo cáo của đơn vị",
                encoding: "UTF-8",
                outcome: "Chấp nhận, cần giải trình",
                rows: .init(read: 120, counted: 100, merged: 10, superseded: 8, leftOut: 2, notData: 1),
                firstSeen: index == 1 ? nil : period.due.advanced(by: -index)
            )
        }
    }
}
