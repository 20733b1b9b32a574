import Plan
import Records
import Tabular

/// The cell that a correction means, found by the words of the office; what stands in the way otherwise.
struct CorrectedCell {
    let dataSet: Int
    let field: Int
    /// Cells of the key's fields, in the key's order, as the table keeps them.
    let key: [Int32]

    /// - Throws: the obstacle, in Vietnamese.
    init(
        _ correction: Decision.Correction,
        context: ReadingContext,
        tables: inout [Table]
    ) throws(DecisionObstacle) {
        let plan = context.plan
        let words = fold(correction.dataSet)
        let dataSet = plan.dataSets.indices.first { index in
            !plan.dataSets[index].isRoster
                && [plan.dataSets[index].name, plan.dataSets[index].title].contains { fold($0) == words }
        }
        guard let dataSet else {
            let names = plan.dataSets.filter { !$0.isRoster }.map(\.name).joined(separator: ", ")
            throw DecisionObstacle("không có biểu “\(correction.dataSet)”; các biểu là: \(names)")
        }
        let definition = plan.dataSets[dataSet]
        guard let field = Self.field(correction.field, of: dataSet, context.vocabulary) else {
            throw DecisionObstacle("biểu “\(definition.title)” không có cột “\(correction.field)”")
        }
        let title = definition.fields[field].title
        if definition.key.contains(field) {
            throw DecisionObstacle("cột “\(title)” thuộc khóa của dòng, chỉ nhà trường sửa được bằng cách gửi lại")
        }
        // It decides, before merging, which row is newer and whether the report was on time.
        if definition.fields[field].roles.contains(.sentOn) {
            throw DecisionObstacle(
                "cột “\(title)” quyết định dòng nào mới hơn và đúng hạn hay không, chỉ nhà trường sửa được"
            )
        }
        self.dataSet = dataSet
        self.field = field
        key = try Self.key(correction, of: dataSet, context, &tables[dataSet])
    }

    /// A column by its name, title or alias, and as workbooks and findings.csv show it: `D: Số vụ`, `Số vụ (D)`.
    private static func field(_ text: String, of dataSet: Int, _ vocabulary: Vocabulary) -> Int? {
        var candidates = [text]
        if let colon = text.firstIndex(of: ":") { candidates.append(String(text[text.index(after: colon)...])) }
        if let bracket = text.lastIndex(of: "(") { candidates.append(String(text[..<bracket])) }
        for candidate in candidates {
            let meanings = vocabulary.meanings(of: fold(Array(candidate.utf8).span))
            let meaning = meanings.filter { $0.dataSet == dataSet }.min { $0.rank < $1.rank }
            if let meaning { return meaning.field }
        }
        return nil
    }

    private static func key(
        _ correction: Decision.Correction,
        of dataSet: Int,
        _ context: ReadingContext,
        _ table: inout Table
    ) throws(DecisionObstacle) -> [Int32] {
        let definition = context.plan.dataSets[dataSet]
        let unitField = definition.index(of: .unit)
        var parts = correction.key.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        let unitPosition = definition.key.firstIndex { $0 == unitField }
        if let unitPosition, parts.count == definition.key.count - 1 { parts.insert(correction.unit, at: unitPosition) }
        guard parts.count == definition.key.count else {
            let titles = definition.key.filter { $0 != unitField }.map { definition.fields[$0].title }
            throw DecisionObstacle("khóa “\(correction.key)” phải gồm: \(titles.joined(separator: "|"))")
        }
        let unit = unitField.map { table.read(correction.unit, field: $0, context: context) }
        if unit?.isMissing == true { throw DecisionObstacle("mã đơn vị “\(correction.unit)” không có trong danh mục") }
        var cells: [Int32] = []
        for (field, part) in zip(definition.key, parts) {
            let reading = table.read(part, field: field, context: context)
            if reading.isMissing {
                throw DecisionObstacle("“\(part)” không đọc được ở phần “\(definition.fields[field].title)” của khóa")
            }
            cells.append(reading.value)
        }
        if let unitPosition, unit?.value != cells[unitPosition] {
            let key = PersonalNumbers.masked(correction.key)
            throw DecisionObstacle("khóa “\(key)” là của đơn vị khác, không phải \(correction.unit)")
        }
        return cells
    }
}

/// Why a decision is not applied, in Vietnamese.
struct DecisionObstacle: Error {
    let reason: String

    init(_ reason: String) {
        self.reason = reason
    }
}

extension Table {
    /// Reads a text as a cell of that field, by the same readers as the cells of files; a text is kept in this table's pool.
    mutating func read(_ text: String, field: Int, context: ReadingContext) -> CellReading {
        var reader = ColumnReader(
            field: field,
            column: 0,
            repeated: [],
            definition: context.plan.dataSets[dataSet].fields[field],
            isRoster: false,
            isKey: context.plan.dataSets[dataSet].key.contains(field)
        )
        var tools = CellTools(
            vocabulary: context.vocabulary,
            roster: context.roster,
            limits: context.limits
        )
        // As messages write a cell that holds nothing.
        let isBlank = ["trống", "(trống)"].contains(text.lowercased())
        return reader.read(Array((isBlank ? "" : text).utf8).span, texts: &texts, tools: &tools)
    }
}
