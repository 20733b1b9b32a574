import Foundation
import Testing

@testable import Batch
@testable import SampleCity

/// An inbox in which every unit writes in another style, against the clean inbox of the same truth: every figure and assessment is
/// the same byte. Two small cities here; the whole matrix, 20 cities of 500 units, with `TONGHOP_STYLE_MATRIX=1`
/// (see docs/testing.md).
@Suite struct StyleMatrixTests {
    private static let isWhole = ProcessInfo.processInfo.environment["TONGHOP_STYLE_MATRIX"] != nil
    private static let units = isWhole ? 500 : 60
    private static let seeds: ClosedRange<UInt64> = 1...(isWhole ? 20 : 2)

    @Test(arguments: seeds)
    func whateverTheStyleTheFiguresAreTheSame(seed: UInt64) throws {
        let (clean, styled) = (try figures(seed, styled: false), try figures(seed, styled: true))
        #expect(styled.files.keys.sorted() == clean.files.keys.sorted())
        for (path, text) in clean.files where styled.files[path] != text {
            let found = Set((styled.files[path] ?? "").split(separator: "\n"))
            let missing = text.split(separator: "\n").filter { !found.contains($0) }
            Issue.record("\(path): \(missing.count) lines differ, \(missing.prefix(3)); \(styled.refused.prefix(5))")
        }
        let lines = clean.files.values.map { $0.split(separator: "\n").count }.reduce(0, +)
        print(
            "style matrix, seed \(seed): \(Self.units) units, \(styled.sent) files, \(clean.files.count) outputs compared, \(lines) lines"
        )
        #expect(clean.files.count == 2 * periodIDs.count && styled.sent > Self.units)
    }

    /// figures.csv and assessments.csv of every period, and what of the inbox was not read whole.
    private func figures(_ seed: UInt64, styled: Bool) throws -> (
        files: [String: String], refused: [String], sent: Int
    ) {
        var options = Options(units: Self.units, seed: seed)
        options.communes = 12
        options.styled = styled
        let city = City.generate(options: options)
        let office = try Office(city)
        try office.receive(city.submissions)
        try office.run("2026-12-28", recordsReceipts: false)
        var files: [String: String] = [:]
        for period in periodIDs {
            for name in ["figures.csv", "assessments.csv"] {
                files["\(period)/\(name)"] = try office.published("\(period)/\(name)")
            }
        }
        let errors = try office.published("findings.csv").split(separator: "\n").filter { $0.contains(",error,") }
        return (files, errors.map(String.init), city.submissions.count)
    }
}
