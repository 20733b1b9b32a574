/// A list of codes that a choice is made from, such as the topics of IV.2 or the ratings.
package struct CodeList: Sendable {
    /// One code of a list, with the words that clerks write for it.
    package struct Code: Sendable, Equatable {
        /// What machine outputs show, such as `BLHD`.
        package let code: String
        /// What people read, in the plan's own words.
        package let name: String
        /// Other words for the same thing that are accepted.
        package let aliases: [String]

        package init(code: String, name: String, aliases: [String] = []) {
            self.code = code
            self.name = name
            self.aliases = aliases
        }
    }

    package let name: String
    /// In the plan's order; of an ordered list the lowest first.
    package let codes: [Code]
    /// Whether a value that is on no list is taken, as `other`, with a query (C14).
    package let isOpen: Bool
    /// Whether the codes compare by their rank.
    package let isOrdered: Bool
    /// The code that a value on no list counts as (`KHAC`); nil where the list is closed.
    package let other: Int?

    package init(name: String, codes: [Code], isOpen: Bool = false, isOrdered: Bool = false, other: Int? = nil) {
        self.name = name
        self.codes = codes
        self.isOpen = isOpen
        self.isOrdered = isOrdered
        self.other = other
    }

    /// The position of the code spelt exactly so.
    package func index(ofCode code: String) -> Int? {
        codes.firstIndex { $0.code == code }
    }
}
