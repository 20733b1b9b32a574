import SystemPackage

/// The out folder: what everybody reads, and what is the program's own.
package struct OutFolder: Sendable {
    package let path: FilePath

    package init(_ path: FilePath) {
        self.path = path
    }

    /// The published set.
    package var set: FilePath { path.appending("hien-hanh") }
    /// Closed periods.
    package var closed: FilePath { path.appending("da-chot") }
    /// A summary for each run.
    package var logs: FilePath { path.appending("nhat-ky") }
    /// Lock, staging, the previous set: never moves, never shared.
    package var internals: FilePath { path.appending(".tonghop") }
    package var lockFile: FilePath { internals.appending("lock") }
    package var staging: FilePath { internals.appending("staging") }
    /// The set in the making.
    package var staged: FilePath { staging.appending("hien-hanh") }
    /// The set that the published one replaced, until the next run.
    package var previous: FilePath { internals.appending("previous") }
    /// Where the replaced set stands between two renames, and what tells that they are under way.
    var replaced: FilePath { internals.appending("replaced") }
    var intent: FilePath { internals.appending("publishing") }

    /// Makes what a run needs.
    package func prepare() throws(PublishingError) {
        do throws(SystemError) {
            try SystemCalls.makeFolders(internals)
            try SystemCalls.makeFolders(logs)
        } catch {
            throw PublishingError(error)
        }
    }
}
