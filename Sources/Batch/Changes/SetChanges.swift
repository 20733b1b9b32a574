import Intake
import SystemPackage

/// What a run changes in the published set: the summary tells it.
package enum SetChanges: Sendable, Equatable {
    /// Nothing was published before.
    case firstRun
    /// The periods that the run computed, in the plan's order; those that it carried over are as they were.
    case periods([PeriodChanges])

    /// Compares the staged set with the published one, before it takes that one's place.
    ///
    /// - Parameters:
    ///   - periods: ids of those that were computed.
    ///   - submissions: what the inbox holds now.
    /// - Throws: `.output` where the staged set cannot be read.
    init(
        from published: PublishedSet?,
        to staging: Staging,
        periods: [String],
        submissions: [(key: SubmissionKey, receipt: Receipt)]
    ) throws(BatchError) {
        guard let published else {
            self = .firstRun
            return
        }
        let sent = published.receipts().map { SentAnew(since: $0.map(\.key), now: submissions.map(\.key)) }
        var changes: [PeriodChanges] = []
        for period in periods {
            guard published.manifest.periods.contains(where: { $0.id == period }) else {
                changes.append(PeriodChanges(id: period, comparison: .newPeriod))
                continue
            }
            let now = try PeriodFiles(staged: period, in: staging)
            do throws(ChangedFile) {
                let before = try PeriodFiles(published: period, in: published)
                changes.append(try PeriodChanges(id: period, from: before, to: now, sent: sent))
            } catch {
                changes.append(PeriodChanges(id: period, comparison: .unreadable(path: error.path)))
            }
        }
        self = .periods(changes)
    }
}

/// Units that have sent something since the last run.
struct SentAnew {
    /// By the period that the rows are of; empty where their data set has none.
    private let units: [String: Set<String>]

    init(since known: [SubmissionKey], now: [SubmissionKey]) {
        let known = Set(known)
        var units: [String: Set<String>] = [:]
        for key in now where !known.contains(key) { units[key.period, default: []].insert(key.unit) }
        self.units = units
    }

    /// Whether rows of that period came.
    func has(_ unit: String, in period: String) -> Bool {
        units[period]?.contains(unit) ?? false
    }

    /// Whether rows came that name no period.
    func hasUndated(_ unit: String) -> Bool {
        units[""]?.contains(unit) ?? false
    }
}
