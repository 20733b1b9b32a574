/// SQL's logic over false (0), true (any other number) and unknown (NaN).
enum ThreeValuedLogic {
    static func not(_ value: Double) -> Double {
        value.isNaN ? .nan : value == 0 ? 1 : 0
    }

    /// False where one side is false, whatever the other.
    static func and(_ left: Double, _ right: Double) -> Double {
        if left == 0 || right == 0 { return 0 }
        return left.isNaN || right.isNaN ? .nan : 1
    }

    /// True where one side is true, whatever the other.
    static func or(_ left: Double, _ right: Double) -> Double {
        if isTrue(left) || isTrue(right) { return 1 }
        return left.isNaN || right.isNaN ? .nan : 0
    }

    static func isTrue(_ value: Double) -> Bool {
        !value.isNaN && value != 0
    }

    /// Unknown where a side is missing, else whether it holds.
    @inline(__always)
    static func known(_ left: Double, _ right: Double, _ holds: (Double, Double) -> Bool) -> Double {
        left.isNaN || right.isNaN ? .nan : holds(left, right) ? 1 : 0
    }

    static func equal(_ left: Double, _ right: Double) -> Double {
        known(left, right, ==)
    }
}
