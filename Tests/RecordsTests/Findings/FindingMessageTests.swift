import Plan
import Records
import Testing

@Suite("Messages of findings")
struct FindingMessageTests {
    private func finding(_ code: FindingCode, arguments: [String] = []) -> Finding {
        Finding(code, file: 0, line: 7, header: "Cột lạ", value: "giá trị", arguments: arguments)
    }

    /// A hostile file makes millions of findings.
    @Test func aFindingIsLean() {
        #expect(MemoryLayout<Finding>.stride <= 144)
    }

    @Test(arguments: FindingCode.allCases)
    func areWholeSentencesInVietnamese(code: FindingCode) {
        for arguments in [["“một”", "hai", "ba"], ["", "", ""], []] {
            let message = finding(code, arguments: arguments).message(plan: SmallTable.plan)
            #expect(message.hasSuffix(".") || message.hasSuffix("?"), "\(message)")
            #expect(
                message.first?.isUppercase == true || message.first == "“" || arguments.first != "“một”",
                "\(message)"
            )
            #expect(!message.contains("  ") || arguments.isEmpty || arguments[0].isEmpty, "\(message)")
            #expect(message.unicodeScalars.contains { $0.value > 127 }, "\(message)")
            #expect(!message.contains("\(code)"), "\(message)")
        }
    }

    /// Feedback shows what is wrong and what to do apart.
    @Test(arguments: FindingCode.allCases)
    func areMadeOfTwo(code: FindingCode) {
        let (fault, mend) = finding(code, arguments: ["Một", "hai", "ba"]).faultAndMend(plan: SmallTable.plan)
        #expect(fault.hasSuffix(".") || fault.hasSuffix("?"), "\(fault)")
        #expect(mend.isEmpty || mend.first?.isUppercase == true && mend.hasSuffix("."), "\(mend)")
        #expect(!fault.lowercased().contains("hãy"), "\(fault)")
        // What a school must do something about says what.
        #expect(!mend.isEmpty || code.severity == .information || [.U4, .P4, .O2].contains(code), "\(code)")
    }

    @Test func nameWhatTheyAreAbout() {
        func message(_ code: FindingCode, _ arguments: String...) -> String {
            finding(code, arguments: arguments).message(plan: SmallTable.plan)
        }
        #expect(message(.C2, "Số vụ").contains("“giá trị” không phải là số ở cột “Số vụ”"))
        #expect(message(.C6, "Số vụ", "0", "").contains("(từ 0)"))
        #expect(message(.C6, "Số vụ", "0", "9").contains("(từ 0 đến 9)"))
        #expect(message(.C5, "Loại", "Ma túy").contains("Có phải là “Ma túy”?"))
        #expect(!message(.C5, "Loại", "").contains("Có phải là"))
        #expect(message(.F4).contains("dòng 7"))
        #expect(message(.H3).contains("“Cột lạ”"))
        #expect(message(.L4, "5", "6").contains("6 ô trong khi tiêu đề có 5 cột"))
    }

    @Test func differFromCodeToCode() {
        let messages = FindingCode.allCases.map {
            finding($0, arguments: ["x", "y", "z"]).message(plan: SmallTable.plan)
        }
        #expect(Set(messages).count == messages.count)
    }

    @Test func aValueIsCutAtEightyCharacters() {
        let long = Finding(.C2, file: 0, value: String(repeating: "ấ", count: 100))
        #expect(long.value.count == 80)
    }

    @Test func severityBelongsToTheCode() {
        #expect(FindingCode.C16.severity == .error)
        #expect(FindingCode.K6.severity == .query)
        #expect(FindingCode.K1.severity == .information)
        #expect(Severity.error < .query && Severity.query < .information)
    }
}
