import Figures
import Plan
import Spreadsheet

/// Writes a workbook as its layout says: the sheet of all units first, since the formulas of the others refer to its cells.
struct LayoutComposer {
    let context: WorkbookContext
    let layout: WorkbookLayout
    let office: OfficeLists

    /// The sheets that the workbook has in this period.
    private var sheets: [SheetLayout] {
        layout.sheets.filter { $0.periods.isEmpty || $0.periods.contains(context.figures.period.code) }
    }

    /// Above 10,000 units, or 50,000 findings, a workbook is written in constant memory: its rows in order, its sheet of units no
    /// table, and nothing in it a formula.
    var isLarge: Bool { context.isLarge || office.findings.count > 50_000 }

    /// Adds all sheets to a workbook.
    func write(to writer: WorkbookWriter) throws(SpreadsheetError) {
        let index = FigureIndex(context.figures)
        var added: [(layout: SheetLayout, sheet: Sheet)] = []
        for layout in sheets { added.append((layout, try writer.addSheet(layout.name))) }
        let names = added.map(\.layout.name)
        var formulas: GroupFormulas?
        if !isLarge, let units = added.first(where: { $0.layout.unitTable != nil }) {
            let composer = TableComposer(context: context, index: index, formulas: nil, office: office)
            let places = try composition(units.layout, composer, names).write(to: writer, sheet: units.sheet)
            if let table = units.layout.unitTable, let rows = places[table.id] {
                let columns = composer.unitContents(table)
                let cells = UnitCells(sheet: units.layout.name, rows: rows, columns: columns)
                formulas = GroupFormulas(cells: cells, plan: context.plan, roster: context.roster)
            }
        }
        let composer = TableComposer(context: context, index: index, formulas: formulas, office: office)
        for (layout, sheet) in added where isLarge || layout.unitTable == nil {
            _ = try composition(layout, composer, names).write(to: writer, sheet: sheet)
        }
    }

    private func composition(_ layout: SheetLayout, _ composer: TableComposer, _ names: [String]) -> SheetComposition {
        var tables: [SheetTable] = []
        var blocks: [any Block] = []
        for block in layout.blocks {
            switch block {
            case .officialHead: blocks.append(OfficialHead(head: context.plan.head, date: context.asOf))
            case .title(let title): blocks.append(sheetTitle(title))
            case .addressees: blocks.append(Addressees(names: context.plan.head.addressees))
            case .keyFigures(let figures):
                blocks.append(
                    KeyFigures(figures: figures.map { .init(label: $0.label, value: composer.keyFigure($0.value)) })
                )
            case .line(let line):
                blocks.append(
                    TextLine(text: context.words(line.text), size: line.size, bold: line.isBold, italic: line.isItalic)
                )
            case .table(let table):
                let made = composer.table(table)
                tables.append(made)
                if case .units(where: nil) = table.rows {
                    blocks.append(UnitTable(id: table.id, table: made, isExcelTable: !isLarge))
                } else {
                    blocks.append(made)
                    blocks.append(Gap())
                }
            case .chart(let chart):
                let made = ChartBlock(chart, composer)
                tables.append(made.table)
                blocks.append(made)
            case .prose(let paragraphs): blocks.append(ProseBlock(paragraphs, composer))
            case .signature: blocks.append(Signature(head: context.plan.head))
            }
        }
        return SheetComposition(
            name: layout.name,
            isLandscape: layout.isLandscape,
            isFitted: layout.isFitted,
            // The one with most columns: the others are spread over its columns.
            table: tables.max { $0.columns.count < $1.columns.count } ?? .page,
            navigation: layout.name == names.first
                ? .forth(to: Array(names.dropFirst())) : .back(to: names.first ?? layout.name),
            blocks: blocks,
            mark: context.mark
        )
    }

    private func sheetTitle(_ title: TitleLayout) -> SheetTitle {
        SheetTitle(
            title: context.words(title.text),
            subject: title.subject.map { context.words($0) } ?? "",
            period: context.figures.period,
            isProvisional: context.isProvisional,
            hasRule: title.hasRule
        )
    }
}

extension SheetLayout {
    /// The table of all units, if this is its sheet.
    var unitTable: TableLayout? {
        for case .table(let table) in blocks {
            if case .units(where: nil) = table.rows { return table }
        }
        return nil
    }
}
