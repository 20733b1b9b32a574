import Plan
import Records

extension PreparedRecords {
    /// What the plan's rules over units and periods find, for every period whose window has begun: findings belong to the
    /// inbox, whichever periods a run computes.
    ///
    /// - Parameter records: those that were prepared.
    /// - Returns: in the order of rules, without ids.
    package func ruleFindings(records: AcceptedRecords, asOf: CalendarDate) -> [Finding] {
        let rules = plan.rules.filter(\.isOverUnits)
        guard !rules.isEmpty else { return [] }
        let variables = rules.reduce(into: Set<Int>()) { $0.formUnion(RuleNeeds($1, plan: plan).variables) }
        let periods = plan.periods.indices.filter { plan.periods[$0].start <= asOf }.map {
            PeriodValues(self, period: $0, variables: variables)
        }
        let places = RulePlaces(self, records)
        let figures = plan.lastYearFigures.map { ClosedFigure($0, plan: plan) }
        return rules.flatMap { rule in
            UnitRule(
                rule: rule,
                plan: plan,
                roster: roster,
                periods: periods,
                places: places,
                closed: closed,
                closedFigures: figures
            ).findings()
        }
    }
}

extension Rule {
    fileprivate var isOverUnits: Bool {
        if case .record = test { false } else { true }
    }
}

/// One rule over units, with what it reads: at most one finding a unit, code or column, and period.
///
/// Units are those present in the period. A unit without any row of the period has nothing that could be mended there: that its
/// report is missing is told elsewhere.
struct UnitRule {
    let rule: Rule
    let plan: Plan
    let roster: Roster
    /// In the plan's order.
    let periods: [PeriodValues]
    let places: RulePlaces
    let closed: ClosedFacts
    /// The figures of which a closed set tells 0 where a category had no row.
    let closedFigures: [ClosedFigure]

    func findings() -> [Finding] {
        switch rule.test {
        case .record: []
        case .unit(let tests): periods.flatMap { values in tests.flatMap { broken($0, in: values) } }
        case .falls(let columns): columns.flatMap { falls(of: $0) }
        case .turns(let columns): columns.flatMap { turns(of: $0) }
        case .lastYear(let test): periods.flatMap { differences(from: test, in: $0) }
        case .outlier(let test): periods.flatMap { values in test.columns.flatMap { outliers($0, test, in: values) } }
        }
    }

    /// `when` ... `require` over the facts of a period.
    private func broken(_ test: Rule.UnitTest, in values: PeriodValues) -> [Finding] {
        let evaluation = Evaluation(
            count: roster.count,
            column: { values.column($0) },
            textNumber: { values.texts.index(of: $0) }
        )
        let texts = ValueText(plan: plan, texts: values.texts)
        let types = plan.unitScope.types
        let subject = plan.subject(of: test)
        return evaluation.rows(breaking: test.check).filter { values.present[$0] }.compactMap { unit in
            finding(
                of: unit,
                in: values,
                subject: subject,
                name: test.each ?? "",
                arguments: test.values.map { variable in
                    variable.map { texts.words(values.column($0)[unit], types[$0]) } ?? test.each ?? ""
                },
                evidence: test.check.variables.map { texts.canonical(values.column($0)[unit], types[$0]) }
            )
        }
    }

    /// A finding about a fact's column, whose message names words and not variables.
    func finding(
        of unit: Int,
        in values: PeriodValues,
        column: Int,
        words: [RuleMessage.Word: String],
        evidence: [String]
    ) -> Finding? {
        guard let subject = plan.subject(ofColumn: column) else { return nil }
        var words = words
        words[.figure] = plan.factColumns[column].title
        words[.period] = values.period.name
        words[.value] = self.words(values, column, unit)
        return finding(
            of: unit,
            in: values,
            subject: subject,
            name: plan.factColumns[column].name,
            value: canonical(values, column, unit).isEmpty ? "" : words[.value],
            arguments: rule.message.names.map { name in RuleMessage.Word(rawValue: name).flatMap { words[$0] } ?? "" },
            evidence: [canonical(values, column, unit)] + evidence
        )
    }

    /// The value of a fact's column as people and as machines write it.
    func words(_ values: PeriodValues, _ column: Int, _ unit: Int) -> String {
        ValueText(plan: plan, texts: values.texts).words(values.column(column)[unit], plan.factColumns[column].type)
    }

    func canonical(_ values: PeriodValues, _ column: Int, _ unit: Int) -> String {
        ValueText(plan: plan, texts: values.texts).canonical(values.column(column)[unit], plan.factColumns[column].type)
    }

    /// - Parameters:
    ///   - name: tells the rule's findings of one unit and period apart.
    ///   - value: nil: that of the cell.
    private func finding(
        of unit: Int,
        in values: PeriodValues,
        subject: RuleSubject,
        name: String,
        value: String? = nil,
        arguments: [String],
        evidence: [String]
    ) -> Finding? {
        guard let place = places.place(of: unit, in: values.position, for: subject) else { return nil }
        var shown = value ?? ""
        if value == nil, place.isOfSubject, let field = subject.field {
            shown = places.words(row: place.row, field: field, dataSet: place.dataSet)
        }
        var finding = Finding(
            .V,
            rule: rule,
            dataSet: place.dataSet,
            file: place.source.file,
            line: place.source.line,
            column: place.column?.position,
            header: place.column?.header ?? "",
            unit: roster.codes[unit],
            period: values.period.id,
            value: shown,
            arguments: arguments
        )
        finding.evidence = evidence.joined(separator: "|")
        // The same for the same unit, period and figure, wherever in the files it stands.
        finding.record = [roster.codes[unit], values.period.id, name].joined(separator: "|")
        return finding
    }
}
