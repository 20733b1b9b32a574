import Foundation
import Plan
import Records

@testable import Intake

/// A plan that somebody edited: errors on its lines, or a plan that can be used. The bytes are the plan itself (where they begin
/// with `<`), or edits of the real one, so that the fuzzer need not learn XML first.
func fuzzPlan(_ bytes: [UInt8]) {
    let xml = bytes.first == 0x3C ? bytes : edited(bytes)
    let plan: Plan
    do {
        plan = try Plan.load(xml, file: "plan.xml")
    } catch {
        must(!error.errors.isEmpty, "refused without a reason")
        let lines = 1 + xml.count { $0 == 0x0A }
        for error in error.errors {
            must((0...lines).contains(error.line), "an error on line \(error.line) of \(lines)")
            must(!error.message.isEmpty, "an error without a message")
        }
        return
    }
    use(plan)
}

/// What is loaded can be read with.
private func use(_ plan: Plan) {
    guard let roster = try? readRoster(House.roster, path: "don-vi.csv", plan: plan).roster else { return }
    let asOf = CalendarDate(iso: "2026-12-20") ?? CalendarDate(days: 0)
    let context = ReadingContext(plan: plan, roster: roster, otherPeriods: [], asOf: asOf)
    for (name, bytes) in House.samples {
        for reading in readContent(bytes, name: name, context: context) { check(reading, of: bytes, context) }
    }
}

/// The real plan with lines taken out, doubled and swapped, values of attributes exchanged and overwritten.
private func edited(_ script: [UInt8]) -> [UInt8] {
    var lines = House.planLines
    var script = script[...]
    func number() -> Int {
        let high = script.popFirst() ?? 0
        return Int(high) << 8 | Int(script.popFirst() ?? 0)
    }
    func some() -> [UInt8] {
        let count = min(Int(script.popFirst() ?? 0) % 32, script.count)
        defer { script = script.dropFirst(count) }
        return Array(script.prefix(count))
    }
    while let operation = script.popFirst() {
        let line = number() % lines.count
        switch operation % 6 {
        case 0: lines.remove(at: line)
        case 1: lines.insert(lines[line], at: number() % lines.count)
        case 2: lines.swapAt(line, number() % lines.count)
        case 3:
            let from = number() % lines.count
            let pieces = lines[from].split(separator: 0x22, omittingEmptySubsequences: false)
            let piece = pieces[number() % pieces.count]
            replace(&lines[line], piece: number(), by: Array(piece))
        case 4: replace(&lines[line], piece: number(), by: some())
        default: lines[line].insert(contentsOf: some(), at: number() % (lines[line].count + 1))
        }
        if lines.isEmpty { break }
    }
    return Array(lines.joined(separator: [0x0A]))
}

/// Replaces what stands between two quotes, or before the first or behind the last.
private func replace(_ line: inout [UInt8], piece: Int, by bytes: [UInt8]) {
    var pieces = line.split(separator: 0x22, omittingEmptySubsequences: false).map { Array($0) }
    pieces[piece % pieces.count] = bytes
    line = Array(pieces.joined(separator: [0x22]))
}

/// What stands in the checkout: the real plan, and a city of a few units.
enum House {
    private static func read(_ path: String) -> [UInt8] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        guard let data = try? Data(contentsOf: root.appending(path: path)) else { fatalError("no \(path)") }
        return Array(data)
    }

    static let planBytes = read("templates/plan-2026.xml")
    static let planLines = planBytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }
    static let roster = read("samples/2026/don-vi.csv")

    /// One file of each data set, in the styles of several schools.
    static let samples = [
        "cat-sao/ca-phuong/2026-q3-bao-cao.csv", "cat-sao/ca-phuong/2026-y-tuyen-truyen.csv",
        "song-biec/dai-hoc-song-biec/2026-y-vu-viec.txt", "dao-mo/2026-12-15-vi-pham.csv", "so/2026-06-nhiem-vu-so.csv",
    ].map { ($0, read("samples/2026/inbox/\($0)")) }

    static let context: ReadingContext = {
        guard let plan = try? Plan.load(planBytes, file: "plan-2026.xml"),
            let roster = try? readRoster(roster, path: "don-vi.csv", plan: plan).roster,
            let asOf = CalendarDate(iso: "2026-12-20")
        else { fatalError("the plan or the roster cannot be read") }
        return ReadingContext(plan: plan, roster: roster, otherPeriods: ["2025-Q1"], asOf: asOf)
    }()
}
