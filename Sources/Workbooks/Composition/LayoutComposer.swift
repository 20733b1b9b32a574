import Figures
import Plan
import Spreadsheet

/// Writes a workbook as its layout says: the sheet of all units first, since the formulas of the others refer to its cells.
struct LayoutComposer {
    let context: WorkbookContext
    let layout: WorkbookLayout
    let office: OfficeLists
    var limits = SheetLimits.excel

    /// The sheets that the workbook has in this period, those with more rows than a sheet takes in parts.
    private func parts(_ composer: TableComposer) -> [SheetPart] {
        layout.sheets.flatMap { sheet -> [SheetPart] in
            guard sheet.periods.isEmpty || sheet.periods.contains(context.figures.period.code) else { return [] }
            let tables = sheet.tables.map(composer.table)
            let longest = tables.map(\.rowCount).max() ?? 0
            if sheet.isOptional, longest == 0 { return [] }
            let rows = max(limits.rows / max(tables.count, 1), 1)
            let count = max((longest + rows - 1) / rows, 1)
            return (0..<count).map {
                SheetPart(layout: sheet, number: $0, count: count, rowsOfTable: rows, plainTables: tables)
            }
        }
    }

    /// Above 10,000 units, or 50,000 lines of a list, a workbook is written in constant memory: its rows in order, its sheet of units no
    /// table, and nothing in it a formula or a chart.
    var isLarge: Bool { context.isLarge || longestList > 50_000 }

    /// A few megabytes before it is packed, as nearly all workbooks of a set are.
    var isSmall: Bool { max(context.figures.units.count, longestList) <= 1_000 }

    private var longestList: Int {
        let lists = [
            office.findings.count, office.sources.count, office.decisions.count,
            context.closing?.corrections.count ?? 0,
        ]
        return (lists + office.rows.values.map(\.count)).max() ?? 0
    }

    /// Adds all sheets to a workbook.
    ///
    /// - Returns: the cells that show figures of figures.csv.
    func write(to writer: WorkbookWriter) throws(SpreadsheetError) -> [FigurePlace] {
        let index = FigureIndex(context.figures)
        var composer = TableComposer(context: context, index: index, formulas: nil, office: office)
        let parts = parts(composer)
        let names = parts.map(\.name)
        var added: [(part: SheetPart, sheet: Sheet)] = []
        for part in parts { added.append((part, try writer.addSheet(part.name))) }
        var figures: [FigurePlace] = []
        // What others refer and lead to comes first.
        let linked = Set(parts.flatMap(\.layout.links))
        for rank in 0..<3 {
            for (part, sheet) in added where rank == Self.rank(part.layout, linked) {
                let composition = composition(part, composer, names: names)
                let canvas = try composition.write(to: writer, sheet: sheet)
                let places = canvas.places
                figures += canvas.figures.compactMap { place($0.figure, part.name, row: $0.row, column: $0.column) }
                composer.places.merge(places) { first, _ in first }
                let layout = part.layout
                // Formulas refer to one range of all units.
                guard !isLarge, part.count == 1, let table = layout.unitTable, let place = places[table.id] else {
                    continue
                }
                let columns = composer.unitContents(table)
                let cells = UnitCells(sheet: sheet, rows: place.rows, columns: columns)
                composer.formulas = GroupFormulas(cells: cells, plan: context.plan, roster: context.roster)
            }
        }
        return figures
    }

