/// How much can still be written where the program writes, and how much the next run needs there.
package struct FreeSpace: Sendable, Equatable {
    /// What lies there, in Vietnamese.
    package let place: String
    /// Its name among performance data.
    package let label: String
    /// Bytes.
    package let free: Int
    package let needed: Int

    package init(place: String, label: String, free: Int, needed: Int) {
        self.place = place
        self.label = label
        self.free = free
        self.needed = needed
    }

    /// Below this a run still succeeds, and not many more will.
    package var comfortable: Int { needed * 3 }

    /// A new set stands beside the published one until it takes its place, with temporary files of about its size.
    static func needed(forSet bytes: Int) -> Int { 2 * bytes + reserve }

    /// A backup of the ledger is made beside it at each run.
    static func needed(forLedger bytes: Int) -> Int { 2 * bytes + reserve }

    private static let reserve = 64 << 20
}
