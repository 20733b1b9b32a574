import Ledger
import SystemPackage
import Testing

@testable import Batch

@Suite("One line for monitoring")
struct HealthTests {
    private static let started = "2026-03-20T01:00:00+07:00"
    private static let hour = 3_600

    private func moment(_ text: String) throws -> Timestamp {
        try #require(Timestamp(text))
    }

    /// What is found where all is well.
    private func sound() throws -> HealthFindings {
        HealthFindings(
            set: .published(bytes: 1 << 20),
            ledger: .success(LedgerInspection(lastRun: nil, lastPublished: nil, size: 4_096)),
            lastSuccess: try moment(Self.started),
            spaces: [
                FreeSpace(place: "thư mục kết quả", label: "free_out", free: 12_300 << 20, needed: 100 << 20),
                FreeSpace(place: "thư mục trạng thái", label: "free_state", free: 2 << 40, needed: 100 << 20),
            ]
        )
    }

    private func health(_ findings: HealthFindings, at now: String = "2026-03-20T04:05:00+07:00") throws -> Health {
        Health(findings, maxAge: 26 * Self.hour, now: try moment(now))
    }

    @Test("the whole line where all is well")
    func line() throws {
        let health = try health(try sound())
        #expect(health.level == .ok)
        #expect(
            health.line == """
                OK - lần chạy thành công gần nhất: 01:00 ngày 20/3/2026 (3 giờ 5 phút trước); sổ theo dõi tốt; \
                thư mục kết quả còn trống 12 GB; thư mục trạng thái còn trống 2 TB \
                | age=11100s;;93600;0 free_out=12897484800B;314572800:;104857600:;0 free_state=2199023255552B;314572800:;104857600:;0

                """
        )
    }

    @Test(
        "age of the last success",
        arguments: [
            ("2026-03-21T03:00:00+07:00", Health.Level.ok, "26 giờ trước"),
            ("2026-03-21T03:00:01+07:00", .critical, "đã 26 giờ, quá 26 giờ"),
            ("2026-03-24T05:00:00+07:00", .critical, "đã 4 ngày 4 giờ, quá 26 giờ"),
            ("2026-03-20T00:55:00+07:00", .ok, "0 phút trước"),
            ("2026-03-20T00:49:59+07:00", .warning, "kiểm tra đồng hồ"),
        ]
    )
    func age(now: String, level: Health.Level, words: String) throws {
        let health = try health(try sound(), at: now)
        #expect(health.level == level)
        #expect(health.line.contains(words), "\(health.line)")
    }

    @Test(
        "free space, as it was found",
        arguments: [
            (300 << 20, Health.Level.ok), ((300 << 20) - 1, .warning), (100 << 20, .warning),
            ((100 << 20) - 1, .critical), (0, .critical),
        ]
    )
    func space(free: Int, level: Health.Level) throws {
        for label in ["free_out", "free_state"] {
            var findings = try sound()
            findings.spaces = [FreeSpace(place: "thư mục", label: label, free: free, needed: 100 << 20)]
            #expect(try health(findings).level == level)
        }
    }

    @Test(
        "a ledger that cannot be used is critical",
        arguments: [
            LedgerError.damaged(file: "/s/ledger.sqlite", detail: "*** in database main ***\nPage 4 | free"),
            .missing(file: "/s/ledger.sqlite"), .cannotRead(file: "/s/ledger.sqlite", detail: "Permission denied"),
        ]
    )
    func ledger(error: LedgerError) throws {
        var findings = try sound()
        findings.ledger = .failure(error)
        let health = try health(findings)
        #expect(health.level == .critical)
        #expect(health.line.hasPrefix("CRITICAL - ") && health.line.contains("/s/ledger.sqlite"))
        #expect(health.line.filter { $0 == "\n" }.count == 1 && health.line.filter { $0 == "|" }.count == 1)
    }

    @Test("nothing published, no folder, never a success")
    func never() throws {
        for state in [HealthFindings.PublishedState.nothing, .noFolder("/x"), .unreadable("hỏng")] {
            var findings = try sound()
            findings.set = state
            #expect(try health(findings).level == .critical)
        }
        var findings = try sound()
        findings.lastSuccess = nil
        #expect(try health(findings).line.hasPrefix("CRITICAL - chưa có lần chạy nào thành công"))
    }

    @Test("a failed run is a warning until the next success, or until that is too old")
    func failure() throws {
        var findings = try sound()
        findings.lastFailure = try moment("2026-03-20T02:00:00+07:00")
        #expect(try health(findings).level == .warning)
        #expect(try health(findings, at: "2026-03-22T02:00:00+07:00").level == .critical)
        findings.lastFailure = try moment("2026-03-19T02:00:00+07:00")
        #expect(try health(findings).level == .ok)
    }
}