    private func place(_ figure: ShownFigure, _ sheet: String, row: Int, column: Int) -> FigurePlace? {
        context.groupOfCity(figure.group).map { group in
            FigurePlace(
                sheet: sheet,
                row: row,
                column: column,
                group: group,
                indicator: figure.indicator,
                quantity: figure.quantity
            )
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
        let tables = layout.tables.map(composer.table)
        let whole = SheetPart(
            layout: layout,
            number: 0,
            count: 1,
            rowsOfTable: limits.rows,
            plainTables: tables
        )
        return composition(whole, composer, names: parts(composer).map(\.name))
    }

    private func composition(_ part: SheetPart, _ composer: TableComposer, names: [String]) -> SheetComposition {
        let layout = part.layout
        var tables: [SheetTable] = []
        var position = -1
        var groups: [[any Block]] = [[]]
        for block in part.blocks {
            var made: [any Block] = []
            switch block {
            case .officialHead: made = [OfficialHead(head: context.plan.head, date: context.asOf)]
            case .title(let title): made = [sheetTitle(title, part)]
            case .addressees: made = [Addressees(names: addressees)]
            case .keyFigures(let figures):
                let shown = figures.map { figure in
                    let value = composer.linked(composer.keyFigure(figure.value), to: figure.link, .top)
                    return KeyFigures.Figure(label: figure.label, value: value)
                }
                made = [KeyFigures(figures: shown)]
            case .line(let line):
                guard isSaid(line) else { continue }
                let text = context.words(line.text)
                made = [TextLine(text: text, size: line.size, bold: line.isBold, italic: line.isItalic)]
            case .table(let layout):
                position += 1
                if case .population = layout.rows, context.lastYear == nil { continue }
                let whole = isPlain(layout, composer) ? part.plainTables[position] : composer.table(layout)
                guard let table = part.part(of: whole) else { continue }
                tables.append(table)
                if case .units(where: nil) = layout.rows {
                    made = [UnitTable(table: table, isExcelTable: !isLarge)]
                } else {
                    made = [table, Gap()]
                }
            case .chart(let chart):
                let block = ChartBlock(chart, composer)
                tables.append(block.table)
                // In constant memory no value can be stored in a chart: its cells stand alone.
                made = isLarge ? [block.table, Gap()] : [block]
            case .prose(let paragraphs):
                // A heading stands on the page of its paragraph.
                for paragraph in Paragraph.all(paragraphs, composer) {
                    groups[groups.count - 1].append(paragraph)
                    groups.append([])
                }
            case .signature: made = [Signature(head: context.plan.head)]
            }
            groups[groups.count - 1] += made
            // Titles and lines stand on the page of what is below them.
            switch block {
            case .table, .chart, .signature: groups.append([])
            case .officialHead, .title, .addressees, .keyFigures, .line, .prose: break
            }
        }
        return SheetComposition(
            name: part.name,
            isLandscape: layout.isLandscape,
            isFitted: layout.isFitted,
            tables: tables,
            navigation: part.name == names.first
                ? .forth(to: Array(names.dropFirst())) : .back(to: names.first ?? part.name),
            groups: groups,
            mark: context.mark,
            links: limits.links
        )
    }

    /// Whether the composer makes of a table what was made of it before there was anything to refer or lead to.
    private func isPlain(_ layout: TableLayout, _ composer: TableComposer) -> Bool {
        composer.formulas == nil && (composer.places.isEmpty || layout.columns.allSatisfy { $0.link == nil })
    }

    private func isSaid(_ line: LineLayout) -> Bool {
        switch line.condition {
        case nil: true
        case .large: isLarge
        case .provisional: context.closing == nil
        case .closed: context.closing != nil
        }
    }

    private var addressees: [String] {
        layout.addressee.map { [context.words($0)] } ?? context.plan.head.addressees
    }

    private func sheetTitle(_ title: TitleLayout, _ part: SheetPart) -> SheetTitle {
        SheetTitle(
            title: context.words(title.text) + part.titleSuffix,
            scope: layout.scope.map { context.words($0) } ?? "",
            subject: title.subject.map { context.words($0) } ?? "",
            period: context.figures.period,
            mark: context.mark,
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

    fileprivate var tables: [TableLayout] {
        blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
    }

    /// The table of all units, if this is its sheet.
    var unitTable: TableLayout? {
        for case .table(let table) in blocks {
            if case .units(where: nil) = table.rows { return table }
        }
        return nil
    }
}
