import Figures
import Plan
import SystemPackage
import Tabular

/// What was closed for last year's periods, from the latest issue of each, reopened since or not.
struct LastYear {
    var facts = ClosedFacts()
    /// The files that were read, for the manifest.
    var inputs: [Manifest.Input] = []

    /// Reads `da-chot/<period>-lan-N/facts.csv` of every period that one of the plan's compares with; a period without one is
    /// not closed.
    ///
    /// - Throws: `.input` where a closed set cannot be understood: half of last year is worse than none.
    init(_ out: OutFolder, plan: Plan) throws(BatchError) {
        let columns = plan.closedColumns
        var issues: [String: Int] = [:]
        do throws(SystemError) {
            guard SystemCalls.kind(of: out.closed) == .folder else { return }
            for name in try SystemCalls.names(in: out.closed) {
                guard let issue = ClosedIssue(folder: name) else { continue }
                issues[issue.period] = max(issues[issue.period] ?? 0, issue.number)
            }
        } catch {
            throw .input("Không đọc được \(out.closed): \(error).", details: [])
        }
        for period in plan.periods.map(\.comparesWith) {
            guard let number = issues[period] else { continue }
            let name = "\(period)-lan-\(number)/facts.csv"
            let bytes: [UInt8]
            do throws(SystemError) {
                bytes = try SystemCalls.read(out.closed.appending(name))
            } catch {
                throw .input("Không đọc được số liệu đã chốt da-chot/\(name): \(error).", details: [])
            }
            guard read(bytes, columns: columns, period: period) else {
                throw .input("Số liệu đã chốt da-chot/\(name) bị hỏng.", details: [])
            }
            inputs.append(
                Manifest.Input(path: "da-chot/\(name)", sha256: sha256(bytes), bytes: bytes.count, role: .lastYear)
            )
        }
    }

    /// Takes the wanted columns of a `facts.csv`; false where it is anything else.
    private mutating func read(_ bytes: [UInt8], columns: Set<String>, period: String) -> Bool {
        var tokenizer = Tokenizer(delimiter: UInt8(ascii: ","))
        var record = Record()
        func text(_ index: Int) -> String { String(decoding: record.bytes[record.range(index)], as: UTF8.self) }
        do {
            guard try tokenizer.next(in: bytes.span, into: &record) else { return false }
            let header = (0..<record.count).map(text)
            guard let unit = header.firstIndex(of: "unit") else { return false }
            let wanted = header.indices.filter { columns.contains(header[$0]) }
            while try tokenizer.next(in: bytes.span, into: &record) {
                guard record.count == header.count else { return false }
                for index in wanted where !record.range(index).isEmpty {
                    guard let value = Double(text(index)) else { return false }
                    facts.set(value, period: period, unit: text(unit), column: header[index])
                }
            }
        } catch {
            return false
        }
        return true
    }
}

/// The name of a closed period's folder: `2026-Q1-lan-2`.
private struct ClosedIssue {
    let period: String
    let number: Int

    /// Nil for any other name, such as that of what `reopen` writes.
    init?(folder name: String) {
        guard let mark = name.ranges(of: "-lan-").last, let number = Int(name[mark.upperBound...]), number > 0,
            name[mark.upperBound...].utf8.allSatisfy({ (48...57).contains($0) })
        else { return nil }
        period = String(name[..<mark.lowerBound])
        self.number = number
    }
}

extension Plan {
    /// Facts of last year that this year's rules ask for, by name.
    fileprivate var closedColumns: Set<String> {
        var names: Set<String> = []
        for case .lastYear(let test) in rules.map(\.test) { names.formUnion(test.pairs.map(\.closed)) }
        return names
    }
}
