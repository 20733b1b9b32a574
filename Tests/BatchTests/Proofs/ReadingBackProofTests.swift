import Foundation
import Plan
import TestSupport
import Testing

/// Every workbook read back, by the program's own reader and by openpyxl, and held against the machine-readable files of the same set: a
/// figure that a director signs is the figure that a parent system gets.
@Suite struct ReadingBackProofTests {
    @Test func everyWorkbookSaysWhatTheMachineReadableFilesSay() throws {
        let city = try ProofCity.shared()
        let programs = try Programs()
        let paths = city.workbooks
        let files = try city.write(paths, into: programs.folder)
        let theirs = try ReadCells.openpyxl(Array(zip(files, paths)), with: programs)
        let settled = try ReadCells.settled(files, with: programs)
        var (compared, sheets, cellsRead) = (0, 0, 0)
        var sets: [String: SetFigures] = [:]
        for ((path, file), theirs) in zip(zip(paths, files), theirs) {
            let scope = try #require(SetFigures.Scope(workbook: path), "\(path)")
            let period = try #require(city.plan.periods.first { path.hasPrefix($0.id) })
            let set = try sets["\(period.id) \(scope)"] ?? SetFigures(city, period: period, scope: scope)
            sets["\(period.id) \(scope)"] = set
            let bytes = try Data(contentsOf: settled.appending(path: file.lastPathComponent))
            let ours = try ReadCells(ownReader: [UInt8](bytes), workbook: path)
            var judge = SetJudge(ours, against: set)
            judge.judge(try WrittenChart.all(city.parts(path)))
            #expect(judge.differences.isEmpty, "\(judge.differences.count): \(judge.differences.prefix(5))")
            let judged = Set(judge.judged)
            #expect(judged == Set(ours.sheets.keys), "\(path)")
            #expect(judged.isSuperset(of: expectedSheets(path, scope)), "\(path)")
            compared += judge.compared
            sheets += judged.count
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

    /// What belongs to a unit stands in its own feedback and in no other; what belongs to none, in that of its file.
    @Test func everyFindingStandsInTheFeedbackOfOneAlone() throws {
        let city = try ProofCity.shared()
        let period = try #require(city.plan.periods.first)
        var seen: [String: String] = [:]
        let paths = city.files.keys.filter { $0.hasPrefix("\(period.id)/phan-hoi/") }.sorted()
        for path in paths {
            let scope = try #require(SetFigures.Scope(workbook: path), "\(path)")
            let set = try SetFigures(city, period: period, scope: scope)
            let judge = SetJudge(ReadCells(try WrittenWorkbook(city.parts(path))), against: set)
            #expect(judge.differences.isEmpty, "\(judge.differences.count): \(judge.differences.prefix(5))")
            for finding in city.sources.findings where judge.isOwn(finding) {
                let key = "\(finding["id"] ?? "") \(finding["file"] ?? "") \(finding["line"] ?? "")"
                let other = seen.updateValue(path, forKey: key)
                #expect(other == nil || other == path, "\(key): \(path) and \(other ?? "")")
            }
        }
        // What needs nothing done and belongs to no unit stands in the office's workbook alone.
        let all = city.sources.findings.filter { finding in
            finding["state"] != "closed" && ["", period.id].contains(finding["period"])
                && city.sources.inputs[finding["file"] ?? ""]?.role == "inbox"
        }
        let lost = all.filter {
            seen["\($0["id"] ?? "") \($0["file"] ?? "") \($0["line"] ?? "")"] == nil && $0["severity"] != "information"
        }
        #expect(lost.isEmpty, "\(lost.prefix(3))")
        #expect(seen.count > 300 && paths.contains { $0.contains("/khong-ro/") })
    }

    /// A unit left out of sheet 5.
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

    private func expectedSheets(_ path: String, _ scope: SetFigures.Scope) -> [String] {
        let all = [
            "1 Tổng hợp", "2 Biểu đồ", "3 Theo loại hình", "4 Theo xã phường", "5 Theo cơ sở", "6 Tuyên truyền",
            "7 Vụ việc", "8 Vi phạm so cùng kỳ", "9 An toàn - Điển hình", "10 Nhiệm vụ",
            "11 Chưa báo cáo - báo cáo chậm", "13 Đơn vị chưa đạt", "14 Khó khăn, kiến nghị", "15 Lời báo cáo",
            "16 Ghi chú",
        ]
        func numbered(_ numbers: [Int]) -> [String] {
            all.filter { name in numbers.contains { name.hasPrefix("\($0) ") } }
        }
        return switch scope {
        case .city where path.contains("noi-bo"):
            ["Lỗi dữ liệu", "Chất lượng theo xã", "Nguồn số liệu", "Quyết định"]
        case .city: all + (path.hasPrefix("2026-Y") ? ["12 Thi đua"] : [])
        case .commune: numbered([1, 2, 5, 6, 7, 8, 11, 13, 16])
        case .department: numbered([1, 2, 3, 5, 6, 7, 8, 10, 11, 13, 16])
        case .unit, .nobody: ["Cần sửa", "Tệp đã gửi"]
        }
    }
}
