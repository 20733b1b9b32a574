import Figures
import Plan
import Records
import Spreadsheet

/// Makes the tables of a workbook from their layouts.
struct TableComposer {
    let context: WorkbookContext
    let index: FigureIndex
    /// Nil in a workbook without formulas, and while the sheet of units itself is made.
    var formulas: GroupFormulas?
    let office: OfficeLists
    /// Of the tables that are written already, for links to them.
    var places: [String: TablePlace] = [:]

    var plan: Plan { context.plan }
    var roster: Roster { context.roster }
    var figures: PeriodFigures { context.figures }

    func table(_ layout: TableLayout) -> SheetTable {
        let table = rows(of: layout)
        switch layout.rows {
        // What a list of units says where it is empty is said of units: of none it would be false comfort.
        case .units, .misses: return figures.units.isEmpty ? table.with { $0.emptyText = Words.noUnits } : table
        default: return table
        }
    }

    private func rows(of layout: TableLayout) -> SheetTable {
        switch layout.rows {
        case .indicators: indicatorTable(layout)
        case .groups(let kind): groupTable(layout, of: kind)
        case .units(let condition): unitTable(layout, where: condition)
        case .misses: missTable(layout)
        case .commendation(let praised, let excluded): commendationTable(layout, praised: praised, excluded: excluded)
        case .population(let opened, let closed, let silent):
            populationTable(layout, opened: opened, closed: closed, silent: silent)
        case .codes(let list): codeTable(layout, list: list)
        case .changes(let groups): changeTable(layout, groups: groups)
        case .items(let items): itemTable(layout, items)
        case .records(let dataSet): recordTable(layout, dataSet: dataSet)
        case .findings: findingTable(layout)
        case .sources: sourceTable(layout)
        case .decisions: decisionTable(layout)
        case .fileFindings: fileFindingTable(layout)
        case .sentFiles: sentFileTable(layout)
        case .unitIndicators: unitIndicatorTable(layout)
        case .sentRows(let dataSet): sentRowTable(layout, dataSet: dataSet)
        case .sentCells(let dataSet): sentCellTable(layout, dataSet: dataSet)
        }
    }

    func keyFigure(_ property: KeyFigureProperty) -> CellValue {
        func open(_ severity: Severity) -> CellValue {
            FigureValues.count(office.findings.count { $0.severity == severity && $0.state == .open })
        }
        switch property {
        case .expected: return cell(.expected, of: .city)
        case .reported: return cell(.reported, of: .city)
        case .onTime: return cell(.onTime, of: .city)
        case .late: return cell(.late, of: .city)
        case .missing: return cell(.missing, of: .city)
        case .errors: return open(.error)
        case .queries: return open(.query)
        case .information: return open(.information)
        case .answered: return FigureValues.count(office.findings.count { $0.state == .answered })
        case .closed: return FigureValues.count(office.findings.count { $0.state == .closed })
        case .applied: return FigureValues.count(office.decisions.count { $0.obstacle == nil })
        case .notApplied: return FigureValues.count(office.decisions.count { $0.obstacle != nil })
        }
    }

    /// What an indicator is called in headings: its number and a few words.
    var indicatorNames: [String] {
        zip(IndicatorNumbers.numbers(plan.indicators), plan.indicators).map { "\($0). \($1.title)" }
    }

    static let resultConditions = HouseColour.conditions(
        met: [Tally.Result.met.word],
        notMet: [Tally.Result.notMet.word],
        grey: [Tally.Result.none.word]
    )

    static let verdictConditions = HouseColour.conditions(
        met: [Verdict.met.word],
        notMet: [Verdict.notMet.word],
        grey: [Verdict.notReported.word]
    )

    // MARK: - Figures over groups

    func expected(_ group: UnitGroup) -> LiveFigure {
        count(index.completeness(group).expected, [(.property(.expected), Words.yes)], group)
    }

    func reported(_ group: UnitGroup) -> LiveFigure {
        count(
            index.completeness(group).reported,
            [(.property(.expected), Words.yes), (.property(.reported), Words.yes)],
            group
        )
    }

    func onTime(_ group: UnitGroup) -> LiveFigure {
        let words = [UnitProperty.expected, .reported, .onTime].map { (UnitCells.Content.property($0), Words.yes) }
        return count(index.completeness(group).onTime, words, group)
    }

    func count(_ value: Int, _ conditions: [(UnitCells.Content, String)], _ group: UnitGroup) -> LiveFigure {
        LiveFigure(value, formulas?.count(conditions, in: group))
    }

    /// What a group has to reach, and what it has reached.
    func denominator(_ indicator: Int, _ group: UnitGroup) -> LiveFigure {
        let value = index.tally(group, indicator).denominator
        if plan.indicators[indicator].kind == .units {
            return count(value, [(.assessment(indicator), "<>\(Verdict.notApplicable.word)")], group)
        }
        return sum(value, plan.indicators[indicator].denominator, [], group)
    }

