import Figures

/// What a run changes in a period.
package struct PeriodChanges: Sendable, Equatable {
    package enum Comparison: Sendable, Equatable {
        case done
        /// The published set has not the period.
        case newPeriod
        /// This file of the published set is not as it was published.
        case unreadable(path: String)
    }

    package struct Unit: Sendable, Equatable {
        package let code: String
        /// Empty where the set does not tell it.
        package let name: String

        package init(code: String, name: String) {
            self.code = code
            self.name = name
        }
    }

    /// One indicator over the whole city.
    package struct Figure: Sendable, Equatable {
        package let denominator: Int
        package let numerator: Int
        package let result: Tally.Result

        package init(denominator: Int, numerator: Int, result: Tally.Result) {
            self.denominator = denominator
            self.numerator = numerator
            self.result = result
        }
    }

    package struct FigureChange: Sendable, Equatable {
        /// Id of the indicator.
        package let indicator: String
        package let before: Figure
        package let now: Figure

        package init(indicator: String, before: Figure, now: Figure) {
            self.indicator = indicator
            self.before = before
            self.now = now
        }
    }

    package let id: String
    package var comparison = Comparison.done
    /// Units whose report counts now and did not.
    package var reported: [Unit] = []
    /// Those that have sent something anew, and had reported or have not yet.
    package var corrected: [Unit] = []
    /// Those whose facts changed though they sent nothing: a decision, the roster, the plan, a file that is gone.
    package var altered: [Unit] = []
    /// Those whose report does not count any more.
    package var withdrawn: [Unit] = []
    /// Units that are present in the period and were not, and the other way round.
    package var gained: [Unit] = []
    package var lost: [Unit] = []
    /// Of the city, in the order of figures.csv.
    package var figures: [FigureChange] = []
    /// How many other lines of figures.csv changed.
    package var otherFigures = 0

    package init(id: String, comparison: Comparison = .done) {
        self.id = id
        self.comparison = comparison
    }

    package var isNone: Bool { self == PeriodChanges(id: id) }

    /// - Parameter sent: nil where the published set does not tell what was sent before.
    /// - Throws: where facts.csv of the published set is of another shape.
    init(id: String, from before: PeriodFiles, to now: PeriodFiles, sent: SentAnew?) throws(ChangedFile) {
        self.id = id
        // A plan that was edited in between has other facts: those that both know are compared.
        let shared = now.columns.filter(Set(before.columns).contains)
        guard let old = before.units(columns: shared), let new = now.units(columns: shared) else {
            throw ChangedFile(path: "\(id)/facts.csv")
        }
        compareUnits(old, new, sent: sent)
        compareFigures(before, now)
    }

    private mutating func compareUnits(
        _ before: [String: PeriodFiles.Unit],
        _ now: [String: PeriodFiles.Unit],
        sent: SentAnew?
    ) {
        for (code, standing) in now.sorted(by: { precedes($0.key, $1.key) }) {
            let unit = Unit(code: code, name: standing.name)
            guard let old = before[code] else {
                gained.append(unit)
                if standing.isReported { reported.append(unit) }
                continue
            }
            let isAltered = old.facts != standing.facts
            let hasSent = sent.map { $0.has(code, in: id) || isAltered && $0.hasUndated(code) } ?? false
            switch (old.isReported, standing.isReported) {
            case (false, true): reported.append(unit)
            case (true, false): withdrawn.append(unit)
            default:
                if hasSent { corrected.append(unit) } else if isAltered { altered.append(unit) }
            }
        }
        lost = before.filter { now[$0.key] == nil }.sorted { precedes($0.key, $1.key) }
            .map { Unit(code: $0.key, name: $0.value.name) }
    }

    private mutating func compareFigures(_ before: PeriodFiles, _ now: PeriodFiles) {
        for (key, line) in now.figures.sorted(by: { precedes($0.key, $1.key) }) where before.figures[key] != line {
            if let indicator = line.cityIndicator, let figure = line.figure, let old = before.figures[key]?.figure,
                old != figure
            {
                figures.append(FigureChange(indicator: indicator, before: old, now: figure))
            } else {
                otherFigures += 1
            }
        }
        otherFigures += before.figures.keys.count { now.figures[$0] == nil }
    }
}
