import Figures
import Plan
import Records
import Spreadsheet

extension TableComposer {
    /// One row a present unit, in the order of codes; with a condition by commune, then by code.
    func unitTable(_ layout: TableLayout, where condition: TypedExpression?) -> SheetTable {
        guard let condition else {
            let rows = figures.units.indices.map { RowOf.data(UnitRow(row: $0, ordinal: $0 + 1)) }
            // Excel wants the headings of a table distinct but for case, on one line, and not empty.
            let formulas =
                context.isLarge ? nil : AssessmentFormula(plan: plan, columns: unitContents(layout))
            return layout.table(rows) { unitColumns($0, assessmentFormulas: formulas) }
                .with { $0.columns = TableColumn.distinct($0.columns) }
        }
        return listTable(layout, figures.rows(where: condition, plan: plan, roster: roster))
    }

    /// For each indicator the units that do not meet it though it applies to them.
    func missTable(_ layout: TableLayout) -> SheetTable {
        var rows: [RowOf<UnitRow>] = []
        for (indicator, name) in zip(plan.indicators.indices, indicatorNames) {
            let missing = misses(indicator)
            guard !missing.isEmpty else { continue }
            rows.append(.section("\(name): \(missing.count) đơn vị", key: indicator))
            rows += missing.enumerated().map { .data(UnitRow(row: $1, ordinal: $0 + 1, indicator: indicator)) }
        }
        return layout.table(rows, columns: unitColumns)
    }

    /// The rows of the units that do not meet the indicator though it applies to them, by commune.
    func misses(_ indicator: Int) -> [Int] {
        byCommune(
            figures.units.indices.filter { row in
                let verdict = figures.assessments[indicator][row]
                return verdict != .met && verdict != .notApplicable
            }
        )
    }

    /// Who is proposed for praise, and who is not to be proposed and why (IV.8, V.1).
    func commendationTable(_ layout: TableLayout, praised praisedWords: String, excluded: String) -> SheetTable {
        var positions = [Int](repeating: -1, count: roster.count)
        for (row, unit) in figures.units.enumerated() { positions[unit] = row }
        var reasons: [Int: String] = [:]
        var praised: [Int] = []
        for result in commendation(in: figures, plan: plan, roster: roster) {
            if result.isPraised { praised.append(positions[result.unit]) }
            guard !result.against.isEmpty else { continue }
            let texts = result.against.compactMap { plan.commendation?.against[$0].text }
            reasons[positions[result.unit]] = texts.joined(separator: "; ")
        }
        func section(_ words: String, _ rows: [Int]) -> [RowOf<UnitRow>] {
            [.section("\(words): \(rows.count) đơn vị")]
                + byCommune(rows).enumerated().map {
                    .data(UnitRow(row: $1, ordinal: $0 + 1, reasons: reasons[$1] ?? ""))
                }
        }
        return layout.table(
            section(praisedWords, praised) + section(excluded, reasons.keys.sorted()),
            columns: unitColumns
        )
    }

    struct UnitRow {
        /// Position in the figures' units.
        let row: Int
        let ordinal: Int
        /// The one that it misses.
        var indicator: Int?
        var reasons = ""
    }

    private func listTable(_ layout: TableLayout, _ rows: [Int]) -> SheetTable {
        layout.table(
            byCommune(rows).enumerated().map { .data(UnitRow(row: $1, ordinal: $0 + 1)) },
            columns: unitColumns
        )
    }

    /// By commune, then by code: both are in order in the roster.
    private func byCommune(_ rows: [Int]) -> [Int] {
        rows.sorted {
            let (left, right) = (figures.units[$0], figures.units[$1])
            return (roster.communeOfUnit[left], left) < (roster.communeOfUnit[right], right)
        }
    }

    // MARK: - Columns

    func unitColumns(_ column: ColumnLayout) -> [RowColumn<UnitRow>] {
        unitColumns(column, assessmentFormulas: nil)
    }

