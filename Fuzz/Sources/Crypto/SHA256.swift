/// What the rooms ask of swift-crypto, by a small hash (FNV-1a): fuzzing asks what is read, not by which digits it is named.
public struct SHA256: Sendable {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    public init() {}

    public mutating func update(data: some Sequence<UInt8>) {
        for byte in data { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }

    public func finalize() -> [UInt8] {
        (0..<32).map { UInt8(truncatingIfNeeded: state >> UInt64($0 % 8 * 8)) }
    }

    public static func hash(data: some Sequence<UInt8>) -> [UInt8] {
        var hash = SHA256()
        hash.update(data: data)
        return hash.finalize()
    }
}
