import Plan
import Spreadsheet
import Tabular

/// A sheet of a workbook, held against the headers of all data sets.
struct SheetTable {
    let name: String
    let rows: SheetRows
    let merged: SheetContents.Merged
    let outcome: HeaderCandidates.Outcome

    /// As in texts: titles and addresses stand above a header, but not more.
    private static let rowsTried = 20

    init(_ name: String, _ contents: SheetContents, plan: Plan, vocabulary: Vocabulary) {
        self.name = name
        rows = SheetRows(contents)
        merged = contents.merged
        var candidates = HeaderCandidates(plan: plan, vocabulary: vocabulary)
        var record = Record()
        var tried = 0
        for row in 0..<rows.count where tried < Self.rowsTried && !candidates.isSettled {
            // A row that cannot be read is no header; it is told where the rows are.
            guard (try? rows.read(row, into: &record)) != nil, !record.isBlank else { continue }
            tried += 1
            candidates.take(record, place: row)
        }
        outcome = candidates.outcome
    }

    /// Nothing but blanks stands in it.
    var isEmpty: Bool {
        if case .none(let nearest) = outcome { return nearest == nil }
        return false
    }

    /// The header and what stands below it, if it has one.
    var table: (header: Header, rows: TableRows)? {
        guard case .found(let header, let place) = outcome else { return nil }
        return (header, TableRows(sheet: rows, from: place + 1))
    }

    /// How many fields of one data set the best row names, the roster's left out.
    func fieldsNamed(_ plan: Plan) -> Int {
        guard case .none(let nearest?) = outcome else { return 0 }
        return plan.dataSets.indices.filter { !plan.dataSets[$0].isRoster }.map { nearest.matched[$0] }.max() ?? 0
    }
}
