import Plan
import SystemPackage

/// The periods of the set that a run does not compute, and what became of them.
struct CarriedPeriods {
    /// Ids of those that were carried over as they stood, and the lines of the manifest of all that stand in the set.
    var periods: [String] = []
    var records: [Manifest.Period] = []
    /// The closings that are in force.
    var closed: [ClosedIssue] = []
    /// Ids of those that are computed anew, since somebody had changed a file of them, or they were reopened.
    var computedAnew: Set<String> = []
    /// The files that somebody had changed.
    var tampered: [String] = []
    /// What the office should know of it, in Vietnamese.
    var warnings: [String] = []

    /// Puts the closed periods, and the published ones that were not asked for, into the staged set.
    ///
    /// - Throws: `.output` where a changed period belongs to another plan and cannot be computed anew, or where a closed one is damaged
    ///   in both its places.
    init(_ state: OutState, into staging: Staging, choice: PlanCatalog.Choice) throws(BatchError) {
        for issue in state.archive.issuesInForce { try carry(issue, state, into: staging) }
        let settled = Set(choice.periods.map(\.id)).union(records.map(\.id))
        guard let published = state.published else {
            try replaceUnknownSet(state.out, settled: settled, plan: choice.entry.plan)
            return
        }
        for record in published.manifest.periods where !settled.contains(record.id) {
            try carry(record, state, into: staging, plan: choice.entry.plan)
        }
    }

    /// A set whose manifest cannot be read vouches for none of its files: its periods, known by their folders, are computed anew.
    private mutating func replaceUnknownSet(
        _ out: OutFolder,
        settled: Set<String>,
        plan: Plan
    ) throws(BatchError) {
        guard SystemCalls.kind(of: out.set) == .folder else { return }
        tampered.append(Manifest.fileName)
        let folders: [String]
        do throws(SystemError) {
            folders = try SystemCalls.names(in: out.set).filter {
                SystemCalls.kind(of: out.set.appending($0)) == .folder
            }
        } catch {
            throw BatchError(PublishingError(error))
        }
        for folder in folders where !settled.contains(folder) {
            if plan.period(id: folder) != nil {
                computedAnew.insert(folder)
            } else {
                warnings.append(
                    "\(Manifest.fileName) đã công bố bị mất hoặc bị sửa, nên \(folder) không giữ lại được trong bộ số liệu: "
                        + "hãy chạy tonghop run --period \(folder)."
                )
            }
        }
    }

    /// A closed period: linked to what is published where that is as it was frozen, else copied from `da-chot/`.
    private mutating func carry(_ issue: ClosedIssue, _ state: OutState, into staging: Staging) throws(BatchError) {
        guard let set = try ClosedSet(issue, of: state.archive) else {
            if state.published?.manifest.periods.contains(where: { $0.id == issue.period }) != true {
                warnings.append(
                    "da-chot/\(issue.folder) không có \(Manifest.fileName): kỳ này không có trong bộ số liệu."
                )
            }
            return
        }
        closed.append(issue)
        records.append(set.record)
        if let published = state.published, published.manifest.periods.contains(where: { $0.id == issue.period }) {
            if set.isPublished(in: published) {
                let changed = try staging.carriedOver(issue.period, of: published)
                if changed.isEmpty { return }
                tampered += changed
            }
        }
        try staging.copy(set)
    }

    private mutating func carry(
        _ record: Manifest.Period,
        _ state: OutState,
        into staging: Staging,
        plan: Plan
    ) throws(BatchError) {
        guard let published = state.published else { return }
        let isOfPlan = plan.period(id: record.id) != nil
        let isReopened =
            record.state == .closed && state.archive.latest(of: record.id).map(state.archive.isReopened) == true
        if isReopened, isOfPlan {
            computedAnew.insert(record.id)
            return
        }
        if isReopened {
            warnings.append(
                "Kỳ \(record.id) đã mở lại nhưng chưa tổng hợp lại: hãy chạy tonghop run --period \(record.id)."
            )
        }
        let changed = try staging.carriedOver(record.id, of: published)
        if changed.isEmpty {
            periods.append(record.id)
            records.append(record)
            return
        }
        tampered += changed
        guard isOfPlan else {
            throw .output(
                "Tệp của kỳ \(record.id) đã bị sửa (\(changed.joined(separator: ", "))) và kỳ này thuộc kế hoạch khác: "
                    + "hãy chạy lại với --period \(record.id)."
            )
        }
        computedAnew.insert(record.id)
    }
}

extension Staging {
    /// Carries a period over; the paths of what somebody changed, where nothing was carried.
    fileprivate func carriedOver(_ period: String, of published: PublishedSet) throws(BatchError) -> [String] {
        do throws(PublishingError) {
            return try carryOver(period: period, of: published)
        } catch {
            throw BatchError(error)
        }
    }
}
