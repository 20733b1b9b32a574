import Plan

/// The facts of the small plan, and what follows from them.
enum SmallPlanFacts {
    static let all: [FactDefinition] = ofReports + ofEvents + ofViolations + computed

    private static let ofReports: [FactDefinition] = [
        value("quan_triet", .boolean), value("xep_loai", .choice(list: SmallPlan.ratings)), value("so_ke_hoach", .text),
        value("ngay_ke_hoach", .date), value("diem", .number),
        known("phai_bao_cao", .expected, .boolean), known("da_bao_cao", .reported, .boolean),
        known("dung_han", .onTime, .boolean), known("so_ky_phai", .periodsExpected, .number),
        known("so_ky_da", .periodsReported, .number), known("so_ky_dung_han", .periodsOnTime, .number),
    ]

    private static let ofEvents: [FactDefinition] = [
        aggregate(
            "so_dot",
            SmallPlan.sessions,
            .countDistinct(field: 1),
            where: { $0("chuyen_de") },
            span: .yearToDate
        ),
        aggregate("so_buoi", SmallPlan.sessions, .count, by: [["chu_de"], ["chu_de", "dip"]]),
        aggregate("so_hs", SmallPlan.sessions, .sum(field: 5), by: [["chu_de"]]),
        aggregate("so_buoi_ca_nam", SmallPlan.sessions, .count, span: .planYear),
        aggregate("so_buoi_quy_1", SmallPlan.sessions, .count, span: .period(code: "Q1")),
        aggregate("so_muc_hs", SmallPlan.sessions, .countDistinct(field: 5), by: [["chu_de"]]),
        aggregate("so_huong_ung", SmallPlan.sessions, .count, where: { $0("dip").isPresent }, by: [["dip"]]),
        aggregate("so_vu_viec", SmallPlan.incidents, .count, by: [["loai"]]),
        aggregate("so_kip_thoi", SmallPlan.incidents, .count, where: { $0("kip_thoi") }, by: [["loai"]]),
        aggregate(
            "so_vu_a1",
            SmallPlan.incidents,
            .count,
            where: { $0("ma_don_vi").equals(.string("A1")).and($0("ma_vu_viec").equals(.string("VV1"))) }
        ),
    ]

    private static func bothYears(_ scope: Scope) -> Expression {
        scope("so_vu").isPresent.and(scope("last.so_vu").isPresent)
    }

    private static let ofViolations: [FactDefinition] = [
        aggregate("so_dong", SmallPlan.violations, .count, by: [["loai"]]),
        aggregate("so_dong_du", SmallPlan.violations, .count, where: bothYears, by: [["loai"]]),
        aggregate("nam_nay", SmallPlan.violations, .sum(field: 4), where: bothYears, by: [["loai"]]),
        aggregate("nam_truoc", SmallPlan.violations, .sum(field: 6), where: bothYears, by: [["loai"]]),
        aggregate("nam_truoc_tu_ghi", SmallPlan.violations, .sum(field: 5), by: [["loai"]]),
        aggregate("so_vu", SmallPlan.violations, .sum(field: 4), by: [["loai"]]),
        aggregate("so_dong_co", SmallPlan.violations, .count, where: { $0("so_vu").isPresent }, by: [["loai"]]),
        aggregate("so_loai_thieu", SmallPlan.violations, .dropped(told: 5), by: [["loai"]]),
        aggregate("so_dong_quy_1", SmallPlan.violations, .count, span: .period(code: "Q1")),
    ]

    /// Names of `ofReports`, `ofEvents` and `ofViolations` only: positions of columns before those of `computed`.
    private static let computed: [FactDefinition] = {
        let before = columns(of: ofReports + ofEvents + ofViolations)
        let roster = SmallPlan.dataSets[SmallPlan.roster].fields
        // One column each, none of them split.
        let names = before.map(\.name) + ["so_dong_thieu", "tu_thcs", "hs_moi_buoi"] + roster.map(\.name)
        let scope = Scope(names: names, types: [])
        return [
            // Needs nothing that comes later; the next ones need it and the roster.
            expression("so_dong_thieu", .number, .arithmetic(.subtract, scope("so_dong"), scope("so_dong_du"))),
            expression("tu_thcs", .boolean, .call(.has, [scope("cap_hoc"), .code(list: 1, index: 2)])),
            expression("hs_moi_buoi", .number, .arithmetic(.divide, scope("so_hs"), scope("so_buoi"))),
        ]
    }()

    static let columns = columns(of: all)

    static let scope: Scope = {
        let roster = SmallPlan.dataSets[SmallPlan.roster].fields
        let indicators = SmallPlanIndicators.ids
        return Scope(
            names: columns.map(\.name) + roster.map(\.name) + indicators,
            types: columns.map(\.type) + roster.map { ValueType($0.type) }
                + indicators.map { _ in .choice(list: SmallPlan.verdicts) }
        )
    }()

    private static func columns(of facts: [FactDefinition]) -> [FactColumn] {
        facts.enumerated().flatMap { position, fact -> [FactColumn] in
            let whole = FactColumn(name: fact.name, title: "", fact: position, part: nil, type: fact.type)
            guard case .aggregate(let aggregate) = fact.source else { return [whole] }
            let parts = fact.splits.enumerated().flatMap { split, fields -> [FactColumn] in
                let lists = fields.map { field -> CodeList in
                    switch SmallPlan.dataSets[aggregate.dataSet].fields[field].type {
                    case .choice(let list), .choices(let list): SmallPlan.codeLists[list]
                    default: CodeList(name: "", codes: [])
                    }
                }
                let codes = lists.reduce([[Int]]([[]])) { found, list in
                    found.flatMap { codes in list.codes.indices.map { codes + [$0] } }
                }
                return codes.map { codes in
                    let suffix = zip(lists, codes).map { $0.codes[$1].code }.joined(separator: ".")
                    return FactColumn(
                        name: "\(fact.name).\(suffix)",
                        title: "",
                        fact: position,
                        part: .init(split: split, codes: codes),
                        type: fact.type
                    )
                }
            }
            return [whole] + parts
        }
    }

    private static func value(_ name: String, _ type: ValueType) -> FactDefinition {
        let field = SmallPlan.dataSets[SmallPlan.report].index(of: name) ?? 0
        return FactDefinition(
            name: name,
            title: name,
            source: .value(dataSet: SmallPlan.report, field: field),
            type: type
        )
    }

    private static func known(_ name: String, _ what: FactDefinition.Envelope, _ type: ValueType) -> FactDefinition {
        FactDefinition(name: name, title: name, source: .envelope(what), type: type)
    }

    private static func expression(_ name: String, _ type: ValueType, _ root: Expression) -> FactDefinition {
        FactDefinition(
            name: name,
            title: name,
            source: .expression(TypedExpression(source: "", root: root, type: type)),
            type: type
        )
    }

    private static func aggregate(
        _ name: String,
        _ dataSet: Int,
        _ function: FactDefinition.Aggregate.Function,
        where root: ((Scope) -> Expression)? = nil,
        span: FactDefinition.Span = .window,
        by splits: [[String]] = []
    ) -> FactDefinition {
        let definition = SmallPlan.dataSets[dataSet]
        let scope = definition.factScope
        return FactDefinition(
            name: name,
            title: name,
            source: .aggregate(
                .init(dataSet: dataSet, function: function, condition: root.map { condition($0(scope)) }, span: span)
            ),
            type: .number,
            splits: splits.map { $0.compactMap { definition.index(of: $0) } }
        )
    }
}
