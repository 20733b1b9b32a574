import Figures
import Plan
import Records
import Spreadsheet
import Testing

@testable import Workbooks

/// The composer tells which cells show figures of figures.csv.
@Suite struct FigurePlaceTests {
    private func compose(_ scope: UnitGroup?) throws -> [FigurePlace] {
        var city = SmallCity()
        city.scope = scope
        let workshop = try Workshop()
        return try writeWorkbook(
            city.context,
            layout: city.layout(),
            to: workshop.path("a"),
            temporaryFolder: workshop.folder
        ).figures
    }

    @Test func everyIndicatorOfEveryCommuneIsTold() throws {
        let figures = try compose(.city)
        let city = SmallCity()
        let groups: [UnitGroup] = [.city] + city.roster.communes.indices.map(UnitGroup.commune)
        for group in groups {
            for indicator in city.plan.indicators.indices {
                #expect(figures.contains { $0.group == group && $0.indicator == indicator }, "\(group) \(indicator)")
            }
        }
        for quantity in [FigurePlace.Quantity.denominator, .numerator, .rate, .reportedRate, .result] {
            #expect(figures.contains { $0.group == .city && $0.quantity == quantity }, "\(quantity)")
        }
    }

    @Test func cellsHoldTheFiguresThatAreTold() throws {
        let city = SmallCity()
        let workshop = try Workshop()
        var scoped = city
        scoped.scope = .city
        let book = try writeWorkbook(
            scoped.context,
            layout: city.layout(),
            to: workshop.path("a"),
            temporaryFolder: workshop.folder
        )
        let bytes = try #require(workshop.bytes("a"))
        let reader = try WorkbookReader(bytes: [UInt8](bytes), isOwnWork: true)
        let index = FigureIndex(city.figures)
        var seen = 0
        for sheet in reader.sheets {
            let contents = try reader.contents(of: sheet)
            for place in book.figures where place.sheet == sheet.name && place.quantity == .numerator {
                let row = try #require(contents.row(ofLine: place.row + 1))
                let cell = try #require(contents.cell(inColumn: place.column, ofRow: row))
                let numerator = index.tally(place.group, place.indicator).numerator
                #expect(contents.value(cell) == .number(Double(numerator)), "\(place)")
                seen += 1
            }
        }
        #expect(seen > city.plan.indicators.count)
    }

    @Test func workbookOfACommuneShowsTheCommune() throws {
        #expect(Set(try compose(.commune(1)).map(\.group)) == [.commune(1)])
    }

    @Test func workbookOfADepartmentShowsItAndItsKinds() throws {
        let groups = Set(try compose(.department(0)).map(\.group))
        #expect(groups.contains(.department(0)))
        #expect(!groups.contains { if case .commune = $0 { true } else { false } })
    }

    @Test func workbookOfOneUnitShowsNoneOfThem() throws {
        #expect(try compose(nil).isEmpty)
    }
}
