import Spreadsheet

extension SheetTable {
    /// The most that a row may need, a little below Excel's 409 points.
    private static let highestRow = 400.0

    /// The width of each column, in characters: what its longest value needs within the column's bounds, then fitted to the page.
    ///
    /// - Parameters:
    ///   - page: points between the margins; nil where the sheet is not fitted to a page.
    ///   - spare: points that each column gets beyond its need, unless it stretches.
    func widths(page: Double?, spare: Double = 0) -> [Double] {
        var widths = columns.map(headingWidth)
        for index in 0..<rowCount {
            switch row(index) {
            case .data(let values), .marked(let values, _): widen(&widths, by: values, bold: false)
            case .total(let values): widen(&widths, by: values, bold: true)
            case .section: break
            }
        }
        for (index, column) in columns.enumerated() where !column.stretches && spare > 0 {
            widths[index] = ColumnWidth.characters(ofPoints: ColumnWidth.points(widths[index]) + spare)
        }
        if let page { fit(&widths, to: page) }
        return widths
    }

    /// At least the heading's longest word.
    private func headingWidth(_ column: TableColumn) -> Double {
        let word = TextMeasure(size: size, bold: true).widestWord(column.heading)
        return max(column.width.lowerBound, ColumnWidth.characters(forText: word))
    }

    private func widen(_ widths: inout [Double], by values: [CellValue], bold: Bool) {
        let measure = TextMeasure(size: size, bold: bold)
        for (index, value) in values.enumerated() where index < columns.count {
            let column = columns[index]
            let text = column.shown(value)
            let isText =
                switch value.shown {
                case .text, .formula(_, result: .text): true
                default: false
                }
            guard isText else {
                // A number that does not fit shows as ####.
                let natural = ColumnWidth.characters(forNumber: measure.widestLine(text))
                widths[index] = max(widths[index], min(natural, 255))
                continue
            }
            let natural = ColumnWidth.characters(forText: measure.widestLine(text))
            if natural <= widths[index] { continue }
            widths[index] = max(widths[index], min(natural, column.width.upperBound))
            if column.kind != .text {
                let word = ColumnWidth.characters(forText: measure.widestWord(text))
                widths[index] = max(widths[index], min(word, 60))
            }
            raise(&widths[index], until: text, fits: measure)
        }
    }

    /// A text so long that no row is high enough for it gets a wider column.
    private func raise(_ width: inout Double, until text: String, fits measure: TextMeasure) {
        // Two lines that follow each other hold more than one line's room: most texts need not be broken to know that they fit.
        let room = max(ColumnWidth.usablePoints(width) - measure.size, measure.size)
        let most = Int(2 * measure.width(text) / room) + 2 + text.utf8.count { $0 == 0x0A }
        if measure.height(lines: most) <= Self.highestRow { return }
        while width < 250,
            measure.height(lines: measure.lines(text, in: ColumnWidth.usablePoints(width))) > Self.highestRow
        {
            width = min(width * 1.25, 250)
        }
    }

    /// Columns that stretch share what the page has left, or give what is too much as far as they can.
    private func fit(_ widths: inout [Double], to page: Double) {
        let stretching = columns.indices.filter { columns[$0].stretches }
        guard !stretching.isEmpty else { return }
        let left = page - widths.reduce(0) { $0 + ColumnWidth.points($1) }
        // 5.25 points a character; a quarter less, lest rounding make the sheet a hair too wide.
        let share = (left / 5.25 / Double(stretching.count) * 4).rounded(.down) / 4
        for index in stretching {
            widths[index] = max(widths[index] + share, min(widths[index], columns[index].width.lowerBound))
        }
    }
}
