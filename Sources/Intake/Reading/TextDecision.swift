/// How a file's text was read and why: each reading that was tried, and what speaks for it.
package struct TextDecision: Sendable, Equatable {
    /// A reading that was tried.
    package struct Candidate: Sendable, Equatable {
        /// The encoding, or what was undone: `Windows-1258`, `UTF-8 đọc nhầm thành Windows-1252`.
        package let name: String
        /// Fields that the header names.
        package let fields: Int
        /// What was counted in the rows; nil where the header alone decided.
        let score: TextScore?
    }

    package var candidates: [Candidate] = []
    /// Position in `candidates`; nil where the text is refused, or was not read.
    package var chosen: Int?
    package var isRestored = false
    package var hasLostLetters = false

    package init() {}

    /// In Vietnamese, as the manifest and `check --verbose` show it; empty where no text was read.
    package var words: String {
        var parts = candidates.enumerated().map { index, candidate in
            var text = "\(candidate.name): \(candidate.fields) cột"
            if let score = candidate.score {
                text += ", \(score.choices) giá trị danh mục, \(score.syllables)/\(score.words) âm tiết"
            }
            return index == chosen && candidates.count > 1 ? text + " (chọn)" : text
        }
        if chosen == nil, !candidates.isEmpty { parts.append("không chọn") }
        if isRestored { parts.append("đã khôi phục chữ") }
        if hasLostLetters { parts.append("có chữ đã mất") }
        return parts.joined(separator: "; ")
    }
}
