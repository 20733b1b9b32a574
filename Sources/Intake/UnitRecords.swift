import Plan
import Records

/// A unit's rows in one file, and what became of them: of a bundle every unit has its own outcome (spec 2).
package struct UnitRecord: Sendable, Equatable {
    /// Position in `IntakeResult.files`.
    package let file: Int
    /// Of rows whose unit code could be read.
    package internal(set) var rows = RowBalance()
    /// The newest receipt among the unit's submissions in the file: the day on which the last of its rows was first seen; nil
    /// where none was taken.
    package internal(set) var newestReceipt: CalendarDate?
    /// From these rows and the findings that name the unit; of a file that holds rows of no other unit the file's own.
    package internal(set) var outcome = FileOutcome.accepted

    init(file: Int) {
        self.file = file
    }
}

/// Gathers the units' records while rows are read and merged.
struct UnitRecords {
    private var records: [UnitRecord] = []
    /// By record: position in the roster.
    private var units: [Int32] = []
    private var positions: [Place: Int] = [:]
    private var last: (place: Place, position: Int)?

    private struct Place: Hashable {
        let file: Int
        let unit: Int32
    }

    /// - Parameter readings: whose rows that were left out, and whose answers, are known already.
    init(_ readings: [FileReading], context: ReadingContext) {
        for (file, reading) in readings.enumerated() {
            if let unit = reading.feedback.flatMap({ context.roster.unit(code: $0.unit) }) {
                _ = position(Place(file: file, unit: Int32(unit)))
            }
            guard reading.role == .inbox, let dataSet = reading.dataSet,
                context.plan.dataSets[dataSet].unitOfRoster != nil
            else { continue }
            for (unit, count) in reading.unitsLeftOut {
                let position = position(Place(file: file, unit: unit))
                records[position].rows.read += count
                records[position].rows.leftOut += count
            }
        }
    }

    /// A row that was taken.
    mutating func add(_ fate: RowFate, file: Int, unit: Int32) {
        let position = position(Place(file: file, unit: unit))
        records[position].rows.read += 1
        records[position].rows.add(fate)
    }

    mutating func add(_ receipt: Receipt, file: Int, unit: Int32) {
        let position = position(Place(file: file, unit: unit))
        records[position].newestReceipt = max(records[position].newestReceipt ?? receipt.date, receipt.date)
    }

    /// By the unit's code, each in the order of files.
    func byUnit(_ roster: Roster) -> [String: [UnitRecord]] {
        var result: [String: [UnitRecord]] = [:]
        for position in records.indices.sorted(by: { records[$0].file < records[$1].file }) {
            result[roster.codes[Int(units[position])], default: []].append(records[position])
        }
        return result
    }

    /// By file: the code of the only unit in it; empty where there are several, or none.
    func onlyUnits(_ roster: Roster, fileCount: Int) -> [String] {
        var counts = [Int](repeating: 0, count: fileCount)
        for record in records { counts[record.file] += 1 }
        var codes = [String](repeating: "", count: fileCount)
        for (record, unit) in zip(records, units) where counts[record.file] == 1 {
            codes[record.file] = roster.codes[Int(unit)]
        }
        return codes
    }

    private mutating func position(_ place: Place) -> Int {
        // A unit's rows mostly stand side by side.
        if let last, last.place == place { return last.position }
        let position = positions[place] ?? records.count
        if position == records.count {
            positions[place] = position
            records.append(UnitRecord(file: place.file))
            units.append(place.unit)
        }
        last = (place, position)
        return position
    }
}
