import Plan
import Spreadsheet

/// The units whose report has not come, or came late.
struct AbsenceTable {
    struct Row {
        let communeCode: String
        let communeName: String
        let code: String
        let name: String
        let kind: String
        /// `Thiếu`, `Chưa đến hạn` or `Báo cáo chậm`.
        let state: String
        /// The day on which it came, and how many days after the last day on time.
        let came: CalendarDate?
        let daysLate: Int?
    }

    let rows: [Row]
    let emptyText: String

    var table: SheetTable {
        let rows = rows
        return SheetTable(columns: Self.columns, rowCount: rows.count) { .data(Self.values(rows[$0], ordinal: $0 + 1)) }
            .with {
                $0.frozenColumns = 5
                $0.emptyText = emptyText
            }
    }

    private static let columns = [
        TableColumn("STT", .ordinal, width: 5...7),
        TableColumn("Mã xã", .code, width: 8...12),
        TableColumn("Xã, phường, đặc khu", .text, width: 16...26),
        TableColumn("Mã đơn vị", .code, width: 10...18),
        TableColumn("Tên đơn vị", .text, width: 24...50, stretches: true),
        TableColumn("Loại hình", .text, width: 12...20),
        TableColumn(
            "Tình trạng",
            .word,
            width: 11...15,
            conditions: HouseColour.conditions(met: [], notMet: [Words.missing], grey: [Words.notDue])
        ),
        TableColumn("Ngày gửi", .day, width: 11...12),
        TableColumn("Số ngày chậm", .count, width: 8...10),
    ]

    private static func values(_ row: Row, ordinal: Int) -> [CellValue] {
        [
            FigureValues.count(ordinal), .text(row.communeCode), .text(row.communeName), .text(row.code),
            .text(row.name), .text(row.kind), .text(row.state),
            row.came.map { .date(daysSince1970: Int($0.days)) } ?? .blank,
            row.daysLate.map(FigureValues.count) ?? .blank,
        ]
    }
}
