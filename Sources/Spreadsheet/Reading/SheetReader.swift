import XML

/// Reads one sheet's part into its contents.
struct SheetReader: ~Copyable {
    private static let names = [
        "c", "v", "r", "s", "t", "row", "f", "is", "rPh", "sheetData", "mergeCell", "ref", "mergeCells",
    ]
    private enum Name {
        static let c: UInt8 = 0
        static let v: UInt8 = 1
        static let r: UInt8 = 2
        static let s: UInt8 = 3
        static let t: UInt8 = 4
        static let row: UInt8 = 5
        static let f: UInt8 = 6
        static let inline: UInt8 = 7
        static let phonetic: UInt8 = 8
        static let sheetData: UInt8 = 9
        static let mergeCell: UInt8 = 10
        static let ref: UInt8 = 11
        static let mergeCells: UInt8 = 12
    }

    /// What the text under way is of.
    private enum Field {
        case none, value, formula, inline
    }

    /// A cell's attribute `t`.
    private enum CellType {
        case number, shared, inline, formulaText, boolean, error, date
    }

    private var tokens: PartTokens
    private let formats: NumberFormats
    private let isUncalculated: Bool
    private let limits: WorkbookLimits
    private var contents: SheetContents
    private var ranges: [CellRange] = []

    private var depth = 0
    private var isInData = false
    private var isInRow = false
    private var isInCell = false
    private var isInMerges = false
    private var field = Field.none
    private var isText = false
    private var isPhonetic = false

    /// Numbers of the row and the column under way, from 1.
    private var line = 0
    private var lastLine = 0
    private var column = 0
    private var lastColumn = 0
    private var type = CellType.number
    private var style = 0
    private var hasValue = false
    private var hasFormula = false
    private var value: [UInt8] = []
    private var formula: [UInt8] = []

    init(
        _ tokens: consuming PartTokens,
        _ contents: SheetContents,
        formats: NumberFormats,
        isUncalculated: Bool,
        limits: WorkbookLimits
    ) {
        self.tokens = tokens
        self.contents = contents
        self.formats = formats
        self.isUncalculated = isUncalculated
        self.limits = limits
    }

    /// The cells of a part of a workbook.
    static func read(
        _ part: String,
        in archive: ZipArchive,
        into contents: SheetContents,
        formats: NumberFormats,
        isUncalculated: Bool,
        limits: WorkbookLimits
    ) throws(WorkbookReadingError) -> SheetContents {
        let tokens = try PartTokens(of: part, in: archive, names: names)
        var reader = SheetReader(tokens, contents, formats: formats, isUncalculated: isUncalculated, limits: limits)
        return try reader.read()
    }

    private mutating func read() throws(WorkbookReadingError) -> SheetContents {
        while let token = try tokens.next() {
            switch token.kind {
            case .start:
                depth += 1
                start(token.name)
            case .attribute: try take(token)
            case .text: try take(text: token)
            case .end:
                try end(token.name)
                depth -= 1
            }
        }
        guard !ranges.isEmpty else { return contents }
        var merged = MergedRanges(ranges, part: tokens.part)
        return try merged.spread(over: contents)
    }

    private func refuse(_ reason: String) -> WorkbookReadingError {
        .cells(part: tokens.part, row: line, reason: reason)
    }

    private mutating func start(_ name: UInt8) {
        switch (depth, name) {
        case (2, Name.sheetData): isInData = true
        case (2, Name.mergeCells): isInMerges = true
        case (3, Name.row) where isInData:
            isInRow = true
            // Rows and cells without a place follow the one before.
            line = lastLine + 1
            lastColumn = 0
        case (4, Name.c) where isInRow:
            isInCell = true
            column = lastColumn + 1
            type = .number
            style = 0
            hasValue = false
            hasFormula = false
            value.removeAll(keepingCapacity: true)
            formula.removeAll(keepingCapacity: true)
        case (5, Name.v) where isInCell:
            field = .value
            hasValue = true
        case (5, Name.f) where isInCell:
            field = .formula
            hasFormula = true
        case (5, Name.inline) where isInCell: field = .inline
        case (6..., Name.phonetic): isPhonetic = true
        case (6..., Name.t) where field == .inline: isText = !isPhonetic
        default: break
        }
    }

