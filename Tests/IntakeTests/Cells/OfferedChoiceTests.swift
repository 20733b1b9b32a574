import Foundation
import Plan
import Testing

@testable import Intake

/// What the entry forms offer in their drop-downs: the names of the plan's own lists. Each must read back as its own code.
@Suite struct OfferedChoiceTests {
    private static func plan() throws -> Plan {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let bytes = try [UInt8](Data(contentsOf: root.appending(path: "templates/plan-2026.xml")))
        return try Plan.load(bytes, file: "plan-2026.xml")
    }

    @Test func everyNameReadsBackAsItsOwnCode() throws {
        let lists = try Self.plan().codeLists
        #expect(lists.count > 8)
        for list in lists {
            let words = ChoiceWords(list)
            for (position, code) in list.codes.enumerated() {
                let name = Array(code.name.utf8)
                #expect(readChoice(name.span, words) == .code(Int32(position)), "\(list.name): \(code.name)")
            }
        }
    }

    @Test func severalNamesWithSemicolonsReadBackAsTheirCodes() throws {
        let plan = try Self.plan()
        for case .choices(let position) in plan.dataSets.flatMap({ $0.fields.map(\.type) }) {
            let list = plan.codeLists[position]
            let words = ChoiceWords(list)
            for first in list.codes.indices {
                for second in list.codes.indices where second > first {
                    let text = Array("\(list.codes[second].name); \(list.codes[first].name)".utf8)
                    #expect(readChoices(text.span, words) == ChoicesCell(codes: [Int32(first), Int32(second)]))
                }
            }
        }
    }
}
