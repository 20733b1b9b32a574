import Testing

@testable import Batch

@Suite struct FiguresFileTests {
    private static let head =
        "period,group,group_id,indicator,denominator,numerator,reported_denominator,rate,rate_reported,result"

    private static func file(_ lines: String...) -> [UInt8] {
        Array((lines.isEmpty ? "" : ([head] + lines).joined(separator: "\n") + "\n").utf8)
    }

    private static let city = "2026-Q1,city,all,CT1,3,2,2,0.666667,1.000000,not_met"
    private static let parts = [
        "2026-Q1,commune,01,CT1,2,1,1,0.500000,1.000000,not_met",
        "2026-Q1,commune,02,CT1,1,1,1,1.000000,1.000000,met",
        "2026-Q1,department,mn,CT1,3,2,2,0.666667,1.000000,not_met",
        "2026-Q1,kind,MN,CT1,3,2,2,0.666667,1.000000,not_met",
    ]

    private func contradictions(_ lines: [String]) throws -> [String] {
        try FiguresFile(Array(([Self.head] + lines).joined(separator: "\n").utf8)).contradictions
    }

    @Test func figuresThatAddUpContradictNothing() throws {
        #expect(try contradictions([Self.city] + Self.parts).isEmpty)
    }

    @Test(arguments: [
        (3, 4, "mẫu số toàn thành phố là 3, cộng các xã, phường là 4"),
        (0, 2, "tử số toàn thành phố là 2, cộng các loại hình là 3"),
    ])
    func sumThatIsNotTheCityIsTold(part: Int, by: Int, words: String) throws {
        var parts = Self.parts
        if part == 3 { parts[3] = "2026-Q1,kind,MN,CT1,3,2,2,0.666667,1.000000,not_met" }
        if by == 4 {
            parts[0] = "2026-Q1,commune,01,CT1,3,1,1,0.333333,1.000000,not_met"
        } else {
            parts[3] = "2026-Q1,kind,MN,CT1,3,3,2,1.000000,1.000000,met"
        }
        #expect(try contradictions([Self.city] + parts) == ["CT1: \(words)"])
    }

    @Test func rateThatItsCountsDoNotGiveIsTold() throws {
        let lines = [Self.city.replacing("0.666667", with: "0.666666")] + Self.parts
        let found = try contradictions(lines)
        #expect(found.count == 1)
        #expect(found.first?.contains("“0.666666”, trong khi 2/3 là “0.666667”") == true)
    }

    @Test func rateWithNothingToDivideByIsTold() throws {
        let found = try contradictions(["2026-Q1,category,BL,CT8,0,0,0,,1.000000,none"])
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("CT8, category BL: tỷ lệ trên số đã báo cáo") == true)
    }

    @Test(arguments: [
        (file(), 1),
        (Array("period,group\n".utf8), 1),
        (file("2026-Q1,city,all,CT1,3,hai,2,0.6,1,not_met"), 2),
        (file("2026-Q1,city,all,CT1,9223372036854775807,2,2,0.6,1,not_met"), 2),
        (file(city, "2026-Q1,city,all,CT2,3"), 3),
        (file(city, city), 3),
    ])
    func lineThatCannotBeReadIsNamed(bytes: [UInt8], line: Int) {
        #expect(throws: UnreadableCSV(line: line)) { try FiguresFile(bytes) }
    }

    @Test func columnsAreFoundByName() throws {
        let bytes = Array((Self.head + ",mới\n" + Self.city + ",x\n").utf8)
        let key = FiguresFile.Key(group: "city", groupID: "all", indicator: "CT1")
        #expect(try FiguresFile(bytes).lines[key]?.numerator == 2)
    }
}
