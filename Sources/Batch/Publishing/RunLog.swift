import Plan
import SystemPackage

/// Writes a run's summary to `nhat-ky/<as-of>-<run>-<number>.txt`; the number tells runs of the same id apart.
///
/// - Throws: what the system says: the set stands by then, and whoever calls it tells so.
func writeLog(
    _ text: String,
    asOf: CalendarDate,
    run: RunID,
    _ out: OutFolder
) throws(SystemError) -> FilePath {
    var number = 1
    while true {
        let file = out.logs.appending("\(asOf.iso)-\(run.short)-\(number).txt")
        do throws(SystemError) {
            try SystemCalls.write(Array(text.utf8), new: file)
            return file
        } catch {
            guard error.errno == .fileExists else { throw error }
            number += 1
        }
    }
}
