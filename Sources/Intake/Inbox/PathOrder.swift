/// The order of files in an inbox: folder by folder, each name without its extension first, by UTF-8 bytes.
///
/// So `a.csv` stands before `a-2.csv` and `a (1).csv`, and where nothing but the path tells two versions of a row apart, the
/// copy with the later-looking name is the newer one.
package enum PathOrder {
    /// Whether `left` stands before `right`; both are paths with folders separated by `/`.
    package static func precedes(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        var (left, right) = (left[...], right[...])
        while true {
            let (mine, others) = (left.prefix { $0 != slash }, right.prefix { $0 != slash })
            if !mine.elementsEqual(others) {
                let (stem, otherStem) = (stem(mine), stem(others))
                if !stem.elementsEqual(otherStem) { return stem.lexicographicallyPrecedes(otherStem) }
                return mine.lexicographicallyPrecedes(others)
            }
            left = left.dropFirst(mine.count + 1)
            right = right.dropFirst(others.count + 1)
            // Equal so far: the shorter path, or neither.
            if left.isEmpty || right.isEmpty { return left.isEmpty && !right.isEmpty }
        }
    }

    private static let slash: UInt8 = 0x2F
    private static let point: UInt8 = 0x2E

    /// A name without its extension. A name that begins with its only point has none.
    private static func stem(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let point = name.lastIndex(of: point), point > name.startIndex else { return name }
        return name[..<point]
    }
}
