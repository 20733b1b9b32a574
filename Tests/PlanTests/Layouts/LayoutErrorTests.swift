import Plan
import Testing

/// A layout's faults: all of them at once, each with file, line, and what to write instead.
@Suite struct LayoutErrorTests {
    private static let plan = Result { try RealPlan.plan() }

    private func errors(_ text: String, base: WorkbookLayout? = nil) throws -> [PlanError] {
        let plan = try Self.plan.get()
        do {
            _ = try WorkbookLayout.load(Array(text.utf8), file: "workbooks/thu.xml", plan: plan, base: base)
            return []
        } catch {
            return error.errors
        }
    }

    private func sheet(_ blocks: String, name: String = "Một") -> String {
        "<workbook title=\"Thử\">\n<sheet name=\"\(name)\" orientation=\"portrait\">\n\(blocks)\n</sheet>\n</workbook>"
    }

    @Test func everyFaultIsListedWithItsLine() throws {
        let found = try errors(
            sheet(
                """
                <title>{perod}</title>
                <table id="a" rows="units"><column heading="x" fact="so_buo" width="5-9"/></table>
                <line size="99">x</line>
                """
            )
        )
        #expect(found.map(\.line) == [3, 4, 4, 5])
        #expect(found.allSatisfy { $0.file == "workbooks/thu.xml" })
        #expect(found[0].message.contains("`{perod}` is no place: write one of {period}, {window}"))
        #expect(found[1].message.contains("no fact is called `so_buo`") && found[1].message.contains("`so_buoi`"))
    }

