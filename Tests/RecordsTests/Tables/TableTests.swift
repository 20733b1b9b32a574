import Plan
import Records
import Testing

@Suite("A table")
struct TableTests {
    @Test func appendsRowsWithTheirTexts() {
        var table = SmallTable.table
        // The other table numbers its texts otherwise, and shares some of them.
        var other = Table(dataSet: 0, fieldCount: table.columns.count)
        SmallTable.append(
            &other,
            unit: 0,
            code: "hai",
            note: "VV1",
            number: 5,
            decimal: "7",
            day: "2026-01-01",
            boolean: 1,
            choice: "?rung",
            set: "MT;?bien",
            plan: 0
        )
        SmallTable.append(
            &other,
            unit: 1,
            code: "VV9",
            note: "mới",
            number: 6,
            decimal: "0.5",
            day: "2026-01-02",
            boolean: 0,
            choice: "?bien",
            set: "TP",
            plan: 1
        )
        SmallTable.appendMissing(&other)
        let expected = SmallTable.texts(table) + SmallTable.texts(other)
        let texts = table.texts.count
        table.append(other, plan: SmallTable.plan)
        #expect(table.count == 6)
        #expect(SmallTable.texts(table) == expected)
        #expect(table.sources.map(\.line) == [2, 3, 4, 2, 3, 4])
        // New: VV9, mới, 0.5, bien, TP.
        #expect(table.texts.count == texts + 5)
        // What was equal is one number now: the word on no list too.
        #expect(table.columns[7][1] == table.columns[7][3])
    }

    @Test func appendsNothingFromAnEmptyOne() {
        var table = SmallTable.table
        table.append(Table(dataSet: 0, fieldCount: table.columns.count), plan: SmallTable.plan)
        #expect(SmallTable.texts(table) == SmallTable.texts(SmallTable.table))
        var empty = Table(dataSet: 0, fieldCount: table.columns.count)
        empty.append(SmallTable.table, plan: SmallTable.plan)
        #expect(SmallTable.texts(empty) == SmallTable.texts(SmallTable.table))
    }

    @Test func aSourceIsEightBytes() {
        #expect(MemoryLayout<SourceRow>.size == 8)
    }
}
