import Plan
import Records

extension FileReading {
    /// Names the rules that cannot be asked of a cell with an error, on the cell's finding.
    ///
    /// - Parameter rules: codes of the rules that read it, by position of the field.
    /// - Returns: the cells, by row of the file's table and field.
    mutating func markUnchecked(_ rules: [[String]]) -> [(row: Int32, field: Int)] {
        var fields: [Int32: Int] = [:]
        for (field, column) in sentColumns.enumerated() {
            if let column { fields[column.position] = field }
        }
        var cells: [(row: Int32, field: Int)] = []
        for index in findings.indices where findings[index].severity == .error {
            guard let row = findings[index].row, let field = findings[index].column.flatMap({ fields[$0] }),
                !rules[field].isEmpty
            else { continue }
            findings[index].unchecked = rules[field]
            cells.append((row, field))
        }
        return cells
    }
}
