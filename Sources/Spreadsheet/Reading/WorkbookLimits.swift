/// How much a workbook may hold before it is refused: above what any office sends, below what fills a machine.
package struct WorkbookLimits: Hashable, Sendable {
    package var archive = ZipLimits.inbox
    /// Shared texts, and their bytes; the texts of one sheet's own cells are bounded alike.
    package var texts = 4_000_000
    package var textBytes = 256 << 20
    /// Cells of one sheet that hold anything, those of merged ranges included.
    package var cells = 20_000_000
    /// Cells of one sheet up to the last one of each row, empty ones included: what there is to walk over.
    package var places = 200_000_000
    /// Bytes of the texts of one sheet, each as often as a cell shows it.
    package var shownBytes = 1 << 30
    package var mergedRanges = 1_000_000

    package init() {}
}
