import Plan
import Spreadsheet

/// Every input file with its hash and what became of its rows, so that anyone can check where the figures come from.
struct SourceTable {
    let sources: [SourceFile]

    var table: SheetTable {
        var rows = sources.enumerated().map { TableRow.data(values($0.element, ordinal: $0.offset + 1)) }
        if !sources.isEmpty { rows.append(.total(total)) }
        return SheetTable(columns: Self.columns, rows: rows).with {
            $0.size = 10
            $0.frozenColumns = 2
            $0.emptyText = "Không có tệp nào"
        }
    }

    private static let columns = [
        TableColumn("STT", .ordinal, width: 4...7, group: "Tệp nhận được"),
        TableColumn("Tệp", .text, width: 18...60, group: "Tệp nhận được", stretches: true),
        // Half of the 64 digits on a line.
        TableColumn("SHA-256", .text, width: 33...33, group: "Tệp nhận được"),
        TableColumn("Dung lượng (byte)", .count, width: 7...14, group: "Tệp nhận được"),
        TableColumn("Nhận lần đầu", .day, width: 9...12, group: "Tệp nhận được"),
        TableColumn("Biểu dữ liệu", .text, width: 8...10, group: "Cách đọc"),
        TableColumn("Mã hóa", .word, width: 6...10, group: "Cách đọc"),
        TableColumn("Kết quả", .text, width: 9...11, group: "Cách đọc"),
        TableColumn("Đã đọc", .count, width: 5...10, group: "Số dòng"),
        TableColumn("Được tính", .count, width: 5...10, group: "Số dòng"),
        TableColumn("Gộp", .count, width: 5...10, group: "Số dòng"),
        TableColumn("Bị thay thế", .count, width: 5...10, group: "Số dòng"),
        TableColumn("Bị loại", .count, width: 5...10, group: "Số dòng"),
        TableColumn("Không phải dữ liệu", .count, width: 6...10, group: "Số dòng"),
    ]

    private func values(_ source: SourceFile, ordinal: Int) -> [CellValue] {
        [
            FigureValues.count(ordinal), .text(source.path), .text(source.sha256), FigureValues.count(source.bytes),
            source.firstSeen.map { .date(daysSince1970: Int($0.days)) } ?? .blank,
            .text(source.dataSet), .text(source.encoding), .text(source.outcome),
        ] + counts(source.rows)
    }

    private var total: [CellValue] {
        func sum(_ count: (SourceFile.Rows) -> Int) -> Int { sources.reduce(0) { $0 + count($1.rows) } }
        let rows = SourceFile.Rows(
            read: sum(\.read),
            counted: sum(\.counted),
            merged: sum(\.merged),
            superseded: sum(\.superseded),
            leftOut: sum(\.leftOut),
            notData: sum(\.notData)
        )
        let bytes = sources.reduce(0) { $0 + $1.bytes }
        return [.blank, .text(Words.total), .blank, FigureValues.count(bytes), .blank, .blank, .blank, .blank]
            + counts(rows)
    }

    private func counts(_ rows: SourceFile.Rows) -> [CellValue] {
        [rows.read, rows.counted, rows.merged, rows.superseded, rows.leftOut, rows.notData].map(FigureValues.count)
    }
}
