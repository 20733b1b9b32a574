import Intake
import Ledger
import Records
import Workbooks

/// The office's decisions, as workbook and ledger have them.
extension RunIntake {
    var decisions: [DecisionRow] {
        result.decisions.map(DecisionRow.init)
    }

    var appliedDecisions: [Ledger.Decision] {
        result.decisions.filter(\.isApplied).map { Ledger.Decision($0.decision) }
    }
}

extension DecisionRow {
    fileprivate init(_ record: DecisionRecord) {
        let decision = record.decision
        switch decision.matter {
        case .setAside(let file):
            self.init(
                line: Int(decision.line),
                kind: "Bỏ tệp",
                file: [file.path, file.sha256].filter { !$0.isEmpty }.joined(separator: "\n"),
                decidedBy: decision.decidedBy,
                decidedOn: decision.decidedOn,
                reason: decision.reason,
                obstacle: record.obstacle
            )
        case .correct(let cell):
            self.init(
                line: Int(decision.line),
                kind: "Sửa ô",
                unit: cell.unit,
                dataSet: cell.dataSet,
                key: PersonalNumbers.masked(cell.key),
                column: cell.field,
                oldValue: cell.oldValue,
                newValue: cell.newValue,
                decidedBy: decision.decidedBy,
                decidedOn: decision.decidedOn,
                reason: decision.reason,
                obstacle: record.obstacle
            )
        }
    }
}

extension Ledger.Decision {
    fileprivate init(_ decision: Decision) {
        let (kind, subject): (String, [String]) =
            switch decision.matter {
            case .setAside(let file): ("bo-tep", [file.path, file.sha256])
            case .correct(let cell):
                ("sua-o", [cell.unit, cell.dataSet, cell.key, cell.field, cell.oldValue + " -> " + cell.newValue])
            }
        self.init(
            kind: kind,
            subject: subject.filter { !$0.isEmpty }.joined(separator: "; "),
            decidedBy: decision.decidedBy,
            decidedOn: decision.decidedOn,
            reason: decision.reason
        )
    }
}
