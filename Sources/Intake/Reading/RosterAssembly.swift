import Plan
import Records

/// Makes the roster of its table's rows: in the order of codes, with communes and levels, and with what is wrong (U3) or
/// strange (U4) about it.
struct RosterAssembly {
    private let plan: Plan
    private let definition: DataSet
    private var table: Table
    private(set) var findings: [Finding] = []
    /// Codes and names, by row.
    private var codes: [String] = []

    /// Lines whose kind could not be read, which is told as it stands there.
    private let linesOfUnknownKind: Set<Int32>

    init(_ plan: Plan, _ table: Table, readWith findings: [Finding]) {
        self.plan = plan
        let definition = plan.dataSets[plan.roster]
        self.definition = definition
        self.table = table
        let kind = definition.index(of: .kind).map { definition.fields[$0].title }
        linesOfUnknownKind = Set(findings.filter { $0.arguments.first == kind }.map(\.line))
    }

    mutating func assemble() -> Roster {
        sortByCode()
        codes = (0..<table.count).map { text(.unit, $0) }
        for row in codes.indices.dropFirst() where codes[row] == codes[row - 1] {
            complain(.U3, row, "trùng mã với dòng \(table.sources[row - 1].line)")
        }
        let names = (0..<table.count).map { row in
            let name = text(.unitName, row)
            if name.isEmpty { complain(.U4, row, "thiếu tên đơn vị") }
            return name.isEmpty ? codes[row] : name
        }
        let kinds = readKinds()
        let levels = kinds.enumerated().map { readLevels(of: $0.offset, kind: $0.element) }
        let communes = readCommunes()
        complainAboutNamesakes(names, communes.ofUnit)
        let (opened, closed) = readDays()
        // The unit's own column says, as in every table, which unit it is.
        if let field = definition.index(of: .unit) { table.columns[field] = (0..<table.count).map(Int32.init) }
        return Roster(
            table: table,
            codes: codes,
            names: names,
            kinds: kinds,
            levels: levels,
            communeOfUnit: communes.ofUnit,
            communes: communes.all,
            opened: opened,
            closed: closed
        )
    }

    /// A finding about a cell, as it is called where it stands in the roster: an empty code or an unknown kind is U3.
    func asRosterFinding(_ finding: Finding) -> Finding {
        var reason: String
        switch finding.code {
        case .C16: reason = "mã đơn vị trống hoặc không đọc được"
        case .C5 where finding.arguments.first == definition.index(of: .kind).map({ definition.fields[$0].title }):
            reason = "loại hình không có trong danh mục"
            if let nearest = finding.arguments.last, finding.arguments.count > 1, !nearest.isEmpty {
                reason += " (gần nhất: \(nearest))"
            }
        default:
            var finding = finding
            finding.row = nil
            return finding
        }
        return Finding(
            .U3,
            dataSet: finding.dataSet,
            file: finding.file,
            line: finding.line,
            column: finding.column,
            header: finding.header,
            unit: finding.unit,
            value: finding.value,
            arguments: [reason]
        )
    }

    private mutating func sortByCode() {
        let field = definition.index(of: .unit) ?? 0
        let texts = table.texts
        let cells = table.columns[field]
        let order = cells.indices.sorted { left, right in
            let (mine, other) = (texts.utf8(Int(cells[left])), texts.utf8(Int(cells[right])))
            return mine.elementsEqual(other) ? left < right : mine.lexicographicallyPrecedes(other)
        }
        for field in table.columns.indices {
            table.columns[field] = order.map { [column = table.columns[field]] in column[$0] }
        }
        table.sources = order.map { [sources = table.sources] in sources[$0] }
    }

    private func cell(_ role: Role, _ row: Int) -> Int32? {
        guard let field = definition.index(of: role) else { return nil }
        let cell = table.columns[field][row]
        return cell == Table.missing ? nil : cell
    }

