import Records
import Testing

@Suite("A pool of texts")
struct TextPoolTests {
    @Test func givesTheSameNumberForTheSameBytes() {
        var pool = TextPool()
        let one = pool.intern("Trường MN Hoa Sen")
        let other = pool.intern("")
        #expect(pool.intern("Trường MN Hoa Sen") == one)
        #expect(pool.intern("") == other)
        #expect(one != other)
        #expect(pool.count == 2)
        #expect(pool[one] == "Trường MN Hoa Sen")
        #expect(pool[other].isEmpty)
        #expect(Array(pool.utf8(one)) == Array("Trường MN Hoa Sen".utf8))
    }

    @Test func comparesBytesAndNotCharacters() {
        var pool = TextPool()
        // The same letter composed and decomposed: intake has brought texts into one form before.
        #expect(pool.intern("\u{E9}") != pool.intern("e\u{301}"))
    }

    @Test func findsWithoutAdding() {
        var pool = TextPool()
        #expect(pool.index(of: "A") == nil)
        let number = pool.intern("A")
        #expect(pool.index(of: "A") == number)
        #expect(pool.index(of: "a") == nil)
        #expect(pool.index(of: "AA") == nil)
        let bytes = Array("A".utf8)
        #expect(pool.index(of: bytes.span) == number)
        #expect(pool.count == 1)
    }

    @Test func keepsItsNumbersWhileItGrows() {
        var pool = TextPool()
        for number in 0..<5000 { #expect(pool.intern("đơn vị \(number)") == number) }
        #expect(pool.count == 5000)
        for number in 0..<5000 {
            #expect(pool.index(of: "đơn vị \(number)") == number)
            #expect(pool[number] == "đơn vị \(number)")
        }
        #expect(pool.index(of: "đơn vị 5000") == nil)
    }

    /// Texts whose blocks differ by what an unkeyed multiplication lets through; one slot for all of them would take minutes.
    @Test func textsMadeToCollideCostNoMore() {
        var pool = TextPool()
        for number in 0..<(1 << 16) {
            var text: [UInt8] = []
            for bit in 0..<16 {
                let isSet = number >> bit & 1 == 1
                text += [0, 0, 0, isSet ? 0x80 : 0, 0, 0, 0, isSet ? 0x80 : 0]
                text += [0, 0, 0, isSet ? 0x80 : 0, 0, 0, 0, isSet ? 0x80 : 0]
            }
            #expect(pool.intern(text.span) == number)
        }
    }

    @Test func isAValue() {
        var pool = TextPool()
        _ = pool.intern("A")
        let copy = pool
        _ = pool.intern("B")
        #expect(copy.count == 1)
        #expect(copy.index(of: "B") == nil)
    }
}
