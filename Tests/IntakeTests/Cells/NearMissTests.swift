import Testing

@testable import Intake

@Suite("Near misses")
struct NearMissTests {
    @Test(arguments: [
        ("abc", "abc", 0), ("abc", "abd", 1), ("abc", "acb", 1), ("abc", "ab", 1), ("abc", "abxc", 1),
        ("abcd", "badc", 2),
    ])
    func slipsAreCounted(left: String, right: String, distance: Int) {
        #expect(NearMiss.distance(Array(left.utf8), Array(right.utf8), limit: 2) == distance)
    }

    @Test func wordsFurtherApartThanTheLimitAreNotNear() {
        #expect(NearMiss.distance(Array("kitten".utf8), Array("sitting".utf8), limit: 2) == nil)
        #expect(NearMiss.distance(Array("kitten".utf8), Array("sitting".utf8), limit: 3) == 3)
    }

    @Test func shortWordsAreNearToNothing() {
        #expect(NearMiss.limit(length: 3) == 0)
    }
}
