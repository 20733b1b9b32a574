/// How a unit behaves over the year: its diligence, and which periods it sends, when and how completely.
struct Profile {
    enum Diligence: Sendable {
        case exemplary, usual, slack
    }

    /// A unit's sending for one period.
    struct Sending: Sendable {
        let period: Period
        /// The date that the report gives as the day of sending.
        let sentOn: Day
        /// The night on which the files were first there.
        let night: Day
        let isLate: Bool
        /// False where a unit sends its events but no report: it forgot, or it had closed by the window's end.
        var hasReport: Bool
        var hasViolations: Bool

        /// A bundle of late units is collected this long after the due date.
        static let lateCollection = 9

        /// No correction is older than this day, so that it never overtakes the bundle with what it corrects.
        var correctionsFrom: Day {
            isLate ? period.due.advanced(by: Sending.lateCollection + 2) : sentOn.advanced(by: 2)
        }
    }

    let diligence: Diligence
    let sendings: [Sending]

    init(of unit: Unit, index: Int, options: Options) {
        var random = Random(seed: options.seed, .profile, index)
        let diligence: Diligence = [.exemplary, .usual, .slack][random.weighted([350, 540, 110])]
        self.diligence = diligence
        sendings = Period.allCases.compactMap { period in
            // Drawn for each period, asked for or not, so that a period's files do not depend on the others.
            let sending = Self.sending(of: unit, for: period, diligence, &random)
            return options.sends(period) ? sending : nil
        }
    }

    private static func sending(
        of unit: Unit,
        for period: Period,
        _ diligence: Diligence,
        _ random: inout Random
    ) -> Sending? {
        let (missed, late) =
            switch diligence {
            case .exemplary: (2, 8)
            case .usual: (15, 50)
            case .slack: (130, 180)
            }
        let isMissed = random.chance(missed)
        let isLate = random.chance(late)
        let delay = random.int(isLate ? 0...(Sending.lateCollection - 1) : -2 ... -1)
        let sentOn = period.due.advanced(by: delay)
        let night = sentOn.advanced(by: random.chance(300) ? 1 : 0)
        let forgetsReport = random.chance(8)
        let forgetsViolations = random.chance(12)

        let isExpected = unit.isActive(on: period.window.upperBound)
        // A unit that closed has its last figures sent with the period of its last day, and then nothing more.
        let closesHere = unit.closed.map { Self.firstPeriod(with: $0.advanced(by: -1)) == period } ?? false
        guard isExpected || closesHere, !isMissed else { return nil }
        return Sending(
            period: period,
            sentOn: sentOn,
            night: night,
            isLate: isLate,
            hasReport: isExpected && !forgetsReport,
            hasViolations: !forgetsViolations
        )
    }

    private static func firstPeriod(with day: Day) -> Period? {
        Period.allCases.first { $0.window.contains(day) }
    }
}
