import Spreadsheet
import Testing

@testable import Workbooks

/// Formulas refer to the sheet of all units wherever its layout puts a column, and whatever it calls it.
@Suite struct FormulaReferenceTests {
    private static let table = """
        <sheet name="Một" orientation="landscape"><table id="a" rows="communes" total="Tổng cộng">
        <column heading="Tên" show="name" width="9-30"/><column heading="Số đợt" fact="c" width="4-9"/></table></sheet>
        """

    /// Of the first commune and of the total: formula and value.
    private func figures(_ unitSheet: String) throws -> (commune: String?, total: String?, values: [String]) {
        let book = try Workshop().city(layout: "<workbook title=\"a\">\(Self.table)\(unitSheet)</workbook>")
        let formulas = try book.formulas(1)
        return (formulas["B3"], formulas["B9"], try book.lines(1).drop { $0.first != "Tên" }.map { $0.last ?? "" })
    }

    private func sum(_ column: String, key: String = "F", sheet: String = "'5 Theo cơ sở'") -> String {
        "SUMIFS(\(sheet)!$\(column)$8:$\(column)$47,\(sheet)!$\(key)$8:$\(key)$47,\"xa:01359\")"
    }

    @Test func columnsAreRenamedMovedAndRemoved() throws {
        let whole = try figures(SmallCity.unitSheet)
        #expect(whole.commune == sum("L"))
        #expect(whole.total == "SUM('5 Theo cơ sở'!$L$8:$L$47)")

        let renamed = try figures(SmallCity.unitSheet.replacing("Khóa xã", with: "Khoá của xã"))
        #expect(renamed.commune == whole.commune && renamed.values == whole.values)

        let name = "<column heading=\"Tên đơn vị\" show=\"name\" width=\"20-50\"/>"
        let removed = try figures(SmallCity.unitSheet.replacing(name, with: ""))
        #expect(removed.commune == sum("K", key: "E") && removed.values == whole.values)

        let moved = try figures(
            SmallCity.unitSheet.replacing(name, with: "").replacing("<factColumns", with: "\(name)<factColumns")
        )
        #expect(moved.commune == sum("L", key: "E") && moved.values == whole.values)

        let other = try figures(SmallCity.unitSheet.replacing("5 Theo cơ sở", with: "Đơn vị 'mới' A"))
        #expect(other.commune == sum("L", sheet: "'Đơn vị ''mới'' A'") && other.values == whole.values)
    }

    @Test func whatTheSheetLacksStandsAsAValue() throws {
        let key = "<column heading=\"Khóa xã\" show=\"commune_key\" width=\"9-20\"/>"
        let whole = try figures(SmallCity.unitSheet)
        let keyless = try figures(SmallCity.unitSheet.replacing(key, with: ""))
        #expect(keyless.commune == nil && keyless.values == whole.values)
        #expect(keyless.total == "SUM('5 Theo cơ sở'!$K$8:$K$47)")
        let without = try figures("")
        #expect(without.commune == nil && without.total == nil && without.values == whole.values)
    }

    @Test func assessmentsReferToTheirOwnRow() throws {
        let formulas = try Workshop().sheet("<addressees/>").formulas(2)
        #expect(formulas["R8"]?.contains("$H8=\"Có\"") == true)
        #expect(formulas["R47"]?.contains("$H47=\"Có\"") == true)
    }
}
