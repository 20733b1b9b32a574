import Records
import Testing

@testable import Intake

@Suite("Totals lines (L3)")
struct TotalsLineTests {
    private let header = "STT;Mã đơn vị;Ngày;Chủ đề;Số học sinh;Ghi chú\n"

    private func row(_ number: Int, _ count: String) -> String {
        "\(number);3100000\(number % 2 + 1);\(number)/3/2026;MT;\(count);\n"
    }

    /// `column: written -> computed` of each L3.
    private func told(_ rows: String) throws -> [String] {
        let reading = try ReadingDesk().read(header + rows)
        #expect(reading.balances)
        return reading.findings(.L3).map { "\($0.line) \($0.header): \($0.value) -> \($0.arguments.last ?? "")" }
    }

    @Test(arguments: [
        ("Tổng cộng;;;;30;", []), ("Tổng cộng;;;;31;", ["4 Số học sinh: 31 -> 30"]),
        (";Cộng;;;31;", ["4 Số học sinh: 31 -> 30"]), ("3;Tổng số;;;31;", ["4 Số học sinh: 31 -> 30"]),
        ("Tổng cộng;;;;;", []), ("Tổng cộng;;;;ba mươi;", []), ("Tổng cộng;;;;30,0;", []), ("Tổng cộng;;;;-;", []),
        ("Tổng cộng;;;;0;", ["4 Số học sinh: 0 -> 30"]), ("Tổng cộng", []),
    ])
    func aTotalIsComparedWithTheSumOfItsRows(line: String, expected: [String]) throws {
        #expect(try told(row(1, "10") + row(2, "20") + line) == expected)
        #expect(try ReadingDesk().read(header + row(1, "10") + row(2, "20") + line).notData == 1)
    }

    @Test func numbersAreReadAsTheFieldsAre() throws {
        #expect(try told(row(1, "1.000") + row(2, "250") + "Tổng;;;;1.250;") == [])
        #expect(try told(row(1, "1.000") + row(2, "250") + "Tổng;;;;1 251;") == ["4 Số học sinh: 1 251 -> 1250"])
    }

    @Test func totalsOfCommunesStandAboveTheTotalOfAll() throws {
        let rows = row(1, "10") + row(2, "20") + "Tổng xã A;;;;30;\n" + row(3, "5") + "Tổng xã B;;;;5;\n"
        #expect(try told(rows + "Tổng cộng;;;;35;") == [])
        #expect(try told(rows + "Tổng cộng;;;;30;") == ["7 Số học sinh: 30 -> 35"])
        #expect(
            try told(row(1, "10") + "Tổng xã A;;;;10;\n" + row(2, "5") + "Tổng xã B;;;;6;\n") == [
                "5 Số học sinh: 6 -> 5"
            ]
        )
    }

    @Test func totalsMayBeCumulative() throws {
        #expect(try told(row(1, "10") + "Cộng trang 1;;;;10;\n" + row(2, "5") + "Cộng trang 2;;;;15;\n") == [])
    }

    @Test func totalsOfDistrictsStandAboveTotalsOfCommunes() throws {
        #expect(
            try told(
                row(1, "1") + "Tổng xã A;;;;1;\n" + row(2, "2") + "Tổng xã B;;;;2;\nTổng cụm 1;;;;3;\n" + row(3, "4")
                    + "Tổng xã C;;;;4;\nTổng cụm 2;;;;4;\nTổng cộng;;;;7;\n"
            ) == []
        )
    }

    @Test(arguments: ["1O", "#REF!", "12,5", "99999999999"])
    func anUnreadableCellMakesTheComparisonImpossible(cell: String) throws {
        #expect(try told(row(1, "10") + row(2, cell) + "Tổng cộng;;;;31;") == [])
    }

    @Test(arguments: ["9;;14/3/2026;MT;5;", "9;31000009;14/3/2026;MT;5;", "9;31000001;;MT;5;"])
    func aRowThatWasLeftOutMakesTheComparisonImpossible(left: String) throws {
        #expect(try told(row(1, "10") + left + "\nTổng cộng;;;;15;") == [])
    }

    @Test func anEmptyCountIsNothing() throws {
        #expect(try told(row(1, "10") + row(2, "") + "Tổng cộng;;;;10;") == [])
        #expect(try told(row(1, "10") + row(2, "không") + "Tổng cộng;;;;11;") == ["4 Số học sinh: 11 -> 10"])
    }

    @Test func noRowsHaveNoTotal() throws {
        #expect(try told("Tổng cộng;;;;5;") == [])
    }

    @Test func aColumnThatStandsTwiceIsNotCompared() throws {
        let reading = try ReadingDesk().read(
            "Mã đơn vị;Ngày;Chủ đề;Số học sinh;so_hs\n31000001;1/3/2026;MT;1;2\nTổng;;;3;3\n"
        )
        #expect(reading.findings(.L3).isEmpty)
    }

    @Test func sumsBeyondThirtyTwoBitsAreSummed() throws {
        let rows = (0..<28).map { row($0 + 1, "99999999") }.joined()
        #expect(try told(rows + "Tổng;;;;2;") == ["30 Số học sinh: 2 -> 2799999972"])
    }

    @Test func totalsLinesWithoutEndCostLinearTime() throws {
        let part = row(1, "1") + "Tổng xã A;;;;1;\n"
        #expect(try told(String(repeating: part, count: 20_000)) == [])
    }
}
