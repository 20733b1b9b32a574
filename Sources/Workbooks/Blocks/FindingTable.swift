import Plan
import Records
import Spreadsheet

/// Every finding of the inbox, to be filtered by severity.
struct FindingTable {
    let findings: ArraySlice<FindingRow>

    var table: SheetTable {
        let findings = findings
        let first = findings.startIndex
        return SheetTable(columns: Self.columns, rowCount: findings.count) { .data(Self.values(findings[first + $0])) }
            .with {
                $0.size = 10
                $0.frozenColumns = 2
                $0.emptyText = "Không có phát hiện nào"
            }
    }

    private static let columns = [
        TableColumn(
            "Mức độ",
            .word,
            width: 7...8,
            conditions: HouseColour.conditions(
                met: [],
                notMet: [Severity.error.word],
                grey: [Severity.information.word]
            )
        ),
        TableColumn("Mã lỗi", .word, width: 4...7),
        TableColumn("Tình trạng", .word, width: 8...8),
        TableColumn("Mã đơn vị", .code, width: 8...14),
        TableColumn("Kỳ", .word, width: 7...9),
        TableColumn("Biểu dữ liệu", .text, width: 8...10),
        TableColumn("Tệp", .text, width: 12...14),
        TableColumn("Dòng", .ordinal, width: 5...9),
        TableColumn("Cột", .text, width: 7...11),
        TableColumn("Giá trị đã nhập", .text, width: 9...14),
        TableColumn("Nội dung cần sửa", .text, width: 22...80, stretches: true),
        TableColumn("Mã phát hiện", .code, width: 9...18),
        TableColumn("Giải trình", .text, width: 8...12),
        TableColumn("Khóa", .text, width: 8...12),
    ]

    private static func values(_ finding: FindingRow) -> [CellValue] {
        [
            .text(finding.severity.word), .text(finding.code), .text(finding.state.word), .text(finding.unit),
            .text(finding.period), .text(finding.dataSet), .text(finding.file),
            finding.line.map(FigureValues.count) ?? .blank, .text(column(finding)), .text(finding.value),
            .text(finding.message), .text(finding.id), .text(finding.answer), .text(finding.key),
        ]
    }

    /// `D: Ngày báo cáo`: the letter that the sender sees above the column, and the header as sent.
    private static func column(_ finding: FindingRow) -> String {
        guard let column = finding.column else { return finding.header }
        let letter = CellRange.columnName(column)
        return finding.header.isEmpty ? letter : "\(letter): \(finding.header)"
    }
}
