import Testing

@testable import Batch

@Suite("Closed periods, as da-chot tells them")
struct ClosedArchiveTests {
    private let folder: TemporaryFolder
    private var out: OutFolder { OutFolder(folder.path) }

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test(
        "names of folders",
        arguments: [
            ("2026-Q1-lan-1", ClosedIssue(period: "2026-Q1", number: 1)),
            ("2026-Q1-lan-12", ClosedIssue(period: "2026-Q1", number: 12)),
            ("2026-lan-1-lan-2", ClosedIssue(period: "2026-lan-1", number: 2)),
            ("2026-Q1-lan-0", nil), ("2026-Q1-lan-01", nil), ("2026-Q1-lan--1", nil), ("2026-Q1-lan-+1", nil),
            ("2026-Q1-lan-1.mo-lai", nil), ("2026-Q1", nil), ("-lan-1", nil), ("2026-Q1-lan-99999999999999999999", nil),
        ] as [(String, ClosedIssue?)]
    )
    func names(name: String, issue: ClosedIssue?) {
        #expect(ClosedIssue(folder: name) == issue)
        if let issue { #expect(issue.folder == name) }
    }

    @Test("nothing was closed where the folder is missing")
    func missing() throws {
        let archive = try ClosedArchive(out)
        #expect(archive.closedPeriods.isEmpty)
        #expect(archive.latest(of: "2026-Q1") == nil)
    }

    @Test("the highest issue tells whether a period is closed")
    func reopened() throws {
        for number in [1, 2, 10] { try freeze("unit\n", as: "2026-Q1-lan-\(number)", in: folder.path) }
        try freeze("unit\n", as: "2026-H1-lan-1", in: folder.path)
        try folder.write("", to: "da-chot/2026-Q1-lan-2.mo-lai")
        try folder.write("", to: "da-chot/2026-H1-lan-1.mo-lai")
        try folder.write("no folder", to: "da-chot/2026-Y-lan-1")
        let archive = try ClosedArchive(out)
        #expect(archive.closedPeriods == ["2026-Q1"])
        #expect(archive.issues(of: "2026-Q1").map(\.number) == [1, 2, 10])
        #expect(archive.inForce("2026-H1") == nil)
        #expect(archive.latest(of: "2026-H1")?.number == 1)
        #expect(archive.latest(of: "2026-Y") == nil)
    }

    @Test("a file is read as it was frozen, or not at all")
    func verified() throws {
        let issue = ClosedIssue(period: "2026-Q1", number: 1)
        try freeze("unit,so_vu\nA,1\n", as: issue.folder, in: folder.path)
        let archive = try ClosedArchive(out)
        #expect(try archive.read("facts.csv", of: issue) == Array("unit,so_vu\nA,1\n".utf8))
        try folder.write("unit,so_vu\nA,2\n", to: "da-chot/2026-Q1-lan-1/facts.csv")
        #expect(throws: BatchError.self) { try archive.read("facts.csv", of: issue) }
        try folder.write("unit,so_vu\nA,1\n", to: "da-chot/2026-Q1-lan-1/facts.csv")
        try folder.write("abc  facts.csv\n", to: "da-chot/2026-Q1-lan-1/SHA256SUMS")
        #expect(throws: BatchError.self) { try archive.read("facts.csv", of: issue) }
        #expect(throws: BatchError.self) { try archive.read("figures.csv", of: issue) }
    }
}
