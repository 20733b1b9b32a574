import Testing

@testable import Intake

@Suite("The order of paths")
struct PathOrderTests {
    @Test(arguments: [
        ("a.csv", "b.csv"), ("a.csv", "a-2.csv"), ("a.csv", "a (1).csv"), ("a/z.csv", "b/a.csv"),
        ("a/b.csv", "a.csv/b.csv"),
        ("a.csv", "a.xlsx"), ("B.csv", "a.csv"), ("a", "a.csv"), ("a.csv", "ạ.csv"), ("a", "a/b"),
        ("a.b.csv", "a.c.csv"),
        (".csv", "a.csv"), ("a.1/x.csv", "a-2/x.csv"),
    ])
    func folderByFolderEachNameWithoutItsExtensionFirst(first: String, second: String) {
        let (left, right) = (Array(first.utf8), Array(second.utf8))
        #expect(PathOrder.precedes(left, right))
        #expect(!PathOrder.precedes(right, left))
        #expect(!PathOrder.precedes(left, left))
    }
}
