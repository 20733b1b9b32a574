@testable import SampleCity

/// "One row, several times" of spec 1, done slowly and by its words over an inbox read by `InboxReader`: which rows count
/// when each file has a given receipt. It shares nothing with the generator, which has to come out at its own truth.
struct Merging {
    typealias Row = InboxReader.Row

    /// The rows of one unit, data set and (where it has one) period in one file.
    private struct Submission {
        let path: [String]
        let rows: [Row]
        /// The file's newest event date for the unit, or its latest window's end.
        let lastDate: String
        var receipt: String
    }

    private struct Place: Hashable {
        let dataSet: String
        let unit: String
        let period: String
    }

    private var submissions: [Place: [Submission]] = [:]
    /// Every file can be read, and each row of it.
    private(set) var rowCount = 0

    /// - Parameter receipt: the night on which a file is taken as received.
    init(_ files: [SubmittedFile], receipt: (SubmittedFile) -> String) throws {
        for file in files {
            let contents = try InboxReader.read(file.bytes)
            rowCount += contents.rows.count
            let night = receipt(file)
            for (unit, rows) in Dictionary(grouping: contents.rows, by: { $0["ma_don_vi"] ?? "" }) {
                let lastDate = rows.map { Self.date($0, contents.dataSet) }.filter { $0 <= night }.max() ?? ""
                for (period, part) in Dictionary(grouping: rows, by: { $0["ky_bao_cao"] ?? "" }) {
                    let place = Place(dataSet: contents.dataSet, unit: unit, period: period)
                    submissions[place, default: []].append(
                        Submission(path: Self.components(file.path), rows: part, lastDate: lastDate, receipt: night)
                    )
                }
            }
        }
        // A submission's receipt is the first night on which its rows were seen, whatever file they were in.
        for (place, found) in submissions {
            let first = Dictionary(found.map { (Set($0.rows), $0.receipt) }, uniquingKeysWith: min)
            submissions[place] = found.map { submission in
                var submission = submission
                submission.receipt = first[Set(submission.rows)] ?? submission.receipt
                return submission
            }
        }
    }

    /// The rows that count, by data set and unit.
    func counting() -> [String: Set<Row>] {
        var result: [String: Set<Row>] = [:]
        for (place, found) in submissions {
            let rows = place.dataSet == "bao-cao" ? newestReport(found) : events(found, place.dataSet)
            result["\(place.dataSet) \(place.unit)", default: []].formUnion(rows)
        }
        return result
    }

    private func newestReport(_ found: [Submission]) -> [Row] {
        let ranked = found.flatMap { submission in
            submission.rows.map { row in
                (sent: row["ngay_bao_cao"].map { min($0, submission.receipt) } ?? "", submission: submission, row: row)
            }
        }
        let newest = ranked.max { left, right in
            left.sent != right.sent ? left.sent < right.sent : Self.isOlder(left.submission, right.submission)
        }
        return newest.map { [$0.row] } ?? []
    }

    private func events(_ found: [Submission], _ dataSet: String) -> [Row] {
        let files = found.sorted(by: Self.isOlder)
        let keys = files.map { file in file.rows.map { Self.key($0, dataSet) } }
        let keySets = keys.map { Set($0) }
        var newest: [String: (file: Int, row: Row)] = [:]
        for (number, file) in files.enumerated() {
            for (key, row) in zip(keys[number], file.rows) { newest[key] = (number, row) }
        }
        return newest.compactMap { key, occurrence in
            let old = files[occurrence.file]
            let isWithdrawn = files.indices.dropFirst(occurrence.file + 1).contains { number in
                let file = files[number]
                guard (old.receipt, old.lastDate) < (file.receipt, file.lastDate) else { return false }
                let upTo = zip(keys[occurrence.file], old.rows)
                    .filter { dataSet == "vi-pham" || Self.date($0.1, dataSet) <= file.lastDate }.map(\.0)
                let repeated = upTo.count { keySets[number].contains($0) }
                return repeated >= 1 && repeated * 2 >= upTo.count && upTo.contains(key)
            }
            return isWithdrawn ? nil : occurrence.row
        }
    }

    private static func isOlder(_ left: Submission, _ right: Submission) -> Bool {
        if left.receipt != right.receipt { return left.receipt < right.receipt }
        if left.lastDate != right.lastDate { return left.lastDate < right.lastDate }
        return left.path.lexicographicallyPrecedes(right.path) { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private static func components(_ path: String) -> [String] {
        path.split(separator: "/").map { name in
            name.hasSuffix(".csv") ? String(name.dropLast(4)) : String(name)
        }
    }

    private static func date(_ row: Row, _ dataSet: String) -> String {
        switch dataSet {
        case "tuyen-truyen": row["ngay"] ?? ""
        case "vu-viec": row["ngay_tiep_nhan"] ?? ""
        default: ["Q1": "2026-03-14", "H1": "2026-06-14", "Q3": "2026-09-14"][row["ky_bao_cao"] ?? ""] ?? "2026-12-14"
        }
    }

    private static func key(_ row: Row, _ dataSet: String) -> String {
        let names =
            switch dataSet {
            case "tuyen-truyen": ["ngay", "chu_de", "hinh_thuc"]
            case "vu-viec": ["ma_vu_viec"]
            default: ["loai"]
            }
        return names.map { row[$0] ?? "" }.joined(separator: " ")
    }
}
