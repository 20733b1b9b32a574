import Plan
import Testing

/// The real plan with one thing made wrong, and the error that must come of it.
struct Mishap: Sendable, CustomTestStringConvertible {
    let from: String
    let to: String
    /// A text that stands, in the edited plan, on the line that the error must name.
    let place: String
    let message: String

    init(_ from: String, _ to: String, at place: String? = nil, _ message: String) {
        self.from = from
        self.to = to
        self.place = place ?? to
        self.message = message
    }

    var testDescription: String { message }
}

@Suite struct PlanErrorTests {
    @Test(arguments: structure + words + data + facts + judgement)
    func eachFaultHasItsLineAndMend(mishap: Mishap) throws {
        let text = try RealPlan.text()
        let range = try #require(text.firstRange(of: mishap.from), "not in the plan: \(mishap.from)")
        let edited = text.replacingCharacters(in: range, with: mishap.to)
        let place = try #require(edited.firstRange(of: mishap.place), "not in the edited plan: \(mishap.place)")
        let line = edited[..<place.lowerBound].count { $0 == "\n" } + 1
        let errors = RealPlan.errors(of: edited)
        #expect(
            errors.contains { $0.line == line && $0.message.contains(mishap.message) },
            "line \(line); found:\n\(PlanErrors(errors))"
        )
        #expect(errors.allSatisfy { $0.file == RealPlan.file && $0.line > 0 })
    }

    @Test func allErrorsOfAPlanComeInOnePass() throws {
        let text = try RealPlan.text()
            .replacing("<met>quan_triet</met>", with: "<met>quan_triett</met>")
            .replacing("due=\"2026-03-16\"", with: "due=\"2026-03-01\"")
            .replacing("kinds=\"TH\"", with: "kinds=\"MN TH\"")
        let errors = RealPlan.errors(of: text)
        #expect(errors.count == 3)
        #expect(errors.map(\.line) == errors.map(\.line).sorted())
    }

    @Test func notWellFormedIsOneError() {
        let errors = RealPlan.errors(of: "<plan year=\"2026\">\n<head>\n</plan>")
        #expect(errors.count == 1)
        #expect(RealPlan.errors(of: "<kế-hoạch/>").first?.message.contains("is no plan") == true)
    }

    static let structure = [
        Mishap("code=\"Q1\"", "kode=\"Q1\"", "has no attribute `kode`"),
        Mishap("due=\"2026-03-16\" ", "", at: "<period id=\"2026-Q1\"", "lacks attribute `due`"),
        Mishap("name=\"Báo cáo quý I\"", "name=\"\"", "has an empty attribute `name`"),
        Mishap("<alias>QI</alias>", "<alis>QI</alis>", "does not belong in <period>"),
        Mishap("<met>quan_triet</met>", "<met> </met>", "<met> is empty"),
        Mishap(
            "<department id=\"mam-non\"",
            "chữ <department id=\"mam-non\"",
            at: "<departments>",
            "holds a text of its own"
        ),
        Mishap("<place>Hải Phòng</place>", "", at: "<head>", "lacks <place>"),
        Mishap("<place>", "<place>Hà Nội</place><place>", at: "<head>", "more than one <place>"),
        Mishap("<plan year=\"2026\">", "<plan year=\"26\">", "is no year of a plan"),
        Mishap("<milestones>", "<milestones/><milestones>", "stands twice"),
        Mishap("roster=\"yes\"", "roster=\"true\"", "write roster=\"yes\""),
        Mishap("due=\"2026-03-16\"", "due=\"2026-02-30\"", "no such day exists"),
        Mishap("end=\"2026-03-14\"", "end=\"2025-03-14\"", "before it begins"),
        Mishap("due=\"2026-03-16\"", "due=\"2026-03-14\"", "while its window still runs"),
        Mishap("id=\"2026-H1\"", "id=\"2026-Q1\"", at: "code=\"H1\"", "the period `2026-Q1` stands twice"),
        Mishap("code=\"H1\"", "code=\"Q1\"", at: "id=\"2026-H1\"", "the period's code `Q1` stands twice"),
        Mishap("id=\"2026-H1\"", "id=\"2026 H1\"", "is no id"),
        Mishap("id=\"cong-nhan-dien-hinh\"", "id=\"cong-nhan-an-toan\"", at: "2026-12-01", "stands twice"),
    ]

    static let words = [
        Mishap("<list name=\"ke_hoach\">", "<list name=\"ky_bao_cao\">", "is made by the program"),
        Mishap("<list name=\"ke_hoach\">", "<list name=\"dip\">", "the list `dip` stands twice"),
        Mishap("<list name=\"ke_hoach\">", "<list name=\"Kế hoạch\">", "is no name"),
        Mishap("name=\"dip\" other=\"KHAC\"", "name=\"dip\" other=\"KHACC\"", "is no code of the list `dip`"),
        Mishap("<code id=\"SHL\"", "<code id=\"SHDC\"", at: "name=\"Sinh hoạt lớp\"", "the code `SHDC` stands twice"),
        Mishap("<alias>Facebook</alias>", "<alias>ZALO</alias>", "means FP and ZALO of the list `hinh_thuc`"),
        Mishap("<alias>Sơ kết</alias>", "<alias>quý  i</alias>", "means H1 and Q1 of the list `ky_bao_cao`"),
        Mishap("<alias>Facebook</alias>", "<alias>???</alias>", "holds no letter and no digit"),
        Mishap("<code id=\"KD\"", "<code levels=\"MN\" id=\"KD\"", "only kinds of units have levels"),
        Mishap("name=\"Mầm non\" levels=\"MN\"", "name=\"Mầm non\"", "needs either levels"),
        Mishap("levels=\"THPT\"", "levels=\"THTP\"", "`THTP` in levels is no code of the list `cap_hoc`"),
        Mishap("<header>STT</header>", "<header>Ngày xử lý</header>", "is the field `ngay_xu_ly` of `vu-viec`"),
        Mishap("<header>CMND</header>", "<header>so van ban</header>", "is the field `so_van_ban` of `nhiem-vu-so`"),
        Mishap("<header>CMND</header>", "<header>Stt</header>", "is noise and personal data"),
        Mishap("<header>STT</header>", "<header>#</header>", "holds no letter and no digit"),
    ]

    static let data = [
        Mishap(
            "<dataSet name=\"bao-cao\"",
            "<dataSet name=\"don-vi\"",
            at: "title=\"Báo cáo kết quả thực hiện\"",
            "the data set `don-vi` stands twice"
        ),
        Mishap(
            "<dataSet name=\"bao-cao\"",
            "<dataSet roster=\"yes\" name=\"bao-cao\"",
            at: "<dataSets>",
            "2 data sets are the roster"
        ),
        Mishap("role=\"sentOn\" ", "", at: "<dataSets>", "0 data sets have a field with role=\"sentOn\""),
        Mishap(
            "key=\"ma_don_vi ma_vu_viec\"",
            "key=\"ma_don_vi ma_vu_vie\"",
            "no such field is there: do you mean `ma_vu_viec`?"
        ),
        Mishap("key=\"ma_don_vi ma_vu_viec\"", "key=\"ma_vu_viec\"", "lacks `ma_don_vi`, its unit"),
        Mishap("key=\"ma_don_vi ma_vu_viec\"", "key=\"ma_don_vi ma_don_vi\"", "names a field twice"),
        Mishap("key=\"ma_don_vi\"", "key=\"ma_don_vi ten_don_vi\"", "is its unit's code alone"),
        Mishap("name=\"ten_xa\"", "name=\"ma_xa\"", at: "title=\"Tên xã\"", "the field `ma_xa` stands twice"),
        Mishap("name=\"kho_khan\"", "name=\"Khó khăn\"", "is no name"),
        Mishap(
            "name=\"cong_lap\" title=\"Công lập\" type=\"boolean\"",
            "name=\"cong_lap\" title=\"Công lập\" type=\"bool\"",
            "`bool` is no type"
        ),
        Mishap("type=\"choices\" list=\"chu_de\"", "type=\"choices\"", at: "<field name=\"chu_de\"", "names no list"),
        Mishap(
            "type=\"choices\" list=\"chu_de\"",
            "type=\"choices\" list=\"chude\"",
            "no list `chude` is there: do you mean `chu_de`?"
        ),
        Mishap(
            "name=\"ghi_chu\" title=\"Ghi chú\" type=\"text\"",
            "name=\"ghi_chu\" title=\"Ghi chú\" type=\"text\" list=\"dip\"",
            "needs no list"
        ),
        Mishap("role=\"identity\"", "role=\"identitty\"", "`identitty` is no role"),
        Mishap(
            "type=\"text\" role=\"unitName\"",
            "type=\"text\" role=\"year\"",
            "does not fit the type of `ten_don_vi`"
        ),
        Mishap(
            "role=\"unitName\"",
            "role=\"communeName\"",
            at: "<dataSet name=\"don-vi\"",
            "2 fields with role=\"communeName\""
        ),
        Mishap("role=\"commune\"", "", at: "<dataSet name=\"don-vi\"", "has no field with role=\"commune\""),
        Mishap(
            "type=\"date\" role=\"eventDate\"",
            "type=\"date\"",
            at: "<dataSet name=\"tuyen-truyen\"",
            "has no field with role=\"eventDate\""
        ),
        Mishap(
            "name=\"ngay_xu_ly\" title=\"Ngày xử lý\" type=\"date\"",
            "name=\"ngay_xu_ly\" title=\"Ngày xử lý\" type=\"date\" role=\"opened\"",
            at: "<dataSet name=\"vu-viec\"",
            "belongs to the roster"
        ),
        Mishap("<alias>Số phụ huynh tham gia</alias>", "<alias>SO HSSV</alias>", "means `so_phu_huynh` and `so_hs`"),
        Mishap("title=\"Dịp\"", "title=\"Chủ đề\"", at: "<field name=\"dip\"", "means `dip` and `chu_de`"),
        Mishap("type=\"integer\" min=\"0\"", "type=\"integer\" min=\"không\"", "a whole number is needed"),
        Mishap("type=\"integer\" min=\"0\"", "type=\"integer\" min=\"9\" max=\"1\"", "mend min or max"),
        Mishap("title=\"Công lập\" type=\"boolean\"", "title=\"Công lập\" type=\"boolean\" max=\"1\"", "is no number"),
        Mishap("title=\"Ghi chú\" type=\"text\"", "title=\"Ghi chú\" type=\"text\" empty=\"no\"", "only a boolean"),
    ]

    static let facts = [
        Mishap(
            "<fact name=\"da_bao_cao\"",
            "<fact name=\"phai_bao_cao\"",
            at: "title=\"Đã báo cáo\"",
            "the fact `phai_bao_cao` stands twice"
        ),
        Mishap("<fact name=\"da_bao_cao\"", "<fact name=\"so_hoc_sinh\"", "is called as a field of the roster"),
        Mishap(
            "title=\"Đã báo cáo\"",
            "title=\"Phải báo cáo\"",
            at: "name=\"da_bao_cao\"",
            "have the title `Phải báo cáo`"
        ),
        Mishap(
            "quan_triet ngay_quan_triet hinh",
            "quan_trie ngay_quan_triet hinh",
            at: "<values",
            "has no field `quan_trie`: do you mean `quan_triet`?"
        ),
        Mishap("<values dataSet=\"bao-cao\"", "<values dataSet=\"vu-viec\"", "has not one row a unit and period"),
        Mishap(
            "<count dataSet=\"vu-viec\"/>",
            "<count dataSet=\"vu_viec\"/>",
            "no data set `vu_viec` is there: do you mean `vu-viec`?"
        ),
        Mishap("<count dataSet=\"vu-viec\"/>", "<count dataSet=\"don-vi\"/>", "the roster is not counted"),
        Mishap(
            "<count dataSet=\"vu-viec\"/>",
            "<known what=\"reported\"/><count dataSet=\"vu-viec\"/>",
            at: "<fact name=\"so_vu_viec\"",
            "says 2 times"
        ),
        Mishap("field=\"so_hs\"/>", "field=\"minh_chung\"/>", "is no number and cannot be summed"),
        Mishap("what=\"reported\"", "what=\"reportet\"", "is not known of a unit"),
        Mishap("where=\"chuyen_de\" span", "where=\"chuyen_de and\" span", "in `where`, column 14"),
        Mishap(
            "where=\"chuyen_de\" span",
            "where=\"chuyende\" span",
            "no `chuyende` is known here: do you mean `chuyen_de`?"
        ),
        Mishap("where=\"chuyen_de\" span", "where=\"ngay\" span", "a condition is needed"),
        Mishap("'PHOIHOP')\"", "'PHOIHOPP')\"", "is not on the list `trang_thai_vu_viec`"),
        Mishap("span=\"yearToDate\"", "span=\"year\"", "`year` is no span"),
        Mishap(
            "<count dataSet=\"vi-pham\"/>",
            "<count dataSet=\"vi-pham\" span=\"yearToDate\"/>",
            "have no date but a period"
        ),
        Mishap(
            "<count dataSet=\"vi-pham\"/>",
            "<count dataSet=\"vi-pham\" period=\"Q2\"/>",
            "no period has the code `Q2`"
        ),
        Mishap(
            "<count dataSet=\"vu-viec\"/>",
            "<count dataSet=\"vu-viec\" period=\"Q1\"/>",
            "is for data sets with a period column"
        ),
        Mishap("<by fields=\"dip\"/>", "<by fields=\"ngay\"/>", "is no choice and cannot split"),
        Mishap("<by fields=\"trang_thai\"/>", "<by fields=\"loai trang_thai loai\"/>", "split by one field or by two"),
        Mishap(
            "<by fields=\"chu_de\"/>",
            "<by fields=\"chu_de\"/><by fields=\"hinh_thuc\"/>",
            at: "<fact name=\"so_buoi\"",
            "two lists share the code"
        ),
        Mishap("</compute>", "</compute><by fields=\"loai\"/>", "can be split"),
        Mishap("coalesce(so_luot_hs, 0) +", "so_vu_viec +", "refers to `so_vu_viec`, which is not computed yet"),
        Mishap("coalesce(so_luot_hs, 0) +", "so_luot_nguoi +", "refers to `so_luot_nguoi`, which is not computed yet"),
        Mishap("coalesce(so_luot_hs, 0) +", "tu_thcs +", "reckons with yes or no"),
        Mishap("lastYearOf=\"so_vu\">", "lastYearOf=\"so_vuu\">", "no field `so_vuu` is there: do you mean `so_vu`?"),
        Mishap(
            "lastYearOf=\"so_vu\">",
            "lastYearOf=\"so_vu_nam_truoc\">",
            "both fields must be numbers, and not one and the same"
        ),
        Mishap(
            "lastYearOf=\"so_vu\">",
            "lastYearOf=\"so_hs\">",
            at: "lastYearOf=\"so_hs\"> <alias>Số học sinh",
            "two fields are lastYearOf `so_hs`"
        ),
        Mishap(
            "key=\"ma_don_vi ky_bao_cao nam loai\"",
            "key=\"ma_don_vi ky_bao_cao nam so_hs\"",
            "the key of `vi-pham` must be unit, period and year, and at most one choice"
        ),
        Mishap("field=\"last.so_vu\"", "field=\"last.so_vu_nam_truoc\"", "is lastYearOf `so_vu_nam_truoc`"),
        Mishap("present(last.so_vu)", "present(last.loai)", "no `last.loai` is known here"),
        Mishap(
            "<count dataSet=\"vi-pham\" where=\"present(so_vu)\"/>",
            "<count dataSet=\"vi-pham\" where=\"so_vu > 0\"/>",
            at: "<facts>",
            "next year cannot read `so_vu` of `vi-pham` from closed sets"
        ),
        Mishap(
            "<dropped dataSet=\"vi-pham\" field=\"so_vu\"/>",
            "<dropped dataSet=\"vi-pham\" field=\"loai\"/>",
            "`loai` has no figure of last year"
        ),
        Mishap(
            "<dropped dataSet=\"vi-pham\" field=\"so_vu\"/>",
            "<dropped dataSet=\"vi-pham\" field=\"so_vu\" span=\"window\"/>",
            "<dropped> has no attribute `span`"
        ),
    ]

    static let judgement = [
        Mishap(
            "<indicator id=\"CT2\"",
            "<indicator id=\"CT1\"",
            at: "title=\"Kế hoạch riêng hoặc lồng ghép\"",
            "the indicator `CT1` stands twice"
        ),
        Mishap("<indicator id=\"CT2\"", "<indicator id=\"quan_triet\"", "is called as a fact"),
        Mishap("<indicator id=\"CT2\"", "<indicator id=\"2\"", "is no id of an indicator"),
        Mishap("id=\"CT1\" kind=\"units\"", "id=\"CT1\" kind=\"unit\"", "is no kind of indicator"),
        Mishap("dueIn=\"Y\"", "dueIn=\"Q4\"", "which is no period's code"),
        Mishap("<met>quan_triet</met>", "", at: "<indicator id=\"CT1\"", "lacks <met>"),
        Mishap("<met>quan_triet</met>", "<met>quan_triet = 1</met>", "both must be of one kind"),
        Mishap("<met>xl_an_toan >= 'Khá'</met>", "<met>xl_an_toan >= 'Giỏi'</met>", "is not on the list `xep_loai`"),
        Mishap("<met>ke_hoach in", "<met>ke_hoach > 'Chưa' or ke_hoach in", "compares by rank"),
        Mishap("<met>quan_triet</met>", "<met>CT2 = 'met'</met>", "no `CT2` is known here"),
        Mishap(
            "<met>quan_triet</met>",
            "<met>quan_triet</met><figures denominator=\"so_buoi\" numerator=\"so_buoi\"/>",
            "needs no <figures>"
        ),
        Mishap(
            "<met>quan_triet</met>",
            "<met>quan_triet</met><groupMet>true</groupMet>",
            at: "<indicator id=\"CT1\"",
            "needs no <groupMet>"
        ),
        Mishap(
            "<figures denominator=\"so_vu_viec\" numerator=\"so_vu_viec_kip_thoi\" categories=\"loai\"/>",
            "",
            at: "<indicator id=\"CT8\"",
            "adds up counts: write <figures"
        ),
        Mishap("<reported>true</reported>", "", at: "<indicator id=\"CT8\"", "write <reported>"),
        Mishap("<figures denominator=\"so_vu_viec\"", "<figures denominator=\"so_vu\"", "no fact `so_vu` is there"),
        Mishap(
            "numerator=\"so_vu_viec_kip_thoi\" categories=\"loai\"",
            "numerator=\"so_vu_viec_kip_thoi\" categories=\"chu_de\"",
            "is not split by the list `chu_de`"
        ),
        Mishap(
            "where=\"keo_dai\"/>\n      <by fields=\"loai\"/>",
            "where=\"keo_dai\"/>",
            at: "numerator=\"so_vu_viec_kip_thoi\"",
            "`so_vu_viec_keo_dai` is not split by the list `loai`"
        ),
        Mishap(
            "<applies>so_vu_viec > 0",
            "<applies>so_hoc_sinh > 0",
            at: "numerator=\"so_vu_viec_kip_thoi\"",
            "`so_hoc_sinh` is no fact that is a number"
        ),
        Mishap("kinds=\"TH\"", "kinds=\"MN TH\"", "the kind `MN` belongs to `mam-non` and to `tieu-hoc`"),
        Mishap(
            "kinds=\"THCS THPT PTNC\"",
            "kinds=\"THCS THPT\"",
            at: "<departments>",
            "the kind `PTNC` belongs to no department"
        ),
        Mishap("kinds=\"TH\"", "kinds=\"TTH\"", "`TTH` in kinds is no code"),
        Mishap(
            "<department id=\"tieu-hoc\"",
            "<department id=\"mam-non\"",
            at: "kinds=\"TH\"",
            "the department `mam-non` stands twice"
        ),
        Mishap("<commendation period=\"Y\"", "<commendation period=\"N\"", "no period has the code `N`"),
        Mishap("CT1 != 'met'</against>", "CT1 != 'mett'</against>", "'mett' is not on the list `danh_gia`"),
        Mishap("CT1 != 'met'</against>", "CT10 != 'met'</against>", "no `CT10` is known here"),
        Mishap("not coalesce(minh_chung, false)", "not coalesce(minh_chung, 0)", "both must be of one kind"),
        Mishap("<praise>", "<praise>true</praise><praise>", "more than one <praise>"),
    ]
}

extension String {
    fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
        String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
    }
}
