import Foundation
import Plan
import Records
import SystemPackage
import Testing

@testable import Batch

/// Three schools, a first quarter in time, and what an office does with it: for tests of closing.
///
/// The correction makes one fact of one unit another, an incident that now drags on.
extension Office {
    static func closing() throws -> Office {
        try Office(files: [
            "don-vi.csv": """
            ma_don_vi,ten_don_vi,loai_hinh,ma_xa,ten_xa
            31000001,Trường Tiểu học Sông Lam,TH,11359,Xã Hải Vân
            31000002,Trường Tiểu học Đồi Chè,TH,11359,Xã Hải Vân
            31000003,Trường Tiểu học Bến Nghè,TH,11362,Xã Núi Đèo

            """,
            "inbox/bao-cao.csv": """
            ma_don_vi,ky_bao_cao,nam,ngay_bao_cao,quan_triet,so_hs_nguy_co
            31000001,Q1,2026,10/3/2026,Có,5
            31000002,Q1,2026,11/3/2026,Có,2

            """,
            "inbox/vu-viec.csv": incidents(keoDai: "Không"),
        ])
    }

    static func incidents(keoDai: String) -> String {
        """
        ma_don_vi,ma_vu_viec,ngay_xay_ra,ngay_tiep_nhan,loai,trang_thai,kip_thoi,keo_dai
        31000001,VV1,20/1/2026,21/1/2026,BLHD,DAXL,Có,\(keoDai)

        """
    }

    /// The school's word that came after the period was closed.
    func receiveCorrection() throws {
        try write(Self.incidents(keoDai: "Có"), to: "inbox/vu-viec-sua.csv")
    }

    var outFolder: OutFolder { OutFolder(FilePath(folder.appendingPathComponent("out").path)) }

    private var places: TemplatePlaces {
        TemplatePlaces(option: FilePath(templates.path), environment: nil, executable: nil)
    }

    @discardableResult
    func close(
        _ period: String = "2026-Q1",
        roster: String? = nil,
        decisions: String? = nil,
        at: String = "2026-03-21T09:12:00+07:00"
    ) throws -> ClosingReport {
        try Batch.close(
            CloseOptions(
                period: period,
                inbox: FilePath(inbox.path),
                out: outFolder.path,
                roster: roster.map { FilePath(folder.appendingPathComponent($0).path) },
                decisions: decisions.map { FilePath(folder.appendingPathComponent($0).path) },
                closedAt: at,
                closedBy: "lan",
                templates: places,
                version: "0.0.0"
            ),
            progress: { _ in }
        )
    }

    @discardableResult
    func reopen(_ period: String = "2026-Q1", reason: String = "trường gửi lại") throws -> ReopeningReport {
        try Batch.reopen(
            ReopenOptions(
                period: period,
                out: outFolder.path,
                reason: reason,
                reopenedAt: "2026-04-02T08:00:00+07:00",
                reopenedBy: "minh"
            )
        )
    }

    /// Every file below a folder of `out` with its bytes.
    func files(below path: String) throws -> [String: [UInt8]] {
        let root = outFolder.path.appending(path)
        var files: [String: [UInt8]] = [:]
        for path in try SystemCalls.files(below: root) { files[path] = try SystemCalls.read(root.appending(path)) }
        return files
    }

    func plan() throws -> Plan {
        let catalog = try PlanCatalog.load(templates: FilePath(templates.path), planFile: nil)
        return try #require(catalog.entries.first?.plan)
    }

    func roster() throws -> Roster {
        try readRosterFile(FilePath(folder.appendingPathComponent("don-vi.csv").path), plan: plan()).roster
    }

    func remove(_ path: String) throws {
        try FileManager.default.removeItem(at: folder.appendingPathComponent(path))
    }

    func forget() throws {
        for name in ["ledger.sqlite", "ledger.sqlite-wal", "ledger.sqlite-shm", "ledger.backup.sqlite"] {
            try? remove("out/.tonghop/\(name)")
        }
    }

    /// Lines of a file of the published set that hold all of these words.
    func lines(_ path: String, with words: String...) throws -> [String] {
        try published(path).split(separator: "\n").map(String.init).filter { line in
            words.allSatisfy(line.contains)
        }
    }
}

/// What stopped a command, in its words.
func stopped(_ body: () throws -> Void) -> BatchError? {
    do {
        try body()
        return nil
    } catch {
        return error as? BatchError
    }
}
