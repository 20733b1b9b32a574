/// A stream of random numbers (SplitMix64). The same seed and the same path of numbers give the same stream on every
/// machine, so each unit, period and purpose draws from a stream of its own: what one file needs never shifts another.
struct Random {
    private var state: UInt64

    /// Why a stream is drawn. The raw values are part of what a seed means: never renumber them.
    enum Purpose: UInt64 {
        case roster = 1
        case profile
        case reports
        case sessions
        case incidents
        case violations
        case dates
        case styles
        case reportMistakes
        case sessionMistakes
        case incidentMistakes
        case violationMistakes
        case resends
        case bundles
        case styleMatrix
    }

    init(seed: UInt64, _ purpose: Purpose, _ path: Int...) {
        state = seed
        for number in [purpose.rawValue] + path.map({ UInt64(truncatingIfNeeded: $0) }) {
            state = next() ^ (number &* 0xD6E8_FEB8_6659_FD93)
        }
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// 0 ..< bound. The remainder's bias is below 2^-40 for the bounds used here.
    mutating func below(_ bound: Int) -> Int {
        Int(next() >> 1) % max(bound, 1)
    }

    mutating func int(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.count)
    }

    /// True in `permille` of a thousand cases.
    mutating func chance(_ permille: Int) -> Bool {
        below(1000) < permille
    }

    mutating func pick<Element>(_ choices: [Element]) -> Element {
        choices[below(choices.count)]
    }

    /// An index of `weights`, each as likely as its weight.
    mutating func weighted(_ weights: [Int]) -> Int {
        var rest = below(weights.reduce(0, +))
        for (index, weight) in weights.enumerated() {
            rest -= weight
            if rest < 0 { return index }
        }
        return weights.count - 1
    }

    mutating func day(_ range: ClosedRange<Day>) -> Day {
        Day(number: int(range.lowerBound.number...range.upperBound.number))
    }
}
