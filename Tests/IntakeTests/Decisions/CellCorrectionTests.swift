import Records
import Testing

@testable import Intake

/// One cell of the row that counts, corrected after a telephone call.
@Suite struct CellCorrectionTests {
    private static let file = violations("a.csv", "Q1 BLHD 3/5", "Q1 ATGT 2/4")

    private func obstacle(_ decision: String, _ files: (path: String, text: String)...) throws -> String? {
        var office = try Office()
        office.decisions = [decision]
        let outcome = try office.night("20/3", files)
        let record = try #require(outcome.result.decisions.first)
        #expect(outcome.findings(.O1).count == (record.isApplied ? 1 : 0))
        #expect(outcome.findings(.O2).count == (record.isApplied ? 0 : 1))
        return record.obstacle
    }

    @Test func theValueCountsAndIsTold() throws {
        var office = try Office()
        office.decisions = [correcting("vi-pham", "Q1|2026|BLHD", "Số vụ", "3", "13")]
        let outcome = try office.night("20/3", Self.file)
        #expect(outcome.violations == ["Q1 ATGT 2 4", "Q1 BLHD 13 5"])
        let finding = try #require(outcome.findings(.O1).first)
        #expect(finding.line == 2 && finding.file == 0)
        #expect(finding.unit == Office.school && finding.period == "2026-Q1")
        #expect(finding.header == "so_vu" && finding.column == 4)
        #expect(finding.value == "3")
        #expect(
            finding.message(plan: office.plan)
                == "Đã áp dụng quyết định của Sở: sửa “Số vụ” từ “3” thành “13” (Ông Minh, ngày 16/3/2026: gọi điện cho trường)."
        )
        #expect(outcome.result.files[0].outcome == .accepted)
    }

    @Test func theSameTheNextNightUntilTheSchoolCorrectsIt() throws {
        var office = try Office()
        office.decisions = [correcting("vi-pham", "Q1|2026|BLHD", "Số vụ", "3", "13")]
        let first = try office.night("20/3", Self.file)
        let second = try office.night("21/3")
        #expect(first.violations == second.violations)
        #expect(first.findings(.O1).map(\.id) == second.findings(.O1).map(\.id))
        let corrected = try office.night("22/3", violations("b.csv", "Q1 BLHD 13/5", "Q1 ATGT 2/4"))
        #expect(corrected.violations == first.violations)
        #expect(corrected.result.decisions.first?.obstacle == "ô nay đã ghi “13”, không cần quyết định này nữa")
        let otherwise = try office.night("23/3", violations("c.csv", "Q1 BLHD 14/5", "Q1 ATGT 2/4"))
        #expect(otherwise.violations == ["Q1 ATGT 2 4", "Q1 BLHD 14 5"])
        #expect(otherwise.result.decisions.first?.obstacle == "ô nay ghi “14”, không còn là “3”")
    }

    /// As workbooks show it, and as a clerk writes it by hand.
    @Test(arguments: [
        ("vi-pham", "Q1|2026|BLHD", "so_vu", "3"),
        ("Số vụ vi phạm so với cùng kỳ năm trước", "31000001|Q1|2026|BLHD", "E: so_vu", "3"),
        ("VI PHAM", "Quý I | 2026 | bạo lực học đường", "Số vụ năm nay", "3,0"),
        ("vi_pham", "31000001 | Quý I | 2026 | Bạo lực học đường", "so_vu (E)", " 3 "),
    ])
    func theCellIsNamedInAnyOfTheWordsThatFilesUse(dataSet: String, key: String, field: String, old: String) throws {
        #expect(try obstacle(correcting(dataSet, key, field, old, "13"), Self.file) == nil)
    }

    @Test func valuesAreReadAsCellsOfFilesAre() throws {
        var office = try Office()
        office.decisions = [
            correcting("bao-cao", "Q1|2026", "Quán triệt, phổ biến, triển khai kế hoạch", "Không", "x"),
            correcting("vu-viec", "VV1", "Ngày tiếp nhận", "5/1/2026", "14/3/2026"),
            correcting("vu-viec", "VV1", "Loại vụ việc", "Bạo lực học đường", "ma túy"),
            correcting("tuyen-truyen", "5/1/2026|TP|SHDC", "Số học sinh", "300", "1.234"),
            correcting("tuyen-truyen", "2026-01-05|TP|Sinh hoạt dưới cờ", "Minh chứng", "", "biên bản số 3"),
            correcting("tuyen-truyen", "2026-01-05|TP|SHDC", "Chuyên đề", "Có", "trống"),
        ]
        let outcome = try office.night(
            "20/3",
            reports("r.csv", "Q1 13/3 Không"),
            incidents("i.csv", "VV1 5/1 BLHD"),
            sessions("s.csv", "5/1 TP SHDC 300")
        )
        #expect(outcome.result.decisions.compactMap(\.obstacle).isEmpty)
        #expect(outcome.rows("bao-cao", "quan_triet") == ["true"])
        #expect(outcome.incidents == ["VV1 2026-03-14 MT"])
        #expect(outcome.rows("tuyen-truyen", "so_hs", "minh_chung", "chuyen_de") == ["1234 biên bản số 3 "])
    }

    @Test func aCellThatCouldNotBeReadIsNamedAsItWasSentAndItsErrorIsClosed() throws {
        var office = try Office()
        office.decisions = [correcting("tuyen-truyen", "5/1/2026|TP|SHDC", "Số học sinh", "khoảng 20", "21")]
        let rows = "5/1 TP SHDC khoảng_20"
        var file = sessions("a.csv", rows)
        file.text = file.text.replacing("khoảng_20", with: "khoảng 20")
        // A copy of the row in another file has the same error, which is mended with it.
        let outcome = try office.night("20/3", file, ("b.csv", file.text))
        #expect(outcome.rows("tuyen-truyen", "so_hs") == ["21"])
        #expect(outcome.findings(.C2).map(\.state) == [.closed, .closed])
        #expect(outcome.result.files[0].outcome == .accepted)
        #expect(outcome.findings(.O1).first?.value == "khoảng 20")
        // Empty is not what stands there, and neither is another slip.
        for old in ["", "khoảng 30"] {
            #expect(
                try obstacle(correcting("tuyen-truyen", "5/1/2026|TP|SHDC", "Số học sinh", old, "21"), file)
                    == "ô nay ghi “khoảng 20”, không còn là “\(old)”"
            )
        }
    }

    @Test func onlyTheRowThatCountsIsCorrected() throws {
        var office = try Office()
        _ = try office.night("1/3", Self.file)
        office.decisions = [correcting("vi-pham", "Q1|2026|BLHD", "Số vụ", "3", "13")]
        let outcome = try office.night("20/3", violations("b.csv", "Q1 BLHD 4/5", "Q1 ATGT 2/4"))
        #expect(outcome.violations == ["Q1 ATGT 2 4", "Q1 BLHD 4 5"])
        #expect(outcome.result.decisions.first?.isApplied == false)
    }

    @Test(
        arguments: [
            (correcting("vi-pham", "Q1|2026|MT", "Số vụ", "3", "13"), "không có dòng nào với khóa này đang được tính"),
            (correcting("vi-pham", "Q1|2026|BLHD", "Số vụ", "4", "13"), "ô nay ghi “3”, không còn là “4”"),
            (correcting("vi-pham", "Q1|2026|BLHD", "Số vụ", "", "13"), "ô nay ghi “3”, không còn là “”"),
            (correcting("vi-pham", "Q1|2026|BLHD", "Số vụ", "ba", "13"), "ô nay ghi “3”, không còn là “ba”"),
            (correcting("vi-pham", "Q1|2026|BLHD", "Năm", "2026", "2025"), "cột “Năm” thuộc khóa của dòng"),
            (correcting("vi-pham", "Q1|2026|BLHD", "Mã đơn vị", "31000001", "31000002"), "cột “Mã đơn vị” thuộc khóa"),
            (
                correcting("vi-pham", "Q1|2026|BLHD", "Số vụ", "3", "mười"),
                "giá trị mới không dùng được: “mười” không phải là số"
            ),
            (correcting("vi-pham", "Q1|2026|BLHD", "Số vụ", "3", "-1"), "giá trị mới không dùng được"),
            (
                correcting("vi-pham", "Q1|2026|BLHD", "Số lớp", "3", "4"),
                "biểu “Số vụ vi phạm so với cùng kỳ năm trước” không có cột “Số lớp”"
            ),
            (correcting("vi-phạm-2", "Q1|2026|BLHD", "Số vụ", "3", "4"), "không có biểu “vi-phạm-2”"),
            (correcting("don-vi", "31000001", "Số học sinh", "3", "4"), "không có biểu “don-vi”"),
            (
                correcting("vi-pham", "Q1|BLHD", "Số vụ", "3", "4"),
                "khóa “Q1|BLHD” phải gồm: Kỳ báo cáo|Năm|Loại vi phạm"
            ),
            (
                correcting("vi-pham", "Q9|2026|BLHD", "Số vụ", "3", "4"),
                "“Q9” không đọc được ở phần “Kỳ báo cáo” của khóa"
            ),
            (
                correcting("vi-pham", "31000002|Q1|2026|BLHD", "Số vụ", "3", "4"),
                "khóa “31000002|Q1|2026|BLHD” là của đơn vị khác"
            ),
            (
                correcting("vi-pham", "Q1|2026|BLHD", "Số vụ", "3", "4", unit: "99"),
                "mã đơn vị “99” không có trong danh mục"
            ),
            (
                correcting("vi-pham", "Q1|2026|BLHD", "Số vụ", "3", "4", unit: "31000002"),
                "không có dòng nào với khóa này"
            ),
        ] as [(String, String)]
    )
    func whatDoesNotFitIsTold(decision: String, reason: String) throws {
        let obstacle = try obstacle(decision, Self.file)
        #expect(obstacle?.hasPrefix(reason) == true, "\(obstacle ?? "applied")")
    }

    @Test func theDateOfSendingAndTheDayOfAnIncidentHaveTheirLimits() throws {
        let sent = correcting("bao-cao", "Q1|2026", "Ngày báo cáo", "13/3/2026", "20/3/2026")
        #expect(try obstacle(sent, reports("r.csv", "Q1 13/3 Có"))?.contains("đúng hạn") == true)
        let received = correcting("vu-viec", "VV1", "Ngày tiếp nhận", "5/1/2026", "trống")
        #expect(
            try obstacle(received, incidents("i.csv", "VV1 5/1 BLHD")) == "cột “Ngày tiếp nhận” không được để trống"
        )
        let unknown = correcting("vu-viec", "VV1", "Loại vụ việc", "BLHD", "cãi nhau")
        #expect(try obstacle(unknown, incidents("i.csv", "VV1 5/1 BLHD"))?.contains("cãi nhau") == true)
    }

    @Test func ofTwoIncidentsOfOneNumberTheOneWithTheOldValueIsMeant() throws {
        var office = try Office()
        let file = incidents("a.csv", "VV1 5/1 BLHD", "VV1 20/2 MT")
        office.decisions = [
            correcting("vu-viec", "VV1", "Loại vụ việc", "MT", "CKT"),
            correcting("vu-viec", "VV1", "Kịp thời", "Có", "Không"),
        ]
        let outcome = try office.night("20/3", file)
        #expect(outcome.incidents == ["VV1 2026-01-05 BLHD", "VV1 2026-02-20 CKT"])
        #expect(outcome.result.decisions.map(\.isApplied) == [true, false])
        #expect(outcome.result.decisions.last?.obstacle?.contains("2 dòng cùng khóa") == true)
    }

    @Test func theSecondDecisionForACellIsNotApplied() throws {
        var office = try Office()
        for second in ["3", "13"] {
            office.decisions = [
                correcting("vi-pham", "Q1|2026|BLHD", "Số vụ", "3", "13"),
                correcting("vi-pham", "Q1|2026|BLHD", "so_vu", second, "23"),
            ]
            let outcome = try office.night("20/3", second == "3" ? [Self.file] : [])
            #expect(outcome.violations == ["Q1 ATGT 2 4", "Q1 BLHD 13 5"])
            #expect(
                outcome.result.decisions.last?.obstacle?.hasPrefix("ô này đã được sửa theo quyết định ở dòng 2") == true
            )
        }
    }

    @Test func theOrderOfDecisionsForDifferentCellsDoesNotMatter() throws {
        let decisions = [
            correcting("vi-pham", "Q1|2026|BLHD", "Số vụ", "3", "13"),
            correcting("vi-pham", "Q1|2026|BLHD", "Số vụ cùng kỳ năm trước", "5", "15"),
            correcting("vi-pham", "Q1|2026|ATGT", "Số vụ", "2", "12"),
            settingAside("b.csv"),
        ]
        var seen: Set<String> = []
        for turn in decisions.indices {
            var office = try Office()
            office.decisions = Array(decisions[turn...] + decisions[..<turn])
            let outcome = try office.night("20/3", Self.file, violations("b.csv", "Q1 BLHD 9/9", "Q1 ATGT 9/9"))
            #expect(outcome.result.decisions.allSatisfy { $0.isApplied })
            seen.insert(
                "\(outcome.violations) \(outcome.result.findings.filter { $0.code == .O1 && $0.line > 0 }.map(\.id))"
            )
        }
        #expect(seen.count == 1)
    }

    /// The plan's rules look at what counts: V2 wants the day of receipt not before the incident's.
    @Test(arguments: [("6/1", "4/1", 0), ("4/1", "6/1", 1), ("6/1", "7/1", 1)])
    func theRulesLookAtTheCorrectedValue(old: String, new: String, told: Int) throws {
        var office = try Office()
        office.decisions = [correcting("vu-viec", "VV1", "Ngày xảy ra", old + "/2026", new + "/2026")]
        // The copy's row merges into the first, and the same is found in it.
        let outcome = try office.night(
            "20/3",
            incidents("a.csv", "VV1 5/1 BLHD \(old)", "VV2 5/1 BLHD 6/1"),
            incidents("b.csv", "VV1 5/1 BLHD \(old)")
        )
        #expect(outcome.result.decisions.map(\.isApplied) == [true])
        let found = outcome.result.findings.filter { $0.codeName == "V2" && $0.state == .open }
        let days = found.filter { $0.record.contains("VV1") }.map { $0.arguments.last }
        #expect(days == [String?](repeating: new + "/2026", count: told * 2))
        #expect(found.contains { $0.record.contains("VV2") })
    }

    @Test func aRuleIsAskedOfACellThatCouldNotBeRead() throws {
        var office = try Office()
        let file = incidents("a.csv", "VV1 5/1 BLHD 31/2")
        let before = try office.night("20/3", file)
        #expect(before.findings(.C3).first?.unchecked == ["V2"])
        #expect(before.findings(.V).isEmpty)
        office.decisions = [correcting("vu-viec", "VV1", "Ngày xảy ra", "31/2/2026", "6/1/2026")]
        let outcome = try office.night("21/3")
        #expect(outcome.findings(.C3).map(\.state) == [.closed])
        #expect(outcome.findings(.V).map(\.codeName) == ["V2"])
    }
}
