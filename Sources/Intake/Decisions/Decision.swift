import Plan
import Records

/// One thing that the office decided: who, when and why, and what.
package struct Decision: Sendable, Equatable {
    package enum Matter: Sendable, Equatable {
        case setAside(SettingAside)
        case correct(Correction)
    }

    /// A file of the inbox that is not to count. Where both are given, both must fit.
    package struct SettingAside: Sendable, Equatable {
        /// Path below the inbox as it is shown, of a workbook with or without `!` and the sheet; empty: any path.
        package let path: String
        /// Of the file's bytes, 64 lower-case hexadecimal digits; empty: any content.
        package let sha256: String
    }

    /// One cell of a row that counts, all as the office wrote it.
    package struct Correction: Sendable, Equatable {
        package let unit: String
        package let dataSet: String
        /// The key's cells joined by `|`, with the unit's code in front or without it.
        package let key: String
        package let field: String
        package let oldValue: String
        package let newValue: String
    }

    /// Line of the decisions' file, from 1.
    package let line: Int32
    package let matter: Matter
    package let decidedBy: String
    package let decidedOn: CalendarDate
    package let reason: String
}

/// A decision, and what became of it in this run.
package struct DecisionRecord: Sendable, Equatable {
    package let decision: Decision
    /// Why it is not applied, in Vietnamese; nil where it is.
    package let obstacle: String?

    package var isApplied: Bool { obstacle == nil }
}

/// The office's file of decisions, read.
package struct DecisionList: Sendable {
    package let file: InboxFile
    package let encoding: String
    package let delimiter: String
    /// In the order of lines.
    package let decisions: [Decision]
}

/// A line of the decisions' file that does not say what it must.
package struct DecisionFault: Sendable, Equatable {
    /// From 1; 0: the file as a whole.
    package let line: Int
    /// What is wrong and what to write instead, in Vietnamese.
    package let reason: String
}

extension DecisionList {
    /// What became of each decision.
    ///
    /// - Parameter obstacles: by position; those without one were applied.
    func records(_ obstacles: [Int: String]) -> [DecisionRecord] {
        decisions.enumerated().map { position, decision in
            DecisionRecord(decision: decision, obstacle: obstacles[position])
        }
    }
}

extension DecisionRecord {
    /// O2, at its line of the decisions' file.
    var finding: Finding? {
        guard let obstacle else { return nil }
        let what =
            switch decision.matter {
            case .setAside(let file): "bỏ tệp \(file.path.isEmpty ? file.sha256 : file.path)"
            case .correct(let cell):
                "sửa ô “\(cell.field)” của \(cell.unit), \(cell.dataSet), " + PersonalNumbers.masked(cell.key)
            }
        return Finding(.O2, file: 0, line: decision.line, arguments: [what, obstacle])
    }
}

extension FileReading {
    /// The decisions' own file, among the inputs.
    init(_ decisions: DecisionList) {
        self.init(file: decisions.file)
        role = .decisions
        encoding = decisions.encoding
        delimiter = decisions.delimiter
    }
}
