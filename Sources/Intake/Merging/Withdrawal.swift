import Plan
import Records

extension DataSetMerge {
    /// One file's records of the unit (of a data set with periods: of one period).
    private struct Holding {
        let file: Int32
        let receipt: Int32
        let newestEvent: Int32
        let canWithdraw: Bool
        /// Positions of records, ascending, with the date that decides whether a newer file reaches it (`Int32.min` without dates).
        var records: [(record: Int, date: Int32)]
    }

    /// Records that a newer file leaves out although it repeats at least half of what an older file holds up to the newer
    /// file's last event date (K4): position of the record, and the newer file.
    func withdraw(_ records: [[Int]]) -> [(record: Int, newer: Int32)] {
        // Of the schools' own data sets: what the office writes of its tasks (V.1, V.2) adds up.
        guard input.eventField != nil || !input.innerKey.isEmpty,
            input.dataSet.fields[input.unitField].type == .code
        else { return [] }
        var withdrawn: [Int: Int32] = [:]
        for period in Set(records.compactMap { $0.first.map { periods[$0] } }) {
            let holdings = holdings(records, period: period)
            guard holdings.count > 1 else { continue }
            let places = Dictionary(uniqueKeysWithValues: holdings.enumerated().map { ($1.file, $0) })
            for older in holdings {
                // Only a record whose newest row is of this file can be withdrawn from it.
                func isOwn(_ record: Int) -> Bool { records[record].first.map { orders[$0].file } == older.file }
                guard older.records.contains(where: { isOwn($0.record) }) else { continue }
                for newer in repeating(older, records, period: period, among: holdings, places) {
                    for record in recordsLeftOut(of: older, by: newer) where isOwn(record) && withdrawn[record] == nil {
                        withdrawn[record] = newer.file
                    }
                }
            }
        }
        return withdrawn.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// The newer files that hold a record of this one, the newest first: no other can be a re-export of it, and a school may have
    /// thousands of files.
    private func repeating(
        _ older: Holding,
        _ records: [[Int]],
        period: Int32,
        among holdings: [Holding],
        _ places: [Int32: Int]
    ) -> [Holding] {
        var found: Set<Int> = []
        for (record, _) in older.records {
            for row in records[record] where periods[row] == period {
                guard let place = places[orders[row].file] else { continue }
                let newer = holdings[place]
                if newer.canWithdraw, (older.receipt, older.newestEvent) < (newer.receipt, newer.newestEvent) {
                    found.insert(place)
                }
            }
        }
        return found.sorted().map { holdings[$0] }
    }

    /// What the newer file withdraws of the older one: nothing unless it is a re-export of it.
    private func recordsLeftOut(of older: Holding, by newer: Holding) -> [Int] {
        let limit = input.eventField == nil ? Int32.max : newer.newestEvent
        var repeated = 0
        var others: [Int] = []
        var next = 0
        for (record, date) in older.records where date <= limit {
            while next < newer.records.count, newer.records[next].record < record { next += 1 }
            if next < newer.records.count, newer.records[next].record == record {
                repeated += 1
            } else {
                others.append(record)
            }
        }
        return repeated >= 1 && repeated >= others.count ? others : []
    }

    /// By file, newest first, so that a withdrawal names the newest file that says so.
    private func holdings(_ records: [[Int]], period: Int32) -> [Holding] {
        var positions: [Int32: Int] = [:]
        var holdings: [Holding] = []
        for (record, rows) in records.enumerated() {
            for row in rows where periods[row] == period {
                let order = orders[row]
                let date = input.eventField.map { input.table.columns[$0][row] } ?? .min
                guard let position = positions[order.file] else {
                    positions[order.file] = holdings.count
                    holdings.append(
                        Holding(
                            file: order.file,
                            receipt: order.receipt,
                            newestEvent: order.newestEvent,
                            canWithdraw: canWithdraw(order.file, unitOf: row),
                            records: [(record, date)]
                        )
                    )
                    continue
                }
                // A record twice in one file: its newest row, which comes first, speaks for it.
                if holdings[position].records.last?.record != record {
                    holdings[position].records.append((record, date))
                }
            }
        }
        return holdings.sorted {
            ($1.receipt, $1.newestEvent, $1.file) < ($0.receipt, $0.newestEvent, $0.file)
        }
    }

    private func canWithdraw(_ file: Int32, unitOf row: Int) -> Bool {
        let source = input.files[Int(file)]
        return !source.withdrawsNothing && source.unitsLeftOut[input.table.columns[input.unitField][row]] == nil
    }

    /// K4: the record's newest row, which would have counted, does not.
    mutating func markWithdrawn(_ record: [Int], by newer: Int32) {
        guard let row = record.first else { return }
        result.fates[row] = .withdrawn
        for copy in record { result.isPast[copy] = true }
        var finding = finding(.K4, row: row, arguments: [input.files[Int(newer)].path])
        finding.evidence = input.canonicalText(row: row)
        result.findings.append(finding)
    }
}
