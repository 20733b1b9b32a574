import Plan
import Testing

/// A rule that is wrong, and the error that must come of it.
struct WrongRule: Sendable, CustomTestStringConvertible {
    let rule: String
    let message: String

    /// A rule of that test.
    init(_ test: String, _ message: String, says: String = "Sai.") {
        rule =
            "<rule code=\"V1\" severity=\"query\" title=\"Sai\">\(test)<message>\(says)</message><mend>Hãy sửa.</mend></rule>"
        self.message = message
    }

    /// A rule as it stands.
    init(whole rule: String, _ message: String) {
        self.rule = rule
        self.message = message
    }

    var testDescription: String { message }
}

@Suite struct RuleErrorTests {
    @Test(arguments: heads + records + units + figures)
    func eachFaultHasItsLineAndMend(wrong: WrongRule) throws {
        let (plan, line) = try plan(with: [wrong.rule])
        let errors = RealPlan.errors(of: plan)
        #expect(
            errors.contains { $0.line == line && $0.message.contains(wrong.message) },
            "found:\n\(PlanErrors(errors))"
        )
        #expect(errors.count == 1, "found:\n\(PlanErrors(errors))")
    }

    @Test func allErrorsOfAllRulesComeInOnePass() throws {
        let (plan, line) = try plan(
            with: (Self.records.prefix(3) + Self.units.prefix(2)).enumerated().map {
                $0.element.rule.replacing("\"V1\"", with: "\"V\($0.offset + 1)\"")
            }
        )
        #expect(RealPlan.errors(of: plan).map(\.line) == Array(line..<line + 5))
    }

    @Test func aPlanWithoutRulesSaysSo() throws {
        let (plan, _) = try plan(with: [])
        #expect(RealPlan.errors(of: plan).isEmpty)
        let errors = RealPlan.errors(of: plan.replacing("<rules>\n</rules>", with: ""))
        #expect(errors.map(\.message) == ["the plan has no <rules>: write it, even if it holds nothing"])
    }

    /// The real plan with these rules instead of its own, one a line, and the line of the first.
    private func plan(with rules: [String]) throws -> (text: String, line: Int) {
        let text = try RealPlan.text()
        let start = try #require(text.firstRange(of: "<rules>"))
        let end = try #require(text.firstRange(of: "</rules>"))
        let before = text[..<start.lowerBound]
        let lines = ["<rules>"] + rules + ["</rules>"]
        return (
            before + lines.joined(separator: "\n") + text[end.upperBound...], before.count { $0 == "\n" } + 2
        )
    }

    private static let works = "<record dataSet=\"vu-viec\"><require>present(ngay_xu_ly)</require></record>"
    private static let says = "<message>Sai.</message><mend>Hãy sửa.</mend>"

    static let heads = [
        WrongRule(
            whole: "<rule severity=\"query\" title=\"Sai\">\(works)\(says)</rule>",
            "<rule> lacks attribute `code`"
        ),
        WrongRule(
            whole: "<rule code=\"R1\" severity=\"query\" title=\"Sai\">\(works)\(says)</rule>",
            "`R1` is no code of a rule: write V and a number"
        ),
        WrongRule(
            whole: "<rule code=\"V01\" severity=\"query\" title=\"Sai\">\(works)\(says)</rule>",
            "`V01` is no code of a rule"
        ),
        WrongRule(
            whole: "<rule code=\"V\" severity=\"query\" title=\"Sai\">\(works)\(says)</rule>",
            "`V` is no code of a rule"
        ),
        WrongRule(
            whole: "<rule code=\"V1\" severity=\"lỗi\" title=\"Sai\">\(works)\(says)</rule>",
            "`lỗi` is no severity: error, query, information"
        ),
        WrongRule(
            whole:
                "<rule code=\"V1\" severity=\"query\" title=\"Sai\">\(works)\(says)</rule> <rule code=\"V1\" severity=\"query\" title=\"Sai\">\(works)\(says)</rule>",
            "the rule `V1` stands twice"
        ),
        WrongRule(
            whole: "<rule code=\"V1\" severity=\"query\" title=\"Sai\">\(says)</rule>",
            "says 0 times of what it asks: write one of <record>, <unit>"
        ),
        WrongRule(works + works, "says 2 times of what it asks"),
        WrongRule(
            whole:
                "<rule code=\"V1\" severity=\"query\" title=\"Sai\">\(works)<message>Sai.</message><mend> </mend></rule>",
            "<mend> is empty: write its text"
        ),
        WrongRule(
            whole: "<rule code=\"V1\" severity=\"query\" title=\"Sai\">\(works)<message>Sai.</message></rule>",
            "<rule> lacks <mend>: write it"
        ),
        WrongRule(
            whole: "<rule code=\"V1\" severity=\"query\" title=\"Sai\">\(works)<mend>Hãy sửa.</mend></rule>",
            "<rule> lacks <message>: write it"
        ),
        WrongRule(works, "<message> is no whole sentence: end it with a full stop", says: "Sai"),
        WrongRule(
            works,
            "nothing is known of {ngay_xu_li} here: do you mean `ngay_xu_ly`?",
            says: "Sai: {ngay_xu_li}."
        ),
        WrongRule(works, "`{` stands alone: a value's place is written {name}", says: "Sai: {ngay_xu_ly."),
        WrongRule(works, "`}` stands alone", says: "Sai: ngay_xu_ly}."),
        WrongRule(works, "nothing is known of {} here", says: "Sai: {}."),
    ]

    static let records = [
        WrongRule(
            "<record dataSet=\"vu_viec\"><require>true</require></record>",
            "no data set `vu_viec` is there: do you mean `vu-viec`?"
        ),
        WrongRule("<record dataSet=\"don-vi\"><require>true</require></record>", "the roster is checked by U3 and U4"),
        WrongRule(
            "<record dataSet=\"vu-viec\" field=\"ngay_xu_li\"><require>true</require></record>",
            "`vu-viec` has no field `ngay_xu_li`: do you mean `ngay_xu_ly`?"
        ),
        WrongRule(
            "<record dataSet=\"vu-viec\"><require>ngay_xu_li >= ngay_tiep_nhan</require></record>",
            "in `require`: no `ngay_xu_li` is known here: do you mean `ngay_xu_ly`?"
        ),
        WrongRule(
            "<record dataSet=\"vu-viec\"><require>ngay_xu_ly</require></record>",
            "in `require`: a condition is needed, and `ngay_xu_ly` is a date"
        ),
        WrongRule(
            "<record dataSet=\"vu-viec\"><when>so_hs_lien_quan + 1</when><require>kip_thoi</require></record>",
            "in `when`: a condition is needed"
        ),
        WrongRule(
            "<record dataSet=\"vu-viec\"><require>ngay_xu_ly >= so_hs_lien_quan</require></record>",
            "both must be of one kind"
        ),
        WrongRule(
            "<record dataSet=\"vu-viec\"><require>trang_thai = 'Xong rồi'</require></record>",
            "is not on the list `trang_thai_vu_viec`"
        ),
        WrongRule(
            "<record dataSet=\"vu-viec\"><require>period_end >= ngay_xu_ly</require></record>",
            "no `period_end` is known here"
        ),
        WrongRule(
            "<record dataSet=\"vu-viec\"><require>quan_triet</require></record>",
            "no `quan_triet` is known here"
        ),
        WrongRule(
            "<record dataSet=\"vu-viec\"><when>kip_thoi</when></record>",
            "<record> says 0 times what it requires: write one of <require>, <bothOrNeither>, <notBoth>"
        ),
        WrongRule(
            "<record dataSet=\"vu-viec\"><require>kip_thoi</require><require>keo_dai</require></record>",
            "<record> says 2 times what it requires"
        ),
        WrongRule(
            "<record dataSet=\"vu-viec\"><when>kip_thoi</when><when>keo_dai</when><require>true</require></record>",
            "more than one <when>"
        ),
        WrongRule(
            "<record dataSet=\"vu-viec\"><require missing=\"yes\">kip_thoi</require></record>",
            "`missing` is `yes`: write missing=\"counts\", or leave it out for skip"
        ),
        WrongRule(
            "<record dataSet=\"vu-viec\"><notBoth first=\"kip_thoi\"/></record>",
            "<notBoth> lacks attribute `second`"
        ),
        WrongRule(
            "<record dataSet=\"vu-viec\"><notBoth first=\"kip_thoi\" second=\"keo_daii\"/></record>",
            "in `second`: no `keo_daii` is known here: do you mean `keo_dai`?"
        ),
        WrongRule(
            "<record dataSet=\"vu-viec\"><bothOrNeither first=\"so_hs_lien_quan + 1\" second=\"keo_dai\"/></record>",
            "`first` is `so_hs_lien_quan + 1`, and a name or a condition is needed, such as so_hs_lien_quan + 1 > 0"
        ),
        WrongRule(
            "<record dataSet=\"vu-viec\" each=\"loai\"><require>kip_thoi</require></record>",
            "<record> has no attribute `each`"
        ),
    ]

    static let units = [
        WrongRule(
            "<unit dataSet=\"bao-cao\"><require>ngay_bao_cao > ngay_quan_triet</require></unit>",
            "no `ngay_bao_cao` is known here"
        ),
        WrongRule(
            "<unit dataSet=\"bao-cao\"><require>so_buoi</require></unit>",
            "a condition is needed, and `so_buoi` is a number"
        ),
        WrongRule("<unit><require>quan_triet</require></unit>", "<unit> lacks attribute `dataSet`"),
        WrongRule(
            "<unit dataSet=\"bao-cao\" each=\"loaii\"><require>so_vu_viec > 0</require></unit>",
            "each: no list `loaii` is there: do you mean `loai`?"
        ),
        WrongRule(
            "<unit dataSet=\"bao-cao\" each=\"loai\"><require>so_vu_viec > so_buoi</require></unit>",
            "`so_buoi` is not split by the list `loai` of each: add a <by> to the fact, or take it out"
        ),
        WrongRule(
            "<unit dataSet=\"bao-cao\" each=\"loai\"><require>quan_triet</require></unit>",
            "no fact of the rule is split by `loai`, so that each code would ask the same: take each out"
        ),
        WrongRule(
            "<unit dataSet=\"bao-cao\"><require>quan_triet</require></unit>",
            "nothing is known of {loai} here",
            says: "Sai: {loai}."
        ),
    ]

    static let figures = [
        WrongRule("<falls facts=\"so_buoii\"/>", "no fact `so_buoii` is there: do you mean `so_buoi`?"),
        WrongRule("<falls facts=\"so_hoc_sinh\"/>", "no fact `so_hoc_sinh` is there"),
        WrongRule("<falls facts=\"\"/>", "has an empty attribute `facts`"),
        WrongRule("<falls facts=\"quan_triet\"/>", "the fact `quan_triet` is no number, so that <falls> says nothing"),
        WrongRule("<falls facts=\"so_buoi so_buoi\"/>", "the fact `so_buoi` stands twice"),
        WrongRule("<falls facts=\"so_buoi\" each=\"loai\"/>", "`so_buoi` is not split by the list `loai` of each"),
        WrongRule(
            "<turns facts=\"so_buoi\"/>",
            "the fact `so_buoi` is no yes or no, so that <turns> says nothing of it: take it out"
        ),
        WrongRule(
            "<turns facts=\"quan_triet\"/>",
            "nothing is known of {quan_triet} here: it may be {figure}, {value}, {period}, {earlier_value}, {earlier_period}",
            says: "Sai: {quan_triet}."
        ),
        WrongRule(
            "<lastYear given=\"vi_pham_nam_truoc\" closed=\"vi_pham_nam_nayy\"/>",
            "no fact `vi_pham_nam_nayy` is there: do you mean `vi_pham_nam_nay`?"
        ),
        WrongRule(
            "<lastYear given=\"vi_pham_nam_truoc\" closed=\"so_buoi\" each=\"loai\"/>",
            "`so_buoi` is not split by the list `loai`"
        ),
        WrongRule("<lastYear given=\"vi_pham_nam_truoc\"/>", "<lastYear> lacks attribute `closed`"),
        WrongRule(
            "<lastYear given=\"vi_pham_nam_truoc\" closed=\"vi_pham_nam_nay\" demand=\"equal\"/>",
            "`demand` is `equal`: write demand=\"given\", or leave it out for same"
        ),
        WrongRule(
            "<lastYear given=\"vi_pham_nam_truoc\" closed=\"vi_pham_nam_nay\"/>",
            "nothing is known of {earlier_value} here",
            says: "Sai: {earlier_value}."
        ),
        outlier("ratio=\"1\"", "`ratio` is `1`, and a number above 1, such as 10 is needed"),
        outlier("ratio=\"mười\"", "`ratio` is `mười`"),
        outlier("robustScore=\"0\"", "`robustScore` is `0`, and a number above 0"),
        outlier("leastValue=\"-1\"", "`leastValue` is `-1`, and a number of 0 or more"),
        outlier("leastUnits=\"2\"", "a median of fewer than 3 units says nothing, write 3 or more"),
        outlier("leastUnits=\"5.5\"", "`leastUnits` is `5.5`, and a whole number is needed"),
        WrongRule(
            "<outlier facts=\"so_buoi\" ratio=\"10\" robustScore=\"3\" leastValue=\"1\"/>",
            "lacks attribute `leastUnits`"
        ),
        WrongRule(
            whole:
                "<rule code=\"V1\" severity=\"error\" title=\"Sai\"><outlier facts=\"so_buoi\" ratio=\"10\" robustScore=\"3\" leastValue=\"1\" leastUnits=\"5\"/>\(says)</rule>",
            "what is only unusual is never an error: write severity=\"query\""
        ),
    ]

    /// An outlier with one threshold as given.
    private static func outlier(_ threshold: String, _ message: String) -> WrongRule {
        let name = threshold.prefix { $0 != "=" }
        let others = ["ratio=\"10\"", "robustScore=\"3.5\"", "leastValue=\"20\"", "leastUnits=\"5\""].filter {
            !$0.hasPrefix(name)
        }
        return WrongRule("<outlier facts=\"so_buoi\" \(([threshold] + others).joined(separator: " "))/>", message)
    }
}
