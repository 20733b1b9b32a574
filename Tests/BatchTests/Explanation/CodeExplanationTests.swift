import Foundation
import Plan
import Records
import SystemPackage
import Testing

@testable import Batch

@Suite("What a code means")
struct CodeExplanationTests {
    private static let plan = Result {
        let bytes = try Data(contentsOf: PlainTemplates.shipped.appendingPathComponent("plan-2026.xml"))
        return try Plan.load(Array(bytes), file: "plan-2026.xml", schema: nil)
    }

    private func lines(_ code: String) throws -> [String] {
        try #require(CodeExplanation(plan: Self.plan.get()).lines(code), "\(code)")
    }

    @Test(arguments: FindingCode.allCases.filter { $0 != .V })
    func everyCodeExplainsItself(code: FindingCode) throws {
        for spelling in [code.rawValue, code.rawValue.lowercased()] {
            let lines = try lines(spelling)
            #expect(lines[0].hasPrefix("\(code.rawValue)  ("))
            for start in ["Ý nghĩa: ", "Ví dụ: ", "Cách xử lý: "] {
                let line = try #require(lines.first { $0.hasPrefix(start) })
                #expect(line.count > start.count)
                #expect(start == "Ví dụ: " || line.hasSuffix("."), "\(line)")
            }
        }
    }

    @Test func meaningsDifferFromCodeToCode() throws {
        let codes = FindingCode.allCases.filter { $0 != .V }
        let meanings = try codes.compactMap { $0.explanation(plan: try Self.plan.get())?.meaning }
        #expect(Set(meanings).count == codes.count)
    }

    @Test func everyRuleOfThePlanExplainsItself() throws {
        for rule in try Self.plan.get().rules {
            let lines = try lines(rule.code.lowercased())
            #expect(lines[0].hasPrefix("\(rule.code)  \(rule.title)  ("))
            #expect(lines.contains { $0.hasPrefix("Xét ") || $0.hasSuffix("Xét:") }, "\(rule.code)")
            #expect(lines.last == "Cách xử lý: \(rule.mend)")
            #expect(!lines.joined().contains("_"), "\(rule.code): \(lines)")
        }
    }

    @Test func aRuleSaysWhenItIsAskedAndWhatItDemands() throws {
        let lines = try lines("V14")
        #expect(lines.contains("Khi: “Đăng ký xây dựng điển hình” là Có"))
        #expect(
            lines.contains(
                "Phải: “Số mô hình hiệu quả” từ 1 trở lên hoặc có ghi “Nội dung đột phá” (thiếu giá trị cũng là sai)"
            )
        )
    }

    @Test func everyIndicatorExplainsItself() throws {
        for indicator in try Self.plan.get().indicators {
            let lines = try lines(indicator.id.lowercased())
            #expect(lines.contains("Kế hoạch: “\(indicator.wording)”"))
            #expect(lines.contains { $0.contains("Đạt khi: ") })
        }
    }

    @Test(arguments: [("C33", "C3"), ("V99", "V9"), ("CT33", "CT3"), ("xyz", "F1-F13")])
    func whatThereIsNotNamesWhatIsNear(code: String, named: String) throws {
        let explanation = CodeExplanation(plan: try Self.plan.get())
        #expect(explanation.lines(code) == nil)
        #expect(explanation.unknown(code).contains(named))
        #expect(explanation.unknown(code).contains("Chỉ tiêu: CT1, CT2"))
    }
}
