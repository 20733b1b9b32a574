import Plan
import Records

/// The plan's own rules over single records of a data set, held against every row that was taken, whatever becomes of it, as
/// the office corrected it.
///
/// Columns are evaluated, a block of rows at a time: a rule costs a few passes over the columns that it reads, and a row that
/// keeps it makes nothing.
struct RecordRules {
    private let input: MergeInput
    private let rules: [(rule: Rule, test: Rule.RecordTest)]

    init(_ input: MergeInput) {
        self.input = input
        rules = input.plan.rules.compactMap { rule in
            guard case .record(let test) = rule.test, test.dataSet == input.table.dataSet else { return nil }
            return (rule, test)
        }
    }

    /// Rows of a block: its columns stay in the cache.
    private static let blockLength = 1 << 14

    /// What the rules find, in the order of rules and rows; findings know the row in the table of their file.
    func findings() -> [Finding] {
        guard !rules.isEmpty, input.table.count > 0 else { return [] }
        let scope = input.plan.ruleScope(of: input.table.dataSet)
        let periods = input.periodsOfRows()
        var variables: Set<Int> = []
        for (rule, test) in rules {
            variables.formUnion(test.check.variables)
            variables.formUnion(rule.message.names.compactMap { scope.names.firstIndex(of: $0) })
            if let field = test.field { variables.insert(field) }
        }
        let columns = RecordColumns(input, periods: periods, variables: variables)
        var findings: [Finding] = []
        for (rule, test) in rules {
            let maker = RecordFindings(input, periods: periods, columns: columns, scope: scope, rule: rule, test: test)
            for start in stride(from: 0, to: input.table.count, by: Self.blockLength) {
                let rows = start..<min(start + Self.blockLength, input.table.count)
                let evaluation = Evaluation(
                    count: rows.count,
                    column: { columns.column($0, rows: rows) },
                    textNumber: { columns.texts.index(of: $0) }
                )
                findings += evaluation.rows(breaking: test.check).map { start + $0 }
                    .filter { maker.canBeAsked(ofRow: $0) }.map { maker.finding(row: $0) }
            }
        }
        return findings
    }
}

/// Makes the findings of one rule.
private struct RecordFindings {
    private let input: MergeInput
    private let periods: [Int32]
    private let columns: RecordColumns
    private let scope: Scope
    private let rule: Rule
    private let test: Rule.RecordTest
    private let values: ValueText
    /// Variables that the message names, and that the rule looks at.
    private let named: [Int?]
    private let seen: [Int]

    init(
        _ input: MergeInput,
        periods: [Int32],
        columns: RecordColumns,
        scope: Scope,
        rule: Rule,
        test: Rule.RecordTest
    ) {
        self.input = input
        self.periods = periods
        self.columns = columns
        self.scope = scope
        self.rule = rule
        self.test = test
        values = ValueText(plan: input.plan, texts: columns.texts)
        named = rule.message.names.map { scope.names.firstIndex(of: $0) }
        seen = test.check.variables
    }

    /// Whether the file has every field that the rule looks at, and could read it: what is wrong there is told by H1 or by the
    /// cell's own finding, which names the rule as unchecked.
    func canBeAsked(ofRow row: Int) -> Bool {
        let file = input.files[Int(input.table.sources[row].file)]
        return seen.filter(input.dataSet.fields.indices.contains).allSatisfy { field in
            file.column(of: field) != nil
                && !input.unreadable.contains(MergeInput.Cell(row: Int32(row), field: Int32(field)))
        }
    }

    func finding(row: Int) -> Finding {
        func value(_ variable: Int) -> Double { columns.column(variable, rows: row..<row + 1).first ?? .nan }
        let source = input.table.sources[row]
        let file = input.files[Int(source.file)]
        let column = test.field.flatMap { file.column(of: $0) }
        let cell = test.field.map(value) ?? .nan
        var finding = Finding(
            .V,
            rule: rule,
            dataSet: input.table.dataSet,
            file: source.file,
            line: source.line,
            column: column?.position,
            header: column?.header ?? "",
            row: Int32(row - file.firstRow),
            unit: input.table.text(row: row, field: input.unitField, plan: input.plan, roster: input.roster),
            period: periods[row] < 0 ? "" : input.plan.periods[Int(periods[row])].id,
            value: cell.isNaN ? "" : values.words(cell, test.field.map { scope.types[$0] } ?? .text),
            arguments: named.map { $0.map { values.words(value($0), scope.types[$0]) } ?? "" }
        )
        finding.evidence = seen.map { values.canonical(value($0), scope.types[$0]) }.joined(separator: "|")
        return finding
    }
}
