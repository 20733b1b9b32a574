import Testing
import XML

@Suite("A RELAX NG schema")
struct RelaxNGSchemaTests {
    private let schema = """
        <element name="plan" xmlns="http://relaxng.org/ns/structure/1.0"
                 datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
          <oneOrMore><element name="mục"><attribute name="số"><data type="positiveInteger"/></attribute><text/></element></oneOrMore>
        </element>
        """

    private func compiled() throws(XMLError) -> RelaxNGSchema {
        try RelaxNGSchema(bytes: Array(schema.utf8), file: "plan.rng")
    }

    @Test func findsNothingInAValidDocument() throws {
        #expect(try compiled().validate(Array("<plan><mục số='1'>một</mục></plan>".utf8), file: "plan.xml").isEmpty)
    }

    @Test(arguments: [
        ("<plan>\n<mục số='1'/>\n<mục\n số='không'/>\n</plan>", 3),
        ("<plan>\n<mục số='1'/>\n\n<khác/></plan>", 4),
        ("<plan>\n<mục/></plan>", 2),
        ("<plan>\(String(repeating: "\n", count: 70_000))<mục số='0'/></plan>", 70_001),
    ])
    func namesTheLineOfEachFault(_ text: String, line: Int) throws {
        let errors = try compiled().validate(Array(text.utf8), file: "plan.xml")
        #expect(errors.contains { $0.line == line && $0.file == "plan.xml" }, "\(errors)")
    }

    @Test func refusesAnUnreadableDocument() throws {
        let schema = try compiled()
        #expect(throws: XMLError.self) { try schema.validate(Array("<plan>".utf8), file: "plan.xml") }
        #expect(throws: XMLError.self) { try schema.validate(Array("<!DOCTYPE plan><plan/>".utf8), file: "plan.xml") }
    }

    @Test(arguments: [
        ("<element name='a' xmlns='http://relaxng.org/ns/structure/1.0'>\n<ref name='b'/></element>", 2),
        ("<plan/>", 1),
        ("<element", 1),
        ("<grammar xmlns='http://relaxng.org/ns/structure/1.0'>\n<include href='/etc/passwd'/></grammar>", 2),
        ("<element name='a' xmlns='http://relaxng.org/ns/structure/1.0'>\n<externalRef href='b.rng'/></element>", 2),
    ])
    func refusesWhatIsNoSchema(_ text: String, line: Int) {
        do {
            _ = try RelaxNGSchema(bytes: Array(text.utf8), file: "a.rng")
            Issue.record("accepted")
        } catch { #expect(error.file == "a.rng" && error.line == line, "\(error)") }
    }

    @Test func isUsedByManyAtOnce() async {
        let schema = schema
        await withTaskGroup { group in
            for number in 0..<32 {
                group.addTask {
                    let errors = try? RelaxNGSchema(bytes: Array(schema.utf8), file: "s")
                        .validate(Array("<plan>\n<mục số='\(number)'/></plan>".utf8), file: "p")
                    #expect(errors?.isEmpty == (number > 0))
                }
            }
        }
    }
}
