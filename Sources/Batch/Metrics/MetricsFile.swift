import SystemPackage

/// `tonghop.prom` in the state folder, for node_exporter's text-file collector.
package struct MetricsFile: Sendable {
    package static let fileName = "tonghop.prom"

    private let folder: FilePath
    private var file: FilePath { folder.appending(MetricsFile.fileName) }

    /// - Parameter folder: where the ledger lies.
    package init(in folder: FilePath) {
        self.folder = folder
    }

    /// Replaces the file in one step, so that no reader sees half of it; the group may read it. What a run left that was killed here
    /// is deleted. A state folder that is not there yet is not made: nothing was run then.
    ///
    /// - Throws: `.output` where it cannot be written; what stood there still stands.
    package func record(_ run: RunMetrics) throws(BatchError) {
        guard SystemCalls.kind(of: SystemCalls.resolved(folder)) == .folder else { return }
        var text = read() ?? MetricsText()
        run.write(over: &text)
        do throws(SystemError) {
            for name in try SystemCalls.names(in: folder) where MetricsFile.isUnfinished(name) {
                try SystemCalls.removeAll(folder.appending(name))
            }
            let unfinished = folder.appending("\(MetricsFile.fileName).\(SystemCalls.processID).tmp")
            do throws(SystemError) {
                try SystemCalls.write(Array(text.text.utf8), new: unfinished)
                try SystemCalls.rename(unfinished, to: file)
            } catch {
                try? SystemCalls.removeAll(unfinished)
                throw error
            }
        } catch {
            throw .output("Không ghi được \(file) cho hệ thống giám sát: \(error).")
        }
    }

    /// When the last run ended that succeeded; nil where the file does not tell.
    package var lastSuccess: Timestamp? {
        read()?.value(MetricName.successTime).map { Timestamp(seconds: $0) }
    }

    /// When the last run ended, if it failed.
    package var lastFailure: Timestamp? {
        guard let text = read(), text.value(MetricName.runSuccess) == 0 else { return nil }
        return text.value(MetricName.runTime).map { Timestamp(seconds: $0) }
    }

    private func read() -> MetricsText? {
        (try? SystemCalls.read(file)).flatMap { MetricsText($0) }
    }

    private static func isUnfinished(_ name: String) -> Bool {
        name.hasPrefix(fileName + ".") && name.hasSuffix(".tmp")
    }
}
