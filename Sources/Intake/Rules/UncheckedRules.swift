import Plan
import Records

/// The rules that cannot be asked where a column is missing, or a cell cannot be read: `chưa kiểm tra`.
struct UncheckedRules {
    private let fields: [Field]
    /// Codes of the rules that read it, by position of the field.
    private let rules: [[String]]

    init(_ plan: Plan, dataSet: Int) {
        fields = plan.dataSets[dataSet].fields
        rules = plan.rulesByField(of: dataSet)
    }

    /// Names the rules on what is said of the column or cell.
    ///
    /// - Returns: the cells, by row of the file's table and field.
    func mark(_ reading: inout FileReading) -> [(row: Int32, field: Int)] {
        var columns: [Int32: Int] = [:]
        for (field, column) in reading.sentColumns.enumerated() {
            if let column { columns[column.position] = field }
        }
        var cells: [(row: Int32, field: Int)] = []
        for index in reading.findings.indices {
            let finding = reading.findings[index]
            if finding.code == .H1 {
                let field = fields.indices.first {
                    fields[$0].title == finding.arguments.first && reading.sentColumns[$0] == nil
                }
                if let field { reading.findings[index].unchecked = rules[field] }
            } else if finding.severity == .error, let row = finding.row,
                let field = finding.column.flatMap({ columns[$0] }), !rules[field].isEmpty
            {
                reading.findings[index].unchecked = rules[field]
                cells.append((row, field))
            }
        }
        return cells
    }
}
