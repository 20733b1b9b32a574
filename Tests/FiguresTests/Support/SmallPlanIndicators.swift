import Plan

/// The indicators of the small plan: one for each rule of assessment.
enum SmallPlanIndicators {
    static let ids = ["A", "B", "C", "E", "G"]
    /// Awareness of the plan: units, reported or not.
    static let a = 0
    /// Two rounds by the end of the year: units, due in Y.
    static let b = 1
    /// A rating, for some levels only: units, applicable or not.
    static let c = 2
    /// Incidents: events.
    static let e = 3
    /// Violations: change.
    static let g = 4

    static func all(_ scope: Scope) -> [IndicatorDefinition] {
        let isLess = scope("nam_truoc").above(scope("nam_nay"))
            .or(scope("nam_nay").equals(0).and(scope("nam_truoc").equals(0)))
        return [
            indicator("A", .units, met: scope("quan_triet")),
            indicator("B", .units, dueIn: "Y", met: scope("so_dot").atLeast(2)),
            indicator(
                "C",
                .units,
                applies: scope("tu_thcs"),
                met: scope("xep_loai").atLeast(.code(list: 7, index: 1))
            ),
            indicator(
                "E",
                .events,
                applies: scope("so_vu_viec").above(0),
                reported: .boolean(true),
                met: scope("so_kip_thoi").equals(scope("so_vu_viec")),
                sums: ("so_vu_viec", "so_kip_thoi", scope)
            ),
            indicator(
                "G",
                .change,
                reported: scope("so_dong").above(0),
                met: scope("so_dong_thieu").equals(0).and(scope("so_loai_thieu").equals(0)).and(isLess),
                groupMet: scope("so_dong_du").above(0).and(isLess),
                sums: ("nam_truoc", "nam_nay", scope)
            ),
        ]
    }

    static func commendation(_ scope: Scope) -> Plan.Commendation {
        func verdict(_ verdict: Verdict) -> Expression {
            .code(list: SmallPlan.verdicts, index: Int(verdict.rawValue))
        }
        return Plan.Commendation(
            period: "Y",
            against: [
                .init(text: "thiếu báo cáo", condition: condition(scope("so_ky_phai").above(scope("so_ky_da")))),
                .init(text: "chưa quán triệt", condition: condition(.not(scope("A").equals(verdict(.met))))),
                .init(
                    text: "xếp loại dưới Khá",
                    condition: condition(.compare(.less, scope("xep_loai"), .code(list: 7, index: 1)))
                ),
                .init(text: "xã đặc biệt", condition: condition(scope("ten_xa").equals(.string("Xã X2")))),
            ],
            praise: condition(
                scope("so_ky_dung_han").equals(scope("so_ky_phai"))
                    .and(.member(scope("E"), [verdict(.met), verdict(.notApplicable)]))
            )
        )
    }

    private static func indicator(
        _ id: String,
        _ kind: IndicatorDefinition.Kind,
        dueIn: String? = nil,
        applies: Expression? = nil,
        reported: Expression? = nil,
        met: Expression,
        groupMet: Expression? = nil,
        sums: (denominator: String, numerator: String, scope: Scope)? = nil
    ) -> IndicatorDefinition {
        IndicatorDefinition(
            id: id,
            kind: kind,
            wording: id,
            title: id,
            measure: "",
            target: "",
            dueIn: dueIn,
            applies: applies.map(condition),
            reported: reported.map(condition),
            met: condition(met),
            groupMet: groupMet.map(condition),
            denominator: sums.flatMap { $0.scope.names.firstIndex(of: $0.denominator) },
            numerator: sums.flatMap { $0.scope.names.firstIndex(of: $0.numerator) },
            categories: sums.map { _ in SmallPlan.categories }
        )
    }
}
