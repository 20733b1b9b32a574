import Crypto
import Records
import SystemPackage

/// Reads one file of an inbox, alone: each of its tables is one reading (a workbook has one a sheet).
///
/// - Parameters:
///   - entry: as `listInbox` gives it.
///   - folder: the inbox.
/// - Throws: `IntakeError.imbalance`, a fault of the program.
package func readFile(
    _ entry: InboxListing.Entry,
    in folder: FilePath,
    context: ReadingContext
) throws(IntakeError) -> [FileReading] {
    var readings = try readUnlessRefused(entry, in: folder, context: context)
    if let isInput = context.isInput { readings.removeAll { !isInput($0.file) } }
    for index in readings.indices where readings[index].file.isMasked { readings[index].refuse(.C9) }
    return readings
}

private func readUnlessRefused(
    _ entry: InboxListing.Entry,
    in folder: FilePath,
    context: ReadingContext
) throws(IntakeError) -> [FileReading] {
    if let refusal = entry.refusal {
        return [.refused(.F6, entry, bytes: 0, arguments: [refusal])]
    }
    let bytes: [UInt8]
    do {
        bytes = try readBytes(entry.pathBytes, below: folder, limit: context.limits.fileSize)
    } catch {
        switch error {
        case .refused(let reason): return [.refused(.F6, entry, bytes: 0, arguments: [reason])]
        case .tooLarge(let size):
            return [.refused(.F7, entry, bytes: size, arguments: [String(context.limits.fileSize >> 20)])]
        }
    }
    let readings = readContent(bytes, of: entry, context: context)
    for reading in readings where reading.rowsRead != (reading.table?.count ?? 0) + reading.rowsLeftOut {
        var balance = RowBalance()
        balance.read = reading.rowsRead
        balance.counted = reading.table?.count ?? 0
        balance.leftOut = reading.rowsLeftOut
        throw .imbalance(path: reading.file.path, balance)
    }
    return readings
}

/// Reads a file's bytes, by what they are.
func readContent(
    _ bytes: [UInt8],
    of entry: InboxListing.Entry,
    context: ReadingContext
) -> [FileReading] {
    let file = InboxFile(
        path: entry.path,
        pathBytes: entry.pathBytes,
        bytes: bytes.count,
        sha256: hexadecimal(SHA256.hash(data: bytes))
    )
    if let isInput = context.isInput, !isInput(file) { return [] }
    let name = Array(entry.pathBytes.suffix(while: { $0 != 0x2F }))
    var reading = FileReading(file: file)
    switch FileContent(of: bytes, name: name) {
    case .empty: reading.refuse(.F1)
    case .text:
        return [
            TextReading(tables: TableReading(context)).read(
                bytes,
                file: file,
                promisesTable: FileNames.promisesText(name)
            )
        ]
    case .workbook: return readWorkbook(bytes, file: file, context: context)
    case .unreadTable(let title): reading.refuse(.F8, arguments: [title])
    case .noTable(let title):
        reading.holdsNoData = true
        reading.refuse(.F9, arguments: [title])
    }
    return [reading]
}

extension FileReading {
    /// A file that was not read.
    fileprivate static func refused(
        _ code: FindingCode,
        _ entry: InboxListing.Entry,
        bytes: Int,
        arguments: [String]
    ) -> FileReading {
        let file = InboxFile(path: entry.path, pathBytes: entry.pathBytes, bytes: bytes, sha256: "")
        var reading = FileReading(file: file)
        reading.refuse(code, arguments: arguments)
        return reading
    }
}

extension Array<UInt8> {
    /// The longest end whose elements all satisfy the condition.
    fileprivate func suffix(while condition: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        self[(lastIndex { !condition($0) }.map { $0 + 1 } ?? startIndex)...]
    }
}
