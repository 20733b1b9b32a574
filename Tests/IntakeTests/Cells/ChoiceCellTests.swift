import Plan
import Testing

@testable import Intake

@Suite("Choices and sets")
struct ChoiceCellTests {
    private let topics = ChoiceWords(SmallPlan.lists[3])
    private let levels = ChoiceWords(SmallPlan.lists[2])

    @Test(arguments: [
        ("MT", 1), ("mt", 1), ("Phòng, chống ma túy", 1), ("phong chong ma tuy", 1), ("Ma túy", 1), ("  VŨ KHÍ ", 2),
        ("phòng_chống tội phạm.", 0),
    ])
    func aChoiceIsItsCodeNameOrAliasFolded(text: String, code: Int32) {
        #expect(readChoice(cleaned(text).span, topics) == .code(code))
    }

    @Test func aValueOnNoListIsItsFoldedText() {
        #expect(readChoice(cleaned("Đuối nước!").span, topics) == .unknown(Array("duoi_nuoc".utf8)))
    }

    @Test func aValueWithoutLettersStandsForItself() {
        #expect(readChoice(cleaned("???").span, topics) == .unknown(Array("???".utf8)))
    }

    @Test(arguments: [
        ("MT", [1]), ("TP;MT", [0, 1]), ("MT, TP", [0, 1]), ("MT\nTP", [0, 1]), ("MT;MT", [1]),
        ("Phòng, chống ma túy, phòng, chống tội phạm", [0, 1]),
        ("vũ khí, vật liệu nổ, công cụ hỗ trợ; ma túy", [1, 2]),
        ("MT;;TP;", [0, 1]), ("ma túy và vũ khí", [1, 2]),
    ])
    func aSetIsSplitByTheLongestMatchThenAtItsMarks(text: String, codes: [Int32]) {
        let cell = readChoices(cleaned(text).span, topics)
        #expect(cell.codes == codes)
        #expect(cell.unknown.isEmpty)
    }

    @Test(arguments: ["ma túy; ???", "???; ma túy", "ma túy, ???"])
    func aValueWithoutLettersIsNotPassedOver(text: String) {
        let cell = readChoices(cleaned(text).span, topics)
        #expect(cell.codes == [1])
        #expect(cell.unknown.count == 1)
    }

    @Test(arguments: ["TH và THCS", "TH - THCS", "TH&THCS", "THCS TH", "TH/THCS"])
    func aRowOfWordsIsASetToo(text: String) {
        #expect(readChoices(cleaned(text).span, levels).codes == [1, 2])
    }

    @Test func whatIsOnNoListIsKeptApart() {
        let cell = readChoices(cleaned("đuối nước, ma túy; cháy rừng").span, topics)
        #expect(cell.codes == [1])
        #expect(cell.unknown == [Array("chay_rung".utf8), Array("duoi_nuoc".utf8)])
    }

    @Test(arguments: [
        ("ma tuys", "Phòng, chống ma túy"), ("vũ khi", "Vũ khí, vật liệu nổ, công cụ hỗ trợ"),
        ("phong chong toi phm", "Phòng, chống tội phạm"),
    ])
    func aNearMissNamesTheLikelyValue(text: String, name: String) {
        guard case .unknown(let folded) = readChoice(cleaned(text).span, topics) else { return }
        #expect(topics.nearestName(toFolded: folded) == name)
    }

    @Test(arguments: ["xyz", "hoàn toàn khác hẳn"])
    func farWordsHaveNoNearestName(text: String) {
        #expect(topics.nearestName(toFolded: Array(text.utf8)) == nil)
    }
}
