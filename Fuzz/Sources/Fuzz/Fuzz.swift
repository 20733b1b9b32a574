// Where libFuzzer comes in. One program holds all targets; the environment says which is meant (`scripts/fuzz` sets it).

import Glibc

/// What is fuzzed: bytes in, and nothing out but a crash where something that must hold does not.
enum FuzzTarget: String, CaseIterable {
    case tokenizer, text, expression, plan, file, workbook

    /// Of `TONGHOP_FUZZ`.
    static let chosen: FuzzTarget = {
        guard let name = unsafe getenv("TONGHOP_FUZZ"), let target = FuzzTarget(rawValue: unsafe String(cString: name))
        else {
            fatalError("set TONGHOP_FUZZ to one of \(allCases.map(\.rawValue))")
        }
        return target
    }()

    func run(_ bytes: [UInt8]) {
        switch self {
        case .tokenizer: fuzzTokenizer(bytes)
        case .text: fuzzText(bytes)
        case .expression: fuzzExpression(bytes)
        case .plan: fuzzPlan(bytes)
        case .file: fuzzFile(bytes)
        case .workbook: fuzzWorkbook(bytes)
        }
    }
}

/// libFuzzer calls it with one input after the other.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    FuzzTarget.chosen.run(unsafe Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}

/// Ends the process where something does not hold, in release builds too.
func must(_ holds: Bool, _ message: @autoclosure () -> String, line: UInt = #line) {
    guard !holds else { return }
    fatalError("must hold, line \(line): \(message())")
}
