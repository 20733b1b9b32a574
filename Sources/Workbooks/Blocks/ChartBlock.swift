import Plan
import Spreadsheet

/// A chart, and above it the figures that it shows: they can be checked, and they print.
struct ChartBlock: Block {
    let layout: ChartLayout
    /// The first column names the rows, the others are the series.
    let table: SheetTable

    init(_ layout: ChartLayout, _ composer: TableComposer) {
        self.layout = layout
        let nameContent: ColumnContent =
            switch layout.rows {
            case .indicators: .indicator(.title)
            case .groups: .group(.name)
            case .units, .misses, .commendation: .unit(.name)
            case .codes, .items: .item(.label)
            case .changes: .change(.name)
            case .population, .records, .findings, .sources, .decisions, .fileFindings, .sentFiles, .sentRows,
                .sentCells,
                .unitIndicators:
                .ordinal
            }
        func column(_ heading: String, _ content: ColumnContent, stretches: Bool) -> ColumnLayout {
            ColumnLayout(
                heading: heading,
                group: "",
                content: content,
                width: stretches ? 30...60 : 12...20,
                stretches: stretches,
                hasScale: false
            )
        }
        let table = composer.table(
            TableLayout(
                id: layout.title,
                rows: layout.rows,
                columns: [column(layout.title, nameContent, stretches: true)]
                    + layout.series.map { column($0.name, $0.content, stretches: false) },
                total: nil,
                size: 11,
                hasFilter: false,
                frozenColumns: nil,
                centresNumbers: true,
                emptyText: "Không có số liệu"
            )
        )
        self.table = Self.selected(Self.comparable(table, layout, composer.plan), layout.selection)
    }

    /// A change from year to year has no rate that could stand beside the others'.
    private static func comparable(_ table: SheetTable, _ layout: ChartLayout, _ plan: Plan) -> SheetTable {
        guard case .indicators = layout.rows, layout.isShare else { return table }
        return table.taking(plan.indicators.indices.filter { plan.indicators[$0].kind != .change })
    }

    /// What of each series a program reads that does not compute.
    private static func number(_ value: CellValue) -> Double? {
        switch value {
        case .number(let number), .formula(_, result: .number(let number)): number
        default: nil
        }
    }

    private static func selected(_ table: SheetTable, _ selection: ChartLayout.Selection) -> SheetTable {
        guard case .lowest(let limit) = selection, table.rowCount > limit else { return table }
        let values = (0..<table.rowCount).map { row -> Double in
            guard case .data(let cells) = table.row(row), cells.count > 1 else { return .infinity }
            return number(cells[1]) ?? .infinity
        }
        let chosen = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }.prefix(limit)
        return table.taking(Array(chosen))
    }

    func write(on sheet: inout SheetCanvas) throws(SpreadsheetError) {
        let heading = sheet.row
        try table.write(on: &sheet)
        let rows = (heading + 1)...(sheet.row - 1)
        guard table.rowCount > 0 else { return try sheet.space() }
        try sheet.space()
        let spans = sheet.tableSpans(table)
        func source(_ column: Int) -> Chart.Source {
            let first = spans[column].lowerBound
            return Chart.Source(sheet: sheet.sheet, range: CellRange(rows: rows, columns: first...first))
        }
        let series = layout.series.enumerated().map { position, series in
            Chart.Series(
                name: series.name,
                categories: source(0),
                values: source(position + 1),
                fill: Self.fills[position % Self.fills.count]
            )
        }
        let chart = Chart(kind: Self.kind(layout.kind), title: layout.title, series: series).with {
            $0.valueTitle = layout.valueTitle
            $0.numberFormat = layout.isShare ? "0.0%" : "#,##0"
            $0.axisFormat = layout.isShare ? "0%" : "#,##0"
            if layout.isShare { $0.valueRange = 0...1 }
        }
        try sheet.chart(chart, height: height)
    }

    /// Pixels: lying bars take a line each.
    private var height: Int {
        layout.kind == .columns ? 320 : 120 + table.rowCount * (12 + 14 * layout.series.count)
    }

    private static func kind(_ kind: ChartLayout.Kind) -> Chart.Kind {
        switch kind {
        case .columns: .columns
        case .bars: .bars
        case .stackedBars: .stackedBars
        }
    }

    /// Dark blue, orange stripes, grey dots: apart in grey, and for every kind of colour blindness.
    private static let fills: [Chart.Fill] = [
        .solid(Colour(0x1F4E79)), .striped(Colour(0xC55A11)), .dotted(Colour(0x595959)),
    ]
}
