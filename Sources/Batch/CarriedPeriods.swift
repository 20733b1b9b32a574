import Plan

/// The periods of the published set that a run does not compute, and what became of them.
struct CarriedPeriods {
    /// Ids of those that were carried over as they stood, and their lines of the old manifest.
    var periods: [String] = []
    var records: [Manifest.Period] = []
    /// Ids of those that are computed anew, since somebody had changed a file of them.
    var computedAnew: Set<String> = []
    /// The files that somebody had changed.
    var tampered: [String] = []
}

/// Carries the published periods that were not asked for over into the staged set.
///
/// - Throws: `.output` where a changed period belongs to another plan and cannot be computed anew.
func carryOver(
    _ published: PublishedSet?,
    into staging: Staging,
    choice: PlanCatalog.Choice
) throws(BatchError) -> CarriedPeriods {
    var carried = CarriedPeriods()
    guard let published else { return carried }
    let chosen = Set(choice.periods.map(\.id))
    for record in published.manifest.periods where !chosen.contains(record.id) {
        let changed: [String]
        do throws(PublishingError) {
            changed = try staging.carryOver(period: record.id, of: published)
        } catch {
            throw BatchError(error)
        }
        if changed.isEmpty {
            carried.periods.append(record.id)
            carried.records.append(record)
            continue
        }
        carried.tampered += changed
        guard choice.entry.plan.period(id: record.id) != nil else {
            throw .output(
                "Tệp của kỳ \(record.id) đã bị sửa (\(changed.joined(separator: ", "))) và kỳ này thuộc kế hoạch khác: "
                    + "hãy chạy lại với --period \(record.id)."
            )
        }
        carried.computedAnew.insert(record.id)
    }
    return carried
}
