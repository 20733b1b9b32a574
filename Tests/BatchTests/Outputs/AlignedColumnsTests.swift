import Testing

@testable import Batch

@Suite struct AlignedColumnsTests {
    private let rows = [["Phường Lê Chân", "12", "a"], ["Xã Một", "3", "b"]]

    @Test func numbersStandRightAndTextsLeft() {
        #expect(aligned(rows, rightAligned: [1]) == ["Phường Lê Chân  12  a", "Xã Một           3  b"])
        #expect(aligned([], rightAligned: [1]).isEmpty)
    }

    @Test func oneColumnIsCutWhereALineWouldBeTooLong() {
        #expect(
            aligned(rows, rightAligned: [1], shrinking: 0, width: 17) == ["Phường Lê…  12  a", "Xã Một       3  b"]
        )
        // Never so far that nothing is left of it.
        #expect(aligned(rows, rightAligned: [1], shrinking: 0, width: 5)[0] == "Phường …  12  a")
        #expect(aligned(rows, rightAligned: [1], shrinking: 0, width: 200) == aligned(rows, rightAligned: [1]))
    }

    @Test(arguments: [
        ("ngắn", 0, ["ngắn"]), ("  một hai ba", 4, ["  một hai", "    ba"]),
        ("mộthaibabốnnăm sáu", 2, ["mộthaibabốnnăm", "  sáu"]),
    ])
    func textsAreBrokenAtBlanks(text: String, hanging: Int, lines: [String]) {
        #expect(wrapped(text, hanging: hanging, width: 10) == lines)
    }
}
