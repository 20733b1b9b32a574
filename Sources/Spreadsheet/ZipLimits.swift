/// How much an archive may hold before it is refused unread.
package struct ZipLimits: Hashable, Sendable {
    package var entries: Int
    /// All entries unpacked, in bytes.
    package var bytes: Int
    /// Unpacked bytes for a packed one, of an entry above 1 MB unpacked.
    package var ratio: Int

    package init(entries: Int, bytes: Int, ratio: Int) {
        self.entries = entries
        self.bytes = bytes
        self.ratio = ratio
    }

    /// For files that others sent.
    package static let inbox = ZipLimits(entries: 2000, bytes: 512 << 20, ratio: 200)
    /// For files of our own making: above what the largest of them holds, below what fills a machine.
    package static let ownWork = ZipLimits(entries: 20_000, bytes: 8 << 30, ratio: 2000)
}
