import ArgumentParser
import Batch

extension BatchError {
    /// As sysexits.h numbers them.
    var exitStatus: Int32 {
        switch self {
        case .usage: 64
        case .input: 65
        case .internalFault: 70
        case .output: 73
        case .locked: 75
        case .plan: 78
        }
    }
}

/// Runs a command's work: what stops it is told on standard error, and becomes the exit status.
///
/// - Parameter progress: how the command speaks; nil: it has no log.
func exiting(_ progress: Progress? = nil, _ body: () throws -> Void) throws {
    do {
        try body()
    } catch let error as BatchError {
        if let progress {
            progress.fail(error)
        } else {
            StandardStreams.err("tonghop: \(error.message)\n")
        }
        throw ExitCode(error.exitStatus)
    }
}
