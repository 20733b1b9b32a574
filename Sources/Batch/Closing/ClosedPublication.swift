import Ledger

/// A set in which one period of the published one is replaced by its closed files, ready to be published.
struct ClosedPublication {
    private let staging: Staging
    private let outputs: [Manifest.Output]
    private let json: [UInt8]

    /// Takes everything but that period over from the published set, which must be as it was published.
    ///
    /// - Parameters:
    ///   - staging: holds the period's closed files already, and nothing else.
    ///   - record: the period's line of the manifest.
    /// - Throws: `.input` where a published file was changed.
    init(_ record: Manifest.Period, in published: PublishedSet, staging: Staging) throws(BatchError) {
        var changed: [String] = []
        do throws(PublishingError) {
            for period in published.manifest.periods where period.id != record.id {
                changed += try staging.carryOver(period: period.id, of: published)
            }
            changed += try staging.carryOverLists(of: published)
            outputs = try staging.outputs()
        } catch {
            throw BatchError(error)
        }
        guard changed.isEmpty else {
            throw .input("Tệp trong bộ số liệu đã công bố đã bị sửa; hãy chạy lại tonghop run trước.", details: changed)
        }
        let periods = published.manifest.periods.map { $0.id == record.id ? record : $0 }
        guard let json = rewritten(manifest: published.json, periods: periods, outputs: outputs) else {
            throw .input(
                "manifest.json đã công bố do bản tonghop khác ghi; hãy chạy lại tonghop run trước.",
                details: []
            )
        }
        self.staging = staging
        self.json = json
    }

    /// Publishes it; the ledger knows before, and is told after.
    ///
    /// - Parameter commit: what makes the closing valid, once the set is verified.
    func publish(
        _ state: OutState,
        after commit: () throws(PublishingError) -> Void = {}
    ) throws(BatchError) {
        let number: Int64
        do throws(LedgerError) {
            number = try state.ledger.recordIntent(manifest: sha256(json))
        } catch {
            throw BatchError(error)
        }
        do throws(PublishingError) {
            try Batch.publish(staging, to: state.out, json: json, outputs: outputs, after: commit)
        } catch {
            throw BatchError(error)
        }
        do throws(LedgerError) {
            try state.ledger.recordPublished(publication: number)
        } catch {
            throw BatchError(error)
        }
    }
}
