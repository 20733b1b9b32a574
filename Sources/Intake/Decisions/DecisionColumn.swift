import Tabular

/// A column of the decisions' file. Its headers are folded as those of data sets are.
enum DecisionColumn: CaseIterable {
    case kind, path, sha256, unit, dataSet, key, field, oldValue, newValue, decidedBy, decidedOn, reason

    /// As the form has it.
    var title: String {
        switch self {
        case .kind: "Loại quyết định"
        case .path: "Tệp"
        case .sha256: "SHA-256"
        case .unit: "Mã đơn vị"
        case .dataSet: "Biểu"
        case .key: "Khóa"
        case .field: "Cột"
        case .oldValue: "Giá trị cũ"
        case .newValue: "Giá trị mới"
        case .decidedBy: "Người quyết định"
        case .decidedOn: "Ngày quyết định"
        case .reason: "Lý do"
        }
    }

    private var aliases: [String] {
        switch self {
        case .kind: ["Loại"]
        case .sha256: ["SHA-256 của tệp"]
        // As the office's workbook calls them.
        case .dataSet: ["Biểu dữ liệu"]
        case .oldValue: ["Giá trị đã nhập"]
        case .path, .unit, .key, .field, .newValue, .decidedBy, .decidedOn, .reason: []
        }
    }

    /// Without these there is no decision.
    var isIndispensable: Bool {
        switch self {
        case .kind, .decidedBy, .decidedOn, .reason: true
        case .path, .sha256, .unit, .dataSet, .key, .field, .oldValue, .newValue: false
        }
    }

    /// Folded header to column.
    static let byHeader: [[UInt8]: DecisionColumn] = {
        var columns: [[UInt8]: DecisionColumn] = [:]
        for column in allCases {
            for header in [column.title] + column.aliases { columns[fold(Array(header.utf8).span)] = column }
        }
        return columns
    }()

    /// Columns of the office's own that say nothing to the program.
    static let ignored: Set<[UInt8]> = Set(["STT", "Ghi chú"].map { fold(Array($0.utf8).span) })
}
