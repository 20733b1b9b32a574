import Testing

/// Every formula is one that Excel 2010, LibreOffice and WPS know, within Excel's limits (spec 3, live figures).
@Suite struct FormulaTextProofTests {
    @Test func everyFormulaKeepsToWhatAllThreeProgramsTake() throws {
        let city = try ProofCity.shared()
        var count = 0
        var used: Set<String> = []
        for path in city.workbooks {
            for sheet in try WrittenWorkbook(city.parts(path)).sheets {
                for (place, cell) in sheet.cells {
                    guard let formula = cell.formula else { continue }
                    count += 1
                    let text = FormulaText(formula)
                    used.formUnion(text.functions)
                    #expect(text.faults.isEmpty, "\(path) | \(sheet.name) | \(place): \(text.faults) in \(formula)")
                }
            }
        }
        print("proof: \(count) formulas, functions \(used.sorted())")
        #expect(count > 10_000)
    }

    @Test(arguments: [
        ("IFS(A1=1,2)", "function IFS"), ("_xlfn.CONCAT(A1)", "function _XLFN.CONCAT"),
        ("IF(A1=\"\(String(repeating: "a", count: 256))\",1,2)", "a literal of 256"),
        (String(repeating: "IF(1,", count: 64) + "1" + String(repeating: ")", count: 64), "64 levels"),
        (String(repeating: "1+", count: 4_096) + "1", "8194 characters with ="),
        ("SUM([1]Sheet!A1)", "another workbook"),
        ("cmd|' /C calc'!A0", "another program"), ("HYPERLINK(\"a\",\"IFS(\")", "function HYPERLINK"),
    ])
    func whatTheyDoNotTakeIsFound(formula: String, fault: String) {
        #expect(FormulaText(formula).faults == [fault])
    }

    @Test(arguments: ["IF(A1=\"IFS(\",1,2)", "COUNTIFS('5 IFS(a)'!$A$1:$A$2,\"<>|[x]\")", "SUM(A1)-(A2)"])
    func whatStandsInQuotesIsNoFunction(formula: String) {
        #expect(FormulaText(formula).faults == [])
    }
}

/// A formula's text, by what limits Excel 2010 sets.
struct FormulaText {
    /// Known to Excel since 2007, to LibreOffice and to WPS. What is new here is looked up before it is added.
    private static let known: Set<String> = [
        "IF", "AND", "OR", "NOT", "ISNUMBER", "COUNTIFS", "SUMIFS", "SUM", "ROWS", "COUNTIF", "SUMIF", "ISBLANK",
        "ISTEXT", "EXACT", "MAX", "MIN", "N", "DATE",
    ]

    private(set) var functions: Set<String> = []
    private(set) var faults: [String] = []

    /// - Parameter formula: as a part holds it, without the equals sign.
    init(_ formula: String) {
        var levels = 0
        var deepest = 0
        var word = ""
        var rest = Substring(formula)
        while let character = rest.popFirst() {
            switch character {
            case "\"", "'":
                var literal = ""
                while let next = rest.popFirst() {
                    if next == character {
                        guard rest.first == character else { break }
                        rest.removeFirst()
                    }
                    literal.append(next)
                }
                if character == "\"", literal.utf16.count > 255 { faults.append("a literal of \(literal.utf16.count)") }
                word = ""
            case "(":
                if !word.isEmpty { functions.insert(word.uppercased()) }
                levels += 1
                deepest = max(deepest, levels)
                word = ""
            case ")":
                levels -= 1
                word = ""
            case "[": faults.append("another workbook")
            case "|": faults.append("another program")
            case _ where character.isLetter || character.isNumber || character == "." || character == "_":
                word.append(character)
            default: word = ""
            }
        }
        faults += functions.subtracting(Self.known).sorted().map { "function \($0)" }
        if deepest >= 64 { faults.append("\(deepest) levels") }
        if formula.utf16.count + 1 >= 8_192 { faults.append("\(formula.utf16.count + 1) characters with =") }
    }
}
