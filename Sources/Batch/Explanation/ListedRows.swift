import Figures
import Plan
import Records

/// The rows that an explanation has listed already: with every cell that one of its values looks at, so that they need not stand twice.
struct ListedRows {
    private var fieldsOfDataSet: [Int: Set<Int>] = [:]
    private var lastYearOfDataSet: [Int: [TracedLastYear]] = [:]
    /// With the variable below which they stand.
    private var listed: [(rows: [TracedRow], variable: Int)] = []

    /// - Parameters:
    ///   - traces: all that will be told.
    ///   - shownFields: the fields that an aggregate's rows are shown by.
    init(_ traces: [Trace], shownFields: (FactDefinition.Aggregate) -> [Int]) {
        for trace in traces { add(trace, shownFields) }
    }

    private mutating func add(_ trace: Trace, _ shownFields: (FactDefinition.Aggregate) -> [Int]) {
        switch trace.origin {
        case .rows(let rows):
            let dataSet = rows.aggregate.dataSet
            fieldsOfDataSet[dataSet, default: []].formUnion(shownFields(rows.aggregate))
            for figure in rows.lastYear where !lastYear(of: dataSet).contains(where: { $0.variable == figure.variable })
            {
                lastYearOfDataSet[dataSet, default: []].append(figure)
            }
        case .computed(_, let values): for value in values { add(value, shownFields) }
        case .cell, .noRow, .dropped, .roster, .calendar, .assessment: break
        }
    }

    func fields(of dataSet: Int) -> [Int] { (fieldsOfDataSet[dataSet] ?? []).sorted() }

    func lastYear(of dataSet: Int) -> [TracedLastYear] { lastYearOfDataSet[dataSet] ?? [] }

    /// The variable below which the very same rows stand; nil: they are to be listed now.
    mutating func firstListing(_ rows: [TracedRow], by variable: Int) -> Int? {
        if let found = listed.first(where: { $0.rows == rows }) { return found.variable }
        listed.append((rows, variable))
        return nil
    }
}
