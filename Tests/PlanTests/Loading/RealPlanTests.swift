import FoundationEssentials
import Plan
import Testing
import XML

@Suite struct RealPlanTests {
    @Test func loadsAndFollowsItsSchema() throws {
        let schema = try RealPlan.schema()
        let bytes = try RealPlan.bytes("templates/plan-2026.xml")
        #expect(try schema.validate(bytes, file: RealPlan.file).isEmpty)
        #expect(try Plan.load(bytes, file: RealPlan.file, schema: schema).year == 2026)
    }

    @Test func partsOutOfOrderAreTheSchemasBusiness() throws {
        let text = try RealPlan.text()
        let wording = try #require(text.firstMatch(of: /\n *<wording>[^<]*<\/wording>/))
        let edited = text.replacing(wording.output, with: "").replacing(
            "<met>quan_triet</met>",
            with: "<met>quan_triet</met>" + wording.output
        )
        #expect(RealPlan.errors(of: edited).isEmpty)
        let error = #expect(throws: PlanErrors.self) {
            try Plan.load(Array(edited.utf8), file: RealPlan.file, schema: RealPlan.schema())
        }
        let line = text[..<wording.range.lowerBound].count { $0 == "\n" } + 1
        #expect(error?.errors.contains { (line...line + 1).contains($0.line) } == true)
    }

    @Test func periodsAreThoseOfNoteSeven() throws {
        let plan = try RealPlan.plan()
        let found = plan.periods.map {
            "\($0.id) \($0.code) \($0.start.vietnamese)-\($0.end.vietnamese) \($0.due.vietnamese)"
        }
        #expect(
            found == [
                "2026-Q1 Q1 15/12/2025-14/3/2026 16/3/2026", "2026-H1 H1 15/12/2025-14/6/2026 16/6/2026",
                "2026-Q3 Q3 15/6/2026-14/9/2026 16/9/2026", "2026-Y Y 15/12/2025-14/12/2026 16/12/2026",
            ]
        )
        #expect(plan.firstDay.iso == "2025-12-15" && plan.lastDay.iso == "2026-12-14")
        #expect(plan.milestones.map(\.date.iso) == ["2026-11-20", "2026-12-01"])
        let list = try #require(plan.codeLists.first { $0.name == "ky_bao_cao" })
        #expect(list.codes.map(\.code) == plan.periods.map(\.code))
    }

    @Test(arguments: [
        ("loai_hinh", "MN TH THCS THPT PTNC GDTX GDNN TC CD DH", false, false),
        ("cap_hoc", "MN TH THCS THPT GDTX GDNN TC CD DH", false, false),
        ("chu_de", "TP MT BLHD XHTE MBN ATGT PCCC VKVLN MTR DBTT MXH KNBV KHAC", true, false),
        ("hinh_thuc", "SHDC SHL NK DD TD SKH TTS PTHD PANO ZALO WEB FP BT KHAC", true, false),
        ("dip", "D198 TGMT TMT D266 D0410 TATGT D1811 CAODIEM KHAC", true, false),
        ("loai", "PL BLHD ATGT TLDT MT CKT KGM VDNH KHAC", true, false),
        ("xep_loai", "KD Y TB K XS", false, true),
        ("ke_hoach", "RIENG LONGGHEP CHUA", false, false),
        ("trang_thai_vu_viec", "DAXL DANGXL PHOIHOP CHUAXL", false, false),
        ("trang_thai_nhiem_vu", "DATH DANGTH CHUATH", false, false),
        ("danh_gia", "met not_met in_progress not_applicable not_reported", false, false),
    ])
    func codeLists(name: String, codes: String, isOpen: Bool, isOrdered: Bool) throws {
        let list = try #require(try RealPlan.plan().codeLists.first { $0.name == name })
        #expect(list.codes.map(\.code).joined(separator: " ") == codes)
        #expect(list.isOpen == isOpen && list.isOrdered == isOrdered)
        #expect((list.other.map { list.codes[$0].code } == "KHAC") == isOpen)
    }

    @Test(arguments: [
        ("don-vi", 14, "ma_don_vi"), ("bao-cao", 49, "ma_don_vi ky_bao_cao nam"),
        ("tuyen-truyen", 10, "ma_don_vi ngay chu_de hinh_thuc"), ("vu-viec", 11, "ma_don_vi ma_vu_viec"),
        ("vi-pham", 8, "ma_don_vi ky_bao_cao nam loai"), ("nhiem-vu-so", 8, "don_vi_thuc_hien nhiem_vu ky_bao_cao nam"),
    ])
    func dataSets(name: String, fieldCount: Int, key: String) throws {
        let set = try #require(try RealPlan.plan().dataSets.first { $0.name == name })
        #expect(set.fields.count == fieldCount)
        #expect(set.key.map { set.fields[$0].name }.joined(separator: " ") == key)
        #expect(set.isRoster == (name == "don-vi"))
        for field in set.fields where field.type == .integer {
            #expect(field.roles == [.year] || field.roles == [.count] && field.minimum == 0, "\(field.name)")
        }
    }

    @Test func requiredFieldsAndEmptyAsNo() throws {
        let fields = try RealPlan.plan().dataSets.flatMap { set in set.fields.map { (set.name, $0) } }
        #expect(
            fields.filter(\.1.isRequired).map { "\($0).\($1.name)" } == [
                "bao-cao.ngay_bao_cao", "tuyen-truyen.chuyen_de", "vu-viec.loai", "vu-viec.trang_thai",
                "vu-viec.kip_thoi",
                "vi-pham.so_vu", "vi-pham.so_vu_nam_truoc", "nhiem-vu-so.trang_thai",
            ]
        )
        #expect(fields.filter(\.1.emptyMeansNo).map(\.1.name) == ["keo_dai"])
        #expect(fields.filter { $0.1.roles.contains(.identity) }.map(\.1.name) == ["ngay_xay_ra", "loai"])
    }

    @Test func levelsOfKinds() throws {
        let plan = try RealPlan.plan()
        let levels = plan.codeLists[plan.levelList]
        let found = zip(plan.codeLists[plan.kindList].codes, plan.kinds).map { code, kind in
            let given = kind.levels.map { levels.codes[$0].code }.joined(separator: ";")
            let missing = kind.levelsWhenMissing.map { levels.codes[$0].code }.joined(separator: ";")
            return "\(code.code):\(given)|\(missing)"
        }
        #expect(
            found == [
                "MN:MN|", "TH:TH|", "THCS:THCS|", "THPT:THPT|", "PTNC:|THCS;THPT", "GDTX:GDTX|", "GDNN:GDNN|", "TC:TC|",
                "CD:CD|", "DH:DH|",
            ]
        )
        #expect(plan.departments.map(\.id) == ["mam-non", "tieu-hoc", "trung-hoc", "gdtx-gdnn"])
    }

    @Test func scopeOfAUnitIsFactsThenRosterThenIndicators() throws {
        let plan = try RealPlan.plan()
        let names =
            plan.factColumns.map(\.name) + plan.dataSets[plan.roster].fields.map(\.name) + plan.indicators.map(\.id)
        #expect(plan.unitScope.names == names)
        #expect(plan.unitScope.types.last == .choice(list: plan.verdictList))
        #expect(Set(names).count == names.count)
    }

    @Test func partsFollowTheirFact() throws {
        let plan = try RealPlan.plan()
        let start = try #require(plan.factColumns.firstIndex { $0.name == "so_vu_viec" })
        #expect(plan.factColumns[start + 1].name == "so_vu_viec.PL")
        #expect(plan.factColumns[start + 2].title == "Số vụ việc tiếp nhận: Bạo lực học đường")
        #expect(plan.factColumns[start + 10].name == "so_vu_viec.DAXL")
        #expect(plan.factColumns[start + 14].name == "so_vu_viec.PL.DAXL")
        #expect(plan.factColumns[start + 14].part == .init(split: 2, codes: [0, 0]))
        #expect(plan.factColumns[start + 14 + 36].name == "so_vu_viec_kip_thoi")
    }

    @Test(.enabled(if: RealPlanTests.reference != nil))
    func indicatorsSpeakThePlansOwnWords() throws {
        let reference = try #require(Self.reference)
        let plan = try RealPlan.plan()
        #expect(
            plan.indicators.map(\.id) == ["CT1", "CT2", "CT3", "CT4", "CT5", "CT6a", "CT6b", "CT7", "CT8", "CT9"]
        )
        for indicator in plan.indicators { #expect(reference.contains(indicator.wording), "\(indicator.id)") }
        for recipient in plan.head.recipients { #expect(reference.contains(recipient), "\(recipient)") }
        #expect(reference.contains(plan.head.subject))
    }

    /// The text of the plan as the office issued it, where it lies beside the checkout.
    static let reference: String? = {
        var folder = RealPlan.checkout.deletingLastPathComponent()
        for _ in 0..<2 {
            let file = folder.appending(path: "shared/reference/ke-hoach-2026.txt")
            if let data = try? Data(contentsOf: file) { return String(decoding: data, as: UTF8.self) }
            folder = folder.deletingLastPathComponent()
        }
        return nil
    }()
}
