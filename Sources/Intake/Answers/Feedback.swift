/// What came back in a feedback workbook: answers, and nothing else of it.
package struct Feedback: Sendable {
    /// One cell of `Giải trình` that says something.
    package struct Answer: Sendable {
        /// Row of the sheet, from 1.
        package let line: Int32
        /// The finding's id, as the workbook has it.
        package let finding: String
        package let text: String
    }

    /// The code of the unit that the workbook was made for, by its own word; empty where it names none of the roster.
    package let unit: String
    /// In the order of sheets and rows.
    package let answers: [Answer]
}
