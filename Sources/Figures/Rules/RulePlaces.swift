import Plan
import Records

/// What a finding of a rule over units is about, in the files: where its mend is to be made.
struct RuleSubject {
    let dataSet: Int
    let field: Int?
    /// Codes of other fields by which the row is told from the unit's others, where one of them says so: the category.
    let codes: [Int: Int]
}

/// Where findings of rules over units stand.
struct RulePlaces {
    private let prepared: PreparedRecords
    private let records: AcceptedRecords

    private var plan: Plan { prepared.plan }

    init(_ prepared: PreparedRecords, _ records: AcceptedRecords) {
        self.prepared = prepared
        self.records = records
    }

    struct Place {
        let dataSet: Int
        /// Position in the data set's table.
        let row: Int
        let source: SourceRow
        /// Where the subject's field stands, if the row is one of the subject's data set.
        let column: SentColumn?
        let isOfSubject: Bool
    }

    /// The unit's row of the period in the subject's data set, else its report's, else any that counted in the period; nil:
    /// it has none.
    func place(of unit: Int, in period: Int, for subject: RuleSubject) -> Place? {
        var dataSets = [subject.dataSet]
        if let report = plan.reportDataSet { dataSets.append(report) }
        for dataSet in dataSets + plan.dataSets.indices {
            let rows = rows(of: unit, in: period, dataSet: dataSet)
            guard let first = rows.min() else { continue }
            let isOfSubject = dataSet == subject.dataSet
            let exact = isOfSubject ? rows.filter { holds(subject.codes, row: $0, dataSet: dataSet) }.min() : nil
            let row = exact ?? first
            let source = records.tables[dataSet].sources[row]
            return Place(
                dataSet: dataSet,
                row: row,
                source: source,
                column: isOfSubject ? subject.field.flatMap { column(of: $0, file: Int(source.file)) } : nil,
                isOfSubject: isOfSubject
            )
        }
        return nil
    }

    /// The value of a field in a row, as people write it; empty where it is missing.
    func words(row: Int, field: Int, dataSet: Int) -> String {
        let table = records.tables[dataSet]
        let definition = plan.dataSets[dataSet].fields[field]
        guard table.columns[field][row] != Table.missing else { return "" }
        if definition.roles.contains(.unit) {
            return table.text(row: row, field: field, plan: plan, roster: prepared.roster)
        }
        let number = table.numbers(field: field, plan: plan, rows: row..<row + 1).first ?? .nan
        return ValueText(plan: plan, texts: table.texts).words(number, ValueType(definition.type))
    }

    private func column(of field: Int, file: Int) -> SentColumn? {
        guard records.sentColumns.indices.contains(file), records.sentColumns[file].indices.contains(field) else {
            return nil
        }
        return records.sentColumns[file][field]
    }

    private func rows(of unit: Int, in period: Int, dataSet: Int) -> [Int] {
        guard prepared.tables.indices.contains(dataSet), let table = prepared.tables[dataSet],
            let places = table.places(of: .window, in: period, plan: plan)
        else { return [] }
        return table.rows.range(ofUnit: unit, in: places).map { Int(table.rows.rows[$0]) }
    }

    private func holds(_ codes: [Int: Int], row: Int, dataSet: Int) -> Bool {
        codes.allSatisfy { field, code in
            let number = records.tables[dataSet].numbers(field: field, plan: plan, rows: row..<row + 1).first ?? .nan
            guard number >= 0 else { return false }
            if case .choices = plan.dataSets[dataSet].fields[field].type {
                return UInt64(number) >> UInt64(code) & 1 == 1
            }
            return number == Double(code)
        }
    }
}

extension Plan {
    /// Where a fact's column comes from.
    func subject(ofColumn position: Int) -> RuleSubject? {
        let column = factColumns[position]
        let definition = facts[column.fact]
        switch definition.source {
        case .value(let dataSet, let field): return RuleSubject(dataSet: dataSet, field: field, codes: [:])
        case .aggregate(let aggregate):
            let field: Int? =
                switch aggregate.function {
                case .sum(let variable): dataSets[aggregate.dataSet].field(ofVariable: variable)
                case .count, .countDistinct, .dropped: nil
                }
            var codes: [Int: Int] = [:]
            if let part = column.part {
                for (field, code) in zip(definition.splits[part.split], part.codes) { codes[field] = code }
            }
            return RuleSubject(dataSet: aggregate.dataSet, field: field, codes: codes)
        case .envelope, .expression:
            return reportDataSet.map { RuleSubject(dataSet: $0, field: nil, codes: [:]) }
        }
    }

    /// Where a test over units has its mend made; of one for each code, at the row of that code.
    func subject(of test: Rule.UnitTest) -> RuleSubject {
        var codes: [Int: Int] = [:]
        for field in dataSets[test.dataSet].key {
            switch dataSets[test.dataSet].fields[field].type {
            case .choice(let list), .choices(let list):
                if let each = test.each, let code = codeLists[list].codes.firstIndex(where: { $0.name == each }) {
                    codes[field] = code
                }
            case .code, .text, .integer, .decimal, .date, .boolean: break
            }
        }
        return RuleSubject(dataSet: test.dataSet, field: test.field, codes: codes)
    }
}
