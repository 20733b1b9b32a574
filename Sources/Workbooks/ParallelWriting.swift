import Dispatch
import Spreadsheet
import Synchronization

/// One workbook that can be written by itself.
package struct WorkbookJob: Sendable {
    let write: @Sendable () throws(WorkbookError) -> ComposedWorkbook

    package init(_ write: @escaping @Sendable () throws(WorkbookError) -> ComposedWorkbook) {
        self.write = write
    }
}

/// Writes workbooks in parallel, as many at once as there are cores, and gives them in the order of the jobs.
///
/// Throws the error of the first job, by order, that failed; jobs that have not begun by then are not begun. All workbooks must share
/// one time of creation: libxlsxwriter's conversion of times has one buffer for all threads.
package func writeInParallel(_ jobs: [WorkbookJob]) throws(WorkbookError) -> [ComposedWorkbook] {
    let results = Mutex([Result<ComposedWorkbook, WorkbookError>?](repeating: nil, count: jobs.count))
    let firstFailure = Atomic(Int.max)
    DispatchQueue.concurrentPerform(iterations: jobs.count) { index in
        // A job before the failed one is still written: it might fail as well, and would then be the first.
        if index > firstFailure.load(ordering: .relaxed) { return }
        let result = Result { () throws(WorkbookError) in try jobs[index].write() }
        if case .failure = result { firstFailure.min(index, ordering: .relaxed) }
        results.withLock { $0[index] = result }
    }
    var written: [ComposedWorkbook] = []
    for result in results.withLock({ $0 }) {
        if let result { written.append(try result.get()) }
    }
    return written
}

/// Makes values in parallel, as many at once as there are cores, and gives them in the order of their numbers.
package func inParallel<Value: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Value) -> [Value] {
    let values = Mutex([Value?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { index in
        let value = body(index)
        values.withLock { $0[index] = value }
    }
    return values.withLock { $0 }.compactMap(\.self)
}
