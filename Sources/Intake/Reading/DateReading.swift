import Plan
import Records

extension ColumnReader {
    /// What a message adds where a date has its month first.
    static let monthFirst = "kiểu tháng/ngày"

    static func date(_ text: Span<UInt8>, _ field: Field, from1904: Bool) -> CellReading {
        let cell = DateCell(text, from1904: from1904)
        var reading: CellReading
        switch cell.reading {
        case .day(let date): reading = CellReading(date.days)
        case .converted(let date): reading = CellReading(date.days, CellFault(.C13, field.title, date.vietnamese))
        case .unreadable:
            reading = cell.order == .onlyMonthDay ? .fault(.C3, field.title, monthFirst) : .fault(.C3, field.title)
        }
        reading.order = cell.order
        return reading
    }
}
