import Plan

/// Where a row stands: 8 bytes.
package struct SourceRow: Hashable, Sendable {
    /// Position in the run's list of files.
    package let file: Int32
    /// Physical line of the file, or row of the sheet, from 1.
    package let line: Int32

    package init(file: Int32, line: Int32) {
        self.file = file
        self.line = line
    }
}

/// A data set's rows as typed columns.
///
/// Each cell is a 32-bit number, whose meaning follows from the field's type:
///
/// | type | cell |
/// | --- | --- |
/// | code with the role `unit` | position of the unit in the roster |
/// | other code, text | number of the text in `texts` |
/// | integer | the integer |
/// | decimal | number in `texts` of its shortest decimal form (`12.5`) |
/// | date | days since 1 January 1970 |
/// | boolean | 0 or 1 |
/// | choice | position in the code list; a value on no list of an open list: the list's length + the number in `texts` of its folded form |
/// | choices | number in `texts` of the set's codes in the list's order, joined by `;`, values on no list as `?` + their folded form |
package struct Table: Sendable {
    /// The cell of a value that is not given, or that could not be read.
    package static let missing = Int32.min

    /// Position in `Plan.dataSets`.
    package let dataSet: Int
    /// By position of the field.
    package var columns: [[Int32]]
    package var sources: [SourceRow]
    package var texts: TextPool

    package init(dataSet: Int, fieldCount: Int) {
        self.dataSet = dataSet
        columns = [[Int32]](repeating: [], count: fieldCount)
        sources = []
        texts = TextPool()
    }

    package var count: Int { sources.count }

    /// The rows for which that holds, in their order.
    package func filtered(_ isKept: (Int) -> Bool) -> Table {
        let kept = sources.indices.filter(isKept)
        var table = self
        table.sources = kept.map { sources[$0] }
        table.columns = columns.map { column in kept.map { column[$0] } }
        return table
    }

    /// Appends all rows of a table of the same data set, whose texts get this table's numbers.
    package mutating func append(_ other: Table, plan: Plan) {
        var numbers = [Int32](repeating: Table.missing, count: other.texts.count)
        let fields = plan.dataSets[dataSet].fields
        for (column, field) in fields.enumerated() {
            switch field.holdsTexts(plan) {
            case .never:
                columns[column].append(contentsOf: other.columns[column])
            case .from(let first):
                columns[column].reserveCapacity(columns[column].count + other.count)
                for cell in other.columns[column] {
                    guard cell != Table.missing, cell >= first else {
                        columns[column].append(cell)
                        continue
                    }
                    let number = Int(cell - first)
                    if numbers[number] == Table.missing {
                        let text = Array(other.texts.utf8(number))
                        numbers[number] = Int32(texts.intern(text.span))
                    }
                    columns[column].append(numbers[number] + first)
                }
            }
        }
        sources.append(contentsOf: other.sources)
    }
}

extension Field {
    package enum TextCells {
        case never
        /// A cell of at least that value is that value + a text's number.
        case from(Int32)
    }

    /// Whether this field's cells are numbers of texts.
    package func holdsTexts(_ plan: Plan) -> TextCells {
        switch type {
        case .code: roles.contains(.unit) ? .never : .from(0)
        case .text, .decimal, .choices: .from(0)
        case .choice(let list): .from(Int32(plan.codeLists[list].codes.count))
        case .integer, .date, .boolean: .never
        }
    }
}
