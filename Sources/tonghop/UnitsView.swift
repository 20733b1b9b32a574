import Batch
import Intake

/// What became of each unit's rows of a bundle, by file: a line a file that holds rows of several units.
///
/// Units whose rows were not accepted are named, the first few.
func unitLines(_ result: IntakeResult) -> [Int: String] {
    var units: [Int: [FileOutcome: [String]]] = [:]
    for (unit, records) in result.unitRecords {
        for record in records where result.files[record.file].onlyUnit.isEmpty && !result.files[record.file].isSetAside
        {
            units[record.file, default: [:]][record.outcome, default: []].append(unit)
        }
    }
    return units.mapValues { byOutcome in
        let count = byOutcome.values.reduce(0) { $0 + $1.count }
        let parts = FileOutcome.allCases.compactMap { outcome -> String? in
            guard let units = byOutcome[outcome]?.sorted() else { return nil }
            let words = "\(units.count) \(outcome.words.lowercased())"
            guard outcome != .accepted else { return words }
            let rest = units.count > 5 ? ", ..." : ""
            return words + " (" + units.prefix(5).map(shown).joined(separator: ", ") + rest + ")"
        }
        return "  \(count) đơn vị: " + parts.joined(separator: "; ")
    }
}
