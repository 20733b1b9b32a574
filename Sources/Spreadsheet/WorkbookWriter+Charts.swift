import CXlsxWriter

extension WorkbookWriter {
    /// Puts a chart over a range of cells, which it covers exactly as far as pixels go; the cells it shows are written before
    /// `close`, which stores their values in the chart for programs that do not compute.
    ///
    /// Throws `outside`; `foreignSheet`; `setting` for a chart without series, a series whose names and values are not equally many
    /// or stand in more than one row and column, and texts that libxlsxwriter would take for formulas; `textTooLong`;
    /// `constantMemory`, where there are no values to be stored.
    ///
    /// - Parameters:
    ///   - width: in pixels of 1/96 inch, as the columns below it are wide.
    ///   - height: likewise.
    package func addChart(
        _ chart: Chart,
        sheet: Sheet,
        row: Int,
        column: Int,
        width: Int,
        height: Int
    ) throws(SpreadsheetError) {
        let handle = unsafe try handle(CellRange(row: row, column: column), of: sheet)
        let place = "\(sheet.name)!\(CellRange.name(row: row, column: column))"
        if isConstantMemory { throw .constantMemory(place: place, reason: "a chart") }
        guard !chart.series.isEmpty, width > 0, height > 0 else {
            throw .setting(place: place, reason: "a chart needs series and a size")
        }
        guard let made = unsafe newChart(chart.kind) else {
            throw .library(operation: "workbook_add_chart", reason: "no memory")
        }
        unsafe try writeTexts(chart, to: made, place)
        for series in chart.series { unsafe try add(series, of: chart, to: made, place) }
        // Values at the ends of full bars would cross a frame.
        var frame = lxw_chart_line()
        frame.none = 1
        unsafe chart_chartarea_set_line(made, &frame)
        unsafe chart_legend_set_position(
            made,
            UInt8((chart.series.count > 1 ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE).rawValue)
        )
        var options = unsafe lxw_chart_options()
        // A chart of scale 1 is 480 x 288 pixels.
        unsafe options.x_scale = Double(width) / 480
        unsafe options.y_scale = Double(height) / 288
        unsafe options.object_position = UInt8(LXW_OBJECT_MOVE_DONT_SIZE.rawValue)
        let result = unsafe try withCStrings([chart.title]) { strings throws(SpreadsheetError) in
            unsafe options.description = unsafe strings[0]
            return unsafe worksheet_insert_chart_opt(handle, UInt32(row), UInt16(column), made, &options)
        }
        try Self.check(result, "worksheet_insert_chart_opt")
    }

    private func newChart(_ kind: Chart.Kind) -> UnsafeMutablePointer<lxw_chart>? {
        let type =
            switch kind {
            case .columns: LXW_CHART_COLUMN
            case .bars: LXW_CHART_BAR
            case .stackedBars: LXW_CHART_BAR_STACKED
            }
        return unsafe workbook_add_chart(workbook, UInt8(type.rawValue))
    }

    private func writeTexts(
        _ chart: Chart,
        to made: UnsafeMutablePointer<lxw_chart>,
        _ place: String
    ) throws(SpreadsheetError) {
        let texts = [chart.title, chart.categoryTitle, chart.valueTitle, chart.axisFormat, chart.font]
        var clean: [String?] = []
        for text in texts { clean.append(try chartText(text, place)) }
        unsafe try withCStrings(clean) { strings throws(SpreadsheetError) in
            var font = unsafe lxw_chart_font()
            unsafe font.name = unsafe strings[4]
            unsafe font.size = chart.fontSize
            var bold = unsafe font
            unsafe bold.bold = 1
            unsafe bold.size = chart.fontSize + 2
            unsafe chart_title_set_name(made, strings[0])
            unsafe chart_title_set_name_font(made, &bold)
            unsafe chart_legend_set_font(made, &font)
            guard let across = unsafe made.pointee.x_axis, let upright = unsafe made.pointee.y_axis else { return }
            let (categories, values) = chart.kind == .columns ? unsafe (across, upright) : unsafe (upright, across)
            unsafe chart_axis_set_num_font(categories, &font)
            unsafe chart_axis_set_name_font(categories, &font)
            unsafe chart_axis_set_num_font(values, &font)
            unsafe chart_axis_set_name_font(values, &font)
            if !chart.categoryTitle.isEmpty { unsafe chart_axis_set_name(categories, strings[1]) }
            if !chart.valueTitle.isEmpty { unsafe chart_axis_set_name(values, strings[2]) }
            unsafe chart_axis_set_num_format(values, strings[3])
            if let range = chart.valueRange {
                unsafe chart_axis_set_min(values, range.lowerBound)
                unsafe chart_axis_set_max(values, range.upperBound)
            }
            switch chart.kind {
            case .columns: break
            // Excel begins at the bottom. The axis of values would go to the top with the first category.
            case .bars, .stackedBars:
                unsafe chart_axis_set_reverse(categories)
                unsafe chart_axis_set_crossing_max(categories)
            }
        }
    }

