import Plan
import Testing
import XML

@testable import Workbooks

/// The report in words.
@Suite struct ProseTests {
    private func paragraphs(_ sentences: String, of city: SmallCity = SmallCity()) throws -> [[String]] {
        let text = "<prose><paragraph heading=\"Đầu\">\(sentences)</paragraph></prose>"
        return try Array(Workshop().sheet(text, of: city).lines(1).dropFirst())
    }

    @Test(arguments: [
        ("expected > 0", true), ("late = 7", true), ("missing = 6", true), ("missing > 6", false),
        ("CT1.judged and not CT1.met", true), ("CT1.met", false), ("CT9.met", true), ("c = 0", false),
        // Last year's set is not closed: its numbers are missing, and what is not known is not said.
        ("last.c > 0", false), ("last.c = 0", false), ("not (last.c > 0)", false), ("present(last.c)", false),
        ("not present(last.c)", true),
    ])
    func aSentenceIsSaidWhereItsConditionIsKnownAndTrue(_ condition: String, _ isSaid: Bool) throws {
        let escaped = condition.replacing(">", with: "&gt;")
        let said = try paragraphs("<sentence when=\"\(escaped)\">Câu.</sentence>")
        #expect(said == (isSaid ? [["Đầu"], ["Câu."]] : []))
    }

    @Test func sentencesThatHoldFollowEachOther() throws {
        #expect(
            try paragraphs(
                "<sentence>Một.</sentence><sentence when=\"CT1.met\">Hai.</sentence><sentence>Ba.</sentence>"
            )
                == [["Đầu"], ["Một. Ba."]]
        )
    }

    @Test func numbersAreThoseOfTheTableInVietnamese() throws {
        let book = try Workshop().sheet(
            """
            <table id="a" rows="indicators"><column heading="n" show="number" width="4-6"/>
            <column heading="t" show="numerator" width="4-9"/><column heading="r" show="rate" width="4-9"/></table>
            <prose><paragraph><sentence>{CT9.numerator} vụ, {percent CT2.rate}, {percent CT9.rate}; {last.c}; đến {as_of}.</sentence></paragraph></prose>
            """
        )
        let lines = try book.lines(1)
        let (second, ninth) = (try #require(lines.first { $0[0] == "2" }), try #require(lines.first { $0[0] == "9" }))
        let (rate, change) = (try #require(Double(second[2])), try #require(Double(ninth[2])))
        #expect(ninth[1] == "1800")
        #expect(
            lines.last == [
                "1.800 vụ, \(VietnameseText.percent(rate)), \(VietnameseText.percent(change)); —; đến 20/3/2026."
            ]
        )
    }

    @Test func theFirstUnitsThatMissAreNamed() throws {
        let city = SmallCity()
        let names = (0..<40).filter { !city.hasReported($0) }.sorted { ($0 % 6, $0) < ($1 % 6, $1) }.map(city.unitName)
        #expect(
            try paragraphs("<sentence>Chưa: {misses CT1}.</sentence>").last
                == ["Chưa: \(names.prefix(3).joined(separator: ", ")) và \(names.count - 3) đơn vị khác."]
        )
        var few = city
        few.hasReported = { $0 != 7 }
        #expect(
            try paragraphs("<sentence>Chưa: {misses CT1}.</sentence>", of: few).last == ["Chưa: \(few.unitName(7))."]
        )
    }

    @Test func beforeTheDueDateNobodyIsMissing() throws {
        let early = SmallCity(asOf: SmallCity.day(2026, 3, 15))
        #expect(try paragraphs("<sentence>Thiếu {missing}.</sentence>", of: early).last == ["Thiếu 0."])
    }

    @Test func numbersOfVietnamesePapers() {
        let numbers: [(Double, String)] = [
            (0, "0"), (7, "7"), (999, "999"), (1_234, "1.234"), (1_234_567, "1.234.567"), (97.5, "97,5"),
            (0.05, "0,05"),
            (-1_234.5, "-1.234,5"), (-0.001, "0"), (1.999, "2"),
        ]
        for (number, text) in numbers { #expect(VietnameseText.number(number) == text) }
        let shares: [(Double, String)] = [
            (0.975, "97,5%"), (1, "100,0%"), (0, "0,0%"), (0.0005, "0,1%"), (2.0 / 3, "66,7%"), (-0.345, "-34,5%"),
            (-0.004, "-0,4%"), (-0.0001, "0,0%"), (12.5, "1.250,0%"),
        ]
        for (share, text) in shares { #expect(VietnameseText.percent(share) == text) }
        #expect(SmallCity.day(2026, 3, 14).vietnamese == "14/3/2026")
    }

    /// A page ends before a heading, never between a heading and its paragraph.
    @Test func aHeadingStandsOnThePageOfItsParagraph() throws {
        let words = String(repeating: "Nhiều chữ để được vài dòng. ", count: 20)
        let paragraphs = (1...20).map {
            "<paragraph heading=\"Mục \($0)\"><sentence>\(words)</sentence></paragraph>"
        }
        let book = try Workshop().sheet("<prose>\(paragraphs.joined())</prose>")
        let sheet = try book.sheet(1)
        let breaks = sheet.elements("rowBreaks").flatMap { $0.elements("brk") }.compactMap { $0["id"] }
        let headings = sheet.elements("sheetData").flatMap { $0.elements("row") }.filter { row in
            row.elements("c").contains { book.value($0)?.hasPrefix("Mục ") == true }
        }
        // A break is named by the row above it.
        let above = headings.compactMap { Int($0["r"] ?? "") }.map { "\($0 - 1)" }
        #expect(breaks.count > 1 && breaks.allSatisfy(above.contains), "\(breaks), headings below \(above)")
    }
}
