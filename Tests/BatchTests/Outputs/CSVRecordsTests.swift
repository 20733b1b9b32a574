import Testing

@testable import Batch

@Suite struct CSVRecordsTests {
    private func read(_ text: String, _ columns: [String]) -> [[String]]? {
        var rows: [[String]] = []
        let isWhole = readCSV(Array(text.utf8), columns: columns) { row in
            rows.append(columns.indices.map { row[$0] })
        }
        return isWhole ? rows : nil
    }

    @Test func columnsAreFoundByName() {
        #expect(read("a,b,c\n1,\"x,\"\"y\"\"\",3\n", ["c", "b"]) == [["3", "x,\"y\""]])
        #expect(read("a\n", ["a"]) == [])
    }

    @Test(arguments: ["", "a\n1\n", "a,b\n1\n", "a,b\n1,2,3\n"])
    func anythingElseIsRefused(text: String) {
        #expect(read(text, ["a", "b"]) == nil)
    }
}
