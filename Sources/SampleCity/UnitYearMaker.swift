/// Makes a unit's year: the truth, and the mailings that carry it.
struct UnitYearMaker {
    let options: Options

    func year(of unit: Unit, index: Int) -> UnitYear {
        let profile = Profile(of: unit, index: index, options: options)
        let sendings = profile.sendings
        let sessions = made(.sessions, index) {
            SessionMaker(unit: unit, diligence: profile.diligence, messy: options.messy).sessions(&$0)
        }
        let incidents = made(.incidents, index) {
            IncidentMaker(unit: unit, diligence: profile.diligence, messy: options.messy).incidents(&$0)
        }
        let violations = made(.violations, index) { ViolationMaker(unit: unit, incidents: incidents).violations(&$0) }
        let reports = made(.reports, index) {
            ReportMaker(unit: unit, diligence: profile.diligence, sessions: sessions, messy: options.messy)
                .reports(&$0)
        }

        let sentViolations = sendings.map { sending in
            violations.filter { sending.hasViolations && $0.period == sending.period }
        }
        let stories = Stories(
            reports: reportStories(reports, sendings, index),
            sessions: eventStories(sessions, sendings, .sessionMistakes, index) { .sessions($0) },
            incidents: eventStories(incidents, sendings, .incidentMistakes, index) { .incidents($0) },
            violations: violationStories(sentViolations, index)
        )
        var truth = UnitTruth(unit: unit.code)
        // An event that no sent period's window holds was never sent, so nobody can count it.
        truth.sessions = sessions.filter { row in sendings.contains { $0.period.window.contains(row.day) } }
        truth.incidents = incidents.filter { row in sendings.contains { $0.period.window.contains(row.day) } }
        truth.violations = sentViolations.flatMap { $0 }
        for (sending, story) in zip(sendings, stories.reports) {
            guard let story, case .reports(let rows) = story.settled, let row = rows.first else { continue }
            truth.reports.append(row)
            truth.firstSent[sending.period] = sending.sentOn
        }
        return UnitYear(
            index: index,
            unit: unit,
            truth: truth,
            mailings: MailingMaker(options: options, index: index).mailings(sendings, stories),
            decidedByPath: stories.decidedByPath
        )
    }

    private func made<Made>(_ purpose: Random.Purpose, _ index: Int, _ make: (inout Random) -> Made) -> Made {
        var random = Random(seed: options.seed, purpose, index)
        return make(&random)
    }

    private func reportStories(_ reports: [Report], _ sendings: [Profile.Sending], _ index: Int) -> [PartStory?] {
        sendings.map { sending in
            guard sending.hasReport, var report = reports.first(where: { $0.period == sending.period }) else {
                return nil
            }
            report.sentOn = sending.sentOn
            guard options.messy else { return PartStory(.reports([report])) }
            var random = Random(seed: options.seed, .reportMistakes, index, sending.period.stage)
            return ReportMistakes.story(report, sending, &random)
        }
    }

    private func eventStories<Row: MistakableRow>(
        _ rows: [Row],
        _ sendings: [Profile.Sending],
        _ purpose: Random.Purpose,
        _ index: Int,
        _ wrap: ([Row]) -> Rows
    ) -> [PartStory?] {
        let contents = sendings.map { sending in
            (period: sending.period, rows: rows.filter { sending.period.window.contains($0.day) })
        }
        var stories = contents.map { PartStory(wrap($0.rows)) }
        guard options.messy else { return stories }
        var random = Random(seed: options.seed, purpose, index)
        guard let mistake = EventMistakes(contents: contents).draw(&random) else { return stories }
        stories[mistake.sending].original = wrap(mistake.original)
        stories[mistake.sending].followUp = mistake.followUp.map(wrap)
        stories[mistake.sending].reason = mistake.reason
        stories[mistake.sending].isDecidedByPath = mistake.isDecidedByPath
        // What nobody has mended yet can only be resent as it was.
        if mistake.followUp == nil { stories[mistake.sending].settled = wrap(mistake.original) }
        return stories
    }

    private func violationStories(_ contents: [[Violation]], _ index: Int) -> [PartStory?] {
        var stories = contents.map { PartStory(.violations($0)) }
        if options.messy {
            var random = Random(seed: options.seed, .violationMistakes, index)
            stories = ViolationMistakes.stories(contents, &random)
        }
        // Without rows there is no file: a unit that forgets the form does not send an empty one.
        return zip(stories, contents).map { story, rows in rows.isEmpty ? nil : story }
    }
}

/// A unit's stories, a data set each, side by side with its sendings.
struct Stories {
    let reports: [PartStory?]
    let sessions: [PartStory?]
    let incidents: [PartStory?]
    let violations: [PartStory?]

    /// The parts of a sending.
    func parts(_ sending: Int) -> [PartStory] {
        [reports[sending], sessions[sending], incidents[sending], violations[sending]].compactMap { $0 }
    }

    var decidedByPath: Set<DataSet> {
        Set(
            [reports, sessions, incidents, violations].joined().compactMap { $0 }
                .filter(\.isDecidedByPath).map(\.original.dataSet)
        )
    }
}
