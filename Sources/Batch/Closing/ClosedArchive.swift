import SystemPackage

/// What `da-chot/` holds when a command starts: which periods were closed how often, and which of them are closed now.
///
/// The folder itself tells it, not the ledger: a ledger that was lost must not open a period that was signed.
package struct ClosedArchive: Sendable {
    /// `OUT/da-chot`
    package let folder: FilePath
    private var issuesOfPeriod: [String: [ClosedIssue]]
    private let reopened: Set<ClosedIssue>

    /// - Throws: `.output` where the folder is there and cannot be read.
    package init(_ out: OutFolder) throws(BatchError) {
        folder = out.closed
        var found: [String: [ClosedIssue]] = [:]
        var reopened: Set<ClosedIssue> = []
        do throws(SystemError) {
            let names = SystemCalls.kind(of: folder) == nil ? [] : try SystemCalls.names(in: folder)
            for name in names {
                guard let issue = ClosedIssue(folder: name),
                    SystemCalls.kind(of: folder.appending(name)) == .folder
                else { continue }
                found[issue.period, default: []].append(issue)
                if names.contains(issue.reopening) { reopened.insert(issue) }
            }
        } catch {
            throw .output("Không đọc được các kỳ đã chốt trong \(out.closed): \(error).")
        }
        issuesOfPeriod = found.mapValues { $0.sorted { $0.number < $1.number } }
        self.reopened = reopened
    }

    /// Nothing was closed, or nobody may look.
    init() {
        folder = ""
        issuesOfPeriod = [:]
        reopened = []
    }

    /// All closings of a period, the first one first.
    package func issues(of period: String) -> [ClosedIssue] {
        issuesOfPeriod[period] ?? []
    }

    /// The last closing of a period, reopened since or not: last year's figures are read from it.
    package func latest(of period: String) -> ClosedIssue? {
        issuesOfPeriod[period]?.last
    }

    /// The closing that is in force; nil where the period is open.
    package func inForce(_ period: String) -> ClosedIssue? {
        latest(of: period).flatMap { reopened.contains($0) ? nil : $0 }
    }

    /// Ids of all periods that were ever closed, in the order of their bytes.
    package var periods: [String] { issuesOfPeriod.keys.sorted(by: precedes) }

    /// Ids of the periods that are closed now.
    package var closedPeriods: Set<String> {
        Set(issuesOfPeriod.keys.filter { inForce($0) != nil })
    }

    /// The closings that are in force, in the order of their periods' ids.
    package var issuesInForce: [ClosedIssue] {
        issuesOfPeriod.keys.sorted(by: precedes).compactMap(inForce)
    }

    /// Every closing, reopened since or not, in the order of periods' ids and numbers.
    package var allIssues: [ClosedIssue] {
        issuesOfPeriod.keys.sorted(by: precedes).flatMap(issues)
    }

    package func isReopened(_ issue: ClosedIssue) -> Bool {
        reopened.contains(issue)
    }

    /// The hash of what each closing in force holds, by the name of its folder: what a run is made of beside its inputs.
    func sums() throws(BatchError) -> [(name: String, sha256: String)] {
        var sums: [(name: String, sha256: String)] = []
        for issue in issuesInForce {
            do throws(SystemError) {
                let bytes = try SystemCalls.read(folder.appending(issue.folder).appending(Manifest.sumsName))
                sums.append((issue.folder, sha256(bytes)))
            } catch {
                throw .output(ClosedArchive.damage("\(error)", issue))
            }
        }
        return sums
    }

    /// What of the archive a period's figures were made of: the issues of last year that those inputs name, and no others.
    func asRead(by inputs: [ReadManifest.Input]) -> ClosedArchive {
        var archive = self
        archive.issuesOfPeriod = [:]
        for input in inputs where input.role == Manifest.Role.lastYear.rawValue {
            let names = input.path.split(separator: "/")
            guard names.count > 1, let issue = ClosedIssue(folder: String(names[1])),
                issues(of: issue.period).contains(issue)
            else { continue }
            archive.issuesOfPeriod[issue.period] = [issue]
        }
        return archive
    }

    /// A file of a closed set, after its bytes were compared with the `SHA256SUMS` that stands with it.
    ///
    /// - Throws: `.output` where it is missing or not as it was frozen: a figure that was signed is read as it was, or not at all.
    package func read(_ name: String, of issue: ClosedIssue) throws(BatchError) -> [UInt8] {
        let path = folder.appending(issue.folder).appending(name)
        let bytes: [UInt8]
        let sums: [UInt8]
        do throws(SystemError) {
            bytes = try SystemCalls.read(path)
            sums = try SystemCalls.read(folder.appending(issue.folder).appending(Manifest.sumsName))
        } catch {
            throw .output(ClosedArchive.damage("\(error)", issue))
        }
        guard let listed = readSHA256Sums(sums) else {
            throw .output(ClosedArchive.damage("\(Manifest.sumsName) không đọc được", issue))
        }
        guard listed[name] == sha256(bytes) else {
            throw .output(ClosedArchive.damage("\(name) không còn như khi chốt", issue))
        }
        return bytes
    }

    /// What says that a closed set can no longer be believed, and where it comes back from.
    static func damage(_ detail: String, _ issue: ClosedIssue) -> String {
        "Số liệu đã chốt da-chot/\(issue.folder) bị hỏng: \(detail). Hãy lấy lại thư mục này từ bản sao lưu."
    }
}
