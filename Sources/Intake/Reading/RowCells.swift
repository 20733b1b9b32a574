// The cells of one row: what each gives, and what there is to say about it.

import Plan
import Records
import Tabular

extension TableReader {
    /// Reads a column's cell into `values`, and notes what there is to say about it.
    @inline(__always)
    mutating func read(_ index: Int, _ record: Record) -> CellReading {
        let column = columns[index].column
        let field = columns[index].field
        guard column < record.count else {
            values[field] = Table.missing
            return .missing
        }
        if record.marks(column).contains(.uncalculated) { return uncalculated(index, record) }
        let bytes = record.bytes.span
        let raw = bytes.extracting(record.range(column))
        var reading = columns[index].read(raw, texts: &table.texts, tools: &tools)
        if columns[index].hasRepeated, differs(index, record) { reading = .missing }
        values[field] = reading.value
        if let fault = reading.fault { add(fault.code, index, record, fault.arguments) }
        if reading.hadImpossible { add(.C8, index, record, [definition.fields[field].title]) }
        return reading
    }

    /// A formula without a result is an error value, whatever the column: what its sender sees is not in the file.
    private mutating func uncalculated(_ index: Int, _ record: Record) -> CellReading {
        let field = columns[index].field
        values[field] = Table.missing
        add(.C10, index, record, [definition.fields[field].title, "công thức chưa có kết quả"])
        return .missing
    }

    mutating func readCells(_ record: Record, unit: Int32) {
        for index in columns.indices where index != unitColumn {
            let reading = read(index, record)
            if columns[index].isDate { judgeDate(index, record, reading, unit: unit) }
            if values[columns[index].field] == Table.missing { judgeMissing(index, record, reading) }
        }
        for column in unnamed where !unnamedWithData[column] && column < record.count {
            unnamedWithData[column] = !isEmpty(record, column)
        }
    }

    @inline(__always)
    mutating func judgeDate(_ index: Int, _ record: Record, _ reading: CellReading, unit: Int32) {
        let field = columns[index].field
        orders.note(reading.order, unit: unit, column: index)
        if record.marks(columns[index].column).contains(.date), !reading.isMissing {
            judgeTrueDate(CalendarDate(days: reading.value), index, record, unit: unit)
        }
        if reading.order == .ambiguous {
            switch judged.verdict(unit: unit, column: index) {
            case .dayFirst: break
            case .monthFirst:
                add(.C3, index, record, [definition.fields[field].title, ColumnReader.monthFirst])
                values[field] = Table.missing
            case .mixed:
                let date = CalendarDate(days: reading.value).vietnamese
                add(.C12, index, record, [definition.fields[field].title, date])
            }
        }
        let day = values[field]
        guard day != Table.missing, let asOf else { return }
        if field == eventField, day < firstDay || day > lastDay {
            add(.P2, index, record, [definition.fields[field].title])
        }
        if day > asOf.days { add(.P3, index, record, [definition.fields[field].title]) }
    }

    /// A date that a sheet holds as one, counted as it stands.
    private mutating func judgeTrueDate(_ date: CalendarDate, _ index: Int, _ record: Record, unit: Int32) {
        orders.noteTrueDate(date, unit: unit, column: index)
        let (_, month, day) = date.components
        guard day <= 12, day != month, judged.isSuspicious(unit: unit, column: index) else { return }
        add(.C12, index, record, [definition.fields[columns[index].field].title, date.vietnamese])
    }

    mutating func judgeMissing(_ index: Int, _ record: Record, _ reading: CellReading) {
        let title = definition.fields[columns[index].field].title
        switch demands[index] {
        case .nothing: break
        case .required:
            // An unreadable cell is told already, and so are two columns that say different things (H2).
            let hasFault = faults.contains { $0.column == columns[index].column }
            if !hasFault, columns[index].repeated.isEmpty { add(.C1, index, record, [title]) }
        case .indispensable:
            add(.C16, index, record, [title])
            mustLeaveOut = true
        }
    }

    /// Whether a repeated column says something else than the first.
    mutating func differs(_ index: Int, _ record: Record) -> Bool {
        func text(_ column: Int) -> [UInt8] {
            guard column < record.count else { return [] }
            let bytes = record.bytes.span
            clean(bytes.extracting(record.range(column)), into: &tools.cleaned)
            return tools.cleaned.bytes
        }
        let first = text(columns[index].column)
        return columns[index].repeated.contains { text($0) != first }
    }

    func isEmpty(_ record: Record, _ column: Int) -> Bool {
        record.range(column).isEmpty || shownText(record, column).isEmpty
    }

    /// The number of cells of a row that is longer than the header, if anything stands beyond it.
    func overflow(_ record: Record) -> Int? {
        guard record.count > header.width else { return nil }
        return (header.width..<record.count).last { !isEmpty(record, $0) }.map { $0 + 1 }
    }
}
