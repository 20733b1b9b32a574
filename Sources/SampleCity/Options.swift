/// What a city is made from. The same options give the same bytes.
struct Options: Sendable {
    /// How the truth is spread over files.
    enum Layout: String, CaseIterable, Sendable {
        /// As schools send: each unit its own small files.
        case files
        /// As an export sends: one file a data set and period for the whole city.
        case bundles
    }

    var units: Int
    var seed: UInt64
    /// Nil: 114 communes, as the city has, or as many as there are units.
    var communes: Int?
    var layout = Layout.files
    var periods = Period.allCases
    /// Corrections, resubmissions and other people's spreadsheet habits.
    var messy = false
    /// Every unit writes in another style, and every style says the same.
    var styled = false
    /// A bundle is continued in the next file once it is larger than this.
    var bundleLimit = 140_000_000

    init(units: Int, seed: UInt64) {
        self.units = units
        self.seed = seed
    }

    var communeCount: Int { max(1, min(communes ?? 114, units)) }

    /// Whether the period's reports were asked for.
    func sends(_ period: Period) -> Bool { periods.contains(period) }

    /// The indices of the units of a commune: communes are consecutive blocks of the roster.
    func unitIndices(ofCommune index: Int) -> Range<Int> {
        (units * index / communeCount)..<(units * (index + 1) / communeCount)
    }
}
