import Plan
import SystemPackage
import Testing

@testable import Batch

/// What `da-chot` holds, against itself and against what is published of it.
@Suite struct ClosedVerificationTests {
    let folder: TemporaryFolder
    let out: OutFolder

    init() throws {
        folder = try TemporaryFolder()
        out = OutFolder(folder.path.appending("out"))
        try out.prepare()
        try publish(state: .closed, issue: 1)
        try close("2026-Q1-lan-1")
    }

    /// Publishes a period of one file in that state.
    private func publish(state: Manifest.Period.State, issue: Int?, _ text: String = "1") throws {
        let staging = try Staging(fresh: out)
        try staging.write(Array(text.utf8), to: "2026-Q1/facts.csv")
        var manifest = manifest(try staging.outputs())
        manifest.periods = [
            Manifest.Period(
                id: "2026-Q1",
                state: state,
                issue: issue,
                units: 1,
                reported: 1,
                onTime: 1,
                late: 0,
                missing: 0
            )
        ]
        try Batch.publish(staging, to: out, manifest: manifest)
    }

    /// Freezes a period of one file.
    private func close(_ name: String, _ text: String = "1") throws {
        let facts = Manifest.Output(path: "facts.csv", sha256: sha256(text.utf8), bytes: text.utf8.count)
        let json = manifest([facts]).json()
        let summary = Manifest.Output(path: Manifest.fileName, sha256: sha256(json), bytes: json.count)
        try folder.write(text, to: "out/da-chot/\(name)/facts.csv")
        try folder.write(String(decoding: json, as: UTF8.self), to: "out/da-chot/\(name)/manifest.json")
        let sums = sha256Sums([facts, summary])
        try folder.write(String(decoding: sums, as: UTF8.self), to: "out/da-chot/\(name)/SHA256SUMS")
    }

    private func differences() throws -> [SetDifference] {
        try Batch.verify(VerifyOptions(out: out.path), progress: { _ in }).differences
    }

    @Test func closedSetAsItWasSignedHasNoDifference() throws {
        let report = try Batch.verify(VerifyOptions(out: out.path), progress: { _ in })
        #expect(report.differences.isEmpty)
        #expect(report.closed == ["2026-Q1-lan-1"] && report.files == 2)
    }

    @Test func changedClosedFileIsTold() throws {
        try folder.write("2", to: "out/da-chot/2026-Q1-lan-1/facts.csv")
        #expect(try differences() == [SetDifference(path: "da-chot/2026-Q1-lan-1/facts.csv", fault: .changed)])
    }

    @Test func publishedFileOtherThanTheSignedOneIsTold() throws {
        try publish(state: .closed, issue: 1, "2")
        #expect(
            try differences() == [
                SetDifference(path: "hien-hanh/2026-Q1/facts.csv", fault: .notAsClosed(folder: "2026-Q1-lan-1"))
            ]
        )
    }

    @Test func closedFolderThatIsGoneIsTold() throws {
        try SystemCalls.removeAll(out.closed)
        #expect(
            try differences() == [
                SetDifference(path: "hien-hanh/2026-Q1", fault: .closedFolderMissing(folder: "2026-Q1-lan-1"))
            ]
        )
    }

    @Test func closedPeriodThatIsPublishedAsProvisionalIsToldUnlessItWasReopened() throws {
        try publish(state: .provisional, issue: nil, "2")
        #expect(
            try differences() == [
                SetDifference(path: "hien-hanh/2026-Q1", fault: .closedButProvisional(folder: "2026-Q1-lan-1"))
            ]
        )
        try folder.write("lý do", to: "out/da-chot/2026-Q1-lan-1.mo-lai")
        #expect(try differences().isEmpty)
    }

    @Test func olderIssueStaysAsItWasSigned() throws {
        try folder.write("lý do", to: "out/da-chot/2026-Q1-lan-1.mo-lai")
        try close("2026-Q1-lan-2", "2")
        try publish(state: .closed, issue: 2, "2")
        #expect(try differences().isEmpty)
        try folder.write("2", to: "out/da-chot/2026-Q1-lan-1/facts.csv")
        #expect(try differences().map(\.path) == ["da-chot/2026-Q1-lan-1/facts.csv"])
    }

    @Test(arguments: ["ghi-chu.txt", "2026-Q3-lan-1.mo-lai", "2026-Q1/a.txt"])
    func whatIsNoClosedSetIsTold(path: String) throws {
        try folder.write("x", to: "out/da-chot/\(path)")
        #expect(try differences().map(\.fault) == [.strange])
    }
}
