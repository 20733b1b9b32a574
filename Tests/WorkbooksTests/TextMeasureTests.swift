import Testing

@testable import Workbooks

@Suite struct TextMeasureTests {
    @Test func vietnameseLettersAreAsWideAsTheirBase() {
        for (letter, base) in [("ế", "e"), ("Ậ", "A"), ("ỹ", "y"), ("đ", "d"), ("Đ", "D"), ("ỉ", "i"), ("ò", "o")] {
            let measure = TextMeasure(size: 12, bold: false)
            #expect(measure.width(letter) == measure.width(base), "\(letter)")
        }
        #expect(TextMeasure(size: 12, bold: false).width("ợ") > TextMeasure(size: 12, bold: false).width("o"))
    }

    @Test func composedAndDecomposedTextsAreEquallyWide() {
        #expect(
            TextMeasure(size: 12, bold: false).width("e\u{302}\u{301}") == TextMeasure(size: 12, bold: false).width("ế")
        )
    }

    @Test func linesBreakAtBlanksAndKeepTheirOwnBreaks() {
        let measure = TextMeasure(size: 10, bold: false)
        #expect(measure.lines("", in: 50) == 1)
        #expect(measure.lines("một", in: 50) == 1)
        #expect(
            measure.lines("một hai ba bốn năm sáu", in: 50) == 2 || measure.lines("một hai ba bốn năm sáu", in: 50) == 3
        )
        #expect(measure.lines("một\nhai\n\nba", in: 500) == 4)
    }

    @Test func longWordsAreBrokenAndPathsBreakBehindMarks() {
        let measure = TextMeasure(size: 10, bold: false)
        #expect(measure.lines(String(repeating: "0", count: 64), in: 182) >= 2)
        // LibreOffice: phuong-hong-bang/quy- | 1/ | BaoCao_ANTQ_0.xlsx! | Sheet1
        #expect(measure.lines("phuong-hong-bang/quy-1/BaoCao_ANTQ_0.xlsx!Sheet1", in: 95) >= 4)
    }

    @Test func columnWidthsGoBothWays() {
        for points in [10.0, 55.5, 120, 333] {
            #expect(ColumnWidth.usablePoints(ColumnWidth.characters(forText: points)) >= points)
        }
    }

    @Test(arguments: [9.0, 10, 11, 12, 13, 14]) func linesAreAtLeastAsHighAsExcels(size: Double) {
        #expect(TextMeasure(size: size, bold: false).height(lines: 6) >= 6 * size * 1.3125)
    }
}
