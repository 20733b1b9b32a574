import Plan
import Records

@testable import Intake

/// Says what is wrong with the reading of a file that something befell: what was lost, or read as something else, in silence.
struct MutationJudge {
    let context: ReadingContext

    private var plan: Plan { context.plan }

    // MARK: What the bytes say

    /// Every line is taken or told; every cell of a taken row says what was read, or is told. Nil where the file's text is not
    /// plain to see.
    func verdict(on reading: FileReading, in bytes: [UInt8]) -> Verdict? {
        guard let table = reading.table, table.count > 0 else {
            return Verdict(faults: reading.findings.isEmpty ? ["nothing read, and nothing told"] : [])
        }
        guard let plain = PlainTable(bytes, reading, plan) else { return nil }
        let told = Told(reading, plan.dataSets[table.dataSet].fields)
        let taken = Dictionary(table.sources.enumerated().map { ($0.element.line, $0.offset) }) { first, _ in first }
        var verdict = Verdict()
        if taken.count != table.count { verdict.faults.append("two rows of one line") }
        for row in plain.rows {
            guard let position = taken[row.line] else {
                verdict.judgeLine(isTold: told.lines.contains(row.line), row.line)
                continue
            }
            judgeCells(row, position, table, plain, told, &verdict)
        }
        let lines = Set(plain.rows.map(\.line))
        verdict.faults += taken.keys.filter { !lines.contains($0) }.map { "line \($0) is taken, and is none" }
        return verdict
    }

    private func judgeCells(
        _ row: PlainTable.Row,
        _ position: Int,
        _ table: Table,
        _ plain: PlainTable,
        _ told: Told,
        _ verdict: inout Verdict
    ) {
        for (index, field) in plan.dataSets[table.dataSet].fields.enumerated() {
            guard let column = plain.columns[index] else { continue }
            let raw = column < row.cells.count ? row.cells[column] : []
            let value = table.text(row: position, field: index, plan: plan, roster: context.roster)
            if told.fields.contains(index), value.isEmpty {
                verdict.told += 1
                continue
            }
            let isTold =
                told.cells.contains(Told.Cell(line: row.line, column: Int32(column)))
            let said = PlainCell(raw, field, plan, context.roster)
            let isRight =
                switch said {
                case .says(let said): value == said || isTold && (value.isEmpty || field.mayBeReadInPart)
                case .mayStandFor(let said): value == said || isTold
                case .nothing: value.isEmpty || field.emptyMeansNo && value == "false"
                case .unclear: isTold
                case .unsure: true
                }
            if !isRight {
                verdict.faults.append(
                    "line \(row.line), \(field.name): “\(String(decoding: raw, as: UTF8.self))” was read as “\(value)”"
                )
            } else if isTold {
                verdict.told += 1
            } else if case .unsure = said {
                verdict.unsure += 1
            } else {
                verdict.equal += 1
            }
        }
    }

    // MARK: What the file said before its letters suffered

    /// Every row that was taken of the original is taken with the same values, or told; or the file is refused.
    func verdict(on reading: FileReading, of original: FileReading, columns: PlainTable, letters mutation: Mutation)
        -> Verdict
    {
        var verdict = Verdict()
        guard let before = original.table else { return verdict }
        guard let table = reading.table, reading.dataSet == original.dataSet else {
            let isRefused = reading.findings.contains { $0.line <= 1 || $0.code.rawValue.hasPrefix("F") }
            if !isRefused { verdict.faults.append("no table, and nothing told") }
            return verdict
        }
        let told = Told(reading, plan.dataSets[table.dataSet].fields)
        let taken = Dictionary(table.sources.enumerated().map { ($0.element.line, $0.offset) }) { first, _ in first }
        let fields = plan.dataSets[before.dataSet].fields
        let hasLostLetters = reading.findings.contains { $0.code == .F10 }
        for (row, source) in before.sources.enumerated() {
            guard let position = taken[source.line] else {
                verdict.judgeLine(isTold: told.lines.contains(source.line), source.line)
                continue
            }
            for (index, field) in fields.enumerated() {
                let was = before.text(row: row, field: index, plan: plan, roster: context.roster)
                let value = table.text(row: position, field: index, plan: plan, roster: context.roster)
                if value == was || field.type == .text && mutation.mayMake(value, of: was) {
                    verdict.equal += 1
                    continue
                }
                let isTold =
                    columns.columns[index].map { told.cells.contains(Told.Cell(line: source.line, column: Int32($0))) }
                    ?? true
                // Of free text, one word a file says that its letters may be others (F10); beside it C15 where any is `?`.
                if isTold || told.fields.contains(index) || field.type == .text && hasLostLetters {
                    verdict.told += 1
                } else {
                    verdict.faults.append("line \(source.line), \(field.name): “\(was)” was read as “\(value)”")
                }
            }
        }
        return verdict
    }

    /// What became of the lines and cells of one file.
    struct Verdict {
        /// What was lost, or read as something else, in silence.
        var faults: [String] = []
        /// Cells whose value is the right one, and of which nothing is said.
        var equal = 0
        /// Cells of which something is said.
        var told = 0
        /// Cells that say nothing plain.
        var unsure = 0
        /// Lines that were not taken, and of which something is said.
        var toldLines = 0

        mutating func judgeLine(isTold: Bool, _ line: Int32) {
            if isTold { toldLines += 1 } else { faults.append("line \(line) is lost") }
        }

        static func += (sum: inout Verdict, other: Verdict) {
            sum.faults += other.faults
            sum.equal += other.equal
            sum.told += other.told
            sum.unsure += other.unsure
            sum.toldLines += other.toldLines
        }
    }
}

extension Field {
    /// Masked text, and sets of which a part is on no list: told, and yet not missing.
    fileprivate var mayBeReadInPart: Bool {
        switch type {
        case .text, .choices: true
        default: false
        }
    }
}

extension Mutation {
    /// Whether free text may come out so, for it stands so in the file, and nobody can know better.
    fileprivate func mayMake(_ text: String, of original: String) -> Bool {
        switch self {
        case .tcvn3: text.lowercased() == original.lowercased()
        case .neighbourLetters: PlainCell.fold(text) == PlainCell.fold(original)
        // At the end of a word, a mark may be a question's.
        case .lostLetters: text.split(separator: " ").allSatisfy { !$0.dropLast().contains("?") }
        default: false
        }
    }
}

/// What the findings of a reading are about.
private struct Told {
    struct Cell: Hashable {
        let line: Int32
        let column: Int32
    }

    /// Lines that no row was taken of.
    let lines: Set<Int32>
    let cells: Set<Cell>
    /// Fields that the header lacks, or has twice.
    let fields: Set<Int>

    init(_ reading: FileReading, _ definitions: [Field]) {
        lines = Set(reading.findings.filter { $0.row == nil && $0.line > 0 }.map(\.line))
        cells = Set(
            reading.findings.compactMap { finding in finding.column.map { Cell(line: finding.line, column: $0) } }
        )
        let absent = Set(reading.findings.filter { $0.code == .H1 }.flatMap(\.arguments))
        let repeated = Set(reading.findings.filter { $0.code == .H2 }.map { PlainCell.fold($0.header) })
        fields = Set(
            definitions.indices.filter { index in
                let field = definitions[index]
                let names = ([field.name, field.title] + field.aliases).map(PlainCell.fold)
                return absent.contains(field.title) || names.contains { repeated.contains($0) }
            }
        )
    }
}
