import Foundation
import Ledger
import Plan
import Spreadsheet
import SystemPackage
import Testing

@testable import Batch

@Suite("Closing a period")
struct ClosingTests {
    private let office: Office
    private let folder = "da-chot/2026-Q1-lan-1"

    init() throws {
        office = try Office.closing()
        try office.run("2026-03-20", periods: ["2026-Q1"])
    }

    @Test("what is closed is what was published, frozen as a copy that nobody can write")
    func frozen() throws {
        let before = try office.files(below: "hien-hanh")
        let report = try office.close()
        #expect(report.issue == ClosedIssue(period: "2026-Q1", number: 1))
        let frozen = try office.files(below: folder)
        let published = try office.files(below: "hien-hanh")
        for name in ["figures.csv", "assessments.csv", "facts.csv"] {
            #expect(frozen[name] == before["2026-Q1/\(name)"])
        }
        let lists = ClosedSet.lists.union([Manifest.fileName, Manifest.sumsName])
        #expect(
            frozen.filter { !lists.contains($0.key) }
                == Dictionary(
                    uniqueKeysWithValues: published.filter { $0.key.hasPrefix("2026-Q1/") }
                        .map { (String($0.key.dropFirst("2026-Q1/".count)), $0.value) }
                )
        )
        #expect(lists.isSubset(of: frozen.keys))
        let out = office.outFolder
        for path in frozen.keys {
            let file = out.path.appending(folder).appending(path).string
            let attributes = try FileManager.default.attributesOfItem(atPath: file)
            #expect(attributes[.posixPermissions] as? Int == 0o440, "\(path)")
            #expect(attributes[.referenceCount] as? Int == 1, "\(path)")
        }
        for path in try SystemCalls.folders(below: out.path.appending(folder)) + [""] {
            #expect(SystemCalls.mode(of: out.path.appending(folder).appending(path)) == 0o550, "\(path)")
        }
    }

    @Test("manifests say closed, with its number, and what the published set was made of stays")
    func manifests() throws {
        let before = try #require(try PublishedSet(office.outFolder)).manifest
        try office.close()
        let after = try #require(try PublishedSet(office.outFolder)).manifest
        #expect(after.periods.map(\.state) == [.closed] && after.periods.map(\.issue) == [1])
        #expect(after.inputs == before.inputs && after.run == before.run && after.asOf == before.asOf)
        let archive = try ClosedArchive(office.outFolder)
        let issue = try #require(archive.inForce("2026-Q1"))
        let set = try #require(try ClosedSet(issue, of: archive))
        #expect(set.record == after.periods.first)
        #expect(set.manifest.closing == Manifest.Closing(at: "2026-03-21T09:12:00+07:00", by: "lan"))
        #expect(set.manifest.inputs.map(\.path).sorted() == ["bao-cao.csv", "don-vi.csv", "vu-viec.csv"])
        #expect(set.isPublished(in: try #require(try PublishedSet(office.outFolder))))
        for (path, bytes) in try office.files(below: folder) where path != Manifest.sumsName {
            let sums = try #require(readSHA256Sums(try office.files(below: folder)[Manifest.sumsName] ?? []))
            #expect(sums[path] == sha256(bytes), "\(path)")
        }
    }

    @Test("its workbooks bear the number of the closing, and not the mark of provisional figures")
    func mark() throws {
        try office.close()
        for name in ["tong-hop-2026-Q1.xlsx", "noi-bo-2026-Q1.xlsx"] {
            let file = office.outFolder.path.appending(folder).appending(name)
            let archive = try ZipArchive(path: file.string, limits: .ownWork)
            for entry in archive.entries where entry.name.hasPrefix("xl/worksheets/") {
                let text = String(decoding: try archive.contents(of: entry, limit: 1 << 26), as: UTF8.self)
                #expect(text.contains("lần 1"), "\(name) \(entry.name)")
                #expect(!text.contains("TẠM TÍNH"), "\(name) \(entry.name)")
            }
        }
    }

    @Test("the as-of date is the period's own, whenever it is closed, and what came since plays no part")
    func asOf() throws {
        try office.receiveCorrection()
        try office.write("ma_don_vi,ky_bao_cao,nam\n31000003,Q1,2026\n", to: "inbox/muon.csv")
        let facts = try office.published("2026-Q1/facts.csv")
        let report = try office.close(at: "2026-05-02T10:00:00+07:00")
        #expect(report.asOf.iso == "2026-03-20")
        #expect(try office.published("2026-Q1/facts.csv") == facts)
        #expect(try office.published("2026-Q1/period.json").contains(#""as_of": "2026-03-20""#))
    }

    @Test("the ledger and the summary say who closed what, and when")
    func told() throws {
        let report = try office.close()
        let ledger = try Ledger(folder: office.outFolder.internals.string)
        #expect(
            try ledger.closings() == [
                Ledger.Closing(
                    period: "2026-Q1",
                    issue: 1,
                    event: .closed,
                    at: "2026-03-21T09:12:00+07:00",
                    by: "lan"
                )
            ]
        )
        #expect(try ledger.lastPublished() == PublishedSet(office.outFolder)?.manifestSHA256)
        let text = closingSummary(report)
        for words in [
            "Đã chốt kỳ 2026-Q1", "lần 1", "lan", "20/3/2026", report.manifestSHA256, "da-chot/2026-Q1-lan-1",
        ] {
            #expect(text.contains(words), "\(words)")
        }
        #expect(!text.contains("trước hạn"))
    }

    @Test(
        "an input that is missing or changed is named, and nothing is closed",
        arguments: [
            ("inbox/vu-viec.csv", nil, "vu-viec.csv: không còn"),
            ("inbox/vu-viec.csv", "x", "vu-viec.csv: đã thay đổi"),
            ("don-vi.csv", nil, "don-vi.csv: không còn"),
            ("don-vi.csv", "x", "don-vi.csv: đã thay đổi"),
            ("templates/plan-2026.xml", " ", "plan-2026.xml (kế hoạch): đã thay đổi"),
        ] as [(String, String?, String)]
    )
    func refused(path: String, added: String?, words: String) throws {
        let before = try office.files(below: "hien-hanh")
        if let added {
            let url = office.folder.appendingPathComponent(path)
            try office.write(String(decoding: Data(contentsOf: url), as: UTF8.self) + added, to: path)
        } else {
            try office.remove(path)
        }
        let error = try #require(stopped { try office.close() })
        guard case .input(_, let details) = error else { throw error }
        #expect(details.contains { $0.contains(words) }, "\(details)")
        #expect(try office.files(below: "hien-hanh") == before)
        #expect(try ClosedArchive(office.outFolder).allIssues.isEmpty)
    }

    @Test("figures that were changed after they were published are not closed")
    func tampered() throws {
        try office.write("period,unit\n", to: "out/hien-hanh/2026-Q1/facts.csv")
        let error = try #require(stopped { try office.close() })
        #expect(error.message.contains("2026-Q1/facts.csv") && error.message.contains("tonghop run"))
        #expect(try ClosedArchive(office.outFolder).allIssues.isEmpty)
    }

    @Test("there must be something to close")
    func usage() throws {
        for (period, words) in [("2026-Q2", "2026-Q1"), ("2026-H1", "tonghop run --period 2026-H1")] {
            guard case .usage(let text) = stopped({ try office.close(period) }) else {
                Issue.record("\(period) was closed")
                continue
            }
            #expect(text.contains(words), "\(text)")
        }
        try office.close()
        guard case .usage(let text) = stopped({ try office.close() }) else {
            Issue.record("2026-Q1 was closed twice")
            return
        }
        #expect(text.contains("lần 1") && text.contains("reopen"))
    }

    @Test("the roster and the decisions are found where they are named, and must be those of the figures")
    func officeFiles() throws {
        try office.write(
            """
            loai_quyet_dinh,tep,nguoi_quyet_dinh,ngay_quyet_dinh,ly_do
            Bỏ tệp,vu-viec.csv,Bà Lan,18/3/2026,gửi nhầm

            """,
            to: "quyet-dinh.csv"
        )
        guard case .input(_, let details) = stopped({ try office.close(decisions: "quyet-dinh.csv") }) else {
            Issue.record("decisions that the figures were not made with were passed over")
            return
        }
        #expect(details.contains { $0.contains("--decisions") })
        office.decisions = office.folder.appendingPathComponent("quyet-dinh.csv")
        try office.run("2026-03-20", periods: ["2026-Q1"])
        for name in ["quyet-dinh.csv", "don-vi.csv"] {
            try FileManager.default.createDirectory(
                at: office.folder.appendingPathComponent("khac"),
                withIntermediateDirectories: true
            )
            try FileManager.default.moveItem(
                at: office.folder.appendingPathComponent(name),
                to: office.folder.appendingPathComponent("khac/\(name)")
            )
        }
        let error = try #require(stopped { try office.close() })
        #expect(error.message.contains("--roster") && error.message.contains("--decisions"))
        try office.close(roster: "khac/don-vi.csv", decisions: "khac/quyet-dinh.csv")
        #expect(try !office.published("2026-Q1/facts.csv").isEmpty)
    }
}
