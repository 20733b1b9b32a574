/// The steps of a run, one line each, on standard error: on a terminal, or where `--verbose` asks for it.
struct Progress {
    let isShown: Bool

    func step(_ words: String) {
        if isShown { StandardStreams.err("... \(words)\n") }
    }

    func end() {
        step("xong")
    }
}
