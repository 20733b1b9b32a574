import Plan
import Synchronization

/// The last line of a terminal: the step under way, and how far it is. What else is written goes above it.
final class ProgressBar: Sendable {
    private struct State {
        var words = ""
        var done = 0
        var all = 0
        var drawn: ContinuousClock.Instant?
    }

    private let state = Mutex(State())
    private let width: Int
    private let write: @Sendable (String) -> Void

    /// Returns to the line's beginning and deletes it.
    private static let clearing = "\r\u{1B}[K"

    /// - Parameters:
    ///   - width: columns of the terminal.
    ///   - write: takes what goes to it.
    init(width: Int, write: @escaping @Sendable (String) -> Void) {
        self.width = width
        self.write = write
    }

    func begin(_ words: String) {
        state.withLock { state in
            state = State(words: words)
            draw(&state)
        }
    }

    /// Counts come from several threads: a smaller one that comes later tells nothing.
    func advance(to done: Int, of all: Int) {
        state.withLock { state in
            guard done > state.done else { return }
            (state.done, state.all) = (done, all)
            // A terminal that draws each of two thousand files would be what takes the time.
            if let drawn = state.drawn, done < all, drawn.duration(to: .now) < .milliseconds(100) { return }
            draw(&state)
        }
    }

    /// Writes a line of the log above the bar.
    func writeLine(_ line: String) {
        state.withLock { state in
            guard state.drawn != nil else { return write(line) }
            write(Self.clearing + line)
            draw(&state)
        }
    }

    /// Takes the bar away.
    func end() {
        state.withLock { state in
            guard state.drawn != nil else { return }
            write(Self.clearing)
            state = State()
        }
    }

    private func draw(_ state: inout State) {
        let line = Self.line(state.words, done: state.done, of: state.all, width: width)
        write(Self.clearing + line)
        state.drawn = .now
    }

    /// `[########----------------]  33% ghi sổ tổng hợp 40/120`, cut where the terminal ends.
    static func line(_ words: String, done: Int, of all: Int, width: Int) -> String {
        guard all > 0 else { return String("\(words)...".prefix(max(width - 1, 0))) }
        let length = 24
        let filled = length * done / all
        let percent = String(100 * done / all)
        let bar = String(repeating: "#", count: filled) + String(repeating: "-", count: length - filled)
        let line =
            "[\(bar)] " + String(repeating: " ", count: 3 - percent.count) + "\(percent)% \(words) \(vietnamese(done))/"
            + vietnamese(all)
        return String(line.prefix(max(width - 1, 0)))
    }
}
