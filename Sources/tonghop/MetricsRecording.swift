import Batch

/// Does a run's work, and tells monitoring how it ended.
///
/// A run that found another at work, and one that asked for what there is not, say nothing of the nightly run: they leave the metrics alone.
func recordingMetrics(
    _ options: RunOptions,
    since start: Timestamp,
    _ body: (RunOptions) throws(BatchError) -> RunReport
) throws(BatchError) -> RunReport {
    func record(_ status: Int32, _ report: RunReport?) {
        let run = RunMetrics(
            start: start,
            end: Clock.now.moment,
            status: status,
            report: report,
            version: options.version
        )
        do throws(BatchError) {
            try MetricsFile(in: options.stateFolder).record(run)
        } catch {
            StandardStreams.err("tonghop: \(error.message)\n")
        }
    }
    do throws(BatchError) {
        let report = try body(options)
        record(0, report)
        return report
    } catch {
        switch error {
        case .locked, .usage: break
        case .input, .output, .plan, .internalFault: record(error.exitStatus, nil)
        }
        throw error
    }
}
