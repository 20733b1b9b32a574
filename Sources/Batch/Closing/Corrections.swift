import Figures
import Plan
import Records
import Workbooks

/// What a further closing of a period changes against the one before: every figure of a group and every fact of a unit that is another.
struct Corrections: Sendable {
    private enum Subject: Sendable {
        case group(UnitGroup)
        /// Position in the roster; nil where the unit is no longer in it.
        case unit(Int?)
    }

    private var items: [(subject: Subject, correction: Correction)] = []

    /// Nothing was closed before.
    static let none = Corrections()

    private init() {}

    /// - Parameters:
    ///   - before: the closing before.
    ///   - facts, figures: the bytes of the files as they are now.
    /// - Throws: `.output` where what was closed before is not as it was frozen.
    init(
        since before: ClosedIssue,
        _ archive: ClosedArchive,
        figures: [UInt8],
        facts: [UInt8],
        plan: Plan,
        roster: Roster
    ) throws(BatchError) {
        let words = CorrectionWords(plan: plan, roster: roster)
        let (oldFigures, oldFacts) = (
            try archive.read("figures.csv", of: before), try archive.read("facts.csv", of: before)
        )
        do throws(UnreadableCSV) {
            for change in try cellChanges(from: oldFigures, to: figures, keyCount: 4) {
                guard let (group, correction) = words.figure(change) else { continue }
                items.append((.group(group), correction))
            }
            items = Self.fromTheWholeToItsParts(items)
            for change in try cellChanges(from: oldFacts, to: facts, keyCount: 2) {
                guard let correction = words.fact(change) else { continue }
                items.append((.unit(roster.unit(code: change.key[1])), correction))
            }
        } catch {
            throw .output(ClosedArchive.damage("figures.csv, facts.csv không đọc được", before))
        }
    }

    /// Those of one kind of groups stay in their order.
    private static func fromTheWholeToItsParts(
        _ items: [(subject: Subject, correction: Correction)]
    ) -> [(subject: Subject, correction: Correction)] {
        let ranked = items.enumerated().map { (rank: rank($0.element.subject), place: $0.offset, item: $0.element) }
        return ranked.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.map(\.item)
    }

    private static func rank(_ subject: Subject) -> Int {
        switch subject {
        case .group(.city): 0
        case .group(.kind): 1
        case .group(.commune): 2
        case .group(.department): 3
        case .group(.category): 4
        case .unit: 5
        }
    }

    /// All of them: the city, its groups, then units.
    var all: [Correction] { items.map(\.correction) }

    /// Those that concern a group of units: its own figures, and the facts of its units.
    func concerning(_ group: UnitGroup, units: [Int]) -> [Correction] {
        if group == .city { return all }
        let units = Set(units)
        return items.filter { item in
            switch item.subject {
            case .group(let other): other == group
            case .unit(let unit): unit.map(units.contains) ?? false
            }
        }.map(\.correction)
    }
}

/// The words of corrections: codes of the machine-readable files become what people read.
private struct CorrectionWords {
    let plan: Plan
    let roster: Roster

    private static let figures = [
        "denominator": "mẫu số", "numerator": "tử số", "reported_denominator": "mẫu số của đơn vị đã báo cáo",
        "result": "đánh giá",
    ]
    private static let results = [
        Tally.Result.met.rawValue: "Đạt", Tally.Result.notMet.rawValue: "Chưa đạt",
        Tally.Result.inProgress.rawValue: "Đang thực hiện", Tally.Result.none.rawValue: "—",
    ]

    /// Nil for rates, which follow from what they are made of, and for groups that neither plan nor roster has.
    func figure(_ change: CellChange) -> (UnitGroup, Correction)? {
        guard let figure = Self.figures[change.column], let (group, kind, name) = group(change.key[1], change.key[2])
        else { return nil }
        let title = plan.indicators.first { $0.id == change.key[3] }?.title ?? ""
        func value(_ cell: String?) -> String {
            guard let cell else { return ValueText.missingWord }
            return Self.results[cell] ?? Int(cell).map { vietnamese($0) } ?? cell
        }
        let correction = Correction(
            kind: kind,
            code: group == .city ? "" : change.key[2],
            name: name,
            what: "\(change.key[3]) \(title): \(figure)",
            was: value(change.was),
            now: value(change.now)
        )
        return (group, correction)
    }

    /// Nil for what a unit that came to the roster, or left it, does not give, and for what is told by facts.
    func fact(_ change: CellChange) -> Correction? {
        let (was, now) = (change.was ?? "", change.now ?? "")
        if change.was == nil, ["", "0", "false"].contains(now) { return nil }
        if change.now == nil, ["", "0", "false"].contains(was) { return nil }
        let what: String
        let type: ValueType
        if let column = plan.factColumns.first(where: { $0.name == change.column }) {
            (what, type) = (column.title, column.type)
        } else if let title = ["commune": "Mã xã", "kind": "Loại hình"][change.column] {
            (what, type) = (title, .text)
        } else {
            return nil
        }
        return Correction(
            kind: "Đơn vị",
            code: change.key[1],
            name: roster.unit(code: change.key[1]).map { roster.names[$0] } ?? "",
            what: what,
            was: plan.words(ofFact: was, type),
            now: plan.words(ofFact: now, type)
        )
    }

    private func group(_ kind: String, _ id: String) -> (UnitGroup, kind: String, name: String)? {
        switch kind {
        case "city": return (.city, "Toàn thành phố", "")
        case "kind":
            let codes = plan.codeLists[plan.kindList].codes
            return codes.firstIndex { $0.code == id }.map { (.kind($0), "Loại hình", codes[$0].name) }
        case "commune":
            return roster.communes.firstIndex { $0.code == id }.map {
                (.commune($0), "Xã, phường, đặc khu", roster.communes[$0].name)
            }
        case "department":
            return plan.departments.firstIndex { $0.id == id }.map {
                (.department($0), "Phòng chuyên môn", plan.departments[$0].name)
            }
        case "category":
            guard let list = plan.indicators.compactMap(\.categories).first else { return nil }
            let codes = plan.codeLists[list].codes
            return codes.firstIndex { $0.code == id }.map { (.category($0), "Loại vi phạm", codes[$0].name) }
        default: return nil
        }
    }
}
