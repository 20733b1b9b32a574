/// How one value per unit and period is computed.
package struct FactDefinition: Sendable {
    package enum Source: Sendable {
        /// The value of a field in the unit's report of the period.
        case value(dataSet: Int, field: Int)
        /// Counted or summed over a unit's rows of a data set.
        case aggregate(Aggregate)
        /// Known of the unit and its reports without any field.
        case envelope(Envelope)
        /// Computed from other facts and the roster's columns; its variables are those of `Plan.unitScope`.
        case expression(TypedExpression)
    }

    package struct Aggregate: Sendable, Equatable {
        package enum Function: Sendable, Equatable {
            case count
            /// The field is a variable of the data set's `factScope`, as the condition's are.
            case sum(field: Int)
            case countDistinct(field: Int)
            /// How many categories had a figure above 0 in the same period last year, as closed, and have no row now; 0 for a unit
            /// without any row. The field is one of `DataSet.lastYearFields`.
            case dropped(told: Int)
        }
        package let dataSet: Int
        package let function: Function
        /// Over `DataSet.factScope`; a row counts where it is known and true.
        package let condition: TypedExpression?
        package let span: Span

        package init(dataSet: Int, function: Function, condition: TypedExpression?, span: Span) {
            self.dataSet = dataSet
            self.function = function
            self.condition = condition
            self.span = span
        }
    }

    /// Which rows an aggregate runs over. Rows of a data set with a period column belong to their period; events to a window of days.
    package enum Span: Sendable, Equatable {
        /// The period's window, or the rows of the period.
        case window
        /// From the first day of the plan year to the end of the period's window.
        case yearToDate
        case planYear
        /// The rows of another period of the year, by its code.
        case period(code: String)
    }

    /// What is known of a unit and its reports, whatever this year's fields are called.
    package enum Envelope: String, Sendable, CaseIterable {
        /// Booleans, for the period.
        case expected, reported, onTime
        /// Counts over the plan's periods up to and including this one in which the unit was expected.
        case periodsExpected, periodsReported, periodsOnTime
    }

    package let name: String
    /// The heading that people read.
    package let title: String
    package let source: Source
    package let type: ValueType
    /// Each split gives one more fact a code (or a pair of codes) of the fields named, called `name.CODE`.
    package let splits: [[Int]]

    package init(name: String, title: String, source: Source, type: ValueType, splits: [[Int]] = []) {
        self.name = name
        self.title = title
        self.source = source
        self.type = type
        self.splits = splits
    }
}

/// One column of the matrix of facts: a fact, or one part of a split fact.
package struct FactColumn: Sendable {
    /// `so_vu_viec`, or `so_vu_viec.BLHD`.
    package let name: String
    package let title: String
    /// Position in `Plan.facts`.
    package let fact: Int
    /// Position in the fact's `splits`, and the codes of this part in the order of the split's fields; nil for the fact itself.
    package let part: Part?
    package let type: ValueType

    package struct Part: Sendable, Equatable {
        package let split: Int
        package let codes: [Int]

        package init(split: Int, codes: [Int]) {
            self.split = split
            self.codes = codes
        }
    }

    package init(name: String, title: String, fact: Int, part: Part?, type: ValueType) {
        self.name = name
        self.title = title
        self.fact = fact
        self.part = part
        self.type = type
    }
}
