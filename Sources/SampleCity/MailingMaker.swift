/// Turns a unit's stories into mailings, in the order of their nights.
struct MailingMaker {
    let options: Options
    let index: Int

    func mailings(_ sendings: [Profile.Sending], _ stories: Stories) -> [Mailing] {
        var mailings: [Mailing] = []
        for (number, sending) in sendings.enumerated() {
            var random = Random(seed: options.seed, .dates, index, sending.period.stage)
            let parts = stories.parts(number)
            mailings.append(original(sending, parts, &random))
            for part in parts {
                if let mailing = followUp(sending, part, &random) { mailings.append(mailing) }
            }
            if options.messy, let mailing = resend(sending, parts) { mailings.append(mailing) }
        }
        // Equal nights keep the order of making: the path says then what the night cannot.
        return mailings.enumerated().sorted { ($0.element.night, $0.offset) < ($1.element.night, $1.offset) }
            .map(\.element)
    }

    private func original(_ sending: Profile.Sending, _ parts: [PartStory], _ random: inout Random) -> Mailing {
        // Half of the units leave out the form on which they have nothing to say; the others send it empty.
        let leavesOutEmpty = random.chance(500)
        return Mailing(
            period: sending.period,
            reason: .original,
            sentOn: sending.sentOn,
            night: sending.night,
            isLate: sending.isLate,
            parts: parts.map(\.original).filter { !(leavesOutEmpty && $0.isEmpty) }
        )
    }

    private func followUp(_ sending: Profile.Sending, _ part: PartStory, _ random: inout Random) -> Mailing? {
        let delay = random.below(4)
        let overNight = random.chance(300) ? 1 : 0
        guard let rows = part.followUp else { return nil }
        let sentOn = part.followUpSentOn ?? sending.correctionsFrom.advanced(by: delay)
        return Mailing(
            period: sending.period,
            reason: part.reason,
            sentOn: sentOn,
            night: sentOn.advanced(by: overNight),
            isLate: sending.isLate,
            parts: [rows]
        )
    }

    /// Some send a file again: as it is, saved with other habits, or an old version after its correction.
    private func resend(_ sending: Profile.Sending, _ parts: [PartStory]) -> Mailing? {
        var random = Random(seed: options.seed, .resends, index, sending.period.stage)
        guard random.chance(180), !parts.isEmpty else { return nil }
        let part = random.pick(parts)
        guard part.mayResend else { return nil }
        let old = part.mayResendOriginal && random.chance(400)
        let sentOn = sending.correctionsFrom.advanced(by: random.int(5...7))
        var mailing = Mailing(
            period: sending.period,
            reason: .again,
            sentOn: sentOn,
            night: sentOn,
            isLate: sending.isLate,
            parts: [old ? part.original : part.settled]
        )
        if random.chance(700) { mailing.habit = 1 + sending.period.stage }
        return mailing
    }
}

extension Rows {
    var isEmpty: Bool {
        switch self {
        case .reports(let rows): rows.isEmpty
        case .sessions(let rows): rows.isEmpty
        case .incidents(let rows): rows.isEmpty
        case .violations(let rows): rows.isEmpty
        }
    }
}
