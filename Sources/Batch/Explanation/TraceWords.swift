import Figures
import Intake
import Plan
import Records
import Workbooks

/// Traced values in words: what each is, and the files and lines that it came from. A place is written `file:line`, of a
/// workbook `file!sheet:row`.
struct TraceWords {
    let plan: Plan
    let period: Period
    let roster: Roster
    let result: IntakeResult
    var tracing: Tracing
    private let limit: Int?
    private let conditions: ConditionWords
    private let rosterFile: String
    private let findings: [RowPlace: [Int]]

    struct RowPlace: Hashable {
        let file: Int32
        let line: Int32
    }

    /// - Parameters:
    ///   - period: position in `Plan.periods`.
    ///   - limit: how many rows or units are listed at a place; nil: all.
    init(_ examination: Examination, period: Int, limit: Int?) {
        let (plan, result) = (examination.plan, examination.intake.result)
        self.plan = plan
        self.period = plan.periods[period]
        self.result = result
        self.limit = limit
        roster = examination.intake.roster
        tracing = Tracing(examination.prepared, records: result.records, period: period)
        conditions = plan.unitWords
        rosterFile = result.files.first { $0.role == .roster }?.file.path ?? ""
        findings = Dictionary(grouping: result.findings.indices.filter { result.findings[$0].line > 0 }) {
            RowPlace(file: result.findings[$0].file, line: result.findings[$0].line)
        }
    }

    // MARK: - Conditions

    func condition(_ condition: TypedExpression) -> String { conditions.words(condition) }

    func part(_ part: Expression) -> String { conditions.words(part) }

    func quoted(_ variable: Int) -> String { conditions.quoted(variable) }

    /// What a condition comes to.
    func outcome(_ result: Double) -> String {
        result.isNaN ? "chưa rõ, vì thiếu số liệu" : result == 1 ? "đúng" : "không đúng"
    }

    /// A value of a condition as people write it.
    func value(_ value: Double, of variable: Int) -> String {
        PersonalNumbers.masked(ValueText(plan: plan, texts: tracing.texts).words(value, plan.unitScope.types[variable]))
    }

    // MARK: - Lists

    /// The first of many lines, and the number of the rest.
    func bounded<Item>(_ items: [Item], _ noun: String, _ line: (Item) -> String) -> [String] {
        let shown = limit ?? items.count
        let rest = items.count - shown
        return items.prefix(shown).map(line)
            + (rest > 0 ? ["... và \(vietnamese(rest)) \(noun) khác (xem hết: thêm --all)"] : [])
    }

    // MARK: - Traces

    /// Values, and below each where it came from; rows that several come from are listed once.
    func lines(_ traces: [Trace]) -> [String] {
        var listed = ListedRows(traces, shownFields: shownFields)
        return traces.flatMap { lines($0, &listed) }
    }

    private func lines(_ trace: Trace, _ listed: inout ListedRows) -> [String] {
        ["\(quoted(trace.variable)): \(value(trace.value, of: trace.variable))"]
            + origin(trace, &listed).map { "    " + $0 }
    }

    private func origin(_ trace: Trace, _ listed: inout ListedRows) -> [String] {
        switch trace.origin {
        case .cell(let row, let field): cell(row, field: field)
        case .noRow(let dataSet):
            ["không có dòng nào của đơn vị cho kỳ này được tính ở biểu “\(plan.dataSets[dataSet].title)”"]
        case .rows(let rows): self.rows(rows, of: trace.variable, &listed)
        case .dropped(let categories): dropped(categories)
        case .computed(let expression, let values):
            ["tính từ: \(condition(expression))"] + values.flatMap { lines($0, &listed) }
        case .roster(let field, let line, let isImplied):
            [
                "danh mục \(rosterFile):\(line), cột “\(plan.dataSets[plan.roster].fields[field].title)”"
                    + (isImplied ? " (suy ra từ loại hình)" : "")
            ]
        case .calendar(let envelope, let standings): standings.map { calendar($0, for: envelope) }
        case .assessment(let indicator): ["kết quả chỉ tiêu \(plan.indicators[indicator].id)"]
        }
    }