    func numerator(_ indicator: Int, _ group: UnitGroup) -> LiveFigure {
        let value = index.tally(group, indicator).numerator
        if plan.indicators[indicator].kind == .units {
            return count(value, [(.assessment(indicator), Verdict.met.word)], group)
        }
        return sum(value, plan.indicators[indicator].numerator, [], group)
    }

    /// The same over units that reported.
    func reportedRate(_ indicator: Int, _ group: UnitGroup) -> CellValue {
        let tally = index.tally(group, indicator)
        if plan.indicators[indicator].kind == .units {
            let silent = [
                (UnitCells.Content.assessment(indicator), "<>\(Verdict.notApplicable.word)"),
                (.assessment(indicator), "<>\(Verdict.notReported.word)"),
            ]
            return count(tally.reportedNumerator, [(.assessment(indicator), Verdict.met.word)], group)
                .rate(of: count(tally.reportedDenominator, silent, group))
        }
        let reported = [(UnitCells.Content.property(.reported), Words.yes)]
        return sum(tally.reportedNumerator, plan.indicators[indicator].numerator, reported, group)
            .rate(of: sum(tally.reportedDenominator, plan.indicators[indicator].denominator, reported, group))
    }

    private func sum(
        _ value: Int,
        _ column: Int?,
        _ conditions: [(UnitCells.Content, String)],
        _ group: UnitGroup
    ) -> LiveFigure {
        LiveFigure(value, column.flatMap { formulas?.sum(.fact($0), conditions, in: group) })
    }

    /// How many units of a group have both years' figures of a change.
    func comparedUnits(_ indicator: Int, _ group: UnitGroup) -> LiveFigure? {
        plan.indicators[indicator].denominator.map { units(withFactColumn: $0, in: group) }
    }

    /// How many units of a group have a value of a fact column.
    func units(withFactColumn column: Int, in group: UnitGroup) -> LiveFigure {
        let values = figures.facts.columns[column]
        // A blank cell is not the empty text: `<>` counts what is not blank.
        return count(rows(of: group).count { !values[$0].isNaN }, [(.fact(column), "<>")], group)
    }

    /// The sum of a fact column over a group; missing values add nothing.
    func sum(ofFactColumn column: Int, in group: UnitGroup) -> LiveFigure {
        let values = figures.facts.columns[column]
        let sum = rows(of: group).reduce(0.0) { $0 + (values[$1].isNaN ? 0 : values[$1]) }
        return LiveFigure(Int(sum.rounded()), formulas?.sum(.fact(column), in: group))
    }

    func measure(_ measure: MeasureLayout, in group: UnitGroup) -> LiveFigure {
        switch measure {
        case .sum(let column): return sum(ofFactColumn: column, in: group)
        case .count(let column, let value):
            let values = figures.facts.columns[column]
            let word: String
            let isCounted: (Double) -> Bool
            switch value {
            case .boolean(let flag):
                word = Words.yesNo(flag)
                isCounted = { !$0.isNaN && ($0 != 0) == flag }
            case .code(let code):
                guard case .choice(let list) = plan.factColumns[column].type else { return LiveFigure(0, nil) }
                word = plan.codeLists[list].codes[code].name
                isCounted = { $0 == Double(code) }
            case .given: return units(withFactColumn: column, in: group)
            }
            let number = rows(of: group).count { isCounted(values[$0]) }
            return count(number, [(.fact(column), word)], group)
        }
    }

    /// Positions in the figures' units of the group's members.
    func rows(of group: UnitGroup) -> [Int] {
        switch group {
        case .city: return Array(figures.units.indices)
        case .kind(let kind): return figures.units.indices.filter { roster.kinds[figures.units[$0]] == kind }
        case .commune(let commune):
            return figures.units.indices.filter { roster.communeOfUnit[figures.units[$0]] == commune }
        case .department(let department):
            let kinds = plan.departments[department].kinds
            return figures.units.indices.filter { kinds.contains(roster.kinds[figures.units[$0]]) }
        case .category: return []
        }
    }
}

/// What only the office's own workbook, and the feedback to who sent files, list beside figures.
package struct OfficeLists: Sendable {
    /// In the order in which they are listed.
    package var findings: [FindingRow] = []
    /// Every input file, the roster and the office's decisions included.
    package var sources: [SourceFile] = []
    package var decisions: [DecisionRow] = []
    package var quality: [UnitGroup: GroupQuality] = [:]
    /// Of the sender that the feedback is for.
    package var files: [SentFile] = []
    /// By position of the data set: the sender's rows.
    package var rows: [Int: [SentRow]] = [:]

    package init() {}

    package static let none = OfficeLists()
}
