// P4: what came after a period was closed. It changes nothing of the closed period; each fact that would now be another is told.

import Figures
import Intake
import Plan
import Records

/// Finds, for each closed period of the year, the units' facts that the inbox would now make others of.
struct LateChanges {
    let closed: ClosedYear
    let prepared: PreparedRecords
    let intake: RunIntake

    private var plan: Plan { prepared.plan }

    /// One finding a unit and closed period, in the order of periods and units; without ids.
    func findings() throws(BatchError) -> [Finding] {
        let places = RulePlaces(prepared, intake.result.records)
        var findings: [Finding] = []
        for period in closed.periods {
            for figures in try computeFigures(of: [plan.periods[period.position]], prepared: prepared) {
                let changes: [CellChange]
                do throws(UnreadableCSV) {
                    let now = factsCSV(of: figures, plan: plan, roster: intake.roster)
                    changes = try cellChanges(from: period.facts, to: now, keyCount: 2)
                } catch {
                    throw .output(ClosedArchive.damage("facts.csv không đọc được", period.issue))
                }
                for (unit, changes) in byUnit(changes) {
                    findings.append(finding(changes, unit: unit, in: period.position, places))
                }
            }
        }
        return findings
    }

    /// The changes of each unit's facts, in the order of units and columns.
    private func byUnit(_ changes: [CellChange]) -> [(unit: Int, changes: [Change])] {
        let columns = Dictionary(plan.factColumns.enumerated().map { ($1.name, $0) }) { first, _ in first }
        var found: [(unit: Int, changes: [Change])] = []
        for change in changes {
            // A unit that is no longer in the roster has no facts that could differ.
            guard let now = change.now, let column = columns[change.column],
                let unit = intake.roster.unit(code: change.key[1])
            else { continue }
            // One that was not in it then had none: what it gives now is told, and not that it gives nothing.
            if change.was == nil, ["", "0", "false"].contains(now) { continue }
            if found.last?.unit != unit { found.append((unit, [])) }
            found[found.count - 1].changes.append(Change(column: column, was: change.was ?? "", now: now))
        }
        return found
    }

    private struct Change {
        let column: Int
        let was: String
        let now: String
    }

    private func finding(_ changes: [Change], unit: Int, in period: Int, _ places: RulePlaces) -> Finding {
        // A fact as a whole tells more than its parts, which differ with it.
        let whole = changes.filter { plan.factColumns[$0.column].part == nil }
        let told = whole.isEmpty ? changes : whole
        let column = told[0].column
        let place = plan.subject(ofColumn: column).flatMap { places.place(of: unit, in: period, for: $0) }
        let code = intake.roster.codes[unit]
        let rest = told.count - 3
        var finding = Finding(
            .P4,
            dataSet: place?.dataSet,
            file: place?.source.file ?? anyFile(of: code),
            line: place?.source.line ?? 0,
            column: place?.column?.position,
            header: place?.column?.header ?? "",
            unit: code,
            period: plan.periods[period].id,
            value: words(told[0].now, column),
            arguments: [
                told.prefix(3).map(words).joined(separator: "; ")
                    + (rest > 0 ? "; và \(vietnamese(rest)) số liệu khác" : "")
            ]
        )
        finding.record = [code, plan.periods[period].id].joined(separator: "|")
        finding.evidence = changes.map { "\(plan.factColumns[$0.column].name)=\($0.was)>\($0.now)" }.joined(
            separator: "|"
        )
        return finding
    }

    /// Where the unit has no row of the period: the last file that holds any of it, else the roster.
    private func anyFile(of unit: String) -> Int32 {
        if let file = intake.result.unitRecords[unit]?.last?.file { return Int32(file) }
        return Int32(intake.result.files.firstIndex { $0.role == .roster } ?? 0)
    }

    private func words(_ change: Change) -> String {
        "\(plan.factColumns[change.column].title): đã chốt \(words(change.was, change.column)), nay \(words(change.now, change.column))"
    }

    private func words(_ cell: String, _ column: Int) -> String {
        plan.words(ofFact: cell, plan.factColumns[column].type)
    }
}

extension Plan {
    /// A cell of `facts.csv` as people write it.
    func words(ofFact cell: String, _ type: ValueType) -> String {
        if cell.isEmpty { return ValueText.missingWord }
        switch type {
        case .number: return Int(cell).map { vietnamese($0) } ?? cell.replacing(".", with: ",")
        case .boolean: return cell == "true" ? "Có" : "Không"
        case .date: return CalendarDate(iso: cell)?.vietnamese ?? cell
        case .choice(let list), .choices(let list):
            return cell.split(separator: ";").map { code in
                codeLists[list].codes.first { $0.code == code }?.name ?? String(code)
            }.joined(separator: "; ")
        case .text: return cell.count > 80 ? "\(cell.prefix(80))..." : cell
        }
    }
}
