import Plan
import Testing

/// Sheets 10, 15 and 16 with a closed last year: what they say of it is what was closed, unit by unit.
@Suite struct LastYearProofTests {
    private func cells(_ sheet: String, _ path: String) throws -> [Place: CellContent] {
        let city = try ProofCity.shared()
        return try #require(ReadCells(try WrittenWorkbook(city.parts(path))).sheets[sheet], "\(path) | \(sheet)")
    }

    private func members(_ period: String) throws -> [MadeLastYear.Member] {
        try #require(try ProofCity.shared().lastYear?.members[period])
    }

    private func sum(_ fact: String, _ members: [MadeLastYear.Member]) -> Int {
        members.reduce(0) { $0 + (Int($1.facts[fact] ?? "") ?? 0) }
    }

    @Test func itemsAreComparedWithWhatWasClosed() throws {
        let cells = try self.cells("10 Nhiệm vụ", "2026-H1/tong-hop-2026-H1.xlsx")
        let members = try self.members("H1")
        func column(_ heading: String) throws -> Int {
            try #require(cells.first { $0.value == .text(heading) }?.key.column, "\(heading)")
        }
        let columns = [try column("Trong kỳ"), try column("Cùng kỳ năm trước"), try column("Tăng/ giảm")]
        func figures(_ label: String) throws -> [CellContent] {
            let row = try #require(cells.first { $0.value == .text(label) }?.key.row, "\(label)")
            return columns.map { cells[Place(row: row, column: $0)] ?? .blank }
        }
        for (label, before) in [
            ("Số buổi tuyên truyền", sum("so_buoi", members)),
            ("Học sinh ký cam kết", sum("so_hs_ky_cam_ket", members)),
            (
                "Đơn vị quán triệt, phổ biến kế hoạch", members.count { $0.facts["quan_triet"] == "true" }
            ),
        ] {
            let row = try figures(label)
            #expect(row[1] == .number(Double(before)), "\(label)")
            guard case .number(let now) = row[0] else { continue }
            #expect(row[2] == .number(now - Double(before)), "\(label)")
        }
        // Last year's plan did not have it.
        let none = try figures("Lớp tập huấn")
        #expect(none[1] == .text("—") && none[2] == .text("—"))
    }

    @Test func theReportsWordsSayWhatWasClosed() throws {
        let texts = try self.cells("15 Lời báo cáo", "2026-Y/tong-hop-2026-Y.xlsx").values.compactMap { content in
            if case .text(let text) = content { text } else { nil }
        }
        let members = try self.members("Y")
        let expected = members.filter(\.expected)
        #expect(
            texts.contains {
                $0.contains(
                    "Cùng kỳ năm trước: \(expected.count(where: \.reported))/\(expected.count) đơn vị đã gửi báo cáo."
                )
            }
        )
        #expect(texts.contains { $0.contains("Cùng kỳ năm trước có \(sum("so_buoi", members)) buổi.") })
        // Nothing of it was in last year's plan.
        #expect(
            !texts.contains { $0.contains("lớp tập huấn") && $0.contains("Cùng kỳ năm trước có") && $0.contains("—") }
        )
        #expect(!texts.contains { $0.contains("—") })
    }

    @Test(arguments: ["2026-Q1", "2026-Y"])
    func theNotesSayHowThePopulationChanged(period: String) throws {
        let city = try ProofCity.shared()
        let now = Set(try city.rows("\(period)/facts.csv").compactMap { $0["unit"] })
        let members = try self.members(String(period.dropFirst(5)))
        let before = Set(members.map(\.code))
        let silent = members.filter { $0.expected && !$0.reported }
        let cells = try self.cells("16 Ghi chú", "\(period)/tong-hop-\(period).xlsx")
        let texts = cells.values.compactMap { if case .text(let text) = $0 { text } else { nil } }
        let (opened, closed) = (now.subtracting(before), before.subtracting(now))
        #expect(!opened.isEmpty && closed.contains("39999999") && !silent.isEmpty)
        #expect(texts.contains("Đơn vị mới so với cùng kỳ năm trước: \(opened.count) đơn vị"))
        #expect(texts.contains("Đơn vị năm trước có, năm nay không còn: \(closed.count) đơn vị"))
        #expect(texts.contains("Đơn vị năm trước không báo cáo: \(silent.count) đơn vị"))
        for code in opened.union(closed) { #expect(texts.contains(code), "\(code)") }
        #expect(
            texts.contains {
                $0.contains("\(opened.count) đơn vị mới so với năm trước, \(closed.count) đơn vị năm trước có")
                    && $0.contains("\(silent.count) đơn vị năm trước không báo cáo")
            }
        )
    }

    /// A commune's units are those that belonged to it then.
    @Test func aCommunesNotesAreAboutItsOwnUnits() throws {
        let city = try ProofCity.shared()
        let path = try #require(city.workbooks.first { $0.hasPrefix("2026-Q1/xa-phuong/") })
        let code = try #require(path.split(separator: "/").last?.split(separator: "-").first.map(String.init))
        let texts = try self.cells("16 Ghi chú", path).values.compactMap {
            if case .text(let text) = $0 { text } else { nil }
        }
        let own = try self.members("Q1").filter { $0.commune == code && $0.expected }
        #expect(texts.contains { $0.contains("Năm trước có \(own.count) đơn vị phải báo cáo") }, "\(path) \(texts)")
    }
}
