/// One closing of a period, frozen as it was signed: the folder `da-chot/2026-Q1-lan-2`.
package struct ClosedIssue: Sendable, Hashable {
    /// Id of the period.
    package let period: String
    /// 1 for the first closing of the period, and one more each time it was reopened and closed again.
    package let number: Int

    package init(period: String, number: Int) {
        self.period = period
        self.number = number
    }

    /// Nil for any other name, such as that of what `reopen` writes.
    package init?(folder name: String) {
        guard let mark = name.ranges(of: "-lan-").last, mark.lowerBound > name.startIndex,
            let number = Int(name[mark.upperBound...]), number > 0,
            String(number) == name[mark.upperBound...]
        else { return nil }
        period = String(name[..<mark.lowerBound])
        self.number = number
    }

    /// Name of its folder in `da-chot/`.
    package var folder: String { "\(period)-lan-\(number)" }
    /// Name of the file beside the folder that says that the period was reopened.
    package var reopening: String { folder + ".mo-lai" }
}
