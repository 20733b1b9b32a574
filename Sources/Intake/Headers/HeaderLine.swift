// One to three rows of a table, held together against the headers of all data sets. Whether they are a header at all is only
// known from the answer.

import Plan
import Tabular

/// Rows that may be a header, with what each column of theirs could mean.
struct HeaderLine {
    /// From the top down.
    private(set) var rows: [HeaderRow]
    let columns: [ColumnName]
    /// Columns that have a name.
    let filled: Int
    /// Columns whose name is known noise.
    let noise: Int
    /// By data set: how many different fields the columns name.
    let matched: [Int]
    /// By data set and field: how the columns claim it.
    private let claims: [[Claim]]
    /// By data set.
    private let keys: [[Int]]

    private enum Claim {
        case none
        /// By one column, not quite by its name.
        case loose
        /// By several, so by none.
        case contested
        case firm

        var isField: Bool { self == .firm || self == .loose }
    }

    init(_ rows: [HeaderRow], _ vocabulary: Vocabulary) {
        self.rows = rows
        let plan = vocabulary.plan
        keys = plan.dataSets.map(\.key)
        columns = HeaderGroups(rows).columns.map { ColumnName($0, vocabulary) }
        var claims = plan.dataSets.map { [Claim](repeating: .none, count: $0.fields.count) }
        var filled = 0
        var noise = 0
        for column in columns {
            if !column.isUnnamed { filled += 1 }
            if column.meanings.isEmpty, vocabulary.noise.contains(column.text) { noise += 1 }
            for meaning in column.meanings {
                let claim = claims[meaning.dataSet][meaning.field]
                claims[meaning.dataSet][meaning.field] =
                    claim == .firm || !Self.isLoose(column, meaning, keys)
                    ? .firm : claim == .none ? .loose : .contested
            }
        }
        for column in columns {
            for part in column.parts
            where claims[part.dataSet][part.field] == .loose && Self.isOneOfSeveral(part, beside: column, in: columns) {
                claims[part.dataSet][part.field] = .contested
            }
        }
        self.claims = claims
        self.filled = filled
        self.noise = noise
        matched = claims.map { $0.count(where: \.isField) }
    }

    /// The same row where it stands on another line.
    func at(line: Int) -> HeaderLine {
        var moved = self
        moved.rows[moved.rows.count - 1].line = line
        return moved
    }

    /// The same rows where they stand elsewhere.
    func standing(in rows: [HeaderRow]) -> HeaderLine {
        var moved = self
        moved.rows = rows
        return moved
    }

    /// Physical line of the lowest row.
    var line: Int { rows.last?.line ?? 0 }

    /// The data sets that the line is a header of: all key columns are there, and no other has more columns. More than one is
    /// a tie (F3).
    ///
    /// The roster's key is the unit's code alone, which every form has. So a line of which another data set knows more columns
    /// is no roster: a form with a slip in its header would be told "a roster, not used", and nobody would mend it.
    func dataSets(_ plan: Plan) -> [Int] {
        let mostOfAny = matched.max() ?? 0
        let possible = plan.dataSets.indices.filter { dataSet in
            matched[dataSet] > 0 && matched[dataSet] * 2 >= filled && missingKeys(of: dataSet, plan).isEmpty
                && (!plan.dataSets[dataSet].isRoster || matched[dataSet] == mostOfAny)
        }
        let most = possible.map { matched[$0] }.max() ?? 0
        return possible.filter { matched[$0] == most }
    }

    /// The key fields that no column names.
    func missingKeys(of dataSet: Int, _ plan: Plan) -> [Int] {
        plan.dataSets[dataSet].key.filter { !claims[dataSet][$0].isField }
    }

    /// By column: the field of a data set that it names.
    func fields(of dataSet: Int) -> [Int?] {
        columns.map { column in
            let meaning = column.meanings.lazy.filter { $0.dataSet == dataSet }.min { $0.rank < $1.rank }
            guard let meaning, case let claim = claims[dataSet][meaning.field] else { return nil }
            return claim == (Self.isLoose(column, meaning, keys) ? .loose : .firm) ? meaning.field : nil
        }
    }

    /// What the line makes of its columns as a header of a data set.
    ///
    /// - Returns: by column: the field, and the periods that its figures are of.
    func bindings(of dataSet: Int, _ qualifiers: Qualifiers) -> [Binding] {
        zip(columns, fields(of: dataSet)).map { column, field in
            guard let field, qualifiers.isFigure(field, of: dataSet) else { return Binding(field: field) }
            return Binding(field: field, periods: column.periods)
        }
    }

    struct Binding: Equatable {
        let field: Int?
        var periods: Set<Int>?
    }

