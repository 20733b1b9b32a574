import Plan
import Records
import Spreadsheet

// What only the office's own workbook lists: findings and the files that the figures come from.

extension TableComposer {
    /// Every finding of the inbox, to be filtered by severity.
    func findingTable(_ layout: TableLayout) -> SheetTable {
        layout.table(office.findings.indices.map { .data($0) }, columns: findingColumns)
    }

    /// A column over positions in the findings.
    func findingColumns(_ column: ColumnLayout) -> [RowColumn<Int>] {
        let findings = office.findings
        switch column.content {
        case .ordinal: return [RowColumn(column: column.column(.ordinal)) { FigureValues.count($0 + 1) }]
        case .finding(let property):
            let conditions = property == .severity ? Self.severityConditions : []
            return [
                RowColumn(column: column.column(Self.kind(property), conditions: conditions)) {
                    Self.cell(property, findings[$0])
                }
            ]
        default: return []
        }
    }

    private static let severityConditions = HouseColour.conditions(
        met: [],
        notMet: [Severity.error.word],
        grey: [Severity.information.word]
    )

    private static func kind(_ property: FindingProperty) -> TableColumn.Kind {
        switch property {
        case .severity, .code, .state, .period: .word
        case .unit, .id: .code
        case .line: .ordinal
        case .dataSet, .file, .column, .value, .message, .fault, .mend, .answer, .key: .text
        }
    }

    private static func cell(_ property: FindingProperty, _ finding: FindingRow) -> CellValue {
        switch property {
        case .severity: .text(finding.severity.word)
        case .code: .text(finding.code)
        case .state: .text(finding.state.word)
        case .unit: .text(finding.unit)
        case .period: .text(finding.period)
        case .dataSet: .text(finding.dataSet)
        case .file: .text(finding.file)
        case .line: finding.line.map(FigureValues.count) ?? .blank
        case .column: .text(column(finding))
        case .value: .text(finding.value)
        case .message: .text(finding.message)
        case .fault: .text(finding.fault)
        case .mend: .text(finding.mend)
        case .answer: .text(finding.answer)
        case .id: .text(finding.id)
        case .key: .text(finding.key)
        }
    }

    /// `D: Ngày báo cáo`: the letter that the sender sees above the column, and the header as sent.
    private static func column(_ finding: FindingRow) -> String {
        guard let column = finding.column else { return finding.header }
        let letter = CellRange.columnName(column)
        return finding.header.isEmpty ? letter : "\(letter): \(finding.header)"
    }

    // MARK: - Sources

    /// Every input file with its hash and what became of its rows, so that anyone can check where the figures come from.
    func sourceTable(_ layout: TableLayout) -> SheetTable {
        var rows = office.sources.enumerated().map { RowOf.data(SourceRow(source: $1, ordinal: $0 + 1)) }
        if let total = layout.total, !rows.isEmpty {
            rows.append(.total(SourceRow(source: .sum(of: office.sources, name: total), ordinal: nil)))
        }
        return layout.table(rows) { column in
            switch column.content {
            case .ordinal: [RowColumn(column: column.column(.ordinal)) { $0.ordinal.map(FigureValues.count) ?? .blank }]
            case .source(let property):
                [RowColumn(column: column.column(Self.kind(property))) { Self.cell(property, $0) }]
            default: []
            }
        }
    }

    struct SourceRow {
        let source: SourceFile
        let ordinal: Int?
    }

    private static func kind(_ property: SourceProperty) -> TableColumn.Kind {
        switch property {
        case .path, .sha256, .dataSet, .outcome: .text
        case .encoding: .word
        case .firstSeen: .day
        case .bytes, .read, .counted, .merged, .superseded, .leftOut, .notData: .count
        }
    }

    private static func cell(_ property: SourceProperty, _ row: SourceRow) -> CellValue {
        let source = row.source
        switch property {
        case .path: return .text(source.path)
        case .sha256: return .text(source.sha256)
        case .dataSet: return .text(source.dataSet)
        case .encoding: return .text(source.encoding)
        case .outcome: return .text(source.outcome)
        case .firstSeen: return source.firstSeen.map { .date(daysSince1970: Int($0.days)) } ?? .blank
        case .bytes: return FigureValues.count(source.bytes)
        case .read: return FigureValues.count(source.rows.read)
        case .counted: return FigureValues.count(source.rows.counted)
        case .merged: return FigureValues.count(source.rows.merged)
        case .superseded: return FigureValues.count(source.rows.superseded)
        case .leftOut: return FigureValues.count(source.rows.leftOut)
        case .notData: return FigureValues.count(source.rows.notData)
        }
    }
}

extension SourceFile {
    /// What the files come to together.
    static func sum(of sources: [SourceFile], name: String) -> SourceFile {
        func sum(_ count: (Rows) -> Int) -> Int { sources.reduce(0) { $0 + count($1.rows) } }
        return SourceFile(
            path: name,
            sha256: "",
            bytes: sources.reduce(0) { $0 + $1.bytes },
            dataSet: "",
            encoding: "",
            outcome: "",
            rows: Rows(
                read: sum(\.read),
                counted: sum(\.counted),
                merged: sum(\.merged),
                superseded: sum(\.superseded),
                leftOut: sum(\.leftOut),
                notData: sum(\.notData)
            ),
            firstSeen: nil
        )
    }
}

extension TableComposer {
    /// Every decision of the office with who, when and why, and what became of it.
    func decisionTable(_ layout: TableLayout) -> SheetTable {
        let decisions = office.decisions
        return layout.table(decisions.indices.map { .data($0) }) { column in
            switch column.content {
            case .ordinal: [RowColumn(column: column.column(.ordinal)) { FigureValues.count($0 + 1) }]
            case .decision(let property):
                [
                    RowColumn(
                        column: column.column(
                            Self.kind(property),
                            conditions: property == .state ? Self.decisionConditions : []
                        )
                    ) { Self.cell(property, decisions[$0]) }
                ]
            default: []
            }
        }
    }

    private static let decisionConditions = HouseColour.conditions(
        met: [Words.applied],
        notMet: [Words.notApplied],
        grey: []
    )

    private static func kind(_ property: DecisionProperty) -> TableColumn.Kind {
        switch property {
        case .line: .ordinal
        case .kind: .word
        case .unit: .code
        case .decidedOn: .day
        case .state, .obstacle, .file, .dataSet, .record, .column, .oldValue, .newValue, .decidedBy, .reason: .text
        }
    }

    private static func cell(_ property: DecisionProperty, _ decision: DecisionRow) -> CellValue {
        switch property {
        case .line: FigureValues.count(decision.line)
        case .state: .text(decision.obstacle == nil ? Words.applied : Words.notApplied)
        case .obstacle: .text(decision.obstacle ?? "")
        case .kind: .text(decision.kind)
        case .file: .text(decision.file)
        case .unit: .text(decision.unit)
        case .dataSet: .text(decision.dataSet)
        case .record: .text(decision.key)
        case .column: .text(decision.column)
        case .oldValue: .text(decision.oldValue)
        case .newValue: .text(decision.newValue)
        case .decidedBy: .text(decision.decidedBy)
        case .decidedOn: .date(daysSince1970: Int(decision.decidedOn.days))
        case .reason: .text(decision.reason)
        }
    }
}
