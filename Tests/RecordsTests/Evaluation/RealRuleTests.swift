import FoundationEssentials
import Plan
import Records
import Testing

/// What a rule of the plan says of one row, or of one unit and period.
struct RuleCase: Sendable, CustomTestStringConvertible {
    enum Answer: Sendable {
        case broken
        /// Kept, or not asked.
        case silent
    }

    let code: String
    /// `name: value` of what is given, separated by `;`; a period's or plan year's day as any other.
    let given: String
    let answer: Answer

    init(_ code: String, _ given: String, _ answer: Answer) {
        self.code = code
        self.given = given
        self.answer = answer
    }

    var testDescription: String { "\(code) \(given)" }
}

/// Each rule of the real plan that is a condition: what breaks it, what keeps it, and what leaves it unasked.
@Suite("Rules of the real plan")
struct RealRuleTests {
    private static let plan = try? Plan.load(
        Array(
            Data(
                contentsOf: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "templates/plan-2026.xml")
            )
        ),
        file: "plan-2026.xml"
    )

    @Test(arguments: incidents + safety + planning + exemplary + figures + reporting)
    func asTheSpecificationSays(example: RuleCase) throws {
        let plan = try #require(Self.plan)
        let rule = try #require(plan.rules.first { $0.code == example.code })
        switch rule.test {
        case .record(let test):
            #expect(
                try isBroken(test.check, example, plan.ruleScope(of: test.dataSet), plan) == (example.answer == .broken)
            )
        case .unit(let tests):
            let broken = try tests.filter { try isBroken($0.check, example, plan.unitScope, plan) }
            #expect(
                broken.map(\.each) == (example.answer == .broken ? [tests.count > 1 ? "Bạo lực học đường" : nil] : [])
            )
        default: Issue.record("\(example.code) is no condition")
        }
    }

    @Test func everyConditionHasABrokenAndASilentCase() throws {
        let cases = Self.incidents + Self.safety + Self.planning + Self.exemplary + Self.figures + Self.reporting
        for rule in try #require(Self.plan).rules {
            switch rule.test {
            case .record, .unit:
                #expect(cases.contains { $0.code == rule.code && $0.answer == .broken }, "\(rule.code)")
                #expect(cases.contains { $0.code == rule.code && $0.answer == .silent }, "\(rule.code)")
            default: break
            }
        }
    }

    static let incidents = [
        RuleCase("V1", "ngay_tiep_nhan: 2026-03-05; ngay_xu_ly: 2026-03-04", .broken),
        RuleCase("V1", "ngay_tiep_nhan: 2026-03-05; ngay_xu_ly: 2026-03-05", .silent),
        RuleCase("V1", "ngay_tiep_nhan: 2026-03-05", .silent),
        RuleCase("V2", "ngay_xay_ra: 2026-03-05; ngay_tiep_nhan: 2026-03-04", .broken),
        RuleCase("V2", "ngay_xay_ra: 2026-03-05; ngay_tiep_nhan: 2026-03-05", .silent),
        RuleCase("V2", "ngay_tiep_nhan: 2026-03-04", .silent),
        RuleCase("V3", "trang_thai: DAXL", .broken),
        RuleCase("V3", "trang_thai: DAXL; ngay_xu_ly: 2026-03-05", .silent),
        RuleCase("V3", "trang_thai: DANGXL", .silent),
        RuleCase("V3", "", .silent),
        RuleCase("V4", "trang_thai: DANGXL; ngay_xu_ly: 2026-03-05", .broken),
        RuleCase("V4", "trang_thai: DAXL; ngay_xu_ly: 2026-03-05", .silent),
        RuleCase("V4", "ngay_xu_ly: 2026-03-05", .silent),
        RuleCase("V4", "trang_thai: CHUAXL", .silent),
        RuleCase("V5", "kip_thoi: yes; trang_thai: CHUAXL", .broken),
        RuleCase("V5", "kip_thoi: yes; trang_thai: DANGXL", .silent),
        RuleCase("V5", "kip_thoi: no; trang_thai: CHUAXL", .silent),
        RuleCase("V5", "trang_thai: CHUAXL", .silent),
        RuleCase("V6", "kip_thoi: yes; keo_dai: yes", .broken),
        RuleCase("V6", "kip_thoi: yes; keo_dai: no", .silent),
        RuleCase("V6", "keo_dai: yes", .silent),
    ]

    static let safety = [
        RuleCase("V7", "dk_an_toan: yes; tu_thcs: no", .broken),
        RuleCase("V7", "dk_an_toan: yes; tu_thcs: yes", .silent),
        RuleCase("V7", "dk_an_toan: no; tu_thcs: no", .silent),
        RuleCase("V7", "tu_thcs: no", .silent),
        RuleCase("V8", "xl_an_toan: K; dk_an_toan: no", .broken),
        RuleCase("V8", "xl_an_toan: K", .broken),
        RuleCase("V8", "xl_an_toan: K; dk_an_toan: yes", .silent),
        RuleCase("V8", "dk_an_toan: no", .silent),
        RuleCase("V9", "dk_an_toan: yes", .broken),
        RuleCase("V9", "dk_an_toan: no; ngay_dk_an_toan: 2026-03-05", .broken),
        RuleCase("V9", "dk_an_toan: yes; ngay_dk_an_toan: 2026-03-05", .silent),
        RuleCase("V9", "dk_an_toan: no", .silent),
        RuleCase("V9", "", .silent),
        RuleCase("V30", "ngay_ho_so_an_toan: 2026-11-20; milestone_cong_nhan_an_toan: 2026-11-20", .broken),
        RuleCase("V30", "ngay_ho_so_an_toan: 2026-11-19; milestone_cong_nhan_an_toan: 2026-11-20", .silent),
        RuleCase("V30", "milestone_cong_nhan_an_toan: 2026-11-20", .silent),
    ]

    static let planning = [
        RuleCase("V10", "quan_triet: yes; ngay_quan_triet: 2026-03-05", .broken),
        RuleCase("V10", "quan_triet: yes; hinh_thuc_quan_triet: họp", .broken),
        RuleCase("V10", "quan_triet: yes; ngay_quan_triet: 2026-03-05; hinh_thuc_quan_triet: họp", .silent),
        RuleCase("V10", "quan_triet: no", .silent),
        RuleCase("V10", "", .silent),
        RuleCase("V11", "ngay_quan_triet: 2025-12-14; year_start: 2025-12-15; year_end: 2026-12-14", .broken),
        RuleCase("V11", "ngay_quan_triet: 2026-12-15; year_start: 2025-12-15; year_end: 2026-12-14", .broken),
        RuleCase("V11", "ngay_quan_triet: 2025-12-15; year_start: 2025-12-15; year_end: 2026-12-14", .silent),
        RuleCase("V11", "ngay_quan_triet: 2026-12-14; year_start: 2025-12-15; year_end: 2026-12-14", .silent),
        RuleCase("V11", "year_start: 2025-12-15; year_end: 2026-12-14", .silent),
        RuleCase("V12", "ke_hoach: RIENG; so_ke_hoach: 12/KH", .broken),
        RuleCase("V12", "ke_hoach: LONGGHEP; ngay_ke_hoach: 2026-03-05", .broken),
        RuleCase("V12", "ke_hoach: RIENG; so_ke_hoach: 12/KH; ngay_ke_hoach: 2026-03-05", .silent),
        RuleCase("V12", "ke_hoach: CHUA", .silent),
        RuleCase("V12", "", .silent),
    ]

    static let exemplary = [
        RuleCase("V13", "dk_dien_hinh: yes; tu_thcs: yes; an_toan_nam_truoc: yes; xep_loai_nam_truoc: TB", .broken),
        RuleCase("V13", "dk_dien_hinh: yes; tu_thcs: yes; an_toan_nam_truoc: no; xep_loai_nam_truoc: XS", .broken),
        RuleCase("V13", "dk_dien_hinh: yes; tu_thcs: no", .broken),
        RuleCase("V13", "dk_dien_hinh: yes; tu_thcs: yes; an_toan_nam_truoc: no", .broken),
        RuleCase("V13", "dk_dien_hinh: yes; tu_thcs: yes; an_toan_nam_truoc: yes; xep_loai_nam_truoc: K", .silent),
        RuleCase("V13", "dk_dien_hinh: yes; tu_thcs: yes; an_toan_nam_truoc: yes", .silent),
        RuleCase("V13", "dk_dien_hinh: no; tu_thcs: no", .silent),
        RuleCase("V14", "dk_dien_hinh: yes; so_mo_hinh: 0", .broken),
        RuleCase("V14", "dk_dien_hinh: yes", .broken),
        RuleCase("V14", "dk_dien_hinh: yes; so_mo_hinh: 1", .silent),
        RuleCase("V14", "dk_dien_hinh: yes; noi_dung_dot_pha: cổng trường an toàn", .silent),
        RuleCase("V14", "dk_dien_hinh: no; so_mo_hinh: 0", .silent),
        RuleCase("V14", "", .silent),
        RuleCase("V31", "ngay_ho_so_dien_hinh: 2026-12-01; milestone_cong_nhan_dien_hinh: 2026-12-01", .broken),
        RuleCase("V31", "ngay_ho_so_dien_hinh: 2026-11-30; milestone_cong_nhan_dien_hinh: 2026-12-01", .silent),
    ]

    static let figures = [
        RuleCase("V15", "so_dot_tuyen_truyen: 4; so_dot_chuyen_de: 3", .broken),
        RuleCase("V15", "so_dot_tuyen_truyen: 2; so_dot_chuyen_de: 3", .broken),
        RuleCase("V15", "so_dot_tuyen_truyen: 3; so_dot_chuyen_de: 3", .silent),
        RuleCase("V15", "so_dot_chuyen_de: 3", .silent),
        RuleCase("V16", "so_hs: 426; so_hoc_sinh: 425", .broken),
        RuleCase("V16", "so_hs: 425; so_hoc_sinh: 425", .silent),
        RuleCase("V16", "so_hs: 425", .silent),
        RuleCase("V17", "so_cbgvnv: 31; roster.so_cbgvnv: 30", .broken),
        RuleCase("V17", "so_cbgvnv: 30; roster.so_cbgvnv: 30", .silent),
        RuleCase("V17", "roster.so_cbgvnv: 30", .silent),
        RuleCase("V18", "so_hs_ky_cam_ket: 426; so_hoc_sinh: 425", .broken),
        RuleCase("V18", "so_hs_ky_cam_ket: 425; so_hoc_sinh: 425", .silent),
        RuleCase("V18", "so_hoc_sinh: 425", .silent),
        RuleCase(
            "V19",
            "so_vu_vi_pham.BLHD: 1; so_vu_viec.BLHD: 3; so_vu_vi_pham.MT: 3; so_vu_viec.MT: 3",
            .broken
        ),
        RuleCase("V19", "so_vu_vi_pham.BLHD: 3; so_vu_viec.BLHD: 3; so_vu_vi_pham: 0; so_vu_viec: 9", .silent),
        RuleCase("V19", "so_vu_viec.BLHD: 3", .silent),
        RuleCase("V20", "CT9: met; so_vu_viec.BLHD: 1; so_dong_vi_pham.BLHD: 0; so_dong_vi_pham: 5", .broken),
        RuleCase("V20", "CT9: met; so_vu_viec.BLHD: 1; so_dong_vi_pham.BLHD: 1", .silent),
        RuleCase("V20", "CT9: not_reported; so_vu_viec.BLHD: 1; so_dong_vi_pham.BLHD: 0", .silent),
        RuleCase("V20", "CT9: met; so_vu_viec.BLHD: 0; so_dong_vi_pham.BLHD: 0", .silent),
    ]

    static let reporting = [
        RuleCase("V27", "ngay_bao_cao: 2026-03-13; period_end: 2026-03-14", .broken),
        RuleCase("V27", "ngay_bao_cao: 2026-03-14; period_end: 2026-03-14", .silent),
        RuleCase("V27", "period_end: 2026-03-14", .silent),
        RuleCase("V28", "phai_bao_cao: yes; da_bao_cao: yes; dung_han: no", .broken),
        RuleCase("V28", "phai_bao_cao: yes; da_bao_cao: yes; dung_han: yes", .silent),
        RuleCase("V28", "phai_bao_cao: yes; da_bao_cao: no; dung_han: no", .silent),
        RuleCase("V28", "phai_bao_cao: no; da_bao_cao: yes; dung_han: no", .silent),
        RuleCase("V29", "da_bao_cao: yes; so_dong_vi_pham: 0", .broken),
        RuleCase("V29", "da_bao_cao: yes; so_dong_vi_pham: 1", .silent),
        RuleCase("V29", "da_bao_cao: no; so_dong_vi_pham: 0", .silent),
    ]

    private func isBroken(_ check: Rule.Check, _ example: RuleCase, _ scope: Scope, _ plan: Plan) throws -> Bool {
        let given = try values(of: example, scope, plan)
        let evaluation = Evaluation(count: 1) { [given[scope.names[$0]] ?? .nan] }
        func value(_ condition: Rule.Condition) -> Double { evaluation.evaluate(condition.expression)[0] }
        if let when = check.when {
            let holds = value(when)
            guard holds == 1 || holds.isNaN && when.missing == .counts else { return false }
        }
        let kept = value(check.require)
        return kept == 0 || kept.isNaN && check.require.missing == .counts
    }

    /// The given values as columns hold them.
    private func values(of example: RuleCase, _ scope: Scope, _ plan: Plan) throws -> [String: Double] {
        var values: [String: Double] = [:]
        for pair in example.given.split(separator: "; ") {
            let parts = pair.split(separator: ": ")
            let name = String(parts[0])
            let text = String(parts[1])
            let variable = try #require(scope.names.firstIndex(of: name), "\(name) is not known")
            switch scope.types[variable] {
            case .boolean: values[name] = text == "yes" ? 1 : 0
            case .date: values[name] = Double(try #require(CalendarDate(iso: text)).days)
            case .number:
                let number: Double = try #require(Double(text))
                values[name] = number
            case .choice(let list): values[name] = Double(try #require(plan.codeLists[list].index(ofCode: text)))
            case .text: values[name] = 1
            case .choices: Issue.record("no rule reads the set \(name)")
            }
        }
        return values
    }
}
