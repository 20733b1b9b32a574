import Testing

@testable import Batch

@Suite struct FileNamesTests {
    @Test(arguments: [
        ("31303702-Trường TH Lê Lợi", "31303702-Truong_TH_Le_Loi"),
        ("Đồ Sơn", "Do_Son"),
        ("đảo Bạch Long Vĩ", "dao_Bach_Long_Vi"),
        // Decomposed: a combining mark belongs to its letter.
        ("Tru\u{31B}o\u{31B}\u{300}ng", "Truong"),
        ("a/b\\c:d*e?f\"g<h>i|j", "a_b_c_d_e_f_g_h_i_j"),
        ("../../etc", "_._.._etc"),
        ("..", "__"),
        (".", "_"),
        ("", "_"),
        ("ten.", "ten_"),
        ("学校 1", "___1"),
        ("dòng\nmới", "dong_moi"),
    ])
    func charactersOutsideTheRuleBecomeUnderlines(text: String, name: String) {
        #expect(fileName(text) == name)
    }

    @Test func namesThatCollideBothGetTheirCodesHash() {
        let names = fileNames([("A/1", "A/1"), ("A_1", "A_1"), ("B", "B")])
        #expect(names == ["A_1-\(sha256("A/1".utf8).prefix(8))", "A_1-\(sha256("A_1".utf8).prefix(8))", "B"])
        #expect(names[0] != names[1])
    }

    @Test func namesThatDifferInCaseAloneCollide() {
        let names = fileNames([("1", "An"), ("2", "AN")])
        #expect(Set(names.map { $0.lowercased() }).count == 2)
    }

    @Test func longNamesAreCutAndStayApart() {
        let long = String(repeating: "x", count: 400)
        let names = fileNames([("1", long + "1"), ("2", long + "2")])
        #expect(names[0] != names[1])
        #expect(names.allSatisfy { $0.utf8.count < 200 })
    }
}