    private func add(
        _ series: Chart.Series,
        of chart: Chart,
        to made: UnsafeMutablePointer<lxw_chart>,
        _ place: String
    ) throws(SpreadsheetError) {
        let cells = unsafe try handle(series.values.range, of: series.values.sheet)
        for source in [series.categories, series.values] {
            _ = unsafe try handle(source.range, of: source.sheet)
            guard source.range.rows.count == 1 || source.range.columns.count == 1 else {
                throw .setting(place: place, reason: "\(source.range.a1) is neither one row nor one column")
            }
        }
        guard series.categories.count == series.values.count else {
            throw .setting(place: place, reason: "\(series.categories.count) names for \(series.values.count) values")
        }
        let texts = [try chartText(series.name, place), chart.numberFormat, chart.font]
        unsafe try withCStrings(texts) { strings throws(SpreadsheetError) in
            guard let added = unsafe chart_add_series(made, nil, nil) else {
                throw .library(operation: "chart_add_series", reason: "no memory")
            }
            let (names, values) = (series.categories, series.values)
            unsafe chart_series_set_categories(
                added,
                names.sheet.name,
                UInt32(names.range.rows.lowerBound),
                UInt16(names.range.columns.lowerBound),
                UInt32(names.range.rows.upperBound),
                UInt16(names.range.columns.upperBound)
            )
            unsafe chart_series_set_values(
                added,
                values.sheet.name,
                UInt32(values.range.rows.lowerBound),
                UInt16(values.range.columns.lowerBound),
                UInt32(values.range.rows.upperBound),
                UInt16(values.range.columns.upperBound)
            )
            guard unsafe keep_chart_values(cells, added.pointee.values) != 0 else {
                throw .library(operation: "keep_chart_values", reason: "no memory")
            }
            unsafe chart_series_set_name(added, strings[0])
            unsafe fill(added, series.fill)
            unsafe chart_series_set_labels(added)
            unsafe chart_series_set_labels_num_format(added, strings[1])
            var font = unsafe lxw_chart_font()
            unsafe font.name = unsafe strings[2]
            unsafe font.size = chart.fontSize - 1
            unsafe chart_series_set_labels_font(added, &font)
        }
    }

    private func fill(_ series: UnsafeMutablePointer<lxw_chart_series>, _ fill: Chart.Fill) {
        var outline = lxw_chart_line()
        outline.color = Colour(0x000000).lxw
        outline.width = 0.5
        unsafe chart_series_set_line(series, &outline)
        func pattern(_ type: lxw_chart_pattern_type, _ colour: Colour) {
            var pattern = lxw_chart_pattern()
            pattern.type = UInt8(type.rawValue)
            pattern.fg_color = colour.lxw
            pattern.bg_color = Colour(0xFFFFFF).lxw
            unsafe chart_series_set_pattern(series, &pattern)
        }
        switch fill {
        case .solid(let colour):
            var solid = lxw_chart_fill()
            solid.color = colour.lxw
            unsafe chart_series_set_fill(series, &solid)
        case .striped(let colour): pattern(LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL, colour)
        case .dotted(let colour): pattern(LXW_CHART_PATTERN_PERCENT_25, colour)
        }
    }

    /// Cleaned; libxlsxwriter takes a text that begins with `=` for a reference.
    private func chartText(_ text: String, _ place: String) throws(SpreadsheetError) -> String {
        let clean = try SafeText.checked(text, limit: 255, place: place)
        guard !clean.hasPrefix("=") else {
            throw .setting(place: place, reason: "a text of a chart that begins with '='")
        }
        return clean
    }
}

extension Chart.Source {
    fileprivate var count: Int { range.rows.count * range.columns.count }
}
