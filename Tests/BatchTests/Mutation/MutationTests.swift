import Foundation
import Plan
import Records
import Testing

@testable import Intake
@testable import SampleCity

/// Files of the samples and of a made-up city, corrupted at random: no crash, the balance of rows holds, and nothing is lost or
/// read as something else in silence.
///
/// A flipped bit that makes 13 of 12 is a legal value that nobody can see: so what the corrupted bytes say is the truth, told by a
/// plain reader that shares no code with the program (`PlainTable`, `PlainCell`). Where the letters suffered (another code page, lost
/// letters, decoded twice), the truth is what the file said before.
///
/// A few hundred here, 5,000 and more with `TONGHOP_MUTATIONS=5000` (see docs/testing.md).
@Suite struct MutationTests {
    private static let count = ProcessInfo.processInfo.environment["TONGHOP_MUTATIONS"].flatMap { Int($0) } ?? 300

    @Test(.timeLimit(.minutes(60))) func nothingIsLostOrReadAsSomethingElseInSilence() throws {
        let grounds = try ProvingGround()
        var judged: [Mutation: Int] = [:]
        var refused: [Mutation: Int] = [:]
        var sum = MutationJudge.Verdict()
        var changed = 0
        for number in 0..<Self.count {
            var random = Random(seed: 2026, .styleMatrix, number)
            let mutation = Mutation.allCases[number % Mutation.allCases.count]
            let (file, bytes) = try #require(grounds.mutate(mutation, &random), "mutation \(number), \(mutation)")
            changed += 1
            let judge = MutationJudge(context: file.context)
            for reading in ProvingGround.read(bytes, file.path, file.context) {
                #expect(reading.rowsRead == (reading.table?.count ?? 0) + reading.rowsLeftOut)
                _ = try mergeReadings([reading], skipped: [], context: file.context, receipts: grounds.receipts)
                let verdict =
                    mutation.isOfLetters
                    ? judge.verdict(
                        on: reading,
                        of: file.reading,
                        columns: file.columns,
                        letters: mutation
                    )
                    : judge.verdict(on: reading, in: bytes)
                if (reading.table?.count ?? 0) == 0 { refused[mutation, default: 0] += 1 }
                guard let verdict else { continue }
                judged[mutation, default: 0] += 1
                sum += verdict
                for fault in verdict.faults.prefix(3) {
                    Issue.record("mutation \(number), \(mutation) of \(file.path): \(fault)")
                }
            }
        }
        print(
            """
            mutations: \(changed) files changed and read, \(judged.values.reduce(0, +)) tables judged, \(refused.values.reduce(0, +)) \
            without a row; cells: \(sum.equal) equal, \(sum.told) told, \(sum.unsure) not plain; lines told: \(sum.toldLines); \
            in silence: \(sum.faults.count)
            """
        )
        #expect(changed == Self.count)
        #expect(sum.faults.isEmpty)
        #expect(sum.equal > sum.told && sum.told * 3 > Self.count)
        // The judge is no rubber stamp: most files could be judged, and most are still read.
        #expect(judged.values.reduce(0, +) * 10 > Self.count * 7)
        #expect(refused.values.reduce(0, +) * 2 < Self.count, "\(refused)")
    }

    /// The plain reader agrees with the program about files to which nothing happened.
    @Test func untouchedFilesHaveNoFault() throws {
        let grounds = try ProvingGround()
        #expect(grounds.files.count > 200)
        for file in grounds.files {
            let judge = MutationJudge(context: file.context)
            #expect(judge.verdict(on: file.reading, in: file.bytes)?.faults ?? [] == [], "\(file.path)")
        }
    }
}

/// Files that are read whole, with what was read of them.
private struct ProvingGround {
    struct File {
        let path: String
        let bytes: [UInt8]
        let context: ReadingContext
        let reading: FileReading
        let columns: PlainTable
    }

    private(set) var files: [File] = []
    let receipts: Receipts

    init() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
            .deletingLastPathComponent()
        let plan = try Plan.load(
            Array(try Data(contentsOf: root.appending(path: "templates/plan-2026.xml"))),
            file: "plan-2026.xml"
        )
        let asOf = try #require(CalendarDate(iso: "2026-12-28"))
        receipts = Receipts(known: [:], unknown: Receipt(date: asOf, isExact: false))
        func context(_ roster: [UInt8]) throws -> ReadingContext {
            ReadingContext(
                plan: plan,
                roster: try readRoster(roster, path: "don-vi.csv", plan: plan).roster,
                otherPeriods: ["2025-Y"],
                asOf: asOf
            )
        }
        let samples = root.appending(path: "samples/2026")
        let office = try context(Array(try Data(contentsOf: samples.appending(path: "don-vi.csv"))))
        let inbox = samples.appending(path: "inbox")
        for path in try FileManager.default.subpathsOfDirectory(atPath: inbox.path).sorted()
        where ["csv", "txt", "tsv"].contains((path as NSString).pathExtension.lowercased()) {
            take(path, Array(try Data(contentsOf: inbox.appending(path: path))), office)
        }
        var options = Options(units: 12, seed: 7)
        options.communes = 3
        options.messy = true
        let city = City.generate(options: options)
        let otherOffice = try context(city.roster)
        for file in city.submissions { take(file.path, file.bytes, otherOffice) }
    }

    /// A file after what befell it. Not every file can suffer everything: the next one is tried then.
    func mutate(_ mutation: Mutation, _ random: inout Random) -> (file: File, bytes: [UInt8])? {
        for _ in 0..<1_000 {
            let file = random.pick(files)
            if let bytes = mutation.apply(to: file.bytes, other: random.pick(files).bytes, &random), !bytes.isEmpty {
                return (file, bytes)
            }
        }
        return nil
    }

    private mutating func take(_ path: String, _ bytes: [UInt8], _ context: ReadingContext) {
        guard let reading = Self.read(bytes, path, context).first, reading.table?.count ?? 0 > 0,
            let columns = PlainTable(bytes, reading, context.plan)
        else { return }
        files.append(File(path: path, bytes: bytes, context: context, reading: reading, columns: columns))
    }

    static func read(_ bytes: [UInt8], _ path: String, _ context: ReadingContext) -> [FileReading] {
        let name = (path as NSString).lastPathComponent
        return readContent(
            bytes,
            of: InboxListing.Entry(pathBytes: Array(name.utf8), path: name, refusal: nil),
            context: context
        )
    }
}
