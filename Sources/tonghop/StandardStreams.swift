import Batch
import Glibc
import SystemPackage

/// Results go to standard output, everything else to standard error. A reader that has gone away (`| head`) is no error.
enum StandardStreams {
    /// - Throws: `.output` where it cannot be written: half a list of findings must not pass for a whole one.
    static func out(_ text: String) throws(BatchError) {
        try out(Array(text.utf8))
    }

    static func out(_ bytes: [UInt8]) throws(BatchError) {
        do {
            try FileDescriptor.standardOutput.writeAll(bytes)
        } catch Errno.brokenPipe {
            return
        } catch {
            throw .output("standard output cannot be written: \(error)")
        }
    }

    static func err(_ text: String) {
        _ = try? FileDescriptor.standardError.writeAll(text.utf8)
    }

    static var errIsTerminal: Bool { isatty(FileDescriptor.standardError.rawValue) == 1 }

    /// Colours only on a terminal, and never against the reader's wish (https://no-color.org).
    static var outHasColours: Bool {
        isatty(FileDescriptor.standardOutput.rawValue) == 1 && Environment.value("NO_COLOR") == nil
            && Environment.value("TERM") != "dumb"
    }

    /// Columns of the terminal that results go to; nil where they go to a file or another program.
    static var outWidth: Int? { width(.standardOutput) }

    /// The same of the terminal that logs go to.
    static var errWidth: Int { width(.standardError) ?? 80 }

    private static func width(_ stream: FileDescriptor) -> Int? {
        let descriptor = stream.rawValue
        guard isatty(descriptor) == 1 else { return nil }
        var size = winsize()
        guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }
}
