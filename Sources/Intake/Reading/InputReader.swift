import Plan
import Records
import SystemPackage

/// Reads files and folders that somebody names, as one inbox; where there are several, findings name files as they were named.
///
/// - Throws: where one of them cannot be read at all.
package func readInputs(
    _ inputs: [FilePath],
    context: ReadingContext
) throws(IntakeError) -> (readings: [FileReading], skipped: [String]) {
    var readings: [FileReading] = []
    var skipped: [String] = []
    for input in inputs {
        let input = input.lexicallyNormalized()
        if let name = input.lastComponent, !isFolder(input) {
            let bytes = Array(name.string.utf8)
            let entry = InboxListing.Entry(pathBytes: bytes, path: shownPath(bytes), refusal: nil)
            let folder = input.removingLastComponent()
            let file = try readFile(entry, in: folder.isEmpty ? "." : folder, context: context)
            readings += file.map { inputs.count > 1 ? $0.below(folder) : $0 }
        } else {
            let inbox = try readInbox(input, context: context)
            readings += inbox.readings.map { inputs.count > 1 ? $0.below(input) : $0 }
            skipped += inbox.skipped
        }
    }
    tellPathsApart(&readings)
    return (readings, skipped)
}

private func isFolder(_ path: FilePath) -> Bool {
    (try? Folder(path)) != nil
}

extension FileReading {
    /// The same, its file named from where the folder is named.
    fileprivate func below(_ folder: FilePath) -> FileReading {
        guard !folder.isEmpty else { return self }
        var reading = self
        let prefix = Array(folder.string.utf8) + [UInt8(ascii: "/")]
        reading.file = InboxFile(
            path: shownPath(prefix) + file.path,
            pathBytes: prefix + file.pathBytes,
            bytes: file.bytes,
            sha256: file.sha256
        )
        return reading
    }
}

extension Roster {
    /// A roster of whatever units the readings could not find in theirs: for checking files where no roster is at hand.
    package init(unitsMissedBy readings: [FileReading], plan: Plan) {
        let missed = readings.flatMap(\.findings).filter { $0.code == .U1 }.map { finding in
            finding.value.uppercased().filter { !$0.isWhitespace }
        }
        let codes = Set(missed).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        var table = Table(dataSet: plan.roster, fieldCount: plan.dataSets[plan.roster].fields.count)
        table.sources = codes.map { _ in SourceRow(file: 0, line: 0) }
        for field in table.columns.indices {
            table.columns[field] = [Int32](repeating: Table.missing, count: codes.count)
        }
        self.init(
            table: table,
            codes: codes,
            names: codes,
            kinds: codes.map { _ in 0 },
            levels: codes.map { _ in 0 },
            communeOfUnit: codes.map { _ in 0 },
            communes: [Roster.Commune(code: "", name: "")],
            opened: codes.map { _ in .min },
            closed: codes.map { _ in .max }
        )
    }
}