    @Test(arguments: [
        (
            #"<table id="a" rows="unit"><column heading="x" show="code" width="5-9"/></table>"#,
            "write indicators, communes"
        ),
        (
            #"<table id="a" rows="units"><column heading="x" show="colour" width="5-9"/></table>"#,
            "write one of code, name"
        ),
        (#"<table id="a" rows="units"/>"#, "the table has no <column>"),
        (#"<table rows="units"><column heading="x" show="code" width="5-9"/></table>"#, "lacks attribute `id`"),
        (
            #"<table id="a" rows="units" where="so_buoi >"><column heading="x" show="code" width="5-9"/></table>"#,
            "in `where`"
        ),
        (
            #"<table id="a" rows="codes" list="loa"><column heading="x" show="label" width="5-9"/></table>"#,
            "no code list"
        ),
        (
            #"<table id="a" rows="records" of="x"><column heading="x" field="y" width="5-9"/></table>"#,
            "no data set is called `x`"
        ),
        (
            #"<table id="a" rows="commendation"><column heading="x" show="code" width="5-9"/></table>"#,
            "`praised` and `excluded`"
        ),
        (#"<table id="a" rows="units"><column heading="x" show="code" width="9-5"/></table>"#, "such as 8-12"),
        (
            #"<table id="a" rows="units"><column heading="x" show="code" width="5-9" link="b"/></table>"#,
            "has the id `b`"
        ),
        (
            #"<table id="a" rows="units"><column heading="x" roster="y" width="5-9"/></table>"#,
            "the roster has no field `y`"
        ),
        (#"<table id="a" rows="units"><column heading="x" field="y" width="5-9"/></table>"#, "whose rows are records"),
        (#"<table id="a" rows="kinds"><column heading="x" sum="quan_triet" width="5-9"/></table>"#, "is no number"),
        (
            #"<table id="a" rows="kinds"><column heading="x" count="quan_triet" value="Rồi" width="5-9"/></table>"#,
            "no value of the fact"
        ),
        (
            #"<table id="a" rows="items"><column heading="x" show="label" width="5-9"/><item label="a" unit="b"/></table>"#,
            "neither"
        ),
        (
            #"<table id="a" rows="units" colour="red"><column heading="x" show="code" width="5-9"/></table>"#,
            "no attribute `colour`"
        ),
        (
            #"<chart kind="pie" title="a" values="b" rows="kinds"><series name="x" show="rank"/></chart>"#,
            "write one of columns"
        ),
        (#"<chart kind="bars" title="a" values="b" rows="kinds"/>"#, "the chart has no <series>"),
        (
            #"<chart kind="bars" title="a" values="b" rows="kinds" lowest="0"><series name="x" show="late"/></chart>"#,
            "how many rows"
        ),
        (#"<prose><paragraph><sentence when="so_buoi">x</sentence></paragraph></prose>"#, "in `when`"),
        (#"<prose><paragraph><sentence>{misses CT99}</sentence></paragraph></prose>"#, "no indicator is called `CT99`"),
        (#"<prose><paragraph><sentence>{CT1.met}</sentence></paragraph></prose>"#, "is no number"),
        (#"<prose><paragraph><sentence>{so_buoi</sentence></paragraph></prose>"#, "a brace opens"),
        (#"<line when="small">x</line>"#, "write one of large"),
        (#"<keyFigures><figure label="x" show="y"/></keyFigures>"#, "write one of expected"),
        (#"<colour/>"#, "<colour> does not belong in <sheet>"),
    ])
    func aFaultSaysWhatToWrite(_ blocks: String, _ words: String) throws {
        let found = try errors(sheet(blocks))
        #expect(found.contains { $0.line == 3 && $0.message.contains(words) }, "\(found)")
    }

    /// A column of what the rows do not have would stay away, and nobody would be told.
    @Test(arguments: [
        #"<table id="a" rows="indicators"><column heading="x" fact="so_buoi" width="5-9"/></table>"#,
        #"<table id="a" rows="units"><column heading="x" sum="so_buoi" width="5-9"/></table>"#,
        #"<table id="a" rows="kinds"><factColumns width="5-9"/></table>"#,
        #"<table id="a" rows="codes" list="loai"><column heading="x" show="value" width="5-9"/></table>"#,
        #"<table id="a" rows="findings"><column heading="x" roster="ma_don_vi" width="5-9"/></table>"#,
        #"<table id="a" rows="changes"><indicatorColumns width="5-9"/></table>"#,
    ])
    func whatRowsDoNotHaveIsNoColumn(_ blocks: String) throws {
        #expect(try errors(sheet(blocks)).contains { $0.message.contains("rows of this kind do not have") })
    }

    @Test(arguments: ["a\u{0323}b[", "Chưa báo cáo, báo cáo chậm, báo cáo sai", "a:b", "'a", "a'"])
    func namesThatExcelTakesForNoSheetAreRefused(_ name: String) throws {
        let found = try errors(sheet("<addressees/>", name: name))
        #expect(found.map(\.line) == [2])
        #expect(found[0].message.contains("at most 31 characters"))
    }

    @Test func namesThatDifferInCaseAloneAreOne() throws {
        let text = """
            <workbook title="Thử">
            <sheet name="Đơn vị" orientation="portrait"/>
            <sheet name="ĐƠN VỊ" orientation="portrait"/>
            <sheet name="Đon vị" orientation="portrait"/>
            </workbook>
            """
        let found = try errors(text)
        #expect(found.map(\.line) == [3])
        #expect(found[0].message.contains("stands twice"))
    }

    @Test func tablesHaveIdsOfTheirOwn() throws {
        let table = #"<table id="a" rows="units"><column heading="x" show="code" width="5-9"/></table>"#
        let found = try errors(sheet("\(table)\n\(table)"))
        #expect(found.map(\.line) == [4])
        #expect(found[0].message.contains("the table `a` stands twice"))
    }

    @Test func aSheetThatTheBaseHasNotIsNamedWithANearOne() throws {
        let base = try WorkbookLayout.load(
            Array(sheet("<addressees/>", name: "1 Tổng hợp").utf8),
            file: "tong-hop.xml",
            plan: Self.plan.get()
        )
        let text = "<workbook title=\"Thử\">\n<use sheet=\"1 Tổng hơp\"/>\n<use sheet=\"1 Tổng hợp\"/>\n</workbook>"
        let found = try errors(text, base: base)
        #expect(found.map(\.line) == [2])
        #expect(found[0].message.contains("`tong-hop` has no sheet `1 Tổng hơp`"))
        #expect(found[0].message.contains("`1 Tổng hợp`"))
        #expect(try errors(text).count == 2 + 1, "without a base there is no sheet at all")
    }

    @Test func aWorkbookHasASheetAndANameOfItsOwn() throws {
        #expect(try errors("<workbook title=\"x\"/>").contains { $0.message.contains("no <sheet>") })
        #expect(try errors("<book/>").contains { $0.message.contains("the outermost element is <workbook") })
        #expect(try errors("<workbook").count == 1)
    }

    @Test func aPeriodThatThePlanHasNotIsRefused() throws {
        let text = "<workbook title=\"x\">\n<sheet name=\"a\" orientation=\"portrait\" periods=\"Q1 Q9\"/>\n</workbook>"
        let found = try errors(text)
        #expect(found.map(\.line) == [2])
        #expect(found[0].message.contains("no period has the code `Q9`: Q1, H1"))
    }
}
