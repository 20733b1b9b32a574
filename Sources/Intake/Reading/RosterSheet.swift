import Plan
import Records
import Spreadsheet

/// The roster in a workbook: the one sheet that matches it.
struct RosterSheet {
    let name: String
    let reading: FileReading
    /// U4 about its cells.
    let strayBlanks: [Finding]

    /// - Throws: the reading with what speaks against it, where no sheet is a roster or several are.
    init(_ bytes: [UInt8], file: InboxFile, tables: TableReading) throws(RosterRefusal) {
        let plan = tables.plan
        var rosters: [SheetTable] = []
        var refusal: String?
        do {
            let workbook = try WorkbookReader(bytes: bytes)
            for sheet in workbook.sheets where sheet.state == .visible {
                let contents = try workbook.contents(of: sheet)
                let table = SheetTable(sheet.name, contents, vocabulary: tables.vocabulary)
                if case .refused(let cause, _) = table.reading { refusal = cause }
                if table.header?.dataSet == plan.roster { rosters.append(table) }
            }
        } catch {
            throw RosterRefusal(file, .F2, [error.vietnamese])
        }
        guard let roster = rosters.first, let candidate = roster.candidate, let header = roster.header,
            let rows = candidate.search.rows
        else {
            if let refusal { throw RosterRefusal(file, .F2, [refusal]) }
            throw RosterRefusal(file, .F3, [plan.dataSets[plan.roster].title, "", ""])
        }
        guard rosters.count == 1 else {
            let names = rosters.map { "“\(shownPath(Array($0.name.utf8)))”" }.joined(separator: ", ")
            throw RosterRefusal(file, .U3, ["nhiều trang tính đều là danh mục: \(names)"])
        }
        var reading = FileReading(file: file.sheet(roster.name))
        reading.encoding = WorkbookReading.encoding
        reading.decision = roster.decision
        tables.read(candidate, into: &reading)
        if let words = roster.merged.words { reading.refuse(.L5, arguments: [words]) }
        name = roster.name
        strayBlanks = Intake.strayBlanks(in: rows, below: header, plan: plan)
        self.reading = reading
    }
}

/// Why a workbook is no roster.
struct RosterRefusal: Error {
    let finding: Finding

    init(_ file: InboxFile, _ code: FindingCode, _ arguments: [String]) {
        finding = Finding(code, file: 0, arguments: arguments)
    }
}
