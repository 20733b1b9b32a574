import Testing

@testable import Batch

@Suite("What differs between two versions of a CSV file")
struct CellChangesTests {
    private func changes(_ old: String, _ new: String, keyCount: Int = 1) throws -> [CellChange] {
        try cellChanges(from: Array(old.utf8), to: Array(new.utf8), keyCount: keyCount)
    }

    @Test func theSameIsNoChange() throws {
        #expect(try changes("k,a\n1,x\n", "k,a\n1,x\n").isEmpty)
        #expect(try changes("k,a\n1,\"x\"\n", "k,a\n1,x\n").isEmpty)
    }

    @Test func cellsAreToldByKeyAndColumn() throws {
        #expect(
            try changes("k,l,a,b\n1,1,x,y\n1,2,x,y\n", "k,l,a,b\n1,1,x,y\n1,2,x,\"y,\nz\"\n", keyCount: 2) == [
                CellChange(key: ["1", "2"], column: "b", was: "y", now: "y,\nz")
            ]
        )
    }

    @Test func recordsThatOnlyOneHasAreToldWhole() throws {
        #expect(
            try changes("k,a\n1,x\n3,z\n", "k,a\n2,y\n3,z\n4,w\n") == [
                CellChange(key: ["1"], column: "a", was: "x", now: nil),
                CellChange(key: ["2"], column: "a", was: nil, now: "y"),
                CellChange(key: ["4"], column: "a", was: nil, now: "w"),
            ]
        )
    }

    /// Another year's plan may have other facts.
    @Test func columnsAreFoundByName() throws {
        #expect(
            try changes("k,a,b\n1,x,y\n", "k,c,b,a\n1,n,y,x2\n") == [
                CellChange(key: ["1"], column: "a", was: "x", now: "x2")
            ]
        )
    }

    @Test(arguments: ["", "l,a\n1,x\n", "k,a\n1\n", "k,a\n1,\"x\n"])
    func whatIsNoSuchFileIsRefused(text: String) {
        #expect(throws: UnreadableCSV.self) { try changes("k,a\n1,x\n", text) }
    }
}
