import Figures
import Plan
import Records
import SystemPackage
import Tabular
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
        let closing = try ClosedArchive(out).inForce(period).map { issue in
            " Kỳ này đã chốt lần \(issue.number): số đã chốt không thay đổi."
        }
        let set: PublishedSet?
        do throws(PublishingError) {
            set = try PublishedSet(out)
        } catch {
            throw BatchError(error)
        }
        guard let set, set.manifest.periods.contains(where: { $0.id == period }) else {
            return PublishedFigures(
                closing: closing ?? "",
                obstacle: "Kỳ \(period) chưa có trong bộ số liệu đã công bố (\(out.set))."
            )
        }
        var tables: [[[String: String]]] = []
        for name in ["figures.csv", "assessments.csv"] {
            let path = "\(period)/\(name)"
            guard let bytes = try? SystemCalls.read(out.set.appending(path)),
                set.manifest.outputs.contains(where: { $0.path == path && $0.sha256 == sha256(bytes) }),
                let lines = lines(ofCSV: bytes)
            else {
                return PublishedFigures(
                    closing: closing ?? "",
                    obstacle: "Không so được với bộ số liệu đã công bố: \(path) bị mất hoặc bị sửa sau khi công bố."
                )
            }
            tables.append(lines)
        }
        return PublishedFigures(
            asOf: CalendarDate(iso: set.manifest.asOf)?.vietnamese ?? set.manifest.asOf,
            figures: tables[0],
            assessments: tables[1],
            closing: closing ?? ""
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
    var tokenizer = Tokenizer(delimiter: UInt8(ascii: ","))
    var record = Record()
    func cells() -> [String] {
        (0..<record.count).map { String(decoding: record.bytes[record.range($0)], as: UTF8.self) }
    }
    do {
        guard try tokenizer.next(in: bytes.span, into: &record) else { return nil }
        let header = cells()
        var lines: [[String: String]] = []
        while try tokenizer.next(in: bytes.span, into: &record) {
            guard record.count == header.count else { return nil }
            lines.append(Dictionary(zip(header, cells())) { first, _ in first })
        }
        return lines
    } catch {
        return nil
    }
}
