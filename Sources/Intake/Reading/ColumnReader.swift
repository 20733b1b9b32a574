// Reads the cells of one column, by the type of its field. The functions that know what a date or a choice is are in Cells;
// here stands what they have in common: missing words, error values, bounds, and what a finding names.

import Plan
import Records
import Tabular

/// What all columns of a file share while they are read.
struct CellTools {
    let vocabulary: Vocabulary
    /// Nil while the roster itself is read.
    let roster: Roster?
    let limits: IntakeLimits
    /// Whether serial numbers of days count from 1904.
    var datesFrom1904 = false
    var cleaned = CleanedCell()
    var code: [UInt8] = []
    /// How many more unknown words are compared with the known ones. A file that is full of them costs linear time: after
    /// so many, nobody reads "did you mean".
    var nearMissesLeft = 300
    /// Letters were lost when the file was saved (F10): found in its header or in a cell so far.
    var hasLostLetters = false

    init(vocabulary: Vocabulary, roster: Roster?, limits: IntakeLimits) {
        self.vocabulary = vocabulary
        self.roster = roster
        self.limits = limits
    }

    var plan: Plan { vocabulary.plan }

    mutating func mayLookForNearMiss() -> Bool {
        nearMissesLeft -= 1
        return nearMissesLeft >= 0
    }
}

/// One column of a file that holds a field.
struct ColumnReader {
    /// Position of the field in its data set, and of the column in the file.
    let field: Int
    let column: Int
    /// Further columns with the same header (H2): where they say something else, the value is missing.
    let repeated: [Int]
    let definition: Field
    /// Whether the cells are units of the roster.
    private let isUnitCode: Bool
    private let isYear: Bool
    private let isInteger: Bool
    let isDate: Bool
    private let emptyMeansNo: Bool
    let hasRepeated: Bool
    /// The arguments of most findings about a cell, one list for all of them.
    let titled: [String]
    /// Whether the cells are kept as texts: personal numbers are masked before anybody sees them. A code of a key stays as it
    /// is, or two incidents would be one; it is masked where it is shown.
    private let isMasked: Bool
    /// Of columns that say the same few things over and over; texts, counts and numbers of incidents do not.
    private var memo: CellMemo?

    /// - Parameter isKey: whether the field is a part of its data set's key.
    init(field: Int, column: Int, repeated: [Int], definition: Field, isRoster: Bool, isKey: Bool) {
        self.field = field
        self.column = column
        self.repeated = repeated
        self.definition = definition
        isUnitCode = definition.type == .code && definition.roles.contains(.unit) && !isRoster
        isYear = definition.roles.contains(.year)
        isInteger = definition.type == .integer
        isDate = definition.type == .date
        emptyMeansNo = definition.emptyMeansNo
        hasRepeated = !repeated.isEmpty
        titled = [definition.title]
        memo =
            switch definition.type {
            case .integer, .text: nil
            case .code: isUnitCode ? CellMemo() : nil
            case .decimal, .date, .boolean, .choice, .choices: CellMemo()
            }
        isMasked =
            switch definition.type {
            case .text, .choice, .choices: true
            case .code: !isKey && !isRoster && !isUnitCode
            case .integer, .decimal, .date, .boolean: false
            }
    }

    /// Reads a cell as it stands in the file.
    @inline(__always)
    mutating func read(_ raw: Span<UInt8>, texts: inout TextPool, tools: inout CellTools) -> CellReading {
        if raw.isEmpty { return emptyMeansNo ? CellReading(0) : .missing }
        if memo != nil {
            if let known = memo?.reading(of: raw) { return known }
            let reading = readAnew(raw, &texts, &tools)
            memo?.remember(reading)
            return reading
        }
        if isInteger, let value = readPlainInteger(raw) { return definition.inBounds(value) }
        return readAnew(raw, &texts, &tools)
    }

    private func readAnew(_ raw: Span<UInt8>, _ texts: inout TextPool, _ tools: inout CellTools) -> CellReading {
        clean(raw, into: &tools.cleaned)
        var hadPersonalNumber = false
        if PersonalNumbers.mayStand(in: tools.cleaned.bytes.span) {
            hadPersonalNumber =
                isMasked
                ? PersonalNumbers.mask(in: &tools.cleaned.bytes) : PersonalNumbers.stand(in: tools.cleaned.bytes)
        }
        let cleaned = tools.cleaned
        var reading = read(cleaned.bytes.span, &texts, &tools)
        if definition.type == .text || definition.type == .code, reading.fault == nil, !reading.isMissing,
            let wrong = WrongDecoding(raw)
        {
            if definition.type == .code {
                reading = .fault(.C2, definition.title, "mã bị sai bảng mã")
            } else {
                reading.fault = CellFault(.C15, definition.title, wrong.shown, wrong.meant)
            }
        }
        reading.hadImpossible = cleaned.removedImpossible
        reading.hadPersonalNumber = hadPersonalNumber
        return reading
    }

