import Plan
import Records
import Testing

@testable import Intake

/// A school's words about its findings, sent back in the feedback workbook.
@Suite struct AnswerTests {
    /// A query (K3), an error (C2) and an information (K1) of the school, and a query of another one.
    private static let files = [
        violations("a.csv", "Q1 BLHD 3/5", "Q1 BLHD 4/5", "Q1 MT 1/1", "Q1 MT 1/1", "Q1 ATGT ba/4"),
        violations("khac.csv", "Q1 BLHD 3/5", "Q1 BLHD 4/5", unit: "31000002"),
    ]

    private func office() throws -> (office: Office, outcome: Outcome) {
        var office = try Office()
        let outcome = try office.night("20/3", Self.files)
        return (office, outcome)
    }

    private func id(_ code: FindingCode, _ outcome: Outcome, unit: String = Office.school) throws -> String {
        try #require(outcome.findings(code).first { $0.unit == unit }).id
    }

    private func book(_ answers: (finding: String, text: String)..., unit: String? = Office.school) throws -> [UInt8] {
        try FeedbackBook(unit: unit, answers: answers).bytes()
    }

    @Test func anAnsweredQueryIsNotOpenAndItsWordsStandWithIt() throws {
        var (office, before) = try office()
        #expect(before.result.files[1].outcome == .queries)
        office.workbooks = [
            ("b.xlsx", try book((try id(.K3, before), "Có hai vụ thật"), (try id(.C2, before), "Sẽ sửa")))
        ]
        let outcome = try office.night("21/3")
        let query = try #require(outcome.findings(.K3).first { $0.unit == Office.school })
        #expect(query.state == .answered && query.answer == "Có hai vụ thật")
        // An error is mended, not explained.
        let error = try #require(outcome.findings(.C2).first)
        #expect(error.state == .open && error.answer == "Sẽ sửa")
        #expect(outcome.findings(.K3).first { $0.unit == "31000002" }?.state == .open)
        #expect(outcome.findings(.O3).isEmpty)
        // None of the copied rows is read, and none of them counts.
        #expect(outcome.violations == before.violations)
        let file = try #require(outcome.result.files.first { $0.file.path == "b.xlsx" })
        #expect(file.outcome == .accepted)
        #expect(file.rows.read == 0)
        #expect(file.feedback?.answers.count == 2)
    }

    @Test func aFileWhoseOnlyQueryIsAnsweredIsAccepted() throws {
        var office = try Office()
        let before = try office.night("20/3", violations("a.csv", "Q1 BLHD 3/5", "Q1 BLHD 4/5"))
        #expect(before.result.files.map(\.outcome) == [.queries])
        office.workbooks = [("b.xlsx", try book((try id(.K3, before), "Dòng dưới đúng")))]
        #expect(try office.night("21/3").result.files.map(\.outcome) == [.accepted, .accepted])
    }

    @Test func theAnswerHoldsOnlyWhileTheValuesStay() throws {
        var (office, before) = try office()
        let answered = try id(.K3, before)
        office.workbooks = [("b.xlsx", try book((answered, "Có hai vụ thật")))]
        let outcome = try office.night("21/3", violations("a.csv", "Q1 BLHD 3/5", "Q1 BLHD 6/5"))
        let query = try #require(outcome.findings(.K3).first { $0.unit == Office.school })
        #expect(query.state == .open && query.id != answered)
        #expect(outcome.findings(.O3).map(\.value) == [answered])
    }

    @Test func anAnswerToAnotherUnitsFindingOrToNoneIsAQuery() throws {
        var (office, before) = try office()
        let own = try id(.K3, before)
        let others = try id(.K3, before, unit: "31000002")
        office.workbooks = [
            ("b.xlsx", try book((others, "Của trường khác"), ("", "Không mã"), ("0123", "Mã lạ"), (own, "")))
        ]
        let outcome = try office.night("21/3")
        #expect(outcome.findings(.K3).allSatisfy { $0.state == .open && $0.answer.isEmpty })
        let mismatches = outcome.findings(.O3)
        #expect(mismatches.map(\.line) == [5, 6, 7])
        #expect(mismatches.map(\.value) == [others, "", "0123"])
        #expect(mismatches.allSatisfy { $0.unit == Office.school && $0.severity == .query })
        #expect(outcome.result.files.first { $0.file.path == "b.xlsx" }?.outcome == .queries)
    }

