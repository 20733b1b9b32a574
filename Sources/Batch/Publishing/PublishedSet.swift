import Intake
import SystemPackage

/// The set that stands in `hien-hanh`, as its manifest tells it.
package struct PublishedSet: Sendable {
    package let folder: FilePath
    package let manifest: ReadManifest
    /// Of the manifest's bytes: what the ledger knows a set by.
    package let manifestSHA256: String
    /// The manifest's bytes.
    let json: [UInt8]

    /// Nil where nothing is published, or where its manifest cannot be understood: such a set is replaced as a whole.
    package init?(_ out: OutFolder) throws(PublishingError) {
        let file = out.set.appending(Manifest.fileName)
        guard SystemCalls.kind(of: file) == .file else { return nil }
        let bytes: [UInt8]
        do throws(SystemError) {
            bytes = try SystemCalls.read(file)
        } catch {
            throw PublishingError(error)
        }
        guard let manifest = ReadManifest(json: bytes) else { return nil }
        folder = out.set
        self.manifest = manifest
        manifestSHA256 = sha256(bytes)
        json = bytes
    }

    /// The receipts that the set tells; nil where they are not as they were published: who was on time hangs on them.
    package func receipts() -> [(key: SubmissionKey, receipt: Receipt)]? {
        (try? read("receipts.csv")).flatMap(readReceipts)
    }

    /// Files of the inbox that the set was made of.
    package var inboxPaths: [String] {
        manifest.inputs.filter { $0.role == Manifest.Role.inbox.rawValue }.map(\.path)
    }
}