    /// - Parameter assessmentFormulas: on the sheet of all units, whose cells they refer to.
    private func unitColumns(
        _ column: ColumnLayout,
        assessmentFormulas: AssessmentFormula?
    ) -> [RowColumn<UnitRow>] {
        switch column.content {
        case .ordinal: return [RowColumn(column: column.column(.ordinal)) { FigureValues.count($0.ordinal) }]
        case .unit(let property):
            let kind = kind(property)
            let conditions =
                property == .state
                ? HouseColour.conditions(met: [], notMet: [Words.missing], grey: [Words.notDue])
                : property == .assessment ? Self.verdictConditions : []
            return [
                RowColumn(column: column.column(kind, conditions: conditions)) {
                    linked(cell(property, $0), to: column.link, .row($0.row))
                }
            ]
        case .fact(let fact):
            guard let position = context.parts.column(of: fact, []) else { return [] }
            return [factColumn(column, position)]
        case .rosterField(let field):
            let type = ValueType(plan.dataSets[plan.roster].fields[field].type)
            let values = figures.rosterColumn(field, plan: plan, roster: roster)
            return [
                RowColumn(column: column.column(Self.kind(type))) { cell(values.column[$0.row], type, values.texts) }
            ]
        case .allFacts:
            return shownFacts.map { factColumn(column, $0, heading: plan.factColumns[$0].title) }
        case .allIndicators:
            return zip(plan.indicators.indices, indicatorNames).map { indicator, name in
                let formula = assessmentFormulas?.text(indicator, isAhead: isAhead(indicator))
                return RowColumn(column: column.column(.word, heading: name, conditions: Self.verdictConditions)) {
                    let word = figures.assessments[indicator][$0.row].word
                    return formula.map { .formula($0, result: .text(word)) } ?? .text(word)
                }
            }
        default: return []
        }
    }

    /// Facts by two lists stand on the sheets of sessions and incidents; what the envelope tells stands in columns of its own.
    var shownFacts: [Int] {
        plan.factColumns.indices.filter { position in
            if let part = plan.factColumns[position].part, part.codes.count > 1 { return false }
            switch plan.facts[plan.factColumns[position].fact].source {
            case .envelope(.expected), .envelope(.reported), .envelope(.onTime): return false
            default: return true
            }
        }
    }

    /// What each column of the sheet of all units holds, as its layout says.
    func unitContents(_ layout: TableLayout) -> [UnitCells.Content: Int] {
        var contents: [UnitCells.Content: Int] = [:]
        var position = 0
        func add(_ content: UnitCells.Content?) {
            if let content, contents[content] == nil { contents[content] = position }
            position += 1
        }
        for column in layout.columns {
            switch column.content {
            case .unit(let property): add(.property(property))
            case .rosterField(let field): add(.roster(field))
            case .fact(let fact):
                add(context.parts.column(of: fact, []).map(UnitCells.Content.fact))
            case .allFacts: for fact in shownFacts { add(.fact(fact)) }
            case .allIndicators: for indicator in plan.indicators.indices { add(.assessment(indicator)) }
            default: add(nil)
            }
        }
        return contents
    }

    /// Whether the indicator is due in a later period of the plan.
    private func isAhead(_ indicator: Int) -> Bool {
        let period = figures.period
        return plan.periods.contains {
            $0.code == plan.indicators[indicator].dueIn && $0.year == period.year && $0.end > period.end
        }
    }

    private func factColumn(_ column: ColumnLayout, _ position: Int, heading: String? = nil) -> RowColumn<UnitRow> {
        let type = plan.factColumns[position].type
        return RowColumn(column: column.column(Self.kind(type), heading: heading)) {
            cell(figures.facts.columns[position][$0.row], type, figures.facts.texts)
        }
    }

    private static func kind(_ type: ValueType) -> TableColumn.Kind {
        switch type {
        case .number: .count
        case .date: .day
        case .boolean: .word
        case .choice, .choices, .text: .text
        }
    }

    private func kind(_ property: UnitProperty) -> TableColumn.Kind {
        switch property {
        case .code, .communeCode: .code
        case .name, .kind, .commune, .communeKey, .kindKey, .reasons, .deciding: .text
        case .expected, .reported, .onTime, .state, .assessment: .word
        case .came: .day
        case .daysLate: .count
        }
    }