    private func text(_ role: Role, _ row: Int) -> String {
        cell(role, row).map { table.texts[Int($0)] } ?? ""
    }

    private mutating func complain(_ code: FindingCode, _ row: Int, _ reason: String) {
        findings.append(
            Finding(
                code,
                dataSet: plan.roster,
                file: 0,
                line: table.sources[row].line,
                unit: codes[row],
                arguments: [reason]
            )
        )
    }

    private mutating func readKinds() -> [Int] {
        (0..<table.count).map { row in
            if let kind = cell(.kind, row), Int(kind) < plan.kinds.count { return Int(kind) }
            if !linesOfUnknownKind.contains(table.sources[row].line) { complain(.U3, row, "thiếu loại hình") }
            return 0
        }
    }

    private mutating func readLevels(of row: Int, kind: Int) -> UInt64 {
        guard plan.kinds.indices.contains(kind) else { return 0 }
        func bits(_ levels: [Int]) -> UInt64 { levels.reduce(0) { $0 | 1 << UInt64($1) } }
        let implied = bits(plan.kinds[kind].levels)
        let given = cell(.levels, row).map { table.mask(ofSet: Int($0), list: plan.codeLists[plan.levelList]) } ?? 0
        if implied == 0 {
            if given == 0 { complain(.U4, row, "thiếu cấp học, được tính là từ THCS trở lên") }
            return given == 0 ? bits(plan.kinds[kind].levelsWhenMissing) : given
        }
        if given != 0, given != implied { complain(.U4, row, "cấp học trái với loại hình, không dùng") }
        return implied
    }

    private mutating func readCommunes() -> (all: [Roster.Commune], ofUnit: [Int]) {
        var names: [String: String] = [:]
        var firstRow: [String: Int] = [:]
        for row in 0..<table.count {
            let (code, name) = (text(.commune, row), text(.communeName, row).withSingleBlanks)
            guard !code.isEmpty else {
                complain(.U3, row, "thiếu mã xã")
                continue
            }
            if firstRow[code] == nil { firstRow[code] = row }
            if name.isEmpty { continue }
            if let known = names[code], known != name {
                complain(.U3, row, "mã xã \(code) có hai tên: \(known), \(name)")
            } else {
                names[code] = name
            }
        }
        let codes = firstRow.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        for code in codes where names[code] == nil {
            if let row = firstRow[code] { complain(.U3, row, "mã xã \(code) không có tên") }
        }
        var positions: [String: Int] = [:]
        for (position, code) in codes.enumerated() { positions[code] = position }
        return (
            codes.map { Roster.Commune(code: $0, name: names[$0] ?? $0) },
            (0..<table.count).map { positions[text(.commune, $0)] ?? 0 }
        )
    }

    private mutating func complainAboutNamesakes(_ names: [String], _ communeOfUnit: [Int]) {
        struct Place: Hashable {
            let name: String
            let commune: Int
        }
        var first: [Place: Int] = [:]
        for row in names.indices {
            let place = Place(name: names[row].withSingleBlanks.lowercased(), commune: communeOfUnit[row])
            if let other = first[place], codes[other] != codes[row] {
                complain(.U4, row, "trùng tên trong cùng xã với \(codes[other])")
            } else {
                first[place] = row
            }
        }
    }

    private mutating func readDays() -> (opened: [Int32], closed: [Int32]) {
        let opened = (0..<table.count).map { cell(.opened, $0) ?? .min }
        let closed = (0..<table.count).map { cell(.closed, $0) ?? .max }
        for row in opened.indices where closed[row] < opened[row] {
            complain(.U3, row, "ngày ngừng trước ngày hoạt động")
        }
        return (opened, closed)
    }
}

extension String {
    /// Two blanks in a row make no other name; they are told as what they are (U4).
    fileprivate var withSingleBlanks: String {
        split(separator: " ").joined(separator: " ")
    }
}
