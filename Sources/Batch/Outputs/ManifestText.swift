import Intake
import Plan

extension Manifest {
    /// The bytes of `manifest.json`: inputs by role and path, periods in the plan's order, outputs by path.
    package func json() -> [UInt8] {
        JSONText.document { text in
            text.string("program", "tonghop")
            text.string("version", version)
            text.string("run", run.text)
            text.object("plan", plan.write)
            text.string("as_of", asOf.iso)
            text.objects("inputs", inputs.sorted(by: Input.isBefore)) { $0.write(&$1) }
            text.strings("skipped", skipped.sorted(by: precedes))
            text.objects("periods", periods) { $0.write(&$1) }
            text.object("findings") { text in
                text.number("error", findings.error)
                text.number("query", findings.query)
                text.number("information", findings.information)
            }
            text.objects("outputs", outputs.sorted { precedes($0.path, $1.path) }) { $0.write(&$1) }
            guard let closing else { return }
            text.object("closing") { text in
                text.string("at", closing.at)
                text.string("by", closing.by)
            }
        }
    }
}

extension Manifest.Output {
    func write(_ text: inout JSONText) {
        text.string("path", path)
        text.string("sha256", sha256)
        text.number("bytes", bytes)
    }
}

extension Manifest.Source {
    func write(_ text: inout JSONText) {
        text.string("file", file)
        text.string("sha256", sha256)
    }
}

extension Manifest.Period {
    func write(_ text: inout JSONText) {
        text.string("id", id)
        text.string("state", state.rawValue)
        text.number("issue", issue)
        text.number("units", units)
        text.number("reported", reported)
        text.number("on_time", onTime)
        text.number("late", late)
        text.number("missing", missing)
        text.optional("name", name)
        text.optional("start", start)
        text.optional("end", end)
        text.optional("due", due)
    }
}

extension Manifest.Input {
    static func isBefore(_ left: Self, _ right: Self) -> Bool {
        left.role == right.role
            ? precedes(left.path, right.path) : precedes(left.role.rawValue, right.role.rawValue)
    }

    func write(_ text: inout JSONText) {
        text.string("path", path)
        text.optional("sha256", sha256)
        text.number("bytes", bytes)
        text.string("role", role.rawValue)
        guard let reading else {
            for key in ["dataset", "encoding", "delimiter", "restored", "outcome", "rows", "not_data", "decision"] {
                text.null(key)
            }
            return
        }
        text.optional("dataset", reading.dataSet)
        text.optional("encoding", reading.encoding)
        text.optional("delimiter", reading.delimiter)
        text.boolean("restored", reading.isRestored)
        text.string("outcome", reading.outcome.rawValue)
        text.object("rows", reading.rows.write)
        text.number("not_data", reading.notData)
        if reading.isSetAside { text.boolean("set_aside", true) }
        text.optional("decision", reading.decision)
    }
}

extension RowBalance {
    func write(_ text: inout JSONText) {
        text.number("read", read)
        text.number("counted", counted)
        text.number("merged", merged)
        text.number("superseded", superseded)
        text.number("left_out", leftOut)
    }
}