    /// A value of a fact as people read it; a missing one is truly blank.
    func cell(_ number: Double, _ type: ValueType, _ texts: TextPool) -> CellValue {
        guard number.isFinite else { return .blank }
        switch type {
        case .number: return .number(number)
        case .date: return .date(daysSince1970: Int(number))
        case .boolean: return .text(Words.yesNo(number != 0))
        case .choice(let list):
            let codes = plan.codeLists[list].codes
            return codes.indices.contains(Int(number)) ? .text(codes[Int(number)].name) : .blank
        case .choices(let list):
            let mask = UInt64(number)
            let names = plan.codeLists[list].codes.enumerated().filter { mask >> UInt64($0.offset) & 1 == 1 }
            return .text(names.map(\.element.name).joined(separator: "; "))
        case .text: return .text(texts[Int(number)])
        }
    }

    private func cell(_ property: UnitProperty, _ row: UnitRow) -> CellValue {
        let unit = figures.units[row.row]
        let commune = roster.communes[roster.communeOfUnit[unit]]
        let kind = plan.codeLists[plan.kindList].codes[roster.kinds[unit]]
        switch property {
        case .code: return .text(roster.codes[unit])
        case .name: return .text(roster.names[unit])
        case .kind: return .text(kind.name)
        case .communeCode: return .text(commune.code)
        case .commune: return .text(commune.name)
        case .communeKey: return .text(UnitKeys.commune(commune.code))
        case .kindKey: return .text(UnitKeys.kind(kind.code))
        case .expected: return .text(Words.yesNo(figures.expected[row.row]))
        case .reported: return .text(Words.yesNo(figures.reported[row.row]))
        case .onTime: return .text(Words.yesNo(figures.onTime[row.row]))
        case .state: return .text(context.state(of: row.row))
        case .came: return came(row.row).map { .date(daysSince1970: Int($0)) } ?? .blank
        case .daysLate:
            let lastDay = figures.period.due.days - 1
            return came(row.row).map { FigureValues.count(max(Int($0 - lastDay), 0)) } ?? .blank
        case .reasons: return .text(row.reasons)
        case .deciding: return .text(row.indicator.map { deciding($0, row.row) } ?? "")
        case .assessment: return .text(row.indicator.map { figures.assessments[$0][row.row].word } ?? "")
        }
    }

    private func came(_ row: Int) -> Int32? {
        let unit = figures.units[row]
        guard figures.reported[row], unit < context.earliestReport.count else { return nil }
        let day = context.earliestReport[unit]
        return day == .max ? nil : day
    }

    /// The values that the indicator's condition looks at: `Số đợt chuyên đề: 1`.
    private func deciding(_ indicator: Int, _ row: Int) -> String {
        guard figures.assessments[indicator][row] != .notReported else { return "" }
        let definition = plan.indicators[indicator]
        return definition.met.variables.filter { $0 < plan.factColumns.count }.map { variable in
            let column = plan.factColumns[variable]
            let value = cell(figures.facts.columns[variable][row], column.type, figures.facts.texts)
            let text =
                switch value {
                case .text(let text): text
                case .number(let number): VietnameseText.number(number)
                case .date(let days): CalendarDate(days: Int32(days)).vietnamese
                default: "chưa có"
                }
            return "\(column.title): \(text)"
        }.joined(separator: "; ")
    }
}

extension TableColumn {
    /// The same, their headings distinct but for case.
    static func distinct(_ columns: [TableColumn]) -> [TableColumn] {
        var seen: Set<String> = []
        return columns.enumerated().map { index, column in
            let line = column.heading.onOneLine
            let base = line.isEmpty ? "Cột \(index + 1)" : String(line.prefix(120))
            var heading = base
            var copy = 2
            while !seen.insert(heading.lowercased()).inserted {
                heading = "\(base) (\(copy))"
                copy += 1
            }
            return TableColumn(heading, column.kind, width: column.width, conditions: column.conditions)
        }
    }
}

extension String {
    /// Its words with a blank between them.
    fileprivate var onOneLine: String {
        var before: UInt8 = 0x20
        // Most headings are so already. Bytes that begin a blank beyond ASCII begin marks too, but hardly ever stand in a heading.
        let isOneLine = utf8.allSatisfy { byte in
            defer { before = byte }
            return byte > 0x20 && byte != 0xC2 && byte != 0xE2 && byte != 0xE3 || byte == 0x20 && before != 0x20
        }
        if isOneLine, before != 0x20 { return self }
        return split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
