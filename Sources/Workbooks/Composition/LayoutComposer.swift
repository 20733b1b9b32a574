import Figures
import Plan
import Spreadsheet

/// Writes a workbook as its layout says: the sheet of all units first, since the formulas of the others refer to its cells.
struct LayoutComposer {
    let context: WorkbookContext
    let layout: WorkbookLayout
    let office: OfficeLists

    /// The sheets that the workbook has in this period.
    private func sheets(_ composer: TableComposer) -> [SheetLayout] {
        layout.sheets.filter { sheet in
            guard sheet.periods.isEmpty || sheet.periods.contains(context.figures.period.code) else { return false }
            return !sheet.isOptional || sheet.tables.contains { composer.table($0).rowCount > 0 }
        }
    }

    /// Above 10,000 units, or 50,000 findings, a workbook is written in constant memory: its rows in order, its sheet of units no
    /// table, and nothing in it a formula.
    var isLarge: Bool {
        context.isLarge || office.findings.count > 50_000 || office.rows.contains { $1.count > 50_000 }
    }

    /// Adds all sheets to a workbook.
    func write(to writer: WorkbookWriter) throws(SpreadsheetError) {
        let index = FigureIndex(context.figures)
        var composer = TableComposer(context: context, index: index, formulas: nil, office: office)
        let sheets = sheets(composer)
        var added: [(layout: SheetLayout, sheet: Sheet)] = []
        for layout in sheets { added.append((layout, try writer.addSheet(layout.name))) }
        let names = added.map(\.layout.name)
        // What others refer and lead to comes first.
        let linked = Set(sheets.flatMap(\.links))
        for rank in 0..<3 {
            for (layout, sheet) in added where rank == Self.rank(layout, linked) {
                let places = try composition(layout, composer, names).write(to: writer, sheet: sheet)
                composer.places.merge(places) { first, _ in first }
                guard !isLarge, let table = layout.unitTable, let place = places[table.id] else { continue }
                let columns = composer.unitContents(table)
                let cells = UnitCells(sheet: layout.name, rows: place.rows, columns: columns)
                composer.formulas = GroupFormulas(cells: cells, plan: context.plan, roster: context.roster)
            }
        }
    }

    /// - Parameter linked: the tables that cells lead to.
    private static func rank(_ layout: SheetLayout, _ linked: Set<String>) -> Int {
        if layout.unitTable != nil { return 0 }
        return layout.tableIDs.contains(where: linked.contains) ? 1 : 2
    }

    /// The sheet by itself, nothing in it a formula or a link to another.
    func composition(_ layout: SheetLayout) -> SheetComposition {
        let index = FigureIndex(context.figures)
        let composer = TableComposer(context: context, index: index, formulas: nil, office: office)
        return composition(layout, composer, sheets(composer).map(\.name))
    }

    private func composition(_ layout: SheetLayout, _ composer: TableComposer, _ names: [String]) -> SheetComposition {
        var tables: [SheetTable] = []
        var groups: [[any Block]] = [[]]
        for block in layout.blocks {
            var made: [any Block] = []
            switch block {
            case .officialHead: made = [OfficialHead(head: context.plan.head, date: context.asOf)]
            case .title(let title): made = [sheetTitle(title)]
            case .addressees: made = [Addressees(names: addressees)]
            case .keyFigures(let figures):
                made = [
                    KeyFigures(
                        figures: figures.map {
                            .init(
                                label: $0.label,
                                value: composer.linked(composer.keyFigure($0.value), to: $0.link, .top)
                            )
                        }
                    )
                ]
            case .line(let line):
                made = [
                    TextLine(text: context.words(line.text), size: line.size, bold: line.isBold, italic: line.isItalic)
                ]
            case .table(let layout):
                let table = composer.table(layout)
                tables.append(table)
                if case .units(where: nil) = layout.rows {
                    made = [UnitTable(table: table, isExcelTable: !isLarge)]
                } else {
                    made = [table, Gap()]
                }
            case .chart(let chart):
                let block = ChartBlock(chart, composer)
                tables.append(block.table)
                made = [block]
            case .prose(let paragraphs): made = [ProseBlock(paragraphs, composer)]
            case .signature: made = [Signature(head: context.plan.head)]
            }
            groups[groups.count - 1] += made
            // Titles and lines stand on the page of what is below them.
            switch block {
            case .table, .chart, .prose, .signature: groups.append([])
            case .officialHead, .title, .addressees, .keyFigures, .line: break
            }
        }
        return SheetComposition(
            name: layout.name,
            isLandscape: layout.isLandscape,
            isFitted: layout.isFitted,
            tables: tables,
            navigation: layout.name == names.first
                ? .forth(to: Array(names.dropFirst())) : .back(to: names.first ?? layout.name),
            groups: groups,
            keepsGroups: tables.count > 1 || layout.blocks.contains { if case .signature = $0 { true } else { false } },
            mark: context.mark
        )
    }

    private var addressees: [String] {
        layout.addressee.map { [context.words($0)] } ?? context.plan.head.addressees
    }

    private func sheetTitle(_ title: TitleLayout) -> SheetTitle {
        SheetTitle(
            title: context.words(title.text),
            scope: layout.scope.map { context.words($0) } ?? "",
            subject: title.subject.map { context.words($0) } ?? "",
            period: context.figures.period,
            isProvisional: context.isProvisional,
            hasRule: title.hasRule
        )
    }
}

extension SheetLayout {
    /// The tables that its cells lead to.
    fileprivate var links: [String] {
        blocks.flatMap { block -> [String] in
            switch block {
            case .table(let table): table.columns.compactMap(\.link)
            case .keyFigures(let figures): figures.compactMap(\.link)
            default: []
            }
        }
    }

    /// The table of all units, if this is its sheet.
    var unitTable: TableLayout? {
        for case .table(let table) in blocks {
            if case .units(where: nil) = table.rows { return table }
        }
        return nil
    }
}
