/// One of the plan's own rules: what it demands, and what a finding about it says.
package struct Rule: Sendable {
    /// `V1`, `V2`, ...; stable, as the codes of generic findings are.
    package let code: String
    package let severity: Severity
    /// What it demands, in a few words, for lists and documents.
    package let title: String
    /// What is wrong, in the user's words.
    package let message: RuleMessage
    /// What to do about it.
    package let mend: String
    package let test: Test

    package enum Test: Sendable {
        /// Of every record of a data set.
        case record(RecordTest)
        /// Of every unit and period, over facts; one test, or one for each code of a list.
        case unit([UnitTest])
        /// Cumulative figures, as positions in `Plan.factColumns`, that must not fall between two periods of the year whose
        /// windows begin on the same day.
        case falls(columns: [Int])
        /// Facts that are yes or no, as positions in `Plan.factColumns`: a yes must not be a no in a later such period.
        case turns(columns: [Int])
        /// What a unit gives, against what was closed for last year's period.
        case lastYear(LastYearTest)
        case outlier(OutlierTest)
    }

    /// The words that the messages of a kind of test may name, beside its scope.
    package static func words(of test: Test) -> [RuleMessage.Word] {
        switch test {
        case .record, .unit: []
        case .falls, .turns: [.figure, .value, .period, .earlierValue, .earlierPeriod]
        case .lastYear: [.figure, .value, .period, .closedValue]
        case .outlier: [.figure, .value, .period, .usual, .usualValue]
        }
    }

    /// `when` ... `require`: a finding where the first holds and the second does not.
    package struct Check: Sendable {
        /// Nil: always.
        package let when: Condition?
        package let require: Condition

        package init(when: Condition?, require: Condition) {
            self.when = when
            self.require = require
        }
    }

    package struct Condition: Sendable {
        package let expression: TypedExpression
        package let missing: MissingValue

        package init(expression: TypedExpression, missing: MissingValue) {
            self.expression = expression
            self.missing = missing
        }
    }

    /// What it means where a missing value leaves a condition unknown.
    package enum MissingValue: String, Sendable, CaseIterable {
        /// There is nothing to say: no finding.
        case skip
        /// A missing value is what the rule is after: `when` holds all the same, `require` does not.
        case counts
    }

    package struct RecordTest: Sendable {
        /// Position in `Plan.dataSets`.
        package let dataSet: Int
        /// Its variables are those of `Plan.ruleScope(of:)`.
        package let check: Check
        /// The field that is to be mended: the finding stands in its column, with its value.
        package let field: Int?

        package init(dataSet: Int, check: Check, field: Int?) {
            self.dataSet = dataSet
            self.check = check
            self.field = field
        }
    }

    package struct UnitTest: Sendable {
        /// The name of the code that it is about, for `{loai}` in the message; nil where the rule is not one for each code.
        package let each: String?
        /// Its variables are those of `Plan.unitScope`.
        package let check: Check
        /// Variables of `Plan.unitScope` whose values the message names, place by place (`RuleMessage.names`); nil: the place of
        /// the code's name (`each`).
        package let values: [Int?]
        /// The data set and field in which the mend is to be made: the finding stands at the unit's row of the period there.
        package let dataSet: Int
        package let field: Int?

        package init(each: String?, check: Check, values: [Int?], dataSet: Int, field: Int?) {
            self.each = each
            self.check = check
            self.values = values
            self.dataSet = dataSet
            self.field = field
        }
    }

    package struct LastYearTest: Sendable {
        package enum Demand: String, Sendable, CaseIterable {
            /// Where both are there, the unit gives what was closed.
            case same
            /// What was closed above 0 is given this year too; asked where the unit gives at least one of the pairs' figures, since a
            /// unit that sent nothing has nothing to mend here. A given 0 of a count counts as not given.
            case given
        }
        package let pairs: [ClosedPair]
        package let demand: Demand

        package init(pairs: [ClosedPair], demand: Demand) {
            self.pairs = pairs
            self.demand = demand
        }
    }

    package struct ClosedPair: Sendable, Equatable {
        /// What the unit gives in this year's period (position in `Plan.factColumns`), and what was closed for last year's, by its
        /// column's name (last year's plan may have other columns).
        package let given: Int
        package let closed: String

        package init(given: Int, closed: String) {
            self.given = given
            self.closed = closed
        }
    }

    /// A figure that is far from what is usual: always a question, never an error.
    package struct OutlierTest: Sendable {
        /// Positions in `Plan.factColumns`.
        package let columns: [Int]
        /// So many times the unit's own figure of the period before (one whose window begins on the same day: a year is no oddity
        /// beside a quarter), or the median of its kind.
        package let ratio: Double
        /// The least robust z-score, 0.6745 (x - median) / MAD, that a figure must have within its kind beside the ratio.
        package let robustScore: Double
        /// Smaller figures are never outliers, and a kind with fewer units that give the figure has no median.
        package let leastValue: Double
        package let leastUnits: Int

        package init(columns: [Int], ratio: Double, robustScore: Double, leastValue: Double, leastUnits: Int) {
            self.columns = columns
            self.ratio = ratio
            self.robustScore = robustScore
            self.leastValue = leastValue
            self.leastUnits = leastUnits
        }
    }

    package init(code: String, severity: Severity, title: String, message: RuleMessage, mend: String, test: Test) {
        self.code = code
        self.severity = severity
        self.title = title
        self.message = message
        self.mend = mend
        self.test = test
    }
}

/// The text of a rule's message, with places for values: `Ngày xử lý ({ngay_xu_ly}) trước ngày tiếp nhận ({ngay_tiep_nhan}).`
package struct RuleMessage: Sendable, Equatable {
    /// The words before, between and after the places: one more than `names`.
    package let words: [String]
    /// What stands in each place: a name of the rule's scope, the list of `each`, or a `Word` that its kind of test gives.
    package let names: [String]

    /// What a message of `falls`, `turns`, `lastYear` and `outlier` may name: `{figure}`.
    package enum Word: String, Sendable, CaseIterable {
        /// The title of the fact's column, what the unit gives there, and the name of the period for which it does.
        case figure, value, period
        /// `falls` and `turns`: what it gave before, and for which period.
        case earlierValue = "earlier_value"
        case earlierPeriod = "earlier_period"
        /// `lastYear`: what was closed for last year's period.
        case closedValue = "closed_value"
        /// `outlier`: what it is far from (`kỳ trước của đơn vị`, `trung vị của loại hình`), and how much that is.
        case usual
        case usualValue = "usual_value"
    }

    package init(words: [String], names: [String]) {
        self.words = words
        self.names = names
    }

    /// The message with a value in each place.
    package func text(_ values: [String]) -> String {
        var text = words.first ?? ""
        for (position, word) in words.dropFirst().enumerated() {
            text += position < values.count ? values[position] : ""
            text += word
        }
        return text
    }
}
