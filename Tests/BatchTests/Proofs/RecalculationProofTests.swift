import Foundation
import TestSupport
import Testing

/// LibreOffice computes every formula of every kind of workbook anew, and finds what the program has written as its value (spec 3,
/// live figures). A wrong value is planted to prove that it would be seen.
@Suite struct RecalculationProofTests {
    @Test func everyFormulaOfEveryWorkbookGivesItsCachedValue() throws {
        let city = try ProofCity.shared()
        let programs = try Programs()
        let files = try city.write(city.workbooks, into: programs.folder)
        let recalculated = try programs.recalculated(files)
        var formulas: [String: Int] = [:]
        for (path, file) in zip(city.workbooks, files) {
            let cached = try WrittenWorkbook(try city.parts(path))
            let result = Recalculated(
                cached: cached,
                computed: try WrittenWorkbook(
                    WorkbookParts(
                        [UInt8](Data(contentsOf: recalculated.appending(path: file.lastPathComponent))),
                        name: path
                    )
                )
            )
            #expect(result.differences.isEmpty, "\(result.differences.count): \(result.differences.prefix(5))")
            formulas[Self.kind(of: path), default: 0] += result.formulas
            if Self.kind(of: path) != "noi-bo", Self.kind(of: path) != "phan-hoi" {
                #expect(result.formulas > 100, "\(path): \(result.formulas) formulas")
            }
        }
        print("proof: \(city.workbooks.count) workbooks, formulas recalculated: \(formulas.sorted { $0.key < $1.key })")
        #expect(Set(formulas.keys).isSuperset(of: ["tong-hop", "noi-bo", "xa-phuong", "phong-chuyen-mon", "phan-hoi"]))
    }

    /// A cached value that is not its formula's, and an input that was changed after the formulas were computed.
    @Test func aPlantedWrongValueIsFound() throws {
        let city = try ProofCity.shared()
        let programs = try Programs()
        let path = "2026-Y/tong-hop-2026-Y.xlsx"
        let right = try WrittenWorkbook(city.parts(path))
        let sheet = try #require(right.sheet("4 Theo xã phường"))
        let counts = sheet.cells.filter { $0.value.formula?.hasPrefix("COUNTIFS") == true }.map(\.key)
        let wrong = try #require(counts.min())
        var cached = try city.parts(path)
        let (before, after) = try cached.plant(sheet.part, at: wrong) { $0 + 1 }

        // An input: what the total of incidents handled in time is made of.
        let units = try #require(right.sheet("5 Theo cơ sở"))
        let summary = try #require(right.sheet("1 Tổng hợp"))
        let sums = summary.cells.filter { $0.value.formula?.hasPrefix("SUM(") == true }.map(\.key)
        let sum = try #require(sums.min())
        let range = try #require(summary.cells[sum]?.formula).split(separator: "!")[1].replacing("$", with: "")
        let first = try #require(Place(String(range.prefix { $0 != ":" })))
        let inputs = units.cells.keys.filter { $0.column == first.column && $0.row >= first.row }
        let input = try #require(inputs.min())
        var changed = try city.parts(path)
        _ = try changed.plant(units.part, at: input) { $0 + 1 }

        let files = ["cached.xlsx", "changed.xlsx"].map { programs.folder.appending(path: $0) }
        try cached.write(to: files[0], with: programs)
        try changed.write(to: files[1], with: programs)
        let recalculated = try programs.recalculated(files)
        func result(_ parts: WorkbookParts, _ file: URL) throws -> Recalculated {
            let bytes = [UInt8](try Data(contentsOf: recalculated.appending(path: file.lastPathComponent)))
            return Recalculated(
                cached: try WrittenWorkbook(parts),
                computed: try WrittenWorkbook(WorkbookParts(bytes, name: path))
            )
        }
        #expect(
            try result(cached, files[0]).differences == [
                Difference(
                    workbook: path,
                    sheet: sheet.name,
                    place: wrong,
                    found: .number(before),
                    expected: .number(after)
                )
            ]
        )
        let found = try result(changed, files[1]).differences
        #expect(found.contains { $0.sheet == summary.name && $0.place == sum })
        let column = "$\(Place.letters(input.column))"
        for difference in found {
            let formula = right.sheet(difference.sheet)?.cells[difference.place]?.formula ?? ""
            #expect(formula.contains("\(column)$") || formula.contains("\(column)\(input.row + 1)"), "\(difference)")
        }
    }

    private static func kind(of path: String) -> String {
        let parts = path.split(separator: "/")
        if parts.count > 2 { return String(parts[1]) }
        return parts[1].hasPrefix("noi-bo") ? "noi-bo" : "tong-hop"
    }
}

/// A workbook beside the same workbook computed anew.
struct Recalculated {
    private(set) var formulas = 0
    /// Found: computed anew. Expected: as it was written.
    private(set) var differences: [Difference] = []

    init(cached: WrittenWorkbook, computed: WrittenWorkbook) {
        for sheet in cached.sheets {
            let other = computed.sheet(sheet.name)
            for (place, cell) in sheet.cells.sorted(by: { $0.key < $1.key }) where cell.formula != nil {
                formulas += 1
                let found = other?.cells[place]
                // A formula that became a value has not been computed.
                let content = found?.formula == nil ? .error("no formula") : found?.content ?? .blank
                if case .error = cell.content {} else if content.isSame(as: cell.content) { continue }
                differences.append(
                    Difference(
                        workbook: cached.name,
                        sheet: sheet.name,
                        place: place,
                        found: content,
                        expected: cell.content
                    )
                )
            }
        }
    }
}

extension WorkbookParts {
    /// Changes the number that stands in a cell, and nothing else.
    ///
    /// - Returns: what stood there, and what stands there now.
    mutating func plant(
        _ part: String,
        at place: Place,
        _ change: (Double) -> Double
    ) throws -> (before: Double, after: Double) {
        let xml = self[part]
        guard let cell = xml.range(of: "<c r=\"\(place)\""),
            let open = xml.range(of: "<v>", range: cell.upperBound..<xml.endIndex),
            let close = xml.range(of: "</v>", range: open.upperBound..<xml.endIndex),
            let before = Double(xml[open.upperBound..<close.lowerBound])
        else { throw Programs.Failure(description: "\(part): no number in \(place)") }
        let after = change(before)
        self[part] = xml.replacingCharacters(in: open.upperBound..<close.lowerBound, with: "\(after)")
        return (before, after)
    }
}
