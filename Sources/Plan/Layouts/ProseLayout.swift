/// A paragraph of the report in words: its sentences that hold, one after the other.
package struct ParagraphLayout: Sendable {
    /// A heading above it, such as `1. Công tác chỉ đạo`; empty: none.
    package let heading: String
    package let sentences: [SentenceLayout]

    package init(heading: String, sentences: [SentenceLayout]) {
        self.heading = heading
        self.sentences = sentences
    }
}

/// A sentence with places for figures, said where its condition is known and true.
package struct SentenceLayout: Sendable {
    /// Over `Plan.proseScope`; nil: always.
    package let condition: TypedExpression?
    /// The words before, between and after the places: one more than `places`.
    package let words: [String]
    package let places: [Place]

    package enum Place: Sendable {
        /// A number over `Plan.proseScope`, written the Vietnamese way.
        case number(TypedExpression)
        /// The same as percent with one decimal.
        case percent(TypedExpression)
        /// The first few units that miss the indicator at that position, by name, and the number of the rest.
        case misses(indicator: Int)
        case text(LayoutText.Place)
    }

    package init(condition: TypedExpression?, words: [String], places: [Place]) {
        self.condition = condition
        self.words = words
        self.places = places
    }
}
