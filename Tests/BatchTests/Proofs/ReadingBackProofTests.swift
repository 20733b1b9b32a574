import Foundation
import Plan
import TestSupport
import Testing

/// Every workbook read back, by the program's own reader and by openpyxl, and held against figures.csv, assessments.csv and facts.csv of
/// the same set: a figure that a director signs is the figure that a parent system gets.
@Suite struct ReadingBackProofTests {
    @Test func everyWorkbookSaysWhatTheMachineReadableFilesSay() throws {
        let city = try ProofCity.shared()
        let programs = try Programs()
        let paths = city.workbooks.filter { scope(of: $0) != nil }
        let files = try city.write(paths, into: programs.folder)
        let theirs = try ReadCells.openpyxl(Array(zip(files, paths)), with: programs)
        let settled = try ReadCells.settled(files, with: programs)
        var (compared, sheets, cellsRead) = (0, 0, 0)
        var sets: [String: SetFigures] = [:]
        for ((path, file), theirs) in zip(zip(paths, files), theirs) {
            let scope = try #require(self.scope(of: path))
            let period = try #require(city.plan.periods.first { path.hasPrefix($0.id) })
            let set = try sets["\(period.id) \(scope)"] ?? SetFigures(city, period: period, scope: scope)
            sets["\(period.id) \(scope)"] = set
            let bytes = try Data(contentsOf: settled.appending(path: file.lastPathComponent))
            let ours = try ReadCells(ownReader: [UInt8](bytes), workbook: path)
            let judge = SetJudge(ours, against: set)
            #expect(judge.differences.isEmpty, "\(judge.differences.count): \(judge.differences.prefix(5))")
            #expect(judge.judged == expectedSheets(scope), "\(path)")
            compared += judge.compared
            sheets += judge.judged.count
            cellsRead += ours.sheets.values.reduce(0) { $0 + $1.count }
            // Both read the same in every cell, so that one comparison with the files is both's.
            #expect(ours.sheets.keys.sorted() == theirs.sheets.keys.sorted(), "\(path)")
            for (name, cells) in ours.sheets {
                let other = theirs.sheets[name] ?? [:]
                if cells == other { continue }
                let places = Set(cells.keys).union(other.keys).sorted().filter { cells[$0] != other[$0] }
                let first = places.prefix(3).map { "\($0): \(cells[$0] ?? .blank), openpyxl \(other[$0] ?? .blank)" }
                Issue.record("\(path) | \(name): \(places.count) cells differ, \(first)")
            }
        }
        print(
            "proof: \(paths.count) workbooks, \(cellsRead) cells read alike by both readers; "
                + "\(compared) cells on \(sheets) sheets held against the machine-readable files"
        )
        #expect(compared > 50_000)
    }

    /// One number changed on each sheet, one after the other: each time exactly that cell is named, with both values.
    @Test func aPlantedDifferenceIsFound() throws {
        let city = try ProofCity.shared()
        let path = "2026-Y/tong-hop-2026-Y.xlsx"
        let period = try #require(city.plan.periods.first { $0.id == "2026-Y" })
        let set = try SetFigures(city, period: period, scope: .city)
        let right = try ReadCells(WrittenWorkbook(city.parts(path)))
        try #require(SetJudge(right, against: set).differences.isEmpty)
        for sheet in expectedSheets(.city) where !sheet.hasPrefix("11") && !sheet.hasPrefix("13") {
            let cells = try #require(right.sheets[sheet])
            // The last number of a sheet stands in a table's last line.
            let places = cells.keys.sorted()
            guard let place = places.last(where: { if case .number = cells[$0] { true } else { false } }),
                case .number(let number) = cells[place]
            else {
                Issue.record("no number on \(sheet)")
                continue
            }
            var wrong = right
            wrong.sheets[sheet]?[place] = .number(number + 1)
            let differences = SetJudge(wrong, against: set).differences
            #expect(!differences.isEmpty, "\(sheet) \(place)")
            let others = differences.filter {
                $0.sheet != sheet || $0.place != place || $0.found != .number(number + 1)
                    || !$0.expected.isSame(as: .number(number))
            }
            #expect(others.isEmpty, "\(others.count): \(others.prefix(3))")
        }
        for (sheet, heading) in [("11 Chưa báo cáo - báo cáo chậm", "Tình trạng"), ("13 Đơn vị chưa đạt", "Đánh giá")] {
            let cells = try #require(right.sheets[sheet])
            let head = try #require(cells.first { $0.value == .text(heading) }?.key)
            let below = cells.keys.filter { $0.column == head.column && $0.row > head.row }
            let place = try #require(below.max())
            var wrong = right
            wrong.sheets[sheet]?[place] = .text("Đạt")
            let differences = SetJudge(wrong, against: set).differences
            #expect(differences.count == 1 && differences.first?.place == place, "\(differences.prefix(3))")
        }
    }

    /// A unit left out of sheet 5, and one that stands there twice.
    @Test func aMissingUnitIsFound() throws {
        let city = try ProofCity.shared()
        let path = "2026-Q1/tong-hop-2026-Q1.xlsx"
        let period = try #require(city.plan.periods.first { $0.id == "2026-Q1" })
        let set = try SetFigures(city, period: period, scope: .city)
        var wrong = try ReadCells(WrittenWorkbook(city.parts(path)))
        let last = try #require(wrong.sheets["5 Theo cơ sở"]?.keys.map(\.row).max())
        for place in wrong.sheets["5 Theo cơ sở"]?.keys.filter({ $0.row == last }) ?? [] {
            wrong.sheets["5 Theo cơ sở"]?[place] = nil
        }
        #expect(SetJudge(wrong, against: set).differences.contains { $0.sheet == "5 Theo cơ sở" })
    }

    /// Nil: no workbook of figures.
    private func scope(of path: String) -> SetFigures.Scope? {
        let parts = path.split(separator: "/").map(String.init)
        switch parts.dropFirst().first {
        case "xa-phuong": return .commune(String(parts[2].prefix { $0 != "-" }))
        case "phong-chuyen-mon": return .department(String(parts[2].dropLast(".xlsx".count)))
        case let name? where name.hasPrefix("tong-hop"): return .city
        default: return nil
        }
    }

    private func expectedSheets(_ scope: SetFigures.Scope) -> [String] {
        let all = [
            "1 Tổng hợp", "3 Theo loại hình", "4 Theo xã phường", "5 Theo cơ sở", "6 Tuyên truyền", "7 Vụ việc",
            "8 Vi phạm so cùng kỳ", "11 Chưa báo cáo - báo cáo chậm", "13 Đơn vị chưa đạt",
        ]
        return switch scope {
        case .city: all
        case .department: all.filter { !$0.hasPrefix("4 ") }
        case .commune: all.filter { !$0.hasPrefix("3 ") && !$0.hasPrefix("4 ") }
        }
    }
}
