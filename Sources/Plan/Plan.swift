/// One year's official plan, as `templates/plan-<year>.xml` says it: everything that changes from year to year.
package struct Plan: Sendable {
    /// Who issued the plan, in whose name reports go out.
    package struct Head: Sendable {
        /// `UBND THÀNH PHỐ HẢI PHÒNG`
        package let superior: String
        /// `SỞ GIÁO DỤC VÀ ĐÀO TẠO`
        package let authority: String
        /// `Hải Phòng`
        package let place: String
        /// Number and date of the plan, such as `Kế hoạch của Sở Giáo dục và Đào tạo ngày 27/02/2026`.
        package let plan: String
        /// What the movement is called, the second line of the report's title.
        package let subject: String
        /// `Số:      /BC-SGDĐT`
        package let reportNumber: String
        /// To whom the report goes (`Kính gửi`), and who gets a copy (`Nơi nhận`).
        package let addressees: [String]
        package let recipients: [String]
        /// `NGƯỜI LẬP BIỂU`
        package let preparer: String
        /// The signer's titles, line by line; never a name.
        package let signer: [String]

        package init(
            superior: String,
            authority: String,
            place: String,
            plan: String,
            subject: String,
            reportNumber: String,
            addressees: [String],
            recipients: [String],
            preparer: String,
            signer: [String]
        ) {
            self.superior = superior
            self.authority = authority
            self.place = place
            self.plan = plan
            self.subject = subject
            self.reportNumber = reportNumber
            self.addressees = addressees
            self.recipients = recipients
            self.preparer = preparer
            self.signer = signer
        }
    }

    /// A day that the plan names, such as the recognition of 20/11; a dossier is in time strictly before it.
    package struct Milestone: Sendable {
        package let id: String
        package let name: String
        package let date: CalendarDate

        package init(id: String, name: String, date: CalendarDate) {
            self.id = id
            self.name = name
            self.date = date
        }
    }

    /// A section of the office that follows some kinds of units.
    package struct Department: Sendable {
        package let id: String
        package let name: String
        /// Positions in the code list of kinds.
        package let kinds: [Int]

        package init(id: String, name: String, kinds: [Int]) {
            self.id = id
            self.name = name
            self.kinds = kinds
        }
    }

    /// The levels that a kind of unit implies, as positions in the code list of levels.
    package struct Kind: Sendable {
        /// Empty where the roster must say them.
        package let levels: [Int]
        /// What a unit without levels counts as, where the roster must say them.
        package let levelsWhenMissing: [Int]

        package init(levels: [Int], levelsWhenMissing: [Int]) {
            self.levels = levels
            self.levelsWhenMissing = levelsWhenMissing
        }
    }

    /// IV.8: who is proposed for praise, and who is not to be, with every reason.
    package struct Commendation: Sendable {
        package struct Reason: Sendable {
            package let text: String
            /// Over `unitScope` and the assessments; the reason holds where it is known and true.
            package let condition: TypedExpression

            package init(text: String, condition: TypedExpression) {
                self.text = text
                self.condition = condition
            }
        }
        /// The code of the period in which it is judged.
        package let period: String
        package let against: [Reason]
        package let praise: TypedExpression

        package init(period: String, against: [Reason], praise: TypedExpression) {
            self.period = period
            self.against = against
            self.praise = praise
        }
    }

    package let year: Int
    package let head: Head
    package let milestones: [Milestone]
    package let periods: [Period]
    package let codeLists: [CodeList]
    /// Positions in `codeLists`.
    package let kindList: Int
    package let levelList: Int
    /// Whose codes are those of `Verdict`, in its order, for conditions over assessments.
    package let verdictList: Int
    /// By position in the code list of kinds.
    package let kinds: [Kind]
    package let dataSets: [DataSet]
    /// Position of the roster in `dataSets`.
    package let roster: Int
    package let facts: [FactDefinition]
    /// The matrix's columns: facts with their splits, in the plan's order.
    package let factColumns: [FactColumn]
    package let indicators: [IndicatorDefinition]
    package let departments: [Department]
    package let commendation: Commendation?
    /// The plan's own rules, in its order.
    package var rules: [Rule]
    /// Headers that are known to be of no use, and headers never to be loaded; folded.
    package let noiseHeaders: [String]
    package let personalHeaders: [String]
    /// What may stand in brackets behind a column's name and changes nothing of its meaning; folded. Words of any other kind
    /// may make a part of the figure of it, or another one.
    package let headerRemarks: [String]
    /// What conditions over a unit may name: the fact columns first, then the roster's fields, then the indicators (their assessments).
    package let unitScope: Scope

    /// The days of the plan year: from the first period's start to the last one's end.
    package var firstDay: CalendarDate { periods.map(\.start).min() ?? CalendarDate(days: 0) }
    package var lastDay: CalendarDate { periods.map(\.end).max() ?? CalendarDate(days: 0) }

    package func dataSet(named name: String) -> Int? {
        dataSets.firstIndex { $0.name == name }
    }

    package func period(id: String) -> Period? {
        periods.first { $0.id == id }
    }

    /// The scope of conditions over one record of a data set: its fields, in order.
    package func recordScope(of dataSet: Int) -> Scope {
        let fields = dataSets[dataSet].fields
        return Scope(names: fields.map(\.name), types: fields.map { ValueType($0.type) })
    }

    /// The scope of rules over one record of a data set: its fields, the fields of the roster (of its unit), the days of its
    /// period (`period_start`, `period_end`, `period_due`) and of the plan year (`year_start`, `year_end`), and the milestones
    /// (`milestone_cong_nhan_an_toan`). A field of the roster that has the name of one of the data set is called
    /// `roster.so_cbgvnv`.
    package func ruleScope(of dataSet: Int) -> Scope {
        Self.ruleScope(of: dataSets[dataSet], roster: dataSets[roster], milestones: milestones)
    }

    static func ruleScope(of dataSet: DataSet, roster: DataSet, milestones: [Milestone]) -> Scope {
        let own = dataSet.fields.map(\.name)
        let days =
            ["period_start", "period_end", "period_due", "year_start", "year_end"]
            + milestones.map { "milestone_" + $0.id.replacing("-", with: "_") }
        return Scope(
            names: own + roster.fields.map { own.contains($0.name) ? "roster.\($0.name)" : $0.name } + days,
            types: (dataSet.fields + roster.fields).map { ValueType($0.type) } + days.map { _ in .date }
        )
    }

    package init(
        year: Int,
        head: Head,
        milestones: [Milestone],
        periods: [Period],
        codeLists: [CodeList],
        kindList: Int,
        levelList: Int,
        verdictList: Int,
        kinds: [Kind],
        dataSets: [DataSet],
        roster: Int,
        facts: [FactDefinition],
        factColumns: [FactColumn],
        indicators: [IndicatorDefinition],
        departments: [Department],
        commendation: Commendation?,
        rules: [Rule] = [],
        noiseHeaders: [String],
        personalHeaders: [String],
        headerRemarks: [String] = [],
        unitScope: Scope
    ) {
        self.year = year
        self.head = head
        self.milestones = milestones
        self.periods = periods
        self.codeLists = codeLists
        self.kindList = kindList
        self.levelList = levelList
        self.verdictList = verdictList
        self.kinds = kinds
        self.dataSets = dataSets
        self.roster = roster
        self.facts = facts
        self.factColumns = factColumns
        self.indicators = indicators
        self.departments = departments
        self.commendation = commendation
        self.rules = rules
        self.noiseHeaders = noiseHeaders
        self.personalHeaders = personalHeaders
        self.headerRemarks = headerRemarks
        self.unitScope = unitScope
    }
}
