import Plan
import Records
import Testing

@testable import Intake

/// Figures of another year under the names of this year's.
@Suite("Headers that say whose figures these are")
struct QualifierTests {
    private func desk() throws -> ReadingDesk { try ReadingDesk(realPlan: realPlan()) }

    /// The four counts of one row; nothing is left out, and what is not read is told.
    private func counts(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> [String] {
        let desk = try desk()
        let reading = desk.read(text)
        #expect(
            reading.dataSet.map { desk.context.plan.dataSets[$0].name } == "vi-pham",
            sourceLocation: sourceLocation
        )
        #expect(reading.rowsRead == 1 && reading.rowsLeftOut == 0, sourceLocation: sourceLocation)
        let names = ["so_vu", "so_hs", "so_vu_nam_truoc", "so_hs_nam_truoc"]
        let values = names.flatMap { desk.values($0, reading) }
        #expect(
            reading.findings(.H1).count == values.count(where: \.isEmpty) || !reading.findings(.H2).isEmpty,
            sourceLocation: sourceLocation
        )
        return values
    }

    private let keys = "Mã đơn vị;Kỳ;Năm;Loại"
    private let row = "31000001;Q1;2026;BLHD"

    // MARK: One text alone above a header

    /// Last year's counts under a title of their own, the names below it this year's.
    @Test func aGroupTitleAloneIsHeeded() throws {
        #expect(
            try counts(
                """
                ;;;;;;Cùng kỳ năm trước;
                \(keys);Số vụ;Số học sinh;Số vụ;Số học sinh
                \(row);1;3;2;4
                """
            ) == ["1", "3", "2", "4"]
        )
        #expect(
            try counts(
                """
                ;;;;Cùng kỳ năm trước;
                \(keys);Số vụ;Số học sinh
                \(row);2;4
                """
            ) == ["", "", "2", "4"]
        )
    }

    @Test(arguments: [
        "Năm 2025", "2025", "Quý I/2025", "Kết quả năm ngoái", "Kỳ trước", "Lũy kế từ đầu năm", "So với cùng kỳ",
        "Tính đến 31/12/2024", "Tăng, giảm", "Trong đó", "Trong đó: học sinh nữ", "Nữ", "Số liệu quý 1 năm 2025",
        "31/12/2024",
    ])
    func aGroupTitleOfAnotherPeriodIsNeverThisYears(title: String) throws {
        for (above, values) in [
            (";;;;\(title);", ["", "", "", ""]), (";;;;;\(title)", ["2", "", "", ""]),
            (";;;;\(title);\(title)", ["", "", "", ""]),
        ] {
            let text = "\(above)\n\(keys);Số vụ;Số học sinh\n\(row);2;4\n"
            #expect(try counts(text) == values, "\(above)")
        }
    }

    @Test func aGroupTitleOverTwoLinesMayHaveATitleBetween() throws {
        #expect(
            try counts(";;;;Năm 2025;\n(Đơn vị tính: vụ, học sinh);;;;;\n\(keys);Số vụ;Số học sinh\n\(row);2;4\n")
                == ["", "", "", ""]
        )
    }

    /// What it says is heeded even where no column of figures would be left.
    @Test func aGroupTitleInTheFirstColumnIsHeeded() throws {
        #expect(
            try counts("Năm 2025;;;;;\nSố vụ;Số học sinh;\(keys)\n2;4;\(row)\n") == ["", "", "", ""]
        )
        #expect(
            try counts("Cùng kỳ năm trước;;;;;\nSố vụ;Số học sinh;\(keys)\n2;4;\(row)\n") == ["", "", "2", "4"]
        )
    }

    /// Over the keys it is a title, yet one that says of all figures that they are another year's.
    @Test(arguments: ["Năm 2025", "Số liệu cùng kỳ năm trước", "BÁO CÁO QUÝ I NĂM 2025"])
    func aTitleThatNamesAnotherYearAloneIsHeeded(title: String) throws {
        #expect(
            try counts("\(title);;;;;\n\(keys);Số vụ;Số học sinh\n\(row);2;4\n") == ["", "", "", ""]
        )
    }

    @Test(arguments: [
        "BÁO CÁO QUÝ I NĂM 2026", "Kỳ báo cáo: 2026-Q1, so cùng kỳ năm trước", "Năm học 2025-2026", "Năm 2026",
        "BÁO CÁO VI PHẠM SO VỚI CÙNG KỲ NĂM TRƯỚC", "(Kèm theo Công văn số 12/SGDĐT ngày 5/9/2025)",
        "Theo Quyết định ngày 5 tháng 9 năm 2025", "Nghị định 80/2017/NĐ-CP", "Từ 15/12/2025 đến 14/3/2026",
        "Đơn vị tính: vụ", "Biểu số 2",
    ])
    func aTitleOfTheTableIsNone(title: String) throws {
        let rest = ";;;;;"
        let merged = Array(repeating: title, count: 6).joined(separator: ";")
        for above in [title, title + rest, merged, "STT-\(title)\(rest)"] {
            #expect(
                try counts("\(above)\n\(keys);Số vụ;Số học sinh\n\(row);2;4\n") == ["2", "4", "", ""],
                "\(above)"
            )
        }
        #expect(try counts("\(title);;;;;;\nSTT;\(keys);Số vụ;Số học sinh\n1;\(row);2;4\n") == ["2", "4", "", ""])
    }

    @Test(arguments: ["BÁO CÁO QUÝ I NĂM 2026", "Năm nay", "Năm 2026", "Kết quả", "Số liệu từ 15/12/2025"])
    func aTextOverTheFiguresThatSaysNothingElseChangesNothing(title: String) throws {
        #expect(try counts(";;;;\(title);\n\(keys);Số vụ;Số học sinh\n\(row);2;4\n") == ["2", "4", "", ""])
    }

    /// The whole header again, without its group's title, is a line among the rows and no better header.
    @Test func theHeaderRepeatedWithoutItsGroupTitleIsNoData() throws {
        let header = "\(keys);Số vụ;Số học sinh"
        let reading = try desk().read(";;;;Năm 2025;\n\(header)\n\(row);2;4\n\(header)\n31000002;Q1;2026;BLHD;2;4\n")
        #expect(reading.rowsRead == 2)
        #expect(reading.findings(.L2).map(\.line) == [4])
    }

    /// However many columns it takes: the rows are read, and every column that is not is told.
    @Test func aReportUnderAnotherYearHasNoFigures() throws {
        let plan = try realPlan()
        let desk = try desk()
        let reports = try #require(plan.dataSets.first { $0.name == "bao-cao" })
        let header = reports.fields.map(\.title)
        let cells = reports.fields.map { field in
            switch field.name {
            case "ma_don_vi": "31000001"
            case "ky_bao_cao": "Q1"
            case "nam": "2026"
            default: field.type == .integer ? "7" : field.type == .boolean ? "Có" : ""
            }
        }
        func line(_ cells: [String]) -> String { cells.map { "\"\($0)\"" }.joined(separator: ";") + "\n" }
        let reading = desk.read("Năm 2025\n" + line(header) + line(cells))
        #expect(reading.rowsRead == 1 && reading.rowsLeftOut == 0)
        for field in reports.fields where field.type == .integer && field.name != "nam" {
            #expect(desk.values(field.name, reading) == [""], "\(field.name)")
            #expect(reading.findings(.H1).contains { $0.arguments == [field.title] }, "\(field.name)")
        }
    }

    // MARK: Brackets

    @Test(arguments: [
        "cùng kỳ", "năm 2025", "2025", "kết quả năm trước", "năm ngoái", "lũy kế", "quý I/2025", "tăng/giảm",
        "so với 2025",
        "năm học 2024-2025", "kỳ trước", "dự kiến",
    ])
    func aFigureOfAnotherPeriodInBracketsIsNotThisYears(words: String) throws {
        #expect(
            try counts("\(keys);Số vụ (\(words));Số học sinh [\(words)]\n\(row);2;4\n") == ["", "", "", ""],
            "\(words)"
        )
    }

    @Test(arguments: [
        "vụ", "nếu có", "người", "năm 2026", "năm nay", "trong kỳ", "ghi rõ", "2025-2026", "tính từ 15/12/2025",
        "từ tháng 12 năm 2025", "quý I/2026",
    ])
    func aUnitOrAnExplanationInBracketsIsNone(words: String) throws {
        #expect(try counts("\(keys);Số vụ (\(words));Số học sinh\n\(row);2;4\n") == ["2", "4", "", ""])
    }

    @Test func lastYearsCountMayNameItsYear() throws {
        #expect(
            try counts("\(keys);Số vụ năm trước (2025);Số học sinh (năm trước)\n\(row);2;4\n")
                == ["", "", "2", "4"]
        )
    }

    @Test(arguments: [
        "Số vụ năm trước (2026)", "Số vụ cùng kỳ năm trước (năm 2026)", "Số vụ năm trước (quý I/2026)",
        "Số vụ năm trước (từ 15/12/2025 đến 14/3/2026)", "Số vụ năm trước (2024)", "Số vụ năm trước (2025-2026)",
    ])
    func lastYearsCountOfAnotherYearIsNone(title: String) throws {
        let text = "\(keys);\(title);Số học sinh\n\(row);2;4\n"
        #expect(try counts(text) == ["", "4", "", ""], "\(title)")
        #expect(
            try desk().read(text).findings(.H3).map { [$0.header] + $0.arguments }
                == [[title, "Số vụ cùng kỳ năm trước"]]
        )
    }

    @Test(arguments: ["2025", "quý I/2025", "2024-2025", "từ 15/12/2024 đến 14/3/2025", "quý I", "năm học 2024-2025"])
    func lastYearsCountMayNameItsPeriod(words: String) throws {
        #expect(try counts("\(keys);Số vụ năm trước (\(words))\n\(row);2\n") == ["", "", "2", ""], "\(words)")
    }

    @Test func thisYearsCountOfAnotherYearIsNone() throws {
        #expect(
            try counts("\(keys);Số vụ năm nay (2025);Số học sinh năm nay (2026)\n\(row);2;4\n") == ["", "4", "", ""]
        )
        #expect(try counts(";;;;Năm 2025;\n\(keys);Số vụ năm nay;Số học sinh\n\(row);2;4\n") == ["", "", "", ""])
        #expect(
            try counts(";;;;Số vụ so với 2025;\n\(keys);Số vụ năm nay;Số HSSV năm trước\n\(row);2;4\n") == [
                "2", "", "", "4",
            ]
        )
    }

    @Test func aTitleOfThePlansYearMayStandOverLastYears() throws {
        for (title, value) in [("Kết quả năm 2026", "4"), ("Năm 2025", "4"), ("Năm 2024", "")] {
            let text = ";;;;\(title);\n\(keys);Số vụ;Số học sinh năm trước\n\(row);2;4\n"
            #expect(try counts(text).last == value, "\(title)")
        }
    }

    /// Texts and dates say themselves of when they are.
    @Test func hintsOfDatesAreNoPeriods() throws {
        let desk = try ReadingDesk()
        let reading = desk.read("Mã đơn vị (năm 2025);Ngày (VD: 15/9/2025);Chủ đề\n31000001;14/3/2026;MT\n")
        #expect(desk.values("ngay", reading) == ["2026-03-14"])
    }
}
