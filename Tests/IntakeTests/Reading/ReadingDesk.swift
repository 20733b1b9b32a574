import Plan
import Records
import Tabular

@testable import Intake

/// Reads texts as files of the inbox, with the small plan and three schools: the fixture of the reading tests.
struct ReadingDesk {
    let context: ReadingContext

    /// A school that exists, and how its code is written in the tests' rows.
    static let school = "31000001"

    init(asOf: String = "2026-12-31", otherPeriods: Set<String> = ["2025-Q1"], textLength: Int = 2_000) throws {
        let plan = SmallPlan.make()
        let roster = try readRoster(
            Array(
                """
                ma_don_vi,ten_don_vi,loai_hinh,ma_xa,ten_xa
                31000001,THCS Một,THCS,1,Xã Một
                31000002,THCS Hai,THCS,1,Xã Một
                00000777,MN Ba,MN,2,Xã Hai

                """.utf8
            ),
            path: "don-vi.csv",
            plan: plan
        ).roster
        var limits = IntakeLimits()
        limits.textLength = textLength
        context = ReadingContext(
            plan: plan,
            roster: roster,
            otherPeriods: otherPeriods,
            asOf: CalendarDate(iso: asOf) ?? CalendarDate(days: 0),
            limits: limits
        )
    }

    /// With this year's plan and three schools.
    init(realPlan plan: Plan) throws {
        context = ReadingContext(
            plan: plan,
            roster: try smallRoster(plan),
            otherPeriods: [],
            asOf: CalendarDate(iso: "2026-12-31") ?? CalendarDate(days: 0)
        )
    }

    func read(_ text: String, name: String = "a.csv") -> FileReading {
        read(Array(text.utf8), name: name)
    }

    func read(_ bytes: [UInt8], name: String = "a.csv") -> FileReading {
        let name = Array(name.utf8)
        let file = InboxFile(
            path: String(decoding: name, as: UTF8.self),
            pathBytes: name,
            bytes: bytes.count,
            sha256: ""
        )
        return TextReading(tables: TableReading(context)).read(
            bytes,
            file: file,
            promisesTable: FileNames.promisesText(name)
        )
    }

    /// One report row, with one field set to what is tested; the others are well.
    func report(_ field: String, _ value: String) -> FileReading {
        let fields = SmallPlan.dataSets[SmallPlan.reports].fields
        let cells = fields.map { definition in
            if definition.name == field { return "\"" + value.split(separator: "\"").joined(separator: "\"\"") + "\"" }
            switch definition.name {
            case "ma_don_vi": return Self.school
            case "ky_bao_cao": return "Q1"
            case "nam": return "2026"
            case "ngay_bao_cao": return "13/3/2026"
            default: return ""
            }
        }
        return read(fields.map(\.name).joined(separator: ",") + "\n" + cells.joined(separator: ",") + "\n")
    }

    /// The value of a field in each row that was taken, in canonical text.
    func values(_ field: String, _ reading: FileReading) -> [String] {
        guard let table = reading.table else { return [] }
        guard let position = context.plan.dataSets[table.dataSet].index(of: field) else { return [] }
        return (0..<table.count).map {
            table.text(row: $0, field: position, plan: context.plan, roster: context.roster)
        }
    }
}

extension FileReading {
    /// `C2 line 3: value | arguments` for each finding, or without what is empty.
    var told: [String] {
        findings.map { finding in
            var text = finding.code.rawValue
            if finding.line > 0 { text += " line \(finding.line)" }
            if !finding.value.isEmpty { text += ": \(finding.value)" }
            if !finding.arguments.isEmpty { text += " | " + finding.arguments.joined(separator: "; ") }
            return text
        }
    }

    var codes: [String] { findings.map(\.code.rawValue) }

    func findings(_ code: FindingCode) -> [Finding] {
        findings.filter { $0.code == code }
    }

    var balances: Bool { rowsRead == (table?.count ?? 0) + rowsLeftOut }
}

/// A cell's clean bytes, as the functions of Cells get them.
func cleaned(_ text: String) -> [UInt8] {
    var cell = CleanedCell()
    clean(Array(text.utf8).span, into: &cell)
    return cell.bytes
}
