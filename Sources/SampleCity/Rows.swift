/// One row of bao-cao: what a unit says about itself for a period.
struct Report: Hashable, Sendable {
    let unit: String
    let period: Period
    /// The date of sending, which decides which of two reports is newer.
    var sentOn: Day?

    var disseminated: Bool?
    var disseminatedOn: Day?
    var disseminatedHow: String?
    var planForm: PlanForm?
    var planNumber: String?
    var planDate: Day?
    var committeeRenewed: Bool?
    var committeeDecision: String?
    var contactNamed: Bool?
    var roundsDeclared: Int?
    var onlineLaunched: Bool?
    var onlineModels: Int?
    var safetyRegistered: Bool?
    var safetyRegisteredOn: Day?
    var selfAssessed: Bool?
    var safetyRating: Rating?
    var recognitionNumber: String?
    var exemplaryRegistered: Bool?
    var models: Int?
    var breakthrough: String?
    var exemplaryRecognised: Bool?
    var movementRating: Rating?
    var evidenceComplete: Bool?
    var inSchoolYearPlan: Bool?
    var cooperationRules: Bool?
    var pilotOfFestival: Bool?
    var selfChecked: Bool?
    var commitmentsSigned: Bool?
    var pupilsCommitted: Int?
    var pupilsAtRisk: Int?
    var trainingClasses: Int?
    var peopleTrained: Int?
    var cameras: Bool?
    var entryRules: Bool?
    var cooperationScheme: Bool?
    var fireScheme: Bool?
    var guardsOnDuty: Bool?
    var tipChannel: Bool?
    var tips: Int?
    var groupsCommended: Int?
    var personsCommended: Int?
    var safetyDossierOn: Day?
    var exemplaryDossierOn: Day?
    var difficulties: String?
    var proposals: String?
}

/// A row of a data set whose rows are events: dated, told apart by a key.
protocol EventRow: Hashable, Sendable {
    /// The date by which the row belongs to a period.
    var day: Day { get set }
    /// Tells the rows of one unit apart.
    var key: String { get }
    var pupils: Int? { get set }
}

/// One row of tuyen-truyen: an awareness session.
struct Session: EventRow {
    let unit: String
    var day: Day
    var topics: [Term]
    var form: Term
    var isThematic: Bool?
    var occasion: Term?
    var pupils: Int?
    var staff: Int?
    var parents: Int?
    var evidence: String?

    var key: String {
        "\(day.iso) \(topics.map(\.code).sorted().joined(separator: ";")) \(form.code)"
    }
}

/// One row of vu-viec: an incident, by the day on which it was received.
struct Incident: EventRow {
    let unit: String
    var number: String
    var happened: Day?
    var received: Day
    var category: Category?
    var status: Status?
    var handledOn: Day?
    var isTimely: Bool?
    var withPolice: Bool?
    /// Nil is read as no.
    var isProlonged: Bool?
    var pupils: Int?

    var key: String { number }

    var day: Day {
        get { received }
        set { received = newValue }
    }
}

/// One row of vi-pham: the violations of a category in a period's window, and in the same window last year.
struct Violation: Hashable, Sendable {
    let unit: String
    let period: Period
    var category: Category
    var cases: Int?
    var pupils: Int?
    var casesLastYear: Int?
    var pupilsLastYear: Int?
}
