import FoundationEssentials
import Plan
import Testing
import XML

/// `templates/workbooks/workbook.rng` and `docs/workbook-format.md` say what the loader reads, and nothing else.
@Suite struct WorkbookFormatTests {
    private static let folder = "templates/workbooks"

    private func schema() throws -> RelaxNGSchema {
        try RelaxNGSchema(bytes: RealPlan.bytes("\(Self.folder)/workbook.rng"), file: "workbook.rng")
    }

    private func text(_ path: String) throws -> String { String(decoding: try RealPlan.bytes(path), as: UTF8.self) }

    private func layouts() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: RealPlan.checkout.appending(path: Self.folder).path)
            .filter { $0.hasSuffix(".xml") && $0 != "bieu-nhap.xml" }.sorted()
    }

    @Test func everyShippedLayoutIsValid() throws {
        let schema = try schema()
        let names = try layouts()
        #expect(names.count >= 4)
        for name in names {
            let faults = try schema.validate(RealPlan.bytes("\(Self.folder)/\(name)"), file: name)
            #expect(faults.isEmpty, "\(faults)")
        }
    }

    /// What the loader would pass over in silence, the schema refuses.
    @Test(arguments: [
        #"<table id="a" rows="units" list="loai"><column heading="x" show="code" width="5-9"/></table>"#,
        #"<table id="a" rows="units"><column heading="x" show="code" width="5-9"/><section>x</section></table>"#,
        #"<table id="a" rows="items"><column heading="x" show="label" width="5-9"/></table>"#,
        #"<table id="a" rows="units"><column heading="x" show="code" value="Có" width="5-9"/></table>"#,
    ])
    func whatWouldDoNothingIsRefused(_ block: String) throws {
        let text = "<workbook title=\"x\"><sheet name=\"a\" orientation=\"portrait\">\n\(block)</sheet></workbook>"
        let plan = try RealPlan.plan()
        #expect(throws: PlanErrors.self) {
            _ = try WorkbookLayout.load(Array(text.utf8), file: "a.xml", plan: plan, base: nil, schema: schema())
        }
    }

    @Test func theLoadersOwnWordComesFirst() throws {
        let text = "<workbook title=\"x\">\n<sheet name=\"a\" orientation=\"upright\"/>\n</workbook>"
        do {
            _ = try WorkbookLayout.load(
                Array(text.utf8),
                file: "a.xml",
                plan: RealPlan.plan(),
                base: nil,
                schema: schema()
            )
            Issue.record("no error")
        } catch let errors as PlanErrors {
            #expect(errors.errors.map(\.line) == [2])
            #expect(errors.errors[0].message.contains("write portrait or landscape"))
        }
    }

    /// Elements, attributes and words of the loader.
    private func words() throws -> Set<String> {
        var words: Set<String> = []
        for file in ["WorkbookLayout+Load", "LayoutLoader+Tables", "LayoutLoader+Prose"] {
            let source = try text("Sources/Plan/Layouts/\(file).swift")
            for call in source.matches(of: /elements\.check\(((?:[^()]|\([^()]*\))*)\)/) {
                for word in call.output.1.matches(of: /"([A-Za-z]+)"/) { words.insert(String(word.output.1)) }
            }
        }
        return words
    }

    private var values: [String] {
        func all<Word: CaseIterable & RawRepresentable>(_ type: Word.Type) -> [String] where Word.RawValue == String {
            type.allCases.map(\.rawValue)
        }
        return all(IndicatorProperty.self) + all(GroupProperty.self) + all(UnitProperty.self) + all(ItemProperty.self)
            + all(ChangeProperty.self) + all(FindingProperty.self) + all(SourceProperty.self)
            + all(DecisionProperty.self) + all(KeyFigureProperty.self) + all(GroupKind.self) + all(LineCondition.self)
            + all(ChartLayout.Kind.self)
    }

    @Test func theSchemaKnowsEveryWordOfTheLoader() throws {
        let schema = try text("\(Self.folder)/workbook.rng")
        let words = try words()
        #expect(words.count > 50)
        for word in words.sorted() { #expect(schema.contains("name=\"\(word)\""), "\(word)") }
        for value in values { #expect(schema.contains("<value>\(value)</value>"), "\(value)") }
    }

    @Test func thePageExplainsEveryWordOfTheLoaderAndTheSchema() throws {
        let page = try text("docs/workbook-format.md")
        let schema = try text("\(Self.folder)/workbook.rng")
        let named = schema.matches(of: /<(?:element|attribute) name="([A-Za-z]+)"/).map { String($0.output.1) }
        let written = schema.matches(of: /<value>([A-Za-z_0-9]+)<\/value>/).map { String($0.output.1) }
        for word in try words().union(named).union(written).union(values).sorted() {
            #expect(page.contains("`\(word)`") || page.contains("\(word)=\"") || page.contains("<\(word)"), "\(word)")
        }
        for place in LayoutText.Place.allCases { #expect(page.contains("`{\(place.rawValue)}`"), "\(place)") }
    }

    @Test func everyExampleStandsInAShippedLayout() throws {
        let shipped = try layouts().map { try text("\(Self.folder)/\($0)") }
        let page = try text("docs/workbook-format.md")
        let examples = page.matches(of: /```xml\n((?:.|\n)*?)\n```/).map { String($0.output.1) }
        #expect(examples.count >= 8)
        for example in examples { #expect(shipped.contains { $0.contains(example) }, "\(example)") }
    }
}
