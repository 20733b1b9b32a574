/// The four reporting periods of the plan year 2026 (15/12/2025 - 14/12/2026), in the order of their due dates.
enum Period: String, CaseIterable, Comparable, Sendable {
    case Q1, H1, Q3, Y

    static let year = 2026
    static let planYear = Day(2025, 12, 15)...Day(2026, 12, 14)

    /// The identifier in outputs and folders.
    var id: String { "\(Self.year)-\(rawValue)" }

    /// The name that a clerk writes instead of the code.
    var name: String {
        switch self {
        case .Q1: "Báo cáo quý I"
        case .H1: "Báo cáo sơ kết 06 tháng"
        case .Q3: "Báo cáo quý III"
        case .Y: "Báo cáo tổng kết năm"
        }
    }

    /// The days whose events belong to the period.
    var window: ClosedRange<Day> {
        switch self {
        case .Q1: Day(2025, 12, 15)...Day(2026, 3, 14)
        case .H1: Day(2025, 12, 15)...Day(2026, 6, 14)
        case .Q3: Day(2026, 6, 15)...Day(2026, 9, 14)
        case .Y: Self.planYear
        }
    }

    /// The first day on which a report is late.
    var due: Day { window.upperBound.advanced(by: 2) }

    /// The quarters of the plan year (0...3) that its window is made of.
    var quarters: ClosedRange<Int> {
        switch self {
        case .Q1: 0...0
        case .H1: 0...1
        case .Q3: 2...2
        case .Y: 0...3
        }
    }

    /// How many quarters of the year are over when the period ends.
    var stage: Int { quarters.upperBound }

    static func < (left: Period, right: Period) -> Bool {
        left.stage < right.stage
    }

    /// The days of a quarter of the plan year.
    static func quarter(_ number: Int) -> ClosedRange<Day> {
        switch number {
        case 0: Day(2025, 12, 15)...Day(2026, 3, 14)
        case 1: Day(2026, 3, 15)...Day(2026, 6, 14)
        case 2: Day(2026, 6, 15)...Day(2026, 9, 14)
        default: Day(2026, 9, 15)...Day(2026, 12, 14)
        }
    }
}