    private func read(_ text: Span<UInt8>, _ texts: inout TextPool, _ tools: inout CellTools) -> CellReading {
        let field = definition
        // A plan may list `Không` or `Không có` as a choice; then it is one.
        if case .choice(let list) = field.type, !text.isEmpty {
            if case .code(let code) = readChoice(text, tools.vocabulary.choices[list]) { return CellReading(code) }
        }
        switch Absence(of: text) {
        case .errorValue: return CellReading(.C10, titled)
        case .missing: return field.emptyMeansNo ? CellReading(0) : .missing
        case .thereIsNone:
            switch field.type {
            case .boolean: return CellReading(0)
            case .integer where !isYear: return CellReading(0, CellFault(.C11, field.title, "0"))
            default: return .missing
            }
        case .no:
            if field.type == .integer, !isYear { return CellReading(0, CellFault(.C11, field.title, "0")) }
        case .given: break
        }
        switch field.type {
        case .code:
            return isUnitCode ? Self.unit(text, field, &tools) : Self.code(text, field, &texts, &tools)
        case .text:
            // Bytes first: most texts are shorter in bytes than the limit in characters.
            if text.count > tools.limits.textLength {
                let length = characterCount(text)
                if length > tools.limits.textLength { return .fault(.C7, field.title, String(length)) }
            }
            let value = Int32(texts.intern(text))
            guard LostLetters.areLost(in: text, isKnownOfFile: tools.hasLostLetters) else { return CellReading(value) }
            tools.hasLostLetters = true
            return CellReading(value, CellFault(.C15, field.title))
        case .integer:
            switch readInteger(text) {
            case .value(let value): return field.inBounds(value)
            case .converted(let value):
                let reading = field.inBounds(value)
                return reading.fault == nil ? CellReading(value, CellFault(.C13, field.title, String(value))) : reading
            case .tooLarge: return field.outOfBounds
            case .unreadable: return CellReading(.C2, titled)
            }
        case .decimal:
            guard case .value(let digits) = readDecimal(text), let number = Double(digits) else {
                return CellReading(.C2, titled)
            }
            guard number >= field.minimum.map(Double.init) ?? -.infinity,
                number <= field.maximum.map(Double.init) ?? .infinity
            else { return field.outOfBounds }
            return CellReading(Int32(texts.intern(digits)))
        case .date: return Self.date(text, field, from1904: tools.datesFrom1904)
        case .boolean:
            switch readBoolean(text) {
            case .value(let value): return CellReading(value ? 1 : 0)
            case .converted(let value):
                return CellReading(value ? 1 : 0, CellFault(.C13, field.title, value ? "Có" : "Không"))
            case .unreadable: return CellReading(.C4, titled)
            }
        case .choice(let list): return Self.choice(text, field, tools.vocabulary.choices[list], &texts, &tools)
        case .choices(let list): return Self.choices(text, field, list, &texts, &tools)
        }
    }
}

extension CellReading {
    static func fault(_ code: FindingCode, _ arguments: String...) -> CellReading {
        CellReading(code, arguments)
    }

    /// A cell that cannot be read.
    fileprivate init(_ code: FindingCode, _ arguments: [String]) {
        self.init(Table.missing, CellFault(code, arguments))
    }
}

extension CellFault {
    init(_ code: FindingCode, _ arguments: [String]) {
        self.code = code
        self.arguments = arguments
    }
}

extension Field {
    @inline(__always)
    fileprivate func inBounds(_ value: Int32) -> CellReading {
        Int(value) >= minimum ?? .min && Int(value) <= maximum ?? .max ? CellReading(value) : outOfBounds
    }

    /// What is read of a number outside the field's bounds, or outside 32 bits.
    fileprivate var outOfBounds: CellReading {
        // Only a table's cells bound an integer that the plan does not.
        // Beyond the plan's bounds, or beyond any count there is: only the plan's are named.
        return .fault(.C6, title, minimum.map(String.init) ?? "", maximum.map(String.init) ?? "")
    }
}
