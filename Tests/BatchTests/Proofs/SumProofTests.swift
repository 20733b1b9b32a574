import Plan
import Testing

/// The totals of one sheet are the totals of the others, and of figures.csv: what sheet 5 adds up to is what sheets 1, 3 and 4 say.
@Suite struct SumProofTests {
    @Test(arguments: ["2026-Q1", "2026-H1", "2026-Q3", "2026-Y"])
    func sheetsAddUpToEachOtherAndToTheFigures(period: String) throws {
        let city = try ProofCity.shared()
        let cells = ReadCells(try WrittenWorkbook(city.parts("\(period)/tong-hop-\(period).xlsx")))
        let units = try Columns(cells, "5 Theo cơ sở", below: "Mã đơn vị")
        let figures = try city.rows("\(period)/figures.csv").filter { $0["group"] == "city" }
        for (position, indicator) in city.plan.indicators.enumerated() {
            let row = try #require(figures.first { $0["indicator"] == indicator.id })
            let whole = try #require(Double(row["denominator"] ?? ""))
            let part = try #require(Double(row["numerator"] ?? ""))
            if indicator.kind == .units {
                let words = units.values(at: units.count - city.plan.indicators.count + position)
                #expect(Double(words.count { $0 != .text("Không áp dụng") }) == whole, "\(period) \(indicator.id)")
                #expect(Double(words.count { $0 == .text("Đạt") }) == part, "\(period) \(indicator.id)")
            } else {
                for (fact, value) in [(indicator.denominator, whole), (indicator.numerator, part)] {
                    let title = city.plan.factColumns[try #require(fact)].title
                    #expect(units.sum(try #require(units.position(title))) == value, "\(period) \(title)")
                }
            }
        }
        // The groups of a sheet against its own total, and both sheets' totals against each other.
        let kinds = try Columns(cells, "3 Theo loại hình", below: "Phải báo cáo")
        let communes = try Columns(cells, "4 Theo xã phường", below: "Phải báo cáo")
        for heading in ["Phải báo cáo", "Đã báo cáo", "Đúng hạn", "Số vụ việc", "Kịp thời", "Cùng kỳ", "Trong kỳ"] {
            let (kind, commune) = (try #require(kinds.position(heading)), try #require(communes.position(heading)))
            let total = try #require(kinds.values(at: kind).last)
            #expect(total == communes.values(at: commune).last, "\(period) \(heading)")
            for (columns, position) in [(kinds, kind), (communes, commune)] {
                #expect(.number(columns.sum(position, dropping: 1)) == total, "\(period) \(heading)")
            }
        }
        #expect(
            kinds.values(at: try #require(kinds.position("Phải báo cáo"))).last
                == .number(
                    Double(units.values(at: try #require(units.position("Phải báo cáo"))).count { $0 == .text("Có") })
                )
        )
    }
}

/// A table's columns by position from the left.
private struct Columns {
    private let cells: [Place: CellContent]
    private let headings: [(place: Place, text: String)]
    private let rows: [Int]

    init(_ read: ReadCells, _ sheet: String, below heading: String) throws {
        cells = try #require(read.sheets[sheet])
        let line = try #require(cells.first { $0.value == .text(heading) }?.key.row)
        headings = cells.filter { $0.key.row == line }.sorted { $0.key < $1.key }.map { place, content in
            guard case .text(let text) = content else { return (place, "") }
            return (place, text)
        }
        let used = Set(cells.keys.map(\.row))
        var rows: [Int] = []
        while used.contains(line + 1 + rows.count) { rows.append(line + 1 + rows.count) }
        self.rows = rows
    }

    var count: Int { headings.count }

    func position(_ heading: String) -> Int? { headings.firstIndex { $0.text == heading } }

    func values(at position: Int) -> [CellContent] {
        rows.map { cells[Place(row: $0, column: headings[position].place.column)] ?? .blank }
    }

    /// Blank cells add nothing.
    func sum(_ position: Int, dropping last: Int = 0) -> Double {
        values(at: position).dropLast(last).reduce(0) { if case .number(let number) = $1 { $0 + number } else { $0 } }
    }
}
