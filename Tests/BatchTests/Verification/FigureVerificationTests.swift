import Foundation
import Plan
import SystemPackage
import Testing
import Workbooks

@testable import Batch
@testable import SampleCity

/// What a run has written is read back before it is published.
@Suite struct FigureVerificationTests {
    private static func office() throws -> Office {
        var options = Options(units: 12, seed: 5)
        options.communes = 2
        let city = City.generate(options: options)
        let office = try Office(city)
        try office.receive(city.submissions)
        return office
    }

    /// Runs again, and changes what was staged before it is verified.
    private func run(_ office: Office, planting change: (URL) throws -> Void) throws {
        try office.run("2026-03-21", periods: ["2026-Q1"]) { step in
            guard step == "kiểm tra số liệu đã ghi" else { return }
            do {
                try change(office.folder.appendingPathComponent("out/.tonghop/staging/hien-hanh/2026-Q1"))
            } catch { Issue.record(error) }
        }
    }

    @Test func figureOtherThanTheWorkbooksIsNotPublished() throws {
        let office = try Self.office()
        try office.run("2026-03-20", periods: ["2026-Q1"])
        let before = try office.set()
        let error = #expect(throws: BatchError.self) {
            try run(office) { folder in
                let file = folder.appendingPathComponent("figures.csv")
                var lines = String(decoding: try Data(contentsOf: file), as: UTF8.self).split(separator: "\n")
                let city = try #require(lines.firstIndex { $0.contains(",city,all,") })
                var cells = lines[city].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
                cells[5] = String((Int(cells[5]) ?? 0) + 1)
                lines[city] = Substring(cells.joined(separator: ","))
                try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
            }
        }
        guard case .internalFault(let words)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(words.contains("city all") && words.contains("trang “1”"))
        #expect(try office.set() == before)
    }

    @Test func workbookOfAnotherCommuneIsNotPublished() throws {
        let office = try Self.office()
        let error = #expect(throws: BatchError.self) {
            try run(office) { folder in
                let communes = try FileManager.default.contentsOfDirectory(
                    at: folder.appendingPathComponent("xa-phuong"),
                    includingPropertiesForKeys: nil
                ).sorted { $0.path < $1.path }
                try FileManager.default.removeItem(at: communes[0])
                try FileManager.default.copyItem(at: communes[1], to: communes[0])
            }
        }
        #expect(error?.message.contains("commune") == true)
        #expect(!FileManager.default.fileExists(atPath: office.folder.appendingPathComponent("out/hien-hanh").path))
    }

    @Test func workbookThatIsCutIsNotPublished() throws {
        let office = try Self.office()
        let error = #expect(throws: BatchError.self) {
            try run(office) { folder in
                let file = folder.appendingPathComponent("tong-hop-2026-Q1.xlsx")
                let bytes = try Data(contentsOf: file)
                try bytes.prefix(bytes.count / 2).write(to: file)
            }
        }
        guard case .output? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    private static let line = FiguresFile.Line(
        denominator: 3,
        numerator: 2,
        reportedDenominator: 0,
        rate: "0.666667",
        reportedRate: "",
        result: "not_met"
    )

    @Test(arguments: [
        (FigurePlace.Quantity.denominator, ShownCell.number(3), true),
        (.denominator, .number(2), false),
        (.numerator, .number(2), true),
        (.numerator, .text("2"), false),
        (.rate, .number(2.0 / 3), true),
        (.rate, .number(0.6667), false),
        (.rate, .text("—"), false),
        (.reportedRate, .text("—"), true),
        (.reportedRate, .number(0), false),
        (.result, .text("Chưa đạt"), true),
        (.result, .text("Đạt"), false),
        (.result, .other, false),
    ])
    func cellShowsAFigureOrNot(quantity: FigurePlace.Quantity, cell: ShownCell, shows: Bool) {
        #expect(cell.shows(quantity, of: Self.line) == shows)
    }
}