    private func cell(_ row: TracedRow, field: Int) -> [String] {
        let table = result.records.tables[row.dataSet]
        let sent = sentColumn(row, field)
        let column = sent.map { ", cột \(columnLetter($0.position)) “\($0.header)”" } ?? ""
        let found = notes(row, column: sent)
        var why = ""
        if table.columns[field][row.row] == Table.missing, found.isEmpty {
            why = sent == nil ? " (tệp không có cột này)" : " (ô để trống)"
        }
        return [place(row.source) + column + why] + found
    }

    private func rows(_ rows: TracedRows, of variable: Int, _ all: inout ListedRows) -> [String] {
        let aggregate = rows.aggregate
        let fields = plan.dataSets[aggregate.dataSet].fields
        let (words, titles) = (FactWords(plan: plan), plan.factWords(of: aggregate.dataSet))
        var head = words.text(aggregate)
        if let days = rows.days {
            head += ", từ \(days.lowerBound.vietnamese) đến \(days.upperBound.vietnamese)"
        } else if let period = rows.period {
            head += ", kỳ \(plan.periods[period].id)"
        }
        for (field, code) in rows.codes.sorted(by: { $0.key < $1.key }) {
            head += ", “\(fields[field].title)” là \(codeName(code, of: fields[field].type))"
        }
        let condition = words.condition(aggregate)
        if !condition.isEmpty { head += ", \(condition)" }
        func list(_ title: String, _ listed: [TracedRow]) -> [String] {
            guard !listed.isEmpty else { return [] }
            let count = "\(title): \(vietnamese(listed.count)) dòng"
            if let first = all.firstListing(listed, by: variable) {
                return ["\(count), như ở \(quoted(first)) trên đây"]
            }
            let fields = all.fields(of: aggregate.dataSet)
            return [count]
                + bounded(listed, "dòng") { row in
                    "    " + self.row(row, fields: fields) + lastYear(row, all.lastYear(of: aggregate.dataSet), titles)
                }
        }
        var lines = [head]
        lines += rows.counted.isEmpty ? ["không có dòng nào được tính"] : list("được tính", rows.counted)
        if let variable = aggregate.function.variable {
            lines += list("không tính vì \(titles.quoted(variable)) trống hoặc không đọc được", rows.lacking)
        }
        return lines + list("không tính vì không thỏa điều kiện", rows.excluded)
    }

    private func dropped(_ traced: TracedCategories) -> [String] {
        let what =
            "đếm các loại đã chốt trên 0 ở kỳ \(traced.period) mà nay không có dòng nào ở biểu “\(plan.dataSets[traced.dataSet].title)”"
        guard traced.isClosed else {
            return [what, "kỳ \(traced.period) không có số đã chốt của đơn vị, nên không xét"]
        }
        guard !traced.categories.isEmpty else { return [what, "không có loại nào như vậy"] }
        return [what]
            + traced.categories.map { category in
                let name = traced.list.map { plan.codeLists[$0].codes[category.code].name } ?? ""
                return "\(name): năm trước đã chốt \(number(category.closed))"
            }
    }

    /// `; Số vụ của cùng kỳ năm trước: 5 (đã chốt 2025-Q1)`
    private func lastYear(_ row: TracedRow, _ figures: [TracedLastYear], _ titles: ConditionWords) -> String {
        figures.map { figure in
            guard let value = figure.values[row.row] else { return "" }
            let origin = figure.closedRows.contains(row.row) ? "đã chốt \(figure.period)" : "đơn vị tự ghi"
            return "; \(titles.title(figure.variable)): \(number(value)) (\(origin))"
        }.joined()
    }

    private func number(_ value: Double) -> String {
        ValueText(plan: plan, texts: TextPool()).words(value, .number)
    }

    /// A row by its place and the cells that tell it from others or decided on it.
    func row(_ row: TracedRow, fields: [Int]) -> String {
        let cells = fields.map { field in
            "\(plan.dataSets[row.dataSet].fields[field].title): \(cellWords(row, field))\(unread(row, field))"
        }
        return place(row.source) + "  " + cells.joined(separator: "; ")
    }

    /// The key but for unit and period, the day, and what the aggregate looks at, in the order of the form.
    func shownFields(of aggregate: FactDefinition.Aggregate) -> [Int] {
        let dataSet = plan.dataSets[aggregate.dataSet]
        var fields = Set(dataSet.key)
        if let date = dataSet.index(of: .eventDate) { fields.insert(date) }
        if let variable = aggregate.function.variable { fields.insert(variable) }
        fields.formUnion(aggregate.condition?.variables ?? [])
        return fields.filter { $0 < dataSet.fields.count }.filter {
            Set(dataSet.fields[$0].roles).isDisjoint(with: [.unit, .period, .year])
        }.sorted()
    }