    /// Whether a column claims a field only where no other does: by a name without its brackets; or a key by a text below a
    /// group title, because `Nam` below `Số học sinh` is no year, nor is `Nam` beside `Năm`.
    private static func isLoose(_ column: ColumnName, _ meaning: Vocabulary.Meaning, _ keys: [[Int]]) -> Bool {
        column.isLoose || (column.isTextAlone || column.saysMale) && keys[meaning.dataSet].contains(meaning.field)
    }

    /// Whether a column that claims a field is a part of it as well as the other: `(quý I)` beside `(quý II)`, which no period
    /// of the plan is. `Số học sinh (em)` beside `Số học sinh (bán trú)` is none.
    private static func isOneOfSeveral(
        _ part: Vocabulary.Meaning,
        beside other: ColumnName,
        in columns: [ColumnName]
    ) -> Bool {
        columns.contains { column in
            let isBelowTheSame = column.titleOfBrackets != nil && column.titleOfBrackets == other.titleOfBrackets
            return (isBelowTheSame || column.namesPeriod)
                && column.meanings.contains { $0.dataSet == part.dataSet && $0.field == part.field }
        }
    }

    /// The line as the header of a data set.
    func header(of dataSet: Int, _ vocabulary: Vocabulary) -> Header {
        let width = 1 + (columns.lastIndex { !$0.isUnnamed } ?? -1)
        var taken: Set<Int> = []
        let bindings = bindings(of: dataSet, vocabulary.qualifiers).prefix(width)
        let kinds = zip(columns, bindings.map(\.field)).map { column, field -> Header.Column in
            if column.isUnnamed { return .unnamed }
            let type = field.map { vocabulary.plan.dataSets[dataSet].fields[$0].type }
            // In the brackets that were left out may stand what the cells hold, and only texts can hold it.
            let mayHoldNames =
                type == nil || column.isLoose && !column.hasLostLetters && (type == .text || type == .code)
            if mayHoldNames,
                vocabulary.personal.contains(column) || vocabulary.lostLetters.mayBePersonal(column.spellings)
            {
                return .personal
            }
            guard let field else {
                let refused = column.refused.first { $0.dataSet == dataSet && !claims[dataSet][$0.field].isField }
                return refused.map { .another(than: $0.field) } ?? .unknown
            }
            return taken.insert(field).inserted ? .field(field) : .repeated(field: field)
        }
        let hasLostLetters = zip(columns, kinds).contains { column, kind in
            if case .field = kind { column.hasLostLetters } else { false }
        }
        return Header(
            dataSet: dataSet,
            line: line,
            columns: kinds,
            titles: columns.prefix(width).map(\.title),
            periods: bindings.map(\.periods),
            lines: rows.map { row in (0..<width).map { row.cell($0).folded } },
            hasLostLetters: hasLostLetters
        )
    }
}

extension HeaderLine {
    /// Whether the row below is a part of this header: then the counts stand there, and the header must not be read as if
    /// they were missing (or, worse, as if the first column of a group were all of it).
    ///
    /// A row of data has something in its key columns, and numbers or dates; the second line of a header has neither.
    func isContinued(by row: HeaderRow, dataSet: Int, _ vocabulary: Vocabulary) -> Bool {
        guard row.hasOnlyLabels else { return false }
        let fields = fields(of: dataSet)
        let key = vocabulary.plan.dataSets[dataSet].key
        var added: [Int] = []
        for (index, cell) in row.cells.enumerated() where !cell.isEmpty {
            if index < columns.count, cell.folded == columns[index].text { continue }
            if index < fields.count, let field = fields[index], key.contains(field), !cell.isInBrackets { return false }
            added.append(index)
        }
        guard added.count == 1, let column = added.first, column < columns.count else { return !added.isEmpty }
        // One text alone below a name is a remark, unless it is a unit, or the rest of the name.
        let name = columns[column]
        let cell = row.cells[column]
        return name.isUnnamed || cell.isInBrackets
            || !vocabulary.meanings(of: name.text + [0x5F] + cell.folded).isEmpty
    }

    /// Whether a row below surely is no part of this header: one of its key columns holds something else than its name.
    ///
    /// Most files are small, and the row below the header is their first row of data: it is not looked at any further.
    func isEnded(by record: Record, dataSet: Int, _ plan: Plan) -> Bool {
        let key = plan.dataSets[dataSet].key
        let bytes = record.bytes.span
        for (index, field) in fields(of: dataSet).enumerated().prefix(record.count) {
            guard let field, key.contains(field) else { continue }
            let range = record.range(index)
            guard (1...64).contains(range.count), bytes[range.lowerBound] != UInt8(ascii: "(") else { continue }
            let folded = fold(bytes.extracting(range))
            if !folded.isEmpty, folded != columns[index].text { return true }
        }
        return false
    }
}
