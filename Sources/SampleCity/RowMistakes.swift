/// What goes wrong with reports: the row of a period is sent twice, and the date of sending decides.
enum ReportMistakes {
    /// The story of a period's report. `right` is the report with its first date of sending.
    static func story(_ right: Report, _ sending: Profile.Sending, _ random: inout Random) -> PartStory {
        var story = PartStory(.reports([right]))
        guard random.chance(110) else { return story }
        let wrong = mistaken(right, &random)
        switch random.below(5) {
        case 0:
            // The same date of sending on both: only the path, or the receipt, tells which is newer.
            story.original = .reports([wrong])
            story.followUp = .reports([right])
            story.isDecidedByPath = true
        case 1:
            // A copy without a date of sending comes later and loses: no date is older than any.
            var undated = wrong
            undated.sentOn = nil
            story.followUp = .reports([undated])
        default:
            // A later date of sending wins, in whatever order the files lie.
            var corrected = right
            let sentOn = sending.correctionsFrom.advanced(by: random.below(4))
            corrected.sentOn = sentOn
            story.original = .reports([wrong])
            story.followUp = .reports([corrected])
            story.settled = story.followUp ?? story.original
            story.followUpSentOn = sentOn
        }
        return story
    }

    private static func mistaken(_ report: Report, _ random: inout Random) -> Report {
        var wrong = report
        switch random.below(5) {
        case 0: wrong.disseminated = !(report.disseminated ?? false)
        case 1: wrong.contactNamed = report.contactNamed == true ? nil : true
        case 2: wrong.onlineModels = (report.onlineModels ?? 0) == 0 ? 2 : 0
        case 3: wrong.planForm = report.planForm == PlanForm.none ? .own : PlanForm.none
        default: wrong.movementRating = report.movementRating == .weak ? .good : .weak
        }
        wrong.pupilsAtRisk = (report.pupilsAtRisk ?? 0) + random.int(1...5)
        return wrong
    }
}

/// What goes wrong with violation counts: one mistake a unit and year.
enum ViolationMistakes {
    /// The stories of a unit's sendings, from their true rows. Rows may wander: a wrong category of one period is mended
    /// by the next period's file, which then repeats the earlier period whole.
    static func stories(_ contents: [[Violation]], _ random: inout Random) -> [PartStory] {
        var stories = contents.map { PartStory(.violations($0)) }
        guard random.chance(300), !contents.isEmpty else { return stories }
        let sending = random.below(contents.count)
        let rows = contents[sending]
        switch random.below(3) {
        case 0 where !rows.isEmpty:
            // Other counts under the same category: by path alone, or the receipt.
            var wrong = rows
            let index = random.below(rows.count)
            wrong[index].cases = (rows[index].cases ?? 0) + random.int(1...4)
            stories[sending].original = .violations(wrong)
            stories[sending].followUp = .violations(rows)
            stories[sending].isDecidedByPath = true
        case 1 where rows.count >= 2:
            // A category forgotten, sent alone later: a supplement, for it repeats nothing.
            let index = random.below(rows.count)
            stories[sending].original = .violations(rows.enumerated().filter { $0.offset != index }.map(\.element))
            stories[sending].followUp = .violations([rows[index]])
            stories[sending].reason = .supplement
        default:
            mendInNextPeriod(&stories, contents, sending, &random)
        }
        return stories
    }

    /// A wrong category goes away when a file that is newer by more than its path repeats the other categories. Within
    /// one period only the later window's end can say so, so the file is the next period's, with both periods in it.
    private static func mendInNextPeriod(
        _ stories: inout [PartStory],
        _ contents: [[Violation]],
        _ sending: Int,
        _ random: inout Random
    ) {
        let rows = contents[sending]
        guard rows.count >= 2, let next = contents[(sending + 1)...].firstIndex(where: { !$0.isEmpty }) else { return }
        let unused = Category.allCases.filter { category in !rows.contains { $0.category == category } }
        guard !unused.isEmpty else { return }
        var wrong = rows
        wrong[random.below(rows.count)].category = random.pick(unused)
        stories[sending].original = .violations(wrong)
        // Resent, it is still wrong: the unit has not seen its mistake yet.
        stories[sending].settled = .violations(wrong)
        stories[next] = PartStory(.violations(rows + contents[next]))
    }
}