    private func calendar(_ standing: ReportStanding, for envelope: FactDefinition.Envelope) -> String {
        let period = plan.periods[standing.period]
        let expected = standing.isExpected ? "phải báo cáo" : "không phải báo cáo"
        let row = standing.row.map { " (\(place($0.source)))" } ?? ""
        let reported = (standing.isReported ? "đã báo cáo" : "chưa báo cáo") + row
        let due = "hạn trước \(period.due.vietnamese)"
        let day = standing.earliest.map { "sớm nhất ngày \($0.vietnamese), \(due)" } ?? due
        let onTime = standing.isReported ? ", \(standing.isOnTime ? "đúng hạn" : "chậm") (\(day))" : ""
        switch envelope {
        case .expected, .periodsExpected:
            return "kỳ \(period.id): \(expected), xét theo ngày cuối kỳ \(period.end.vietnamese) trong danh mục"
        case .reported, .periodsReported: return "kỳ \(period.id): \(expected), \(reported)"
        case .onTime, .periodsOnTime: return "kỳ \(period.id): \(expected), \(reported)\(onTime)"
        }
    }

    // MARK: - Places and cells

    /// `inbox/bao-cao.csv:12`
    func place(_ source: SourceRow) -> String {
        let file = Int(source.file)
        return (result.files.indices.contains(file) ? result.files[file].file.path : "?") + ":\(source.line)"
    }

    /// The first place of a value, in a few words; empty where there is none, or more than one.
    func shortPlace(_ trace: Trace) -> String {
        switch trace.origin {
        case .cell(let row, _): place(row.source)
        case .roster(_, let line, _): "\(rosterFile):\(line)"
        case .rows(let rows) where rows.counted.count == 1: place(rows.counted[0].source)
        case .rows, .dropped, .noRow, .computed, .calendar, .assessment: ""
        }
    }

    func rosterPlace(ofUnit unit: Int) -> String {
        guard roster.table.sources.indices.contains(unit) else { return rosterFile }
        return "\(rosterFile):\(roster.table.sources[unit].line)"
    }

    private func cellWords(_ row: TracedRow, _ field: Int) -> String {
        let table = result.records.tables[row.dataSet]
        let definition = plan.dataSets[row.dataSet].fields[field]
        let number = table.numbers(field: field, plan: plan, rows: row.row..<row.row + 1).first ?? .nan
        return PersonalNumbers.masked(
            ValueText(plan: plan, texts: table.texts).words(number, ValueType(definition.type))
        )
    }

    /// ` (C5, đã ghi “...”)`: what stands in a cell that has no value; empty where it is given, or was left empty.
    private func unread(_ row: TracedRow, _ field: Int) -> String {
        guard result.records.tables[row.dataSet].columns[field][row.row] == Table.missing,
            let column = sentColumn(row, field),
            let finding = found(row).first(where: { $0.column == column.position && !$0.value.isEmpty })
        else { return "" }
        return " (\(finding.codeName), đã ghi “\(finding.value)”)"
    }

    private func sentColumn(_ row: TracedRow, _ field: Int) -> SentColumn? {
        let columns = result.records.sentColumns
        let file = Int(row.source.file)
        guard columns.indices.contains(file), columns[file].indices.contains(field) else { return nil }
        return columns[file][field]
    }

    private func codeName(_ code: Int, of type: FieldType) -> String {
        switch type {
        case .choice(let list), .choices(let list): plan.codeLists[list].codes[code].name
        case .code, .text, .integer, .decimal, .date, .boolean: "\(code)"
        }
    }

    /// What was found about that cell of the row: why its value is missing, corrected or read otherwise.
    private func notes(_ row: TracedRow, column: SentColumn?) -> [String] {
        guard let column else { return [] }
        return found(row).filter { $0.column == column.position }.map { note($0) }
    }

    private func found(_ row: TracedRow) -> [Finding] {
        let place = RowPlace(file: row.source.file, line: row.source.line)
        return (findings[place] ?? []).map { result.findings[$0] }
    }

    /// `C3 (lỗi): ...`
    func note(_ finding: Finding) -> String {
        "\(finding.codeName) (\(finding.severity.word.lowercased())): \(finding.message(plan: plan))"
    }
}
