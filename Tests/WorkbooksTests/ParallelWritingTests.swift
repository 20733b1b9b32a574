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

    @Test func aSmallWorkbookNeedsNoDiskBeforeItIsPacked() throws {
        let workshop = try Workshop()
        let city = SmallCity()
        let layout = try city.officeLayout()
        func write(_ name: String, disk: String, memory: String?, findings: Int = 3) throws(WorkbookError) {
            var office = OfficeLists()
            office.findings = SmallCity.findings(findings)
            _ = try writeWorkbook(
                city.context,
                layout: layout,
                office: office,
                to: workshop.path(name),
                temporaryFolder: disk,
                memoryFolder: memory
            )
        }
        let none = "\(workshop.folder)/none"
        try write("memory", disk: none, memory: workshop.folder)
        try write("disk", disk: workshop.folder, memory: nil)
        try write("no-memory", disk: workshop.folder, memory: none)
        #expect(workshop.bytes("memory") != nil)
        #expect(workshop.bytes("memory") == workshop.bytes("disk"))
        #expect(workshop.bytes("no-memory") == workshop.bytes("disk"))
        #expect(throws: WorkbookError.self) { try write("nowhere", disk: none, memory: none) }
        #expect(throws: WorkbookError.self) { try write("many", disk: none, memory: workshop.folder, findings: 1_001) }
        try write("many", disk: workshop.folder, memory: none, findings: 1_001)
    }
}