    @Test(arguments: [nil, "", "99999999"] as [String?])
    func aWorkbookOfNoUnitAnswersNothing(unit: String?) throws {
        var (office, before) = try office()
        let finding = try id(.K3, before)
        office.workbooks = [("b.xlsx", try book((finding, "Đúng"), unit: unit == "" ? "không rõ" : unit))]
        let outcome = try office.night("21/3")
        #expect(outcome.findings(.K3).allSatisfy { $0.state == .open })
        #expect(outcome.findings(.O3).map(\.value) == [finding])
        #expect(outcome.findings(.O3).map(\.unit) == [""])
    }

    /// H1 names no unit; it is the school's own where the file holds rows of no other.
    @Test func aFindingAboutAWholeFileIsAnsweredByTheOnlyUnitInIt() throws {
        var office = try Office()
        let header = "ma_don_vi,ky_bao_cao,nam,loai,so_vu,so_vu_nam_truoc\n"
        let before = try office.night(
            "20/3",
            ("a.csv", header + "\(Office.school),Q1,2026,BLHD,1,2\n"),
            ("ca-xa.csv", header + "\(Office.school),Q1,2026,MT,1,2\n31000002,Q1,2026,MT,1,2\n")
        )
        let headers = before.findings(.H1)
        office.workbooks = [
            ("b.xlsx", try FeedbackBook(answers: headers.map { ($0.id, "Biểu cũ") }).bytes())
        ]
        let outcome = try office.night("21/3")
        for finding in outcome.findings(.H1) {
            #expect(finding.state == (finding.file == 0 ? .answered : .open))
        }
        #expect(outcome.findings(.O3).count == headers.count { $0.file == 2 - 1 })
    }

    @Test func ofTwoAnswersTheOneInTheGreaterPathStands() throws {
        var (office, before) = try office()
        let finding = try id(.K3, before)
        office.workbooks = [
            ("phan-hoi-2.xlsx", try book((finding, "Lần hai"))), ("phan-hoi.xlsx", try book((finding, "Lần một"))),
        ]
        let outcome = try office.night("21/3")
        #expect(outcome.findings(.K3).first { $0.unit == Office.school }?.answer == "Lần hai")
        #expect(outcome.findings(.O3).isEmpty)
    }

    /// A mismatch of an old workbook stays in the inbox for ever; the school can answer that too.
    @Test func aMismatchCanBeAnsweredInALaterWorkbook() throws {
        var (office, _) = try office()
        office.workbooks = [("b.xlsx", try book(("0123", "Mã lạ")))]
        let mismatch = try #require(try office.night("21/3").findings(.O3).first)
        office.workbooks.append(("c.xlsx", try book((mismatch.id, "Đã sửa, bỏ qua"))))
        let outcome = try office.night("22/3")
        #expect(outcome.findings(.O3).map(\.state) == [.answered])
        #expect(outcome.findings(.O3).map(\.answer) == ["Đã sửa, bỏ qua"])
    }

    @Test func answersAreCleanAndOfBoundedLength() throws {
        var (office, before) = try office()
        let finding = try id(.K3, before)
        let long = String(repeating: "ạ", count: 2_001)
        office.workbooks = [("b.xlsx", try book((finding, "  Đúng\u{200B} rồi "), (finding, long)))]
        let outcome = try office.night("21/3")
        #expect(outcome.findings(.K3).first { $0.unit == Office.school }?.answer == "Đúng rồi")
        let tooLong = try #require(outcome.findings(.C7).first)
        #expect(tooLong.line == 6 && tooLong.arguments == ["Giải trình", "2001"])
        #expect(outcome.result.files.first { $0.file.path == "b.xlsx" }?.outcome == .partial)
    }

    @Test func aFeedbackWorkbookWithoutItsColumnsIsRejected() throws {
        var (office, _) = try office()
        office.workbooks = [("b.xlsx", try FeedbackBook(headings: ["Dòng", "Nội dung", "Giải trình", "Mã"]).bytes())]
        let outcome = try office.night("21/3")
        #expect(outcome.findings(.F3).first?.arguments == ["Sổ phản hồi", "Giải trình, Mã phát hiện", ""])
        #expect(outcome.result.files.first { $0.file.path == "b.xlsx" }?.outcome == .rejected)
    }

    @Test func aFeedbackWorkbookThatIsSetAsideAnswersNothing() throws {
        var (office, before) = try office()
        office.workbooks = [("b.xlsx", try book((try id(.K3, before), "Có hai vụ thật"), ("0123", "Mã lạ")))]
        office.decisions = [settingAside("b.xlsx")]
        let outcome = try office.night("21/3")
        #expect(outcome.findings(.K3).allSatisfy { $0.state == .open })
        #expect(outcome.findings(.O3).isEmpty)
    }
}
