import Figures
import Plan
import Records
import Spreadsheet

/// The findings, on one sheet, or on several where one is full.
struct FindingSheets {
    let context: WorkbookContext
    let findings: [FindingRow]

    /// Excel's 1,048,576 rows, less the title.
    private static let rowsOfSheet = 1_000_000
    /// Above this the workbook is written in constant memory.
    static let largestInMemory = 50_000

    var compositions: [SheetComposition] {
        let starts = findings.isEmpty ? [0] : Array(stride(from: 0, to: findings.count, by: Self.rowsOfSheet))
        let names = starts.indices.map { name($0) }
        return starts.enumerated().map { number, start in
            let part = findings[start..<min(start + Self.rowsOfSheet, findings.count)]
            let table = FindingTable(findings: part).table
            var blocks: [any Block] = [
                SheetTitle(
                    title: SheetTitles.findings.heading,
                    subject: context.figures.period.name,
                    period: context.figures.period,
                    isProvisional: context.isProvisional
                )
            ]
            if number == 0 { blocks.append(KeyFigures(figures: counts)) }
            return SheetComposition(
                name: names[number],
                isLandscape: true,
                table: table,
                navigation: number == 0
                    ? .forth(to: names.dropFirst() + [SheetTitles.sources.name, SheetTitles.decisions.name])
                    : .back(to: names[0]),
                blocks: blocks + [table],
                mark: context.mark
            )
        }
    }

    private func name(_ number: Int) -> String {
        number == 0 ? SheetTitles.findings.name : "\(SheetTitles.findings.name) (\(number + 1))"
    }

    private var counts: [KeyFigures.Figure] {
        let open = Severity.allCases.map { severity in
            let count = findings.count { $0.severity == severity && $0.state == .open }
            return KeyFigures.Figure(label: severity.word, value: FigureValues.count(count))
        }
        let settled = [Finding.State.answered, .closed].map { state in
            KeyFigures.Figure(label: state.word, value: FigureValues.count(findings.count { $0.state == state }))
        }
        return open + settled
    }
}
