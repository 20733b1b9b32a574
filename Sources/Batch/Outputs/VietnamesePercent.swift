import Plan

/// `97,5%` of a part and its whole, to one decimal, half away from zero, without `,0`; `-` where there is no whole.
package func vietnamesePercent(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "-" }
    let tenths = (part * 2_000 + whole) / (2 * whole)
    return tenths % 10 == 0 ? "\(vietnamese(tenths / 10))%" : "\(vietnamese(tenths / 10)),\(tenths % 10)%"
}
