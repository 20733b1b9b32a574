import Ledger
import Plan
import SystemPackage
import Testing

@testable import Batch

/// An out folder with a small published set, and a ledger that knows of it.
final class StatusFolder {
    let folder: TemporaryFolder
    var path: FilePath { folder.path.appending("out") }
    var out: OutFolder { OutFolder(path) }

    init() throws {
        folder = try TemporaryFolder()
        try OutFolder(folder.path.appending("out")).prepare()
    }

    /// Five units in two communes: on time, late, without a report; and one that is not expected any more.
    static let facts = """
        period,unit,commune,kind,expected,reported,on_time,so_vu
        2026-Q1,A1,X1,MN,true,true,true,1
        2026-Q1,A2,X1,TH,true,true,false,2
        2026-Q1,A3,X1,TH,true,false,false,
        2026-Q1,B1,X2,TH,true,false,false,
        2026-Q1,B2,X2,TH,false,false,false,

        """
    static let units = """
        period,unit,name,commune,commune_name,department
        2026-Q1,A1,Mầm non Sóng,X1,Xã Một,mam-non
        2026-Q1,A2,"Tiểu học ""Đá"", cơ sở 2",X1,Xã Một,tieu-hoc
        2026-Q1,A3,Tiểu học Gió,X1,Xã Một,tieu-hoc
        2026-Q1,B1,Tiểu học Mây,X2,Phường Hai,tieu-hoc
        2026-Q1,B2,Tiểu học Cũ,X2,Phường Hai,tieu-hoc

        """

    /// A period of the plan year whose days are far from today's.
    static func period(_ id: String = "2026-Q1", due: String = "2026-03-16", missing: Int = 2) -> Manifest.Period {
        Manifest.Period(
            id: id,
            state: .provisional,
            units: 4,
            reported: 2,
            onTime: 1,
            late: 1,
            missing: missing,
            name: "Báo cáo quý I",
            start: "2025-12-15",
            end: "2026-03-14",
            due: due
        )
    }

    /// Publishes a set with these files.
    ///
    /// - Returns: the hash of its manifest.
    @discardableResult
    func publish(
        _ files: [String: String] = ["2026-Q1/facts.csv": facts, "2026-Q1/units.csv": units],
        periods: [Manifest.Period] = [period()],
        asOf: String = "2026-03-20"
    ) throws -> String {
        let staging = try Staging(fresh: out)
        for (path, text) in files { try staging.write(Array(text.utf8), to: path) }
        let manifest = Manifest(
            version: "1",
            run: RunID(text: "77"),
            plan: Manifest.Source(file: "plan-2026.xml", sha256: "88"),
            asOf: try #require(CalendarDate(iso: asOf)),
            inputs: [],
            skipped: [],
            periods: periods,
            findings: FindingCounts(),
            outputs: try staging.outputs()
        )
        try Batch.publish(staging, to: out, manifest: manifest)
        return sha256(manifest.json())
    }

    /// A run that the ledger recorded.
    func record(_ startedAt: String, manifest: String?, isPublished: Bool = true) throws {
        let ledger = try Ledger(folder: out.internals.string)
        let number = try ledger.record(
            Ledger.Run(
                id: "ab12",
                asOf: try #require(CalendarDate(iso: "2026-03-20")),
                startedAt: startedAt,
                version: "1",
                summary: "",
                recordsReceipts: true
            ),
            files: [],
            submissions: []
        )
        guard let manifest else { return }
        try ledger.recordIntent(run: number, manifest: manifest)
        if isPublished { try ledger.recordPublished(run: number) }
    }

    func status(period: String? = nil, on day: String = "2026-03-21") throws -> StatusReport {
        try Batch.status(
            StatusOptions(out: path, period: period, today: try #require(CalendarDate(iso: day)))
        )
    }

    /// Every file below the out folder, with its size.
    func files() throws -> [String] {
        try SystemCalls.files(below: path).map { "\($0) \(try SystemCalls.read(path.appending($0)).count)" }
    }
}
