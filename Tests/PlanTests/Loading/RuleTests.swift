import Plan
import Testing

/// What `<rules>` of the real plan becomes.
@Suite struct RuleTests {
    private let plan: Plan
    private let rules: [String: Rule]

    init() throws {
        plan = try RealPlan.plan()
        rules = Dictionary(uniqueKeysWithValues: plan.rules.map { ($0.code, $0) })
    }

    /// The list of spec 2, and the queries of spec 1, each with its scope.
    @Test func theRulesAreThoseOfTheSpecification() {
        let found = plan.rules.map { "\($0.code) \($0.severity.rawValue) \(place(of: $0))" }
        #expect(
            found == [
                "V1 query vu-viec.ngay_xu_ly", "V2 query vu-viec.ngay_tiep_nhan", "V3 query vu-viec.ngay_xu_ly",
                "V4 query vu-viec.ngay_xu_ly", "V5 query vu-viec.kip_thoi", "V6 query vu-viec.keo_dai",
                "V7 query unit:bao-cao.dk_an_toan", "V8 query bao-cao.xl_an_toan", "V9 query bao-cao.ngay_dk_an_toan",
                "V10 query bao-cao.quan_triet", "V11 query bao-cao.ngay_quan_triet", "V12 query bao-cao.ke_hoach",
                "V13 query unit:bao-cao.dk_dien_hinh", "V14 query bao-cao.so_mo_hinh",
                "V15 query unit:bao-cao.so_dot_tuyen_truyen", "V16 query tuyen-truyen.so_hs",
                "V17 query tuyen-truyen.so_cbgvnv", "V18 query bao-cao.so_hs_ky_cam_ket",
                "V19 query 9 x unit:vi-pham.so_vu", "V20 query 9 x unit:vi-pham", "V21 query lastYear 9",
                "V22 query lastYear 9", "V23 query falls 6", "V24 query falls 36", "V25 query turns 20",
                "V26 query outlier 16", "V27 query bao-cao.ngay_bao_cao", "V28 query unit:bao-cao.ngay_bao_cao",
                "V29 query unit:bao-cao", "V30 query bao-cao.ngay_ho_so_an_toan",
                "V31 query bao-cao.ngay_ho_so_dien_hinh",
            ]
        )
    }

    @Test func aRecordsConditionsNameItsRosterAndItsPeriod() throws {
        let staff = try record("V17")
        let scope = plan.ruleScope(of: staff.dataSet)
        #expect(staff.check.when == nil)
        #expect(names(staff.check.require, in: scope) == ["so_cbgvnv", "roster.so_cbgvnv"])
        let ended = try record("V27")
        #expect(
            names(ended.check.require, in: plan.ruleScope(of: ended.dataSet)) == ["ngay_bao_cao", "period_end"]
        )
        let dossier = try record("V30")
        #expect(
            names(dossier.check.require, in: plan.ruleScope(of: dossier.dataSet)) == [
                "ngay_ho_so_an_toan", "milestone_cong_nhan_an_toan",
            ]
        )
    }

    @Test func missingValuesSkipUnlessTheyCount() throws {
        #expect(try record("V8").check.require.missing == .counts)
        #expect(try record("V8").check.when?.missing == .skip)
        #expect(try record("V14").check.require.missing == .counts)
        #expect(try record("V1").check.require.missing == .skip)
    }

    @Test func messagesKeepTheirWordsAndPlaces() throws {
        let message = try #require(rules["V1"]).message
        #expect(message.names == ["ngay_xu_ly", "ngay_tiep_nhan"])
        #expect(
            message.text(["1/3/2026", "5/3/2026"]) == "Ngày xử lý (1/3/2026) trước ngày tiếp nhận (5/3/2026)."
        )
        #expect(rules["V1"]?.mend == "Hãy sửa một trong hai ngày.")
        #expect(rules["V1"]?.title == "Ngày xử lý trước ngày tiếp nhận")
    }

    @Test func eachMeansThePartOfThatCode() throws {
        guard case .unit(let tests) = rules["V20"]?.test else {
            Issue.record("V20 is no rule of units")
            return
        }
        let list = try #require(plan.codeLists.first { $0.name == "loai" })
        #expect(tests.map(\.each) == list.codes.map(\.name))
        let second = tests[1]
        #expect(
            names(try #require(second.check.when), in: plan.unitScope) == ["so_vu_viec.BLHD", "CT9"]
        )
        #expect(names(second.check.require, in: plan.unitScope) == ["so_dong_vi_pham.BLHD"])
        #expect(rules["V20"]?.message.names == ["loai", "so_vu_viec"])
        #expect(second.values.map { $0.map { plan.unitScope.names[$0] } } == [nil, "so_vu_viec.BLHD"])
    }

    @Test func lastYearPairsGoCodeByCode() throws {
        guard case .lastYear(let same) = rules["V21"]?.test, case .lastYear(let given) = rules["V22"]?.test else {
            Issue.record("V21 and V22 are no rules about last year")
            return
        }
        #expect(same.demand == .same && given.demand == .given)
        #expect(plan.factColumns[same.pairs[0].given].name == "so_vu_nam_truoc_tu_ghi.PL")
        #expect(same.pairs.map(\.closed).last == "so_vu_vi_pham.KHAC")
        #expect(plan.factColumns[given.pairs[4].given].name == "so_dong_vi_pham.MT")
        #expect(given.pairs[4].closed == "so_vu_vi_pham.MT")
    }

    @Test func figuresOfFallsTurnsAndOutliers() throws {
        guard case .falls(let report) = rules["V23"]?.test, case .falls(let violations) = rules["V24"]?.test,
            case .turns(let answers) = rules["V25"]?.test, case .outlier(let outlier) = rules["V26"]?.test
        else {
            Issue.record("V23 to V26 are of other kinds")
            return
        }
        #expect(plan.factColumns[report[0]].name == "so_dot_tuyen_truyen")
        #expect(violations.map { plan.factColumns[$0].name }[9] == "so_vu_nam_truoc_tu_ghi.PL")
        // Every yes or no of the report: the rule has no exceptions.
        let booleans = plan.factColumns.indices.filter {
            if case .value = plan.facts[plan.factColumns[$0].fact].source {
                plan.factColumns[$0].type == .boolean
            } else {
                false
            }
        }
        #expect(Set(answers) == Set(booleans))
        #expect(outlier.ratio == 10 && outlier.robustScore == 3.5)
        #expect(outlier.leastValue == 20 && outlier.leastUnits == 5)
    }

    @Test func everyRuleHasItsPage() throws {
        let page = String(decoding: try RealPlan.bytes("docs/findings.md"), as: UTF8.self)
        let pages = page.components(headed: "\n### ")
        for rule in plan.rules {
            let own = try #require(pages.first { $0.hasPrefix("\(rule.code)\n") }, "\(rule.code) has no page")
            #expect(own.contains("\n*\(rule.severity.rawValue)* "), "\(rule.code)")
            #expect(own.contains("\nExample: ") && own.contains("\nMend: "), "\(rule.code)")
        }
        let codes = pages.compactMap { $0.firstMatch(of: /^V[0-9]+\n/).map { String($0.output.dropLast()) } }
        #expect(codes == plan.rules.map(\.code))
    }

    private func place(of rule: Rule) -> String {
        func column(_ dataSet: Int, _ field: Int?) -> String {
            let set = plan.dataSets[dataSet]
            return set.name + (field.map { "." + set.fields[$0].name } ?? "")
        }
        switch rule.test {
        case .record(let test): return column(test.dataSet, test.field)
        case .unit(let tests):
            let times = tests.count > 1 ? "\(tests.count) x " : ""
            return times + "unit:" + (tests.first.map { column($0.dataSet, $0.field) } ?? "")
        case .falls(let columns): return "falls \(columns.count)"
        case .turns(let columns): return "turns \(columns.count)"
        case .lastYear(let test): return "lastYear \(test.pairs.count)"
        case .outlier(let test): return "outlier \(test.columns.count)"
        }
    }

    private func record(_ code: String) throws -> Rule.RecordTest {
        guard case .record(let test) = rules[code]?.test else { throw NoSuchRule(code: code) }
        return test
    }

    private func names(_ condition: Rule.Condition, in scope: Scope) -> [String] {
        condition.expression.variables.map { scope.names[$0] }
    }
}

private struct NoSuchRule: Error {
    let code: String
}

extension String {
    fileprivate func components(headed mark: String) -> [Substring] {
        split(separator: mark).dropFirst().map { $0 }
    }
}
