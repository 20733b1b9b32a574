import Figures
import Plan

/// What was closed for last year's periods, from the latest issue of each, reopened since or not.
struct LastYear {
    /// What this year's figures and rules read, of every period that one of the plan's compares with.
    var facts = ClosedFacts()
    /// The files that were read, for the manifest.
    var inputs: [Manifest.Input] = []
    /// What of the closed sets cannot be compared, for the office.
    var warnings: [String] = []
    private let archive: ClosedArchive

    /// Reads the closed sets of every period that one of the plan's compares with; a period without one is not closed.
    ///
    /// - Throws: `.output` where a closed set is not as it was frozen: half of last year is worse than none.
    init(_ archive: ClosedArchive, plan: Plan) throws(BatchError) {
        self.archive = archive
        let columns = plan.closedColumns
        var read: Set<String> = []
        for period in plan.periods.map(\.comparesWith) where read.insert(period).inserted {
            guard let issue = archive.latest(of: period) else { continue }
            for name in ["assessments.csv", "facts.csv"] {
                let bytes = try archive.read(name, of: issue)
                let path = "da-chot/\(issue.folder)/\(name)"
                inputs.append(Manifest.Input(path: path, sha256: sha256(bytes), bytes: bytes.count, role: .lastYear))
                guard name == "facts.csv" else { continue }
                guard let names = take(columns, from: bytes, period: period) else { throw LastYear.unreadable(path) }
                warnings += plan.incomparable(to: names).map { "Số liệu đã chốt \(issue.folder): \($0)" }
            }
        }
    }

    /// Takes the wanted columns of a `facts.csv`.
    ///
    /// - Returns: the names of all its columns, but for those wanted that hold no numbers; nil where it is anything else.
    private mutating func take(_ columns: Set<String>, from bytes: [UInt8], period: String) -> [String]? {
        guard let header = (try? CSVRecords(bytes))?.header else { return nil }
        let wanted = header.filter { columns.contains($0) }
        // What had this name last year and is no number is another fact.
        var others: Set<String> = []
        let isWhole = readCSV(bytes, columns: ["unit"] + wanted) { row in
            for (index, column) in wanted.enumerated() where !row.isEmpty(index + 1) {
                if let number = row.number(index + 1) {
                    facts.set(number, period: period, unit: row[0], column: column)
                } else {
                    others.insert(column)
                }
            }
        }
        return isWhole ? header.filter { !others.contains($0) } : nil
    }

    /// What was closed for the period that this one compares with, unit by unit; nil where it is not closed.
    ///
    /// - Throws: `.output` where the closed set is not as it was frozen.
    func figures(_ period: Period, plan: Plan) throws(BatchError) -> LastYearFigures? {
        guard let issue = archive.latest(of: period.comparesWith) else { return nil }
        let facts = try archive.read("facts.csv", of: issue)
        let assessments = try archive.read("assessments.csv", of: issue)
        guard let figures = LastYearFigures(facts: facts, assessments: assessments, plan: plan) else {
            throw LastYear.unreadable("da-chot/\(issue.folder)")
        }
        return figures
    }

    private static func unreadable(_ path: String) -> BatchError {
        .output("Số liệu đã chốt \(path) không đọc được; hãy dùng đúng bản tonghop đã chốt nó, hoặc bản mới hơn.")
    }
}

extension Plan {
    /// Facts of last year that this year's figures and rules ask for, by name.
    fileprivate var closedColumns: Set<String> {
        var names: Set<String> = []
        for case .lastYear(let test) in rules.map(\.test) { names.formUnion(test.pairs.map(\.closed)) }
        for figure in lastYearFigures {
            for code in [nil] + categories(of: figure).map(Optional.some) {
                let columns = closedColumns(of: figure, code: code)
                names.formUnion([columns.sum, columns.rows, columns.known])
            }
        }
        return names
    }

    /// What the closed set's columns lack, and what of them has no place in this year's plan: the office has to know, since such figures
    /// are as units tell them, or in no comparison.
    fileprivate func incomparable(to columns: [String]) -> [String] {
        var told: [String] = []
        for figure in lastYearFigures {
            let title = dataSets[figure.dataSet].fields[figure.field].title
            let whole = closedColumns(of: figure, code: nil)
            let codes = categories(of: figure)
            let new = codes.filter { code in
                let own = closedColumns(of: figure, code: code)
                return ![own.sum, own.rows, own.known].allSatisfy(columns.contains)
            }
            let lacking = [whole.rows, whole.known, whole.sum].filter { name in
                codes.isEmpty ? !columns.contains(name) : codes.allSatisfy { !columns.contains("\(name).\($0)") }
            }
            guard lacking.isEmpty else {
                let names = lacking.joined(separator: ", ")
                told.append("không có cột \(names), nên “\(title)” của năm trước lấy theo số đơn vị tự ghi.")
                continue
            }
            if !new.isEmpty {
                told.append(
                    "không có loại \(new.joined(separator: ", ")), nên “\(title)” của năm trước ở loại đó lấy theo số đơn vị tự ghi."
                )
            }
            let prefix = "\(whole.sum)."
            let gone = columns.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
                .filter { !$0.contains(".") && !codes.contains($0) }
            if !gone.isEmpty, !codes.isEmpty {
                told.append(
                    "có loại \(gone.joined(separator: ", ")) mà kế hoạch năm nay không có, nên “\(title)” của loại đó không được so sánh."
                )
            }
        }
        return told
    }
}
