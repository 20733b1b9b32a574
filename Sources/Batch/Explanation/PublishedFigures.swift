import Figures
import Plan
import Records
import SystemPackage
import Workbooks

/// One period of the published set, to hold an explained figure against.
struct PublishedFigures {
    /// The day as of which it was computed.
    private(set) var asOf = ""
    /// Lines by their columns' names.
    private(set) var figures: [[String: String]] = []
    private(set) var assessments: [[String: String]] = []
    /// What is said of a period that is closed.
    let closing: String
    /// Why nothing can be compared, in Vietnamese; nil where it can.
    private(set) var obstacle: String?

    /// - Throws: `.output` where the folder cannot be read.
    static func read(_ out: OutFolder, period: String) throws(BatchError) -> PublishedFigures {
        let issue = try ClosedArchive(out).inForce(period)
        let closing = issue.map { " Kỳ này đã chốt lần \($0.number): số đã chốt không thay đổi." } ?? ""
        var found: PublishedFigures?
        do throws(BatchError) {
            found =
                try PublishedSet.reading(out) { set throws(ChangedFile) in
                    guard set.manifest.periods.contains(where: { $0.id == period }) else { return nil }
                    var tables: [[[String: String]]] = []
                    for path in ["\(period)/figures.csv", "\(period)/assessments.csv"] {
                        guard let lines = lines(ofCSV: try set.read(path)) else { throw ChangedFile(path: path) }
                        tables.append(lines)
                    }
                    return PublishedFigures(
                        asOf: CalendarDate(iso: set.manifest.asOf)?.vietnamese ?? set.manifest.asOf,
                        figures: tables[0],
                        assessments: tables[1],
                        closing: closing
                    )
                } ?? nil
        } catch {
            return PublishedFigures(
                closing: closing,
                obstacle: "Không so được với bộ số liệu đã công bố: \(error.message)"
            )
        }
        return found
            ?? PublishedFigures(
                closing: closing,
                obstacle: "Kỳ \(period) chưa có trong bộ số liệu đã công bố (\(out.set))."
            )
    }

    /// - Parameter now: nil where the unit is not present in the period.
    func comparison(unit: String, indicator: String, now: Verdict?) -> [String] {
        let line = assessments.first { $0["unit"] == unit && $0["indicator"] == indicator }
        let published = line.flatMap { line in Verdict.allCases.first { $0.code == line["assessment"] } }
        if published == now { return [same] }
        return [differs(from: published?.word ?? "không có đơn vị này", now: now?.word ?? "không có mặt trong kỳ")]
    }

    /// - Parameter now: nil where the group has no unit in the period.
    func comparison(group: String, id: String, indicator: String, now: Tally?) -> [String] {
        let line = figures.first { $0["group"] == group && $0["group_id"] == id && $0["indicator"] == indicator }
        func words(_ numerator: Int, _ denominator: Int, _ result: String) -> String {
            "\(vietnamese(numerator)) và \(vietnamese(denominator)), \(result.lowercased())"
        }
        let published = line.flatMap { line -> String? in
            guard let numerator = line["numerator"].flatMap({ Int($0) }),
                let denominator = line["denominator"].flatMap({ Int($0) }),
                let result = line["result"].flatMap({ Tally.Result(rawValue: $0) })
            else { return nil }
            return words(numerator, denominator, result.word)
        }
        let today = now.map { words($0.numerator, $0.denominator, $0.result.word) }
        if published == today { return [same] }
        return [differs(from: published ?? "không có nhóm này", now: today ?? "không có đơn vị nào")]
    }

    private var same: String {
        "Bộ số liệu đã công bố (tính đến ngày \(asOf)) cũng như vậy.\(closing)"
    }

    private func differs(from published: String, now: String) -> String {
        "KHÁC bộ số liệu đã công bố (tính đến ngày \(asOf)): đã công bố \(published); nay đọc lại hộp thư: \(now).\(closing)"
    }
}

/// The lines of a CSV file of the published set by their columns' names; nil where it is none.
private func lines(ofCSV bytes: [UInt8]) -> [[String: String]]? {
    do throws(UnreadableCSV) {
        var records = try CSVRecords(bytes)
        var lines: [[String: String]] = []
        while try records.next() {
            var line: [String: String] = [:]
            for (column, name) in records.header.enumerated() { line[name] = records[column] }
            lines.append(line)
        }
        return lines
    } catch {
        return nil
    }
}
