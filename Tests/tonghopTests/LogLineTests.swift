import Batch
import Foundation
import Logging
import Synchronization
import Testing

@testable import tonghop

@Suite struct LogLineTests {
    private func line(_ message: String, _ fields: Logger.Metadata = [:]) -> LogLine {
        LogLine(time: "2026-12-20T01:00:03+07:00", level: .warning, message: message, fields: fields)
    }

    @Test func textIsOneLineWithFieldsInOrder() {
        let line = line("một\nhai", ["path": "a b.csv", "number": .stringConvertible(12), "empty": ""])
        #expect(
            line.text == #"2026-12-20T01:00:03+07:00 warning: một; hai, empty="" number=12 path="a b.csv""#
        )
    }

    @Test func textShowsNoControlCharacter() {
        #expect(line("a\u{1B}[2Jb").text.hasSuffix("a\u{FFFD}[2Jb"))
    }

    @Test(arguments: ["nói \"có\"", "a\\b", "dòng\nmới\r\t", "\u{1}\u{7F}", "đ 😀 \u{2028}", ""])
    func jsonGivesBackWhatWasTold(message: String) throws {
        let fields: Logger.Metadata = [
            "run": "0123", "path": .string(message), "files": .stringConvertible(3),
            "seconds": .stringConvertible(1.5), "list": ["a", "b"],
        ]
        let text = line(message, fields).json
        #expect(!text.contains("\n"))
        let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(object["time"] as? String == "2026-12-20T01:00:03+07:00")
        #expect(object["level"] as? String == "warning")
        #expect(object["message"] as? String == message)
        #expect(object["run"] as? String == "0123")
        let told = try #require(object["fields"] as? [String: Any])
        #expect(told["path"] as? String == message)
        #expect(told["files"] as? Int == 3)
        #expect(told["seconds"] as? Double == 1.5)
        #expect(told["list"] as? [String] == ["a", "b"])
        #expect(told["run"] == nil)
    }
}

/// Lines that were written.
final class Lines: Sendable {
    private let lines = Mutex<[String]>([])

    var all: [String] { lines.withLock { $0 } }

    @Sendable func write(_ line: String) { lines.withLock { $0.append(line) } }
}

@Suite struct ProgressTests {
    private let lines = Lines()

    private func progress(_ level: Logger.Level, _ format: LogFormat = .text) -> tonghop.Progress {
        let log = Logger(label: "") { [lines] _ in LineLog(format, level: level, now: { "T" }, write: lines.write) }
        return tonghop.Progress(log: log, format: format, bar: nil)
    }

    @Test func stepIsToldWhenItIsDoneWithItsDurationAndParts() throws {
        let progress = progress(.info)
        progress.step("đọc hộp thư")
        #expect(lines.all.isEmpty)
        progress.step(.part(2, of: 3))
        progress.step(.part(1, of: 3))
        progress.step("tính số liệu")
        #expect(lines.all.count == 1)
        #expect(try #require(lines.all.first).hasPrefix("T info: xong: đọc hộp thư, parts=2 seconds="))
        progress.end()
        #expect(lines.all.count == 2)
        progress.end()
        #expect(lines.all.count == 2)
    }

    @Test func beginningIsToldWhereMoreIsAskedFor() {
        let progress = progress(.debug)
        progress.step("đọc hộp thư")
        #expect(lines.all == ["T debug: bắt đầu: đọc hộp thư\n"])
    }

    @Test func runsIdStandsInEveryLineFromThenOn() {
        let progress = progress(.notice, .json)
        progress.log.notice("trước")
        progress.step(.run(.init(text: "ab12")))
        progress.step(.published(number: 7))
        #expect(lines.all.count == 2)
        #expect(lines.all.first?.contains("\"run\"") == false)
        #expect(lines.all.last?.contains(#""run": "ab12", "fields": {"number": 7}"#) == true)
    }
}

@Suite struct ProgressBarTests {
    @Test(arguments: [
        (0, 0, 80, "ghi sổ..."),
        (0, 4, 80, "[------------------------]   0% ghi sổ 0/4"),
        (1_200, 2_400, 80, "[############------------]  50% ghi sổ 1.200/2.400"),
        (4, 4, 80, "[########################] 100% ghi sổ 4/4"),
        (2, 4, 11, "[#########"),
        (0, 0, 1, ""),
    ])
    func lineSaysHowFarItIs(done: Int, all: Int, width: Int, line: String) {
        #expect(ProgressBar.line("ghi sổ", done: done, of: all, width: width) == line)
    }

    @Test func linesOfTheLogStandAboveTheBarAndTheBarGoes() {
        let lines = Lines()
        let bar = ProgressBar(width: 80, write: lines.write)
        bar.writeLine("trước\n")
        bar.begin("đọc")
        bar.writeLine("giữa\n")
        bar.end()
        bar.end()
        bar.writeLine("sau\n")
        let clear = "\r\u{1B}[K"
        #expect(
            lines.all == ["trước\n", clear + "đọc...", clear + "giữa\n", clear + "đọc...", clear, "sau\n"]
        )
    }

    @Test func smallerCountThatComesLaterIsNotDrawn() {
        let lines = Lines()
        let bar = ProgressBar(width: 80, write: lines.write)
        bar.begin("đọc")
        bar.advance(to: 3, of: 3)
        let drawn = lines.all.count
        bar.advance(to: 2, of: 3)
        #expect(lines.all.count == drawn)
        #expect(lines.all.last?.contains("100% đọc 3/3") == true)
    }
}
