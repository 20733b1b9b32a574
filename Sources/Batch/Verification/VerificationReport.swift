import SystemPackage

/// What `verify` is asked to do.
package struct VerifyOptions: Sendable {
    package var out: FilePath
    /// Where the ledger lies; nil: `OUT/.tonghop`.
    package var state: FilePath?

    package init(out: FilePath, state: FilePath? = nil) {
        self.out = out
        self.state = state
    }

    var stateFolder: FilePath { state ?? OutFolder(out).internals }
}

/// What `verify` found.
package struct VerificationReport: Sendable {
    /// `OUT/hien-hanh`
    package var set: FilePath
    /// Of the manifest: the run's id in full and its as-of date; nil where it cannot be read.
    package var run: String?
    package var asOf: String?
    /// Files that were read, those of closed sets included, and the workbooks among them.
    package var files: Int
    package var workbooks: Int
    /// Folders of `da-chot`, by name.
    package var closed: [String]
    /// In the order of paths.
    package var differences: [SetDifference]
    /// What could not be looked at, in Vietnamese.
    package var notes: [String]
}
