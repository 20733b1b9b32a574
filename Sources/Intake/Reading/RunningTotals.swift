// Sums of a table's counts, for its totals lines. They are summed up when a totals line comes, so that the reading of rows costs
// nothing for it, and each row once.

import Plan
import Records
import Tabular

/// The sums of all rows so far, and of the rows below earlier totals lines.
struct RunningTotals {
    struct Count {
        /// Positions of the field in its data set, of the column in the file.
        let field: Int
        let column: Int
        /// Of all rows so far.
        var sum = 0
        /// Cells that could not be read, and rows that were left out, so far: a sum over one of them is not known.
        var gaps = 0
    }

    /// Where a totals line stood.
    struct Mark {
        let rows: Int
        let counts: [Count]
    }

    private(set) var counts: [Count]
    private var rowsSummed = 0
    private var last: Mark?
    /// By the first two words of the line, such as `Tổng xã`: totals of communes stand between two totals of districts.
    private var lastOfKind: [[UInt8]: Mark] = [:]

    /// A plan's forms have one or two kinds; a hostile file may have a thousand.
    private static let kindsKept = 64

    init(_ columns: [ColumnReader]) {
        // Two columns that differ are missing without a fault of either (H2).
        counts = columns.filter { $0.definition.roles.contains(.count) && !$0.hasRepeated }.map {
            Count(field: $0.field, column: $0.column)
        }
    }

    /// - Parameter values: of the row; where the column's is there, the fault took nothing from it.
    mutating func noteFault(column: Int?, _ values: [Int32]) {
        for index in counts.indices
        where counts[index].column == column && values[counts[index].field] == Table.missing {
            counts[index].gaps += 1
        }
    }

    mutating func noteRowLeftOut() {
        for index in counts.indices { counts[index].gaps += 1 }
    }

    /// Brings the sums up to the rows of the table.
    mutating func sumUp(_ table: Table) {
        for index in counts.indices {
            for value in table.columns[counts[index].field][rowsSummed...] where value != Table.missing {
                counts[index].sum += Int(value)
            }
        }
        rowsSummed = table.count
    }

    /// What a totals line may be the sum of, in each count: everything so far, the rows since the last totals line, and those
    /// since the last one of its kind. Nil where one of these is not known; first stands the one that is meant most likely.
    func sums(of index: Int, label: [UInt8]) -> [Int]? {
        guard rowsSummed > 0 else { return nil }
        let whole = counts[index]
        guard whole.gaps == 0 else { return nil }
        let earlier = [last, lastOfKind[Self.kind(label)]].compactMap(\.self).filter { $0.rows < rowsSummed }
        let parts = earlier.map { whole.sum - $0.counts[index].sum }
        return Self.isGrand(label) ? [whole.sum] + parts : parts + [whole.sum]
    }

    /// A totals line was dealt with.
    mutating func endPart(label: [UInt8]) {
        let mark = Mark(rows: rowsSummed, counts: counts)
        last = mark
        let kind = Self.kind(label)
        if lastOfKind.count < Self.kindsKept || lastOfKind[kind] != nil { lastOfKind[kind] = mark }
    }

    private static func kind(_ label: [UInt8]) -> [UInt8] {
        let words = fold(label.span).split(separator: 0x5F, maxSplits: 2)
        return Array(words.prefix(2).joined(separator: [0x5F]))
    }

    /// `Tổng cộng` alone is the total of everything.
    private static func isGrand(_ label: [UInt8]) -> Bool {
        ["tong", "cong", "tong_cong", "tong_so"].contains(String(decoding: fold(label.span), as: UTF8.self))
    }
}

extension TableReader {
    /// L3: a count of a totals line that is the sum of no rows above it. Silent where a row or a cell above could not be read.
    mutating func compareTotals(_ record: Record, label: [UInt8]) {
        writeBlock()
        totals.sumUp(table)
        for (index, count) in totals.counts.enumerated() where count.column < record.count {
            let bytes = record.bytes.span
            clean(bytes.extracting(record.range(count.column)), into: &tools.cleaned)
            let cell = tools.cleaned.bytes
            let written: Int
            switch readInteger(cell.span) {
            case .value(let value), .converted(let value): written = Int(value)
            case .tooLarge, .unreadable: continue
            }
            guard let sums = totals.sums(of: index, label: label), let likely = sums.first, !sums.contains(written)
            else { continue }
            findings.append(
                Finding(
                    .L3,
                    dataSet: header.dataSet,
                    file: 0,
                    line: Int32(clamping: record.line),
                    column: Int32(count.column),
                    header: header.titles[count.column],
                    value: shownText(record, count.column),
                    arguments: [definition.fields[count.field].title, String(likely)]
                )
            )
        }
        totals.endPart(label: label)
    }
}
