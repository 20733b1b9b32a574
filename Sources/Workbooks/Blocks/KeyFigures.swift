import Spreadsheet

/// A few figures in a row, each below its words.
struct KeyFigures: Block {
    struct Figure {
        let label: String
        let value: CellValue
        var numberFormat = HouseFormat.count
    }

    let figures: [Figure]

    func write(on sheet: inout SheetCanvas) throws(SpreadsheetError) {
        let spans = sheet.spans(figures.map { _ in 1 })
        let heading = HouseFormat.cell(12, bold: true, horizontal: .centre).with { $0.fill = HouseColour.heading }
        try sheet.line(zip(spans, figures).map { Piece($0, .text($1.label), heading) })
        try sheet.line(
            zip(spans, figures).map { span, figure in
                let format = HouseFormat.cell(12, horizontal: .centre).with { $0.numberFormat = figure.numberFormat }
                return Piece(span, figure.value, format)
            }
        )
        try sheet.space()
    }
}
