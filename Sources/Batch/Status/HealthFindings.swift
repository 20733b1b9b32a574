import Ledger
import SystemPackage

/// What `status --health` looks at, before it judges.
package struct HealthFindings: Sendable {
    package enum PublishedState: Sendable, Equatable {
        case noFolder(String)
        case nothing
        case unreadable(String)
        /// With the set's size in bytes.
        case published(bytes: Int)
    }

    package var set: PublishedState
    package var ledger: Result<LedgerInspection, LedgerError>
    package var lastSuccess: Timestamp?
    /// When the last run ended that failed; nil where none has since the metrics are kept.
    package var lastFailure: Timestamp?
    package var spaces: [FreeSpace]

    package init(
        set: PublishedState,
        ledger: Result<LedgerInspection, LedgerError>,
        lastSuccess: Timestamp?,
        lastFailure: Timestamp? = nil,
        spaces: [FreeSpace]
    ) {
        self.set = set
        self.ledger = ledger
        self.lastSuccess = lastSuccess
        self.lastFailure = lastFailure
        self.spaces = spaces
    }

    /// Looks at an out folder and its state folder, without the lock and without writing.
    package init(out path: FilePath, state: FilePath?) {
        let out = OutFolder(path)
        let state = state ?? out.internals
        ledger = Result { () throws(LedgerError) in try LedgerInspection(folder: state.string) }
        spaces = []
        guard SystemCalls.kind(of: SystemCalls.resolved(path)) == .folder else {
            set = .noFolder(path.string)
            return
        }
        var manifest: String?
        var size = 0
        do throws(BatchError) {
            let read = try PublishedSet.reading(out) { set throws(ChangedFile) in
                (set.manifestSHA256, set.manifest.outputs.reduce(0) { $0 + $1.bytes })
            }
            if let read { (manifest, size) = read }
            set = read == nil ? .nothing : .published(bytes: size)
        } catch {
            set = .unreadable(error.message)
        }
        let metrics = MetricsFile(in: state)
        let published: Timestamp? =
            if case .success(let ledger) = ledger { ledger.lastSuccess(published: manifest) } else { nil }
        // A run that had nothing to do is a success too, and the ledger does not know of it.
        lastSuccess = [published, metrics.lastSuccess].compactMap(\.self).max()
        lastFailure = metrics.lastFailure
        let ledgerSize = if case .success(let ledger) = ledger { ledger.size } else { 0 }
        for (place, label, folder, needed) in [
            ("thư mục kết quả", "free_out", path, FreeSpace.needed(forSet: size)),
            ("thư mục trạng thái", "free_state", state, FreeSpace.needed(forLedger: ledgerSize)),
        ] {
            guard let free = SystemCalls.freeBytes(folder) else { continue }
            spaces.append(FreeSpace(place: place, label: label, free: free, needed: needed))
        }
    }
}

extension LedgerInspection {
    /// When the last run was started whose set was published. One that could not tell the ledger so has succeeded all the same,
    /// where its set stands.
    package func lastSuccess(published manifest: String?) -> Timestamp? {
        let run = lastRun?.manifest != nil && lastRun?.manifest == manifest ? lastRun : lastPublished
        return (run?.startedAt).flatMap { Timestamp($0) }
    }
}
