import Logging

/// Writes each event of the log as one line, wherever lines go.
struct LineLog: LogHandler {
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?
    let format: LogFormat
    /// The moment, as the log tells it.
    let now: @Sendable () -> String
    /// Takes a line with its end.
    let write: @Sendable (String) -> Void

    init(
        _ format: LogFormat,
        level: Logger.Level,
        now: @escaping @Sendable () -> String,
        write: @escaping @Sendable (String) -> Void
    ) {
        self.format = format
        logLevel = level
        self.now = now
        self.write = write
    }

    subscript(metadataKey key: String) -> Logger.MetadataValue? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let line = LogLine(
            time: now(),
            level: event.level,
            message: "\(event.message)",
            fields: metadata.merging(event.metadata ?? [:]) { $1 }
        )
        switch format {
        case .text: write(line.text + "\n")
        case .json: write(line.json + "\n")
        }
    }
}
