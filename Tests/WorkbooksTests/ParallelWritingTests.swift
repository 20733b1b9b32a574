import Spreadsheet
import Testing

@testable import Workbooks

@Suite struct ParallelWritingTests {
    @Test func resultsComeInTheOrderOfTheJobs() throws {
        let workshop = try Workshop()
        let folder = workshop.folder
        let context = SmallCity().context
        let layout = try SmallCity().layout()
        let paths = (0..<12).map { workshop.path("job-\($0)") }
        let written = try writeInParallel(
            paths.map { path in
                WorkbookJob { () throws(WorkbookError) in
                    try writeWorkbook(context, layout: layout, to: path, temporaryFolder: folder)
                }
            }
        )
        #expect(written.map(\.path) == paths)
        #expect(Set(paths.indices.map { workshop.bytes("job-\($0)") }).count == 1)
    }

    @Test func theFirstFailureIsThrown() {
        let jobs = (0..<50).map { number in
            WorkbookJob { () throws(WorkbookError) in throw WorkbookError(path: "\(number)", reason: .closed) }
        }
        for _ in 0..<20 {
            #expect(throws: WorkbookError(path: "0", reason: .closed)) { try writeInParallel(jobs) }
        }
        #expect(throws: Never.self) { try writeInParallel([]) }
    }

    @Test func aFolderThatIsNotThereIsNamed() throws {
        let workshop = try Workshop()
        let layout = try SmallCity().layout()
        #expect(throws: WorkbookError.self) {
            try writeWorkbook(
                SmallCity().context,
                layout: layout,
                to: "\(workshop.folder)/none/x.xlsx",
                temporaryFolder: workshop.folder
            )
        }
    }
}
