/// Who has reported in a period, as the published set tells it.
package struct PeriodStatus: Sendable {
    /// How an expected unit stands.
    package enum Standing: Sendable, Equatable {
        case onTime, late, missing, notYetDue
    }

    package struct Unit: Sendable, Equatable {
        package let code: String
        /// Empty where the set does not tell it.
        package let name: String
        /// Code of its commune.
        package let commune: String
        package let standing: Standing
    }

    package struct Commune: Sendable, Equatable {
        package let code: String
        package let name: String
        package fileprivate(set) var expected = 0
        package fileprivate(set) var onTime = 0
        package fileprivate(set) var late = 0
        /// Without a report, due or not.
        package fileprivate(set) var without = 0
    }

    package let record: Manifest.Period
    /// The day (ISO) that its figures are of; older than the set where the period was carried over.
    package let asOf: String
    /// The expected units, in the order of their codes.
    package let units: [Unit]
    /// Those with an expected unit, in the order of their codes.
    package let communes: [Commune]

    /// Whether units without a report are missing, and not merely not yet due.
    package var isDue: Bool { record.missing > 0 || record.due.map { $0 <= asOf } ?? false }

    /// - Throws: where a file of the period is not as it was published.
    init(_ record: Manifest.Period, of set: PublishedSet) throws(ChangedFile) {
        self.record = record
        let names = try UnitNames(of: record.id, in: set)
        let ofPeriod = "\(record.id)/\(PeriodRecord.fileName)"
        asOf = set.lists(ofPeriod) ? ReadPeriodRecord(json: try set.read(ofPeriod))?.asOf ?? "" : set.manifest.asOf
        let isDue = record.missing > 0 || record.due.map { [asOf] in $0 <= asOf } ?? false
        var units: [Unit] = []
        var communes: [String: Commune] = [:]
        let path = "\(record.id)/facts.csv"
        let columns = ["unit", "commune", "expected", "reported", "on_time"]
        let isWhole = readCSV(try set.read(path), columns: columns) { row in
            guard row[2] == "true" else { return }
            let standing: Standing =
                switch (row[3] == "true", row[4] == "true") {
                case (true, true): .onTime
                case (true, false): .late
                case (false, _): isDue ? .missing : .notYetDue
                }
            units.append(Unit(code: row[0], name: names.units[row[0]] ?? "", commune: row[1], standing: standing))
            communes[row[1], default: Commune(code: row[1], name: names.communes[row[1]] ?? "")].count(standing)
        }
        guard isWhole else { throw ChangedFile(path: path) }
        self.units = units
        self.communes = communes.values.sorted { precedes($0.code, $1.code) }
    }
}

extension PeriodStatus.Commune {
    fileprivate mutating func count(_ standing: PeriodStatus.Standing) {
        expected += 1
        switch standing {
        case .onTime: onTime += 1
        case .late: late += 1
        case .missing, .notYetDue: without += 1
        }
    }
}

/// What units and communes of a period are called.
struct UnitNames {
    private(set) var units: [String: String] = [:]
    private(set) var communes: [String: String] = [:]

    /// Empty where the set is of a version that wrote no names.
    init(of period: String, in set: PublishedSet) throws(ChangedFile) {
        let path = "\(period)/\(unitsFileName)"
        guard set.lists(path) else { return }
        guard let names = UnitNames(try set.read(path)) else { throw ChangedFile(path: path) }
        self = names
    }

    /// Nil where the bytes are no units.csv.
    init?(_ bytes: [UInt8]) {
        var (units, communes) = ([String: String](), [String: String]())
        let isWhole = readCSV(bytes, columns: ["unit", "name", "commune", "commune_name"]) { row in
            units[row[0]] = row[1]
            communes[row[2]] = row[3]
        }
        guard isWhole else { return nil }
        (self.units, self.communes) = (units, communes)
    }
}
