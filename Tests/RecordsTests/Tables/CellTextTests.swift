import Plan
import Records
import Testing

@Suite("Cells as text and as numbers")
struct CellTextTests {
    private let table = SmallTable.table

    @Test func areCanonicalTexts() {
        #expect(
            SmallTable.texts(table) == [
                ["A2", "VV1", "một", "-3", "12.5", "2026-03-14", "true", "MT", "TP;MT", "RIENG"],
                ["A1", "VV2", "hai", "0", "7", "1969-12-31", "false", "?rung", "MT;?bien", "CHUA"],
                [String](repeating: "", count: 10),
            ]
        )
    }

    private func numbers(_ field: Int) -> [Double?] {
        table.numbers(field: field, plan: SmallTable.plan).map { $0.isNaN ? nil : $0 }
    }

    @Test func areNumbersForEvaluation() {
        #expect(numbers(0) == [1, 0, nil])
        #expect(numbers(3) == [-3, 0, nil])
        #expect(numbers(4) == [12.5, 7, nil])
        #expect(numbers(5) == [Double(SmallTable.day("2026-03-14").days), -1, nil])
        #expect(numbers(6) == [1, 0, nil])
        #expect(numbers(9) == [0, 1, nil])
    }

    @Test func aChoiceOnNoListIsTheListsOther() {
        #expect(numbers(7) == [1, 2, nil])
    }

    @Test func aSetIsBitsAndWhatIsOnNoListTheOthersBit() {
        #expect(numbers(8) == [0b011, 0b110, nil])
    }

    @Test func textsAreNumbersOfThePool() {
        #expect(numbers(2).first == Double(table.texts.index(of: "một") ?? -1))
    }
}