@Suite("What the health line looks at")
struct HealthFindingsTests {
    let folder: StatusFolder

    init() throws {
        folder = try StatusFolder()
    }

    @Test("a run that was published is a success, and looking at it writes nothing")
    func published() throws {
        let manifest = try folder.publish()
        try folder.record("2026-03-20T01:00:00+07:00", manifest: manifest)
        try folder.record("2026-03-21T01:00:00+07:00", manifest: nil)
        let before = try folder.files()
        let findings = HealthFindings(out: folder.path, state: nil)
        #expect(findings.lastSuccess == Timestamp("2026-03-20T01:00:00+07:00"))
        guard case .published(let bytes) = findings.set else {
            Issue.record("\(findings.set)")
            return
        }
        #expect(bytes == StatusFolder.facts.utf8.count + StatusFolder.units.utf8.count)
        #expect(findings.spaces.map(\.label) == ["free_out", "free_state"])
        #expect(findings.spaces.allSatisfy { $0.free > 0 && $0.needed > 0 })
        #expect(try folder.files() == before)
    }

    @Test("a set that stands is a success, though the ledger was not told; one that does not stand is none")
    func intent() throws {
        let manifest = try folder.publish()
        try folder.record("2026-03-21T01:00:00+07:00", manifest: manifest, isPublished: false)
        #expect(
            HealthFindings(out: folder.path, state: nil).lastSuccess == Timestamp("2026-03-21T01:00:00+07:00")
        )
        try folder.publish(["a.csv": "1"])
        #expect(HealthFindings(out: folder.path, state: nil).lastSuccess == nil)
    }

    @Test("a ledger in a folder of its own")
    func state() throws {
        let manifest = try folder.publish()
        let state = folder.folder.path.appending("state")
        guard case .failure(.missing) = HealthFindings(out: folder.path, state: state).ledger else {
            Issue.record("a ledger out of nothing")
            return
        }
        try folder.record("2026-03-20T01:00:00+07:00", manifest: manifest)
        try SystemCalls.rename(folder.out.internals, to: state)
        #expect(HealthFindings(out: folder.path, state: state).lastSuccess != nil)
    }

    @Test("a damaged ledger, no ledger, an empty one")
    func ledgers() throws {
        let manifest = try folder.publish()
        try folder.folder.write("", to: "out/.tonghop/ledger.sqlite")
        #expect(try HealthFindings(out: folder.path, state: nil).ledger.get().lastRun == nil)
        try folder.folder.write(
            "đây không phải cơ sở dữ liệu, chỉ là chữ, dài hơn một trăm byte để chắc chắn là thế",
            to: "out/.tonghop/ledger.sqlite"
        )
        guard case .failure(.damaged) = HealthFindings(out: folder.path, state: nil).ledger else {
            Issue.record("a text passes for a ledger")
            return
        }
        try SystemCalls.unlink(folder.out.internals.appending("ledger.sqlite"))
        try folder.record("2026-03-20T01:00:00+07:00", manifest: manifest)
        #expect(try HealthFindings(out: folder.path, state: nil).ledger.get().lastPublished?.manifest == manifest)
        try SystemCalls.removeAll(folder.path)
        #expect(HealthFindings(out: folder.path, state: nil).set == .noFolder(folder.path.string))
    }

    @Test("it reads what a run has written that is at work")
    func atWork() throws {
        let manifest = try folder.publish()
        let ledger = try Ledger(folder: folder.out.internals.string)
        try folder.record("2026-03-20T01:00:00+07:00", manifest: manifest)
        #expect(try HealthFindings(out: folder.path, state: nil).ledger.get().lastPublished?.manifest == manifest)
        _ = consume ledger
    }
}
