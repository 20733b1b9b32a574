import Foundation
import Plan
import Testing

@Suite("Layout of the entry forms")
struct FormLayoutTests {
    private static let templates = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "templates")

    private func load(_ change: (String) -> String = { $0 }) throws -> FormLayout {
        let plan = try Plan.load(
            [UInt8](Data(contentsOf: Self.templates.appending(path: "plan-2026.xml"))),
            file: "plan-2026.xml"
        )
        let text = try String(contentsOf: Self.templates.appending(path: "workbooks/bieu-nhap.xml"), encoding: .utf8)
        return try FormLayout.load(Array(change(text).utf8), file: "bieu-nhap.xml", plan: plan)
    }

    @Test func theRealOneHasWordsForEveryKindOfCell() throws {
        let layout = try load()
        #expect(Set(layout.inputs.map(\.kind)) == Set(FormInput.allCases))
        #expect(layout.rows == 2_000)
        // The longest text that the intake takes (C7).
        #expect(layout.input(.text)?.length == 2_000)
    }

    @Test(arguments: [
        ("rows=\"2000\"", "rows=\"0\"", "`rows` is 0"),
        ("guide=\"Hướng dẫn\"", "guide=\"Nhập số liệu\"", "have one name"),
        ("lists=\"Danh mục\"", "lists=\"Danh:mục\"", "is no name of a sheet"),
        ("kind=\"openChoice\"", "kind=\"offen\"", "`kind` is `offen`"),
        ("field=\"dip\"", "field=\"dipp\"", "no field `dipp` is there: do you mean `dip`?"),
        (
            "dataSet=\"vu-viec\" field=\"ma_vu_viec\"", "dataSet=\"vu-viecc\" field=\"ma_vu_viec\"",
            "do you mean `vu-viec`?"
        ),
        ("{length} ký tự.</help>", "{lenght} ký tự.</help>", "`{lenght}` is no place"),
        ("length=\"2000\"", "", "lacks attribute `length`"),
    ])
    func whatIsWrongIsNamed(right: String, wrong: String, message: String) throws {
        do {
            _ = try load { $0.replacing(right, with: wrong) }
            Issue.record("no error")
        } catch let errors as PlanErrors {
            #expect(errors.description.contains(message), "\(errors)")
        }
    }
}
