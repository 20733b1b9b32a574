import Plan
import Spreadsheet

/// An assessment in Excel's words: the plan's conditions over the cells of the unit's own row.
struct AssessmentFormula {
    let plan: Plan
    /// The columns of the sheet of units.
    let columns: [UnitCells.Content: Int]

    /// The formula, its row to be filled in where it is written (`RowMark`); nil where the sheet lacks a cell that it needs.
    ///
    /// - Parameter isAhead: the indicator is due in a later period, so that what is not met is in progress.
    func text(_ position: Int, isAhead: Bool) -> String? {
        let indicator = plan.indicators[position]
        let printer = ConditionFormula(scope: plan.unitScope, codeLists: plan.codeLists) { variable in
            content(variable).flatMap { cell($0) }
        }
        do throws(FormulaError) {
            var needed: [String] = []
            if indicator.kind == .units {
                guard let expected = cell(.property(.expected)) else { return nil }
                needed.append("\(expected)=\"\(Words.yes)\"")
            }
            if let applies = indicator.applies { needed.append(try inner(printer.whereTrue(applies))) }
            let reported: String
            if let condition = indicator.reported {
                reported = try inner(printer.whereTrue(condition))
            } else {
                guard let cell = cell(.property(.reported)) else { return nil }
                reported = "\(cell)=\"\(Words.yes)\""
            }
            let unmet = (isAhead ? Verdict.inProgress : .notMet).word
            let met = try inner(printer.whereTrue(indicator.met))
            let judged =
                "IF(\(reported),IF(\(met),\"\(Verdict.met.word)\",\"\(unmet)\"),\"\(Verdict.notReported.word)\")"
            if needed.isEmpty { return "=\(judged)" }
            return "=IF(AND(\(needed.joined(separator: ","))),\(judged),\"\(Verdict.notApplicable.word)\")"
        } catch {
            // The assessment stands there as a value.
            return nil
        }
    }

    private func inner(_ formula: String) -> String { String(formula.dropFirst()) }

    private func content(_ variable: Int) -> UnitCells.Content? {
        let facts = plan.factColumns.count
        if variable < facts {
            switch plan.facts[plan.factColumns[variable].fact].source {
            case .envelope(.expected): return .property(.expected)
            case .envelope(.reported): return .property(.reported)
            case .envelope(.onTime): return .property(.onTime)
            default: return .fact(variable)
            }
        }
        let fields = plan.dataSets[plan.roster].fields.count
        return variable < facts + fields ? .roster(variable - facts) : .assessment(variable - facts - fields)
    }

    private func cell(_ content: UnitCells.Content) -> String? {
        columns[content].map { "$\(CellRange.columnName($0))\(RowMark.text)" }
    }
}

/// Stands in a formula for the row that it is written in.
enum RowMark {
    static let text = "\u{1}"

    static func filled(_ value: CellValue, row: Int) -> CellValue {
        guard case .formula(let formula, let result) = value, formula.utf8.contains(0x01) else { return value }
        let filled = formula.utf8.split(separator: 0x01, omittingEmptySubsequences: false)
            .joined(separator: "\(row + 1)".utf8)
        return .formula(String(decoding: Array(filled), as: UTF8.self), result: result)
    }
}
