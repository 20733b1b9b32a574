import Plan
import Records
import Testing

@Suite("Values as text")
struct ValueTextTests {
    private let texts: ValueText = {
        var pool = TextPool()
        _ = pool.intern("hai ngày")
        return ValueText(plan: SmallTable.plan, texts: pool)
    }()

    @Test(
        arguments: [
            (12, .number, "12", "12"), (-3, .number, "-3", "-3"), (12.5, .number, "12.5", "12,5"),
            (20_526, .date, "2026-03-14", "14/3/2026"), (1, .boolean, "true", "Có"), (0, .boolean, "false", "Không"),
            (1, .choice(list: 0), "MT", "MT"), (5, .choices(list: 0), "TP;KHAC", "TP; KHAC"),
            (0, .text, "hai ngày", "hai ngày"), (.nan, .number, "", "trống"), (.nan, .text, "", "trống"),
        ] as [(Double, ValueType, String, String)]
    )
    func areWrittenForMachinesAndForPeople(value: Double, type: ValueType, canonical: String, words: String) {
        #expect(texts.canonical(value, type) == canonical)
        #expect(texts.words(value, type) == words)
    }

    /// A literal of the plan that no row holds has no number in the pool.
    @Test func aTextThatNobodyWroteIsEmpty() {
        #expect(texts.words(-1, .text) == "")
        #expect(texts.words(7, .text) == "")
    }
}
