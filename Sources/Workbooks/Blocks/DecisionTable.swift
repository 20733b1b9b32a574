import Plan
import Spreadsheet

/// Every decision of the office with who, when and why, and what became of it.
struct DecisionTable {
    let decisions: [DecisionRow]

    var table: SheetTable {
        SheetTable(columns: Self.columns, rows: decisions.map { .data(Self.values($0)) }).with {
            $0.size = 10
            $0.frozenColumns = 2
            $0.emptyText = "Không có quyết định nào"
        }
    }

    static let applied = "Đã áp dụng"
    static let notApplied = "Không áp dụng được"

    private static let columns = [
        TableColumn("Dòng", .ordinal, width: 5...7),
        TableColumn(
            "Kết quả",
            .text,
            width: 10...10,
            conditions: HouseColour.conditions(met: [applied], notMet: [notApplied], grey: [])
        ),
        TableColumn("Vì sao không áp dụng", .text, width: 13...14),
        TableColumn("Loại quyết định", .word, width: 8...8),
        TableColumn("Tệp", .text, width: 10...14),
        TableColumn("Mã đơn vị", .code, width: 8...14),
        TableColumn("Biểu", .text, width: 8...10),
        TableColumn("Khóa", .text, width: 9...11),
        TableColumn("Cột", .text, width: 8...10),
        TableColumn("Giá trị cũ", .text, width: 8...10),
        TableColumn("Giá trị mới", .text, width: 8...10),
        TableColumn("Người quyết định", .text, width: 9...10),
        TableColumn("Ngày quyết định", .day, width: 9...12),
        TableColumn("Lý do", .text, width: 12...60, stretches: true),
    ]

    private static func values(_ decision: DecisionRow) -> [CellValue] {
        [
            FigureValues.count(decision.line), .text(decision.obstacle == nil ? applied : notApplied),
            .text(decision.obstacle ?? ""), .text(decision.kind), .text(decision.file), .text(decision.unit),
            .text(decision.dataSet), .text(decision.key), .text(decision.column), .text(decision.oldValue),
            .text(decision.newValue), .text(decision.decidedBy), .date(daysSince1970: Int(decision.decidedOn.days)),
            .text(decision.reason),
        ]
    }
}
