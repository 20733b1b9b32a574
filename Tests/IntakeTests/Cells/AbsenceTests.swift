import Testing

@testable import Intake

@Suite("Cells without a value")
struct AbsenceTests {
    @Test(arguments: ["", "-", "–", "—", "N/A", "n/a", "#N/A", "#n/a", "  ", "\u{A0}"])
    func wordsForMissing(text: String) {
        #expect(Absence(of: cleaned(text).span) == .missing)
    }

    @Test func wordsForNone() {
        #expect(Absence(of: cleaned("Không có").span) == .thereIsNone)
        #expect(Absence(of: cleaned("KHÔNG").span) == .no)
    }

    @Test(arguments: [
        "####", "##", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#value!", "Err:502", "#SPILL!",
        "#CALC!", "#FIELD!", "#BLOCKED!", "#GETTING_DATA", "############",
    ])
    func errorValuesOfASpreadsheet(text: String) {
        #expect(Absence(of: cleaned(text).span) == .errorValue)
    }

    @Test(arguments: [
        "0", "--", "#", "#1", "N/B", "Không có ai", "Không/Có", "Không, có", "Không (có)", "Không\nCó", "Kho", "Err",
        "nothing",
    ])
    func everythingElseIsAValue(text: String) {
        #expect(Absence(of: cleaned(text).span) == .given)
    }
}
