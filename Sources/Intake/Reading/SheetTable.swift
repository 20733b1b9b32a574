import Plan
import Spreadsheet
import Tabular

/// A sheet of a workbook, held against the headers of all data sets.
struct SheetTable {
    let name: String
    let merged: SheetContents.Merged
    /// How its texts are read: as they are, or restored; or why they are not (F2).
    let reading: TextDecider.Outcome
    let decision: TextDecision

    init(_ name: String, _ contents: SheetContents, vocabulary: Vocabulary) {
        self.name = name
        merged = contents.merged
        (reading, decision) = TextDecider(vocabulary: vocabulary).decide(SheetRows(contents))
    }

    /// Nil where its texts are not read.
    var candidate: TextCandidate? {
        guard case .read(let candidate, _) = reading else { return nil }
        return candidate
    }

    /// What the search for its header found; nil where its texts are not read.
    var outcome: TableSearch.Outcome? { candidate?.search.outcome }

    /// Nothing but blanks stands in it.
    var isEmpty: Bool {
        if case .none(let nearest)? = outcome { return nearest == nil }
        return false
    }

    /// The header, if it has one.
    var header: Header? { candidate?.search.header }

    /// How many fields of one data set the best row names, the roster's left out.
    func fieldsNamed(_ plan: Plan) -> Int {
        guard case .none(let nearest?)? = outcome else { return 0 }
        return plan.dataSets.indices.filter { !plan.dataSets[$0].isRoster }.map { nearest.matched[$0] }.max() ?? 0
    }
}
