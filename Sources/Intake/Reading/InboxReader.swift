// The one place where files are read in parallel. The order of results is the order of paths and depends on nothing else.

import Dispatch
import Plan
import Records
import Synchronization
import SystemPackage

/// Reads all files of an inbox, on all cores.
///
/// - Parameter progress: called with how many files are read, and of how many, from several threads.
/// - Returns: readings in the order of paths, `file` of their findings and rows being the position in them; what could not be
///   read is a reading with its finding. And the paths of what was skipped.
/// - Throws: where the inbox itself cannot be read, or rows went missing.
package func readInbox(
    _ folder: FilePath,
    context: ReadingContext,
    progress: @Sendable (_ done: Int, _ all: Int) -> Void = { _, _ in }
) throws(IntakeError) -> (readings: [FileReading], skipped: [String]) {
    let listing = try listInbox(folder)
    let results = readAll(listing.entries, in: folder, context: context, progress: progress)
    var readings: [FileReading] = []
    for result in results { readings += try result.get() }
    tellPathsApart(&readings)
    tellRepeatedContent(&readings)
    for index in readings.indices { readings[index].number(Int32(index)) }
    return (readings, listing.skipped)
}

private func readAll(
    _ entries: [InboxListing.Entry],
    in folder: FilePath,
    context: ReadingContext,
    progress: @Sendable (_ done: Int, _ all: Int) -> Void
) -> [Result<[FileReading], IntakeError>] {
    let next = Atomic(0)
    let done = Atomic(0)
    let results = Mutex([Result<[FileReading], IntakeError>](repeating: .success([]), count: entries.count))
    // Each worker takes the next file when it has done one: large and small files share the cores evenly, and no more files
    // are held in memory than there are workers.
    DispatchQueue.concurrentPerform(iterations: min(workers, max(1, entries.count))) { _ in
        while true {
            let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
            guard index < entries.count else { return }
            let result = Result { () throws(IntakeError) in
                try readFile(entries[index], in: folder, context: context)
            }
            results.withLock { $0[index] = result }
            progress(done.wrappingAdd(1, ordering: .relaxed).newValue, entries.count)
        }
    }
    return results.withLock { $0 }
}

/// Each holds one file of up to 200 MB.
private let workers = 2

/// Two paths may look alike once they are shown: masked, or one letter written in two ways. The later ones get a number.
func tellPathsApart(_ readings: inout [FileReading]) {
    var taken = Set(readings.map(\.file.path))
    guard taken.count < readings.count else { return }
    var last: [String: Int] = [:]
    for index in readings.indices {
        let file = readings[index].file
        guard var number = last.updateValue(1, forKey: file.path) else { continue }
        repeat { number += 1 } while !taken.insert(file.numbered(number).path).inserted
        last[file.path] = number
        readings[index].file = file.numbered(number)
    }
}

/// F5: the same bytes again, at a later path. Its rows are read all the same; merging counts them once.
private func tellRepeatedContent(_ readings: inout [FileReading]) {
    var first: [String: String] = [:]
    var last: [UInt8]?
    for index in readings.indices {
        let file = readings[index].file
        // The sheets of one workbook share its bytes.
        if file.sha256.isEmpty || file.bytes == 0 || file.pathBytes == last { continue }
        last = file.pathBytes
        if let path = first[file.sha256] {
            readings[index].refuse(.F5, arguments: [path])
        } else {
            // A workbook is named as the file that it is, without the sheet that happens to be its first.
            let workbook = shownPath(file.pathBytes)
            first[file.sha256] = file.path.hasPrefix(workbook + "!") ? workbook : file.path
        }
    }
}

extension FileReading {
    /// Gives the reading its position in the run's list of files.
    fileprivate mutating func number(_ position: Int32) {
        for index in findings.indices { findings[index].file = position }
        guard position != 0, var rows = table else { return }
        table = nil
        for index in rows.sources.indices {
            rows.sources[index] = SourceRow(file: position, line: rows.sources[index].line)
        }
        table = rows
    }
}
