import Figures
import Plan
import Records
import Spreadsheet

/// The columns of the sheet of units: who they are, whether they reported, every fact, every assessment.
struct UnitColumns {
    private let plan: Plan
    private let roster: Roster
    private let figures: PeriodFigures
    /// Positions in `Plan.factColumns` of the facts that are shown.
    private let facts: [Int]

    init(plan: Plan, roster: Roster, figures: PeriodFigures) {
        self.plan = plan
        self.roster = roster
        self.figures = figures
        facts = plan.factColumns.indices.filter { Self.isShown(plan.factColumns[$0], plan) }
    }

    /// Facts by two lists stand on the sheets of sessions and incidents; what the envelope tells stands in columns of its own.
    private static func isShown(_ column: FactColumn, _ plan: Plan) -> Bool {
        if let part = column.part, part.codes.count > 1 { return false }
        switch plan.facts[column.fact].source {
        case .envelope(.expected), .envelope(.reported), .envelope(.onTime): return false
        default: return true
        }
    }

    var table: SheetTable {
        SheetTable(columns: Self.distinct(columns), rowCount: figures.units.count) { .data(values(row: $0)) }.with {
            $0.size = 10
            $0.frozenColumns = 2
            $0.emptyText = "Không có đơn vị nào trong kỳ"
        }
    }

    private var columns: [TableColumn] {
        let verdicts = HouseColour.conditions(
            met: [Verdict.met.word],
            notMet: [Verdict.notMet.word],
            grey: [Verdict.notReported.word]
        )
        let numbers = IndicatorNumbers.numbers(plan.indicators)
        return [
            TableColumn("Mã đơn vị", .code, width: 10...30), TableColumn("Tên đơn vị", .text, width: 20...50),
            TableColumn("Loại hình", .text, width: 10...22), TableColumn("Mã xã", .code, width: 8...14),
            TableColumn("Xã, phường, đặc khu", .text, width: 12...30),
            TableColumn("Khóa xã", .text, width: 9...20), TableColumn("Khóa loại hình", .text, width: 9...16),
            TableColumn("Phải báo cáo", .word, width: 9...12), TableColumn("Đã báo cáo", .word, width: 9...12),
            TableColumn("Đúng hạn", .word, width: 9...12),
        ]
            + facts.map { TableColumn(plan.factColumns[$0].title, Self.kind(plan.factColumns[$0].type), width: 9...40) }
            + zip(numbers, plan.indicators).map {
                TableColumn("Đánh giá \($0). \($1.title)", .word, width: 12...16, conditions: verdicts)
            }
    }

    private static func kind(_ type: ValueType) -> TableColumn.Kind {
        switch type {
        case .number: .count
        case .date: .day
        case .boolean: .word
        case .choice, .choices, .text: .text
        }
    }

    /// Excel wants the headings of a table distinct but for case, on one line, and not empty.
    private static func distinct(_ columns: [TableColumn]) -> [TableColumn] {
        var seen: Set<String> = []
        return columns.enumerated().map { index, column in
            let line = column.heading.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            let base = line.isEmpty ? "Cột \(index + 1)" : String(line.prefix(120))
            var heading = base
            var copy = 2
            while !seen.insert(heading.lowercased()).inserted {
                heading = "\(base) (\(copy))"
                copy += 1
            }
            return TableColumn(heading, column.kind, width: column.width, conditions: column.conditions)
        }
    }

    private func values(row: Int) -> [CellValue] {
        let unit = figures.units[row]
        let commune = roster.communes[roster.communeOfUnit[unit]]
        let kind = plan.codeLists[plan.kindList].codes[roster.kinds[unit]]
        var values: [CellValue] = [
            .text(roster.codes[unit]), .text(roster.names[unit]), .text(kind.name), .text(commune.code),
            .text(commune.name),
            // Keys that no program takes for numbers: to COUNTIFS the texts "01" and "1" are one.
            .text("xa:\(commune.code)"), .text("loai:\(kind.code)"),
            .text(Words.yesNo(figures.expected[row])), .text(Words.yesNo(figures.reported[row])),
            .text(Words.yesNo(figures.onTime[row])),
        ]
        values.reserveCapacity(values.count + facts.count + plan.indicators.count)
        for column in facts {
            values.append(value(figures.facts.columns[column][row], plan.factColumns[column].type))
        }
        for verdicts in figures.assessments { values.append(.text(verdicts[row].word)) }
        return values
    }

    private func value(_ number: Double, _ type: ValueType) -> CellValue {
        guard number.isFinite else { return .blank }
        switch type {
        case .number: return .number(number)
        case .date: return .date(daysSince1970: Int(number))
        case .boolean: return .text(Words.yesNo(number != 0))
        case .choice(let list):
            let codes = plan.codeLists[list].codes
            return codes.indices.contains(Int(number)) ? .text(codes[Int(number)].name) : .blank
        case .choices(let list):
            let mask = UInt64(number)
            let names = plan.codeLists[list].codes.enumerated().filter { mask >> UInt64($0.offset) & 1 == 1 }
            return .text(names.map(\.element.name).joined(separator: "; "))
        case .text: return .text(figures.facts.texts[Int(number)])
        }
    }
}