    private mutating func take(_ token: XMLToken) throws(WorkbookReadingError) {
        switch (depth, token.name) {
        case (3, Name.r) where isInRow:
            guard let number = tokens.number(token), (1...1_048_576).contains(number) else {
                throw refuse("no number of a row")
            }
            line = number
        case (3, Name.ref) where isInMerges:
            guard let range = cellRange(tokens.bytes(token)) else { throw refuse("no range: \(tokens.string(token))") }
            guard range.rows.count > 1 || range.columns.count > 1 else { break }
            ranges.append(range)
            guard ranges.count <= limits.mergedRanges else {
                throw .tooLarge(reason: "more than \(limits.mergedRanges) merged ranges")
            }
        case (4, Name.r) where isInCell:
            guard let place = cellPlace(tokens.bytes(token)), place.row + 1 == line else {
                throw refuse("no place in this row: \(tokens.string(token))")
            }
            column = place.column + 1
        case (4, Name.s) where isInCell: style = tokens.number(token) ?? 0
        case (4, Name.t) where isInCell: type = Self.type(tokens.bytes(token))
        default: break
        }
    }

    private static func type(_ name: ArraySlice<UInt8>) -> CellType {
        switch name.first {
        case UInt8(ascii: "s"): name.count == 1 ? .shared : .formulaText
        case UInt8(ascii: "i"): .inline
        case UInt8(ascii: "b"): .boolean
        case UInt8(ascii: "e"): .error
        case UInt8(ascii: "d"): .date
        default: .number
        }
    }

    private mutating func take(text token: XMLToken) throws(WorkbookReadingError) {
        guard isInCell, field == .value || field == .formula || isText else { return }
        let piece = tokens.bytes(token)
        if field == .formula { formula += piece } else { value += piece }
        guard value.count + formula.count <= limits.textBytes else {
            throw .tooLarge(reason: "a cell of \(value.count) bytes")
        }
    }

    private mutating func end(_ name: UInt8) throws(WorkbookReadingError) {
        switch (depth, name) {
        case (2, Name.sheetData): isInData = false
        case (2, Name.mergeCells): isInMerges = false
        case (3, Name.row) where isInRow:
            guard line > lastLine else { throw refuse("rows out of order") }
            lastLine = line
            try contents.endRow(line: line)
            isInRow = false
        case (4, Name.c) where isInCell:
            try endCell()
            isInCell = false
        case (5, Name.v), (5, Name.f), (5, Name.inline): field = .none
        case (6..., Name.phonetic): isPhonetic = false
        case (6..., Name.t): isText = false
        default: break
        }
    }

    private mutating func endCell() throws(WorkbookReadingError) {
        guard column > lastColumn, column <= 16_384 else { throw refuse("cells out of order") }
        lastColumn = column
        if hasFormula, isUncalculated || !hasValue || value.isEmpty && type != .formulaText {
            try append(.uncalculated, text: UInt8(ascii: "="), formula)
            return
        }
        if value.isEmpty { return }
        switch type {
        case .shared:
            guard let text = wholeNumber(trimmed), text < contents.sharedTexts.count else {
                throw refuse("a text that is not there")
            }
            guard !contents.sharedTexts.range(text).isEmpty else { return }
            try contents.append(.text, UInt64(text), column: column - 1)
        case .inline, .formulaText: try append(.text, text: nil, value)
        case .error: try append(.error, text: nil, value)
        case .date: try append(.dateText, text: nil, value)
        case .boolean:
            switch trimmed.first {
            case UInt8(ascii: "1"), UInt8(ascii: "t"): try contents.append(.yes, 0, column: column - 1)
            case UInt8(ascii: "0"), UInt8(ascii: "f"): try contents.append(.no, 0, column: column - 1)
            default: throw refuse("neither true nor false")
            }
        case .number:
            let digits = trimmed
            if digits.isEmpty { return }
            // What is no number is told where a value is read, as it stands.
            guard let number = cellNumber(digits) else { return try append(.text, text: nil, value) }
            let kind: SheetContents.Kind =
                switch formats.kind(ofStyle: style) {
                case .number: .number
                case .percentage: .percentage
                case .date: .date
                }
            try contents.append(kind, number.bitPattern, column: column - 1)
        }
    }

    /// Adds a cell with a text of its own.
    private mutating func append(
        _ kind: SheetContents.Kind,
        text first: UInt8?,
        _ text: [UInt8]
    ) throws(WorkbookReadingError) {
        let position = contents.sharedTexts.count + contents.ownTexts.count
        if let first { contents.ownTexts.append([first]) }
        contents.ownTexts.append(text[...])
        guard contents.ownTexts.end() > 0 else { return }
        guard contents.ownTexts.bytes.count <= limits.textBytes else {
            throw .tooLarge(reason: "texts of more than \(limits.textBytes) bytes in a sheet")
        }
        try contents.append(kind, UInt64(position), column: column - 1)
    }

    /// The value without the white space that a program may have put around it.
    private var trimmed: ArraySlice<UInt8> {
        let start = value.firstIndex { $0 > 0x20 } ?? value.endIndex
        let end = value.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? start
        return value[start..<end]
    }
}
