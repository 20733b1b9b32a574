import Foundation
import Plan

/// Sheet 17: what is other than when the period was closed before, figure by figure and fact by fact.
extension SetJudge {
    mutating func judgeCorrections() {
        let headings = ["STT", "Của", "Mã", "Tên", "Chỉ tiêu, số liệu", "Lần trước", "Lần này"]
        for table in tables(headings).prefix(1) {
            judgeRows(
                table,
                table.rows,
                ["Mã", "Chỉ tiêu, số liệu", "Của", "Tên", "Lần trước", "Lần này"],
                set.corrections.map { correction in
                    [
                        content(correction.code), .text(correction.what), .text(correction.of),
                        content(correction.name),
                        .text(correction.was), .text(correction.now),
                    ]
                }
            )
            guard let number = table.column("STT"), let of = table.column("Của") else { return }
            for (position, row) in table.rows.enumerated() { expect(row, number, Double(position + 1)) }
            // From the whole to its parts.
            let places = table.rows.map { SetFigures.correctedGroups.firstIndex(of: text($0, of)) ?? -1 }
            if places != places.sorted() { complain("the city first, units last") }
        }
    }
}

extension SetFigures {
    /// Something that is other than when the period was closed before, in a reader's words.
    struct Corrected: Hashable {
        let of: String
        let code: String
        let name: String
        let what: String
        let was: String
        let now: String
    }

    static let correctedGroups = [
        "Toàn thành phố", "Loại hình", "Xã, phường, đặc khu", "Phòng chuyên môn", "Loại vi phạm", "Đơn vị",
    ]

    /// Of the city all of them; of another workbook those of its own group, and of its units.
    var corrections: [Corrected] {
        guard let closed = closedBefore else { return [] }
        return correctedFigures(closed.figures) + correctedFacts(closed.facts)
    }

    private func correctedFigures(_ before: [Row]) -> [Corrected] {
        func key(_ row: Row) -> String {
            ["group", "group_id", "indicator"].map { row[$0] ?? "" }.joined(separator: "/")
        }
        let (old, new) = (Self.byKey(before, key), Self.byKey(allFigures, key))
        let words = [
            "denominator": "mẫu số", "numerator": "tử số", "reported_denominator": "mẫu số của đơn vị đã báo cáo",
            "result": "đánh giá",
        ]
        return Swift.Set(old.keys).union(new.keys).flatMap { key -> [Corrected] in
            guard let row = new[key] ?? old[key], isOwn(row) else { return [] }
            let (group, id) = (row["group"] ?? "", row["group_id"] ?? "")
            let title = plan.indicators.first { $0.id == row["indicator"] }?.title ?? ""
            return words.compactMap { column, word in
                let (was, now) = (old[key]?[column], new[key]?[column])
                if was == now { return nil }
                func shown(_ cell: String?) -> String {
                    guard let cell else { return "trống" }
                    if column == "result" { return cell == "none" ? "—" : Self.resultWords[cell] ?? cell }
                    return Double(cell).map(Self.words) ?? cell
                }
                return Corrected(
                    of: group == "city" ? "Toàn thành phố" : Self.groupWords[group] ?? "no group \(group)",
                    code: group == "city" ? "" : id,
                    name: name(group, id),
                    what: "\(row["indicator"] ?? "") \(title): \(word)",
                    was: shown(was),
                    now: shown(now)
                )
            }
        }
    }

    private static let groupWords = [
        "kind": "Loại hình", "commune": "Xã, phường, đặc khu", "department": "Phòng chuyên môn",
        "category": "Loại vi phạm",
    ]

    private func isOwn(_ row: Row) -> Bool {
        switch scope {
        case .city: true
        case .commune(let code): row["group"] == "commune" && row["group_id"] == code
        case .department(let id): row["group"] == "department" && row["group_id"] == id
        case .unit, .nobody: false
        }
    }

    private func name(_ group: String, _ id: String) -> String {
        switch group {
        case "kind": plan.codeLists[plan.kindList].codes.first { $0.code == id }?.name ?? "no kind \(id)"
        case "commune": sources.name(ofCommune: id)
        case "department": plan.departments.first { $0.id == id }?.name ?? "no department \(id)"
        case "category":
            plan.codeLists.first { $0.name == "loai" }?.codes.first { $0.code == id }?.name ?? "no category \(id)"
        default: ""
        }
    }

    private func correctedFacts(_ before: [Row]) -> [Corrected] {
        func key(_ row: Row) -> String { row["unit"] ?? "" }
        let (old, new) = (Self.byKey(before, key), Self.byKey(facts, key))
        // A unit that is there no more is the city's alone to tell.
        let units = scope == .city ? Swift.Set(old.keys).union(new.keys) : Swift.Set(new.keys)
        let columns: [(name: String, title: String, type: ValueType)] =
            [("commune", "Mã xã", .text), ("kind", "Loại hình", .text)]
            + plan.factColumns.map { ($0.name, $0.title, $0.type) }
        return units.flatMap { unit in
            columns.compactMap { column in
                let (was, now) = (old[unit]?[column.name], new[unit]?[column.name])
                if was == now { return nil }
                // What comes and goes with the unit, and says nothing, is no change.
                if was == nil || now == nil, ["", "0", "false"].contains(was ?? now ?? "") { return nil }
                return Corrected(
                    of: "Đơn vị",
                    code: unit,
                    name: sources.roster[unit]?["ten_don_vi"] ?? "",
                    what: column.title,
                    was: words(was ?? "", column.type),
                    now: words(now ?? "", column.type)
                )
            }
        }
    }

    private func words(_ cell: String, _ type: ValueType) -> String {
        switch shown(cell, as: type) {
        case .blank: "trống"
        case .number(let number):
            if case .date = type { SetJudge.day(cell) } else { Self.words(number) }
        case .text(let text): text.count > 80 ? "\(text.prefix(80))..." : text
        case .boolean(let flag): "\(flag)"
        case .error(let error): error
        }
    }

    private static func byKey(_ rows: [Row], _ key: (Row) -> String) -> [String: Row] {
        Dictionary(rows.map { (key($0), $0) }) { first, _ in first }
    }
}
