import Foundation
import Tabular
import TestSupport
import Testing

@testable import Batch

/// Schools whose names break programs, and schools whose names are formulas: through the whole run, and back out of every kind of
/// workbook as they were typed, as text that does nothing.
@Suite(.enabled(if: NaughtyCity.isHere, "shared/suites does not lie beside this checkout"))
struct NaughtyNameProofTests {
    @Test func everyNameComesBackFromEveryKindOfWorkbook() throws {
        let naughty = try NaughtyCity.shared()
        let programs = try Programs()
        let files = try naughty.city.write(naughty.city.workbooks, into: programs.folder)
        let settled = try ReadCells.settled(files, with: programs)
        let theirs = try ReadCells.openpyxl(Array(zip(files, naughty.city.workbooks)), with: programs)
        var found: [String: Int] = [:]
        var wrong: [String] = []
        for ((path, file), theirs) in zip(zip(naughty.city.workbooks, files), theirs) {
            let bytes = [UInt8](try Data(contentsOf: settled.appending(path: file.lastPathComponent)))
            let ours = try ReadCells(ownReader: bytes, workbook: path)
            for (sheet, cells) in ours.sheets where sheet.first?.isNumber == true {
                // Wherever a unit's code stands, its name stands right of it.
                var rows: Set<Int> = []
                for (place, content) in cells.sorted(by: { $0.key < $1.key }) {
                    guard case .text(let code) = content, let name = naughty.names[code],
                        rows.insert(place.row).inserted
                    else { continue }
                    let cell = Place(row: place.row, column: place.column + 1)
                    for (reader, found) in [("own reader", cells[cell]), ("openpyxl", theirs.sheets[sheet]?[cell])]
                    where found != .text(name) {
                        wrong.append("\(path) | \(sheet) | \(cell): \(reader) \(found ?? .blank), not \(name)")
                    }
                }
                found["\(path.split(separator: "/")[1].prefix(8)) | \(sheet)", default: 0] += rows.count
            }
        }
        #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(5))")
        print(
            "proof: \(naughty.names.count) names, found on sheets: \(found.filter { $0.value > 0 }.sorted { $0.key < $1.key })"
        )
        for kind in ["tong-hop | 5 Theo cơ sở", "xa-phuon | 5 Theo cơ sở", "phong-ch | 5 Theo cơ sở"] {
            #expect(found[kind] == naughty.names.count, "\(kind)")
        }
    }

    /// Nearly all of them are text that nothing has to be taken from.
    @Test func whatIsComparedIsWhatWasTyped() throws {
        let naughty = try NaughtyCity.shared()
        let same = naughty.typed.count { code, typed in naughty.names[code] == typed }
        #expect(same > naughty.typed.count * 9 / 10, "\(same) of \(naughty.typed.count)")
        for payload in NaughtyCity.payloads { #expect(naughty.names.values.contains(payload), "\(payload)") }
    }

    /// No formula, link or part that the same city with plain names does not have; no name of a file that is not plain.
    @Test func nothingOfThemIsAlive() throws {
        let naughty = try NaughtyCity.shared()
        for path in naughty.city.workbooks {
            let parts = try naughty.city.parts(path)
            let faults = try PackageFaults(parts).all
            #expect(faults.isEmpty, "\(faults.prefix(3))")
            for sheet in try WrittenWorkbook(parts).sheets {
                for (place, cell) in sheet.cells {
                    guard let formula = cell.formula else { continue }
                    let faults = FormulaText(formula).faults
                    #expect(faults.isEmpty, "\(path) | \(sheet.name) | \(place): \(faults) in \(formula)")
                }
                #expect(!parts[sheet.part].contains("<hyperlink r:id"), "\(path) | \(sheet.name)")
            }
        }
        for path in naughty.city.files.keys {
            for name in path.split(separator: "/") {
                #expect(
                    name.wholeMatch(of: /[A-Za-z0-9_\-][A-Za-z0-9._\-]*/) != nil && name.utf8.count < 200,
                    "\(path)"
                )
            }
        }
        #expect(naughty.city.workbooks.count { $0.contains("/xa-phuong/") } == NaughtyCity.communes)
    }

