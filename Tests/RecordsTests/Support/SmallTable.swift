import Plan
import Records

/// A data set with one field of each type, and its table.
enum SmallTable {
    static let plan = Plan(
        year: 2026,
        head: .init(
            superior: "",
            authority: "",
            place: "",
            plan: "",
            subject: "",
            reportNumber: "",
            addressees: [],
            recipients: [],
            preparer: "",
            signer: []
        ),
        milestones: [],
        periods: [
            Period(
                id: "2026-Q1",
                code: "Q1",
                year: 2026,
                name: "Quý I",
                start: day("2025-12-15"),
                end: day("2026-03-14"),
                due: day("2026-03-16"),
                comparesWith: "2025-Q1"
            )
        ],
        codeLists: [
            CodeList(
                name: "chu_de",
                codes: ["TP", "MT", "KHAC"].map { .init(code: $0, name: $0) },
                isOpen: true,
                other: 2
            ),
            CodeList(name: "ke_hoach", codes: ["RIENG", "CHUA"].map { .init(code: $0, name: $0) }),
        ],
        kindList: 1,
        levelList: 1,
        verdictList: 1,
        kinds: [],
        dataSets: [
            DataSet(
                name: "bieu",
                title: "Biểu",
                fields: [
                    Field(name: "ma_don_vi", title: "", type: .code, roles: [.unit]),
                    Field(name: "ma", title: "", type: .code), Field(name: "ghi_chu", title: "", type: .text),
                    Field(name: "so", title: "", type: .integer), Field(name: "diem", title: "", type: .decimal),
                    Field(name: "ngay", title: "", type: .date), Field(name: "co", title: "", type: .boolean),
                    Field(name: "loai", title: "", type: .choice(list: 0)),
                    Field(name: "chu_de", title: "", type: .choices(list: 0)),
                    Field(name: "ke_hoach", title: "", type: .choice(list: 1)),
                ],
                key: [0, 1]
            )
        ],
        roster: 0,
        facts: [],
        factColumns: [],
        indicators: [],
        departments: [],
        commendation: nil,
        noiseHeaders: [],
        personalHeaders: [],
        unitScope: Scope(names: [], types: [])
    )

    static let roster = Roster(
        table: Table(dataSet: 0, fieldCount: 10),
        codes: ["A1", "A2"],
        names: ["Một", "Hai"],
        kinds: [0, 0],
        levels: [0, 0],
        communeOfUnit: [0, 0],
        communes: [],
        opened: [.min, .min],
        closed: [.max, .max]
    )

    static func day(_ iso: String) -> CalendarDate {
        CalendarDate(iso: iso) ?? CalendarDate(days: 0)
    }

    /// A row with that unit, code and text, number, decimal, day, boolean, choice (a word on no list as `?word`), set, choice.
    static func append(
        _ table: inout Table,
        unit: Int32,
        code: String,
        note: String,
        number: Int32,
        decimal: String,
        day: String,
        boolean: Int32,
        choice: String,
        set: String,
        plan: Int32
    ) {
        func text(_ text: String) -> Int32 { Int32(table.texts.intern(text)) }
        let list = SmallTable.plan.codeLists[0]
        let choiceCell =
            list.index(ofCode: choice).map(Int32.init) ?? Int32(list.codes.count) + text(String(choice.dropFirst()))
        let cells = [
            unit, text(code), text(note), number, text(decimal), SmallTable.day(day).days, boolean, choiceCell,
            text(set),
            plan,
        ]
        for (field, cell) in cells.enumerated() { table.columns[field].append(cell) }
        table.sources.append(SourceRow(file: 1, line: Int32(table.count + 2)))
    }

    static func appendMissing(_ table: inout Table) {
        for field in table.columns.indices { table.columns[field].append(Table.missing) }
        table.sources.append(SourceRow(file: 1, line: Int32(table.count + 2)))
    }

    static var table: Table {
        var table = Table(dataSet: 0, fieldCount: plan.dataSets[0].fields.count)
        append(
            &table,
            unit: 1,
            code: "VV1",
            note: "một",
            number: -3,
            decimal: "12.5",
            day: "2026-03-14",
            boolean: 1,
            choice: "MT",
            set: "TP;MT",
            plan: 0
        )
        append(
            &table,
            unit: 0,
            code: "VV2",
            note: "hai",
            number: 0,
            decimal: "7",
            day: "1969-12-31",
            boolean: 0,
            choice: "?rung",
            set: "MT;?bien",
            plan: 1
        )
        appendMissing(&table)
        return table
    }

    static func texts(_ table: Table) -> [[String]] {
        (0..<table.count).map { row in
            table.columns.indices.map { table.text(row: row, field: $0, plan: plan, roster: roster) }
        }
    }
}