    /// LibreOffice opens them, and what it computes is what the program has computed.
    @Test func theirFormulasComputeTheSame() throws {
        let naughty = try NaughtyCity.shared()
        let programs = try Programs()
        let paths =
            ["2026-Q1/tong-hop-2026-Q1.xlsx"] + naughty.city.workbooks.filter { $0.contains("/xa-phuong/") }.prefix(3)
        let files = try naughty.city.write(paths, into: programs.folder)
        let recalculated = try programs.recalculated(files)
        for (path, file) in zip(paths, files) {
            let bytes = [UInt8](try Data(contentsOf: recalculated.appending(path: file.lastPathComponent)))
            let result = Recalculated(
                cached: try WrittenWorkbook(naughty.city.parts(path)),
                computed: try WrittenWorkbook(WorkbookParts(bytes, name: path))
            )
            #expect(result.formulas > 100 && result.differences.isEmpty, "\(result.differences.prefix(3))")
        }
    }
}

/// A roster of naughty strings and formula payloads, and the run over it.
struct NaughtyCity: Sendable {
    static let communes = 12
    private static let made = Result { try NaughtyCity() }
    private static let suites = ProofCity.checkout.deletingLastPathComponent().appending(path: "shared/suites")
    private static let strings = suites.appending(path: "naughty-strings/blns.json")
    private static let formulas = suites.appending(path: "csv-injection/Intruder/csv-payload.txt")

    static var isHere: Bool {
        [strings, formulas].allSatisfy { FileManager.default.fileExists(atPath: $0.path) }
    }

    static func shared() throws -> NaughtyCity { try made.get() }

    /// Other people's payloads, and some more.
    static var payloads: [String] {
        let lines = (try? String(contentsOf: formulas, encoding: .utf8)) ?? ""
        return lines.split(whereSeparator: \.isNewline).map(String.init) + [
            "=1+1", "=HYPERLINK(\"http://example.com\",\"x\")", "+cmd|'/C calc'!A0", "-2+3", "@SUM(A1)",
            "http://example.com/x",
            "mailto:a@example.com", "internal:'1 Tổng hợp'!A1", "file:///etc/passwd", "{=1+1}", "'=1+1",
            "=DDE(\"cmd\";\"/C calc\";\"x\")",
        ]
    }

    /// Ten digits are a telephone number, which no text shows (spec 2).
    private static let masked = ["-2147483648/-1": "-**********/-1"]

    let city: ProofCity
    /// What each unit's name must be: the typed name, cleaned as every cell of every file is.
    let names: [String: String]
    let typed: [String: String]

    private init() throws {
        let strings = try JSONDecoder().decode([String].self, from: Data(contentsOf: Self.strings))
        let all = strings + Self.payloads
        var roster =
            "ma_don_vi,ten_don_vi,loai_hinh,cap_hoc,ma_xa,ten_xa,cong_lap,so_hoc_sinh,so_cbgvnv,ngay_hoat_dong,ngay_ngung\n"
        var (names, typed): ([String: String], [String: String]) = ([:], [:])
        let kinds = ["MN", "TH", "THCS", "THPT", "GDTX"]
        for (number, text) in all.enumerated() {
            let code = "NS\(1000 + number)"
            typed[code] = text
            var cell = CleanedCell()
            clean(Array(text.utf8).span, into: &cell)
            let name = Self.masked[text] ?? String(decoding: cell.bytes, as: UTF8.self)
            // What says that there is nothing (spec 2) leaves a unit without a name: its code stands for it.
            names[code] = name.isEmpty || name == "-" ? code : name
            let commune = number % Self.communes
            let place = Self.quoted(all[all.count - 1 - commune])
            roster +=
                "\(code),\(Self.quoted(text)),\(kinds[number % kinds.count]),,9\(commune),\(place),Có,310,24,1990-09-05,\n"
        }
        self.names = names
        self.typed = typed
        let office = try Office(
            files: [
                "don-vi.csv": roster,
                "inbox/bao-cao.csv": "ma_don_vi,ky_bao_cao,nam,ngay_bao_cao,quan_triet\nNS1000,Q1,2026,1/3/2026,Có\n",
            ],
            workbooks: .shipped
        )
        try office.run("2026-03-20", periods: ["2026-Q1"])
        city = try ProofCity(office)
    }

    private static func quoted(_ text: String) -> String { "\"\(text.replacing("\"", with: "\"\""))\"" }
}
