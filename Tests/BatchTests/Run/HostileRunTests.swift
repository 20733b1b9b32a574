import Foundation
import Intake
import Testing
import XML

@testable import Batch

/// A whole run over what somebody sent to do harm (spec 2, hostile input), and what it wrote.
@Suite struct HostileRunTests {
    private static let formulas = [
        "=cmd|' /C calc'!A0", "+1+cmd", "-2+3", "@SUM(A1)", "\t=1+1", "=HYPERLINK(\"http://x\")",
    ]
    private static let strange = "a\u{FFFE}b\u{1}c\u{0}d\u{FFFF}e\u{8}f\u{202E}g_x000A_"

    private static let rosterHead =
        "ma_don_vi,ten_don_vi,loai_hinh,cap_hoc,ma_xa,ten_xa,cong_lap,so_hoc_sinh,so_cbgvnv,ngay_hoat_dong,ngay_ngung,an_toan_nam_truoc,xep_loai_nam_truoc,thu_dien_tu\n"

    private static func rosterRow(_ code: String, _ name: String, commune: String = "90001") -> String {
        "\"\(code)\",\"\(name)\",MN,,\"\(commune)\",Phường \(commune.count),Có,310,24,1990-09-05,,Có,XS,\n"
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    private static let files: [(path: String, text: String)] = {
        let reportHead = "ma_don_vi,ky_bao_cao,nam,ngay_bao_cao,so_ke_hoach,kho_khan,kien_nghi,=1+1,\u{FFFE}x\u{1}y\n"
        var reports = reportHead
        for (number, text) in (formulas + [strange]).enumerated() {
            reports += "31901001,Q1,2026,\(number + 1)/3/2026,\(quoted(text)),\(quoted(text)),\(quoted(text)),,x\n"
        }
        for text in formulas + ["../../etc", strange] { reports += "\(quoted(text)),Q1,2026,1/3/2026,,,,,\n" }
        reports += "../../etc/passwd,Q1,2026,1/3/2026,,=1+1,,,\n"
        reports += "..,Q1,2026,1/3/2026,x,y,z,,\n"
        return [
            (
                "don-vi.csv",
                rosterHead + rosterRow("31901001", "=1+1 \(strange)")
                    + rosterRow("../../etc/passwd", "@x", commune: "../../tmp")
                    + rosterRow("..", "..", commune: "..")
            ), ("inbox/=cmd.csv", reports), ("inbox/a\\..\\..\\b.csv", reports), ("inbox/..a..csv", "x"),
            ("inbox/+x\u{1}\n\u{FFFE}\u{202E}y.csv", "x"),
        ]
    }()

    @Test func nothingIsWrittenOutsideAndNoNameLeadsThere() throws {
        let office = try ScratchRun(Self.files)
        _ = try office.run()
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: office.folder.path).sorted() == [
                "don-vi.csv", "inbox", "out",
            ]
        )
        for (name, _) in try office.written() {
            #expect(!name.split(separator: "/").contains(".."), "\(name)")
        }
        #expect(!FileManager.default.fileExists(atPath: office.folder.deletingLastPathComponent().path + "/etc"))
    }

    @Test func theStrangeUnitsCountLikeOthers() throws {
        let office = try ScratchRun(Self.files)
        let report = try office.run()
        #expect(report.rows.counted == 3)
        #expect(try office.published("2026-Q1/facts.csv").contains("../../ETC/PASSWD"))
    }

    /// A cell that a spreadsheet would run stands in quotes in a CSV; in a workbook it is text, never a formula of its own.
    @Test func whatLooksLikeAFormulaIsQuotedAndIsText() throws {
        let office = try ScratchRun(Self.files)
        _ = try office.run()
        for (name, bytes) in try office.written() {
            if name.hasSuffix(".csv") {
                for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
                    for start in ["=", "+", "-", "@"] {
                        #expect(!line.hasPrefix(start) && !line.contains("," + start), "\(name): \(line)")
                    }
                }
            }
            if name.contains("!xl/worksheets/sheet") {
                let text = String(decoding: bytes, as: UTF8.self)
                for formula in ["cmd|", "HYPERLINK(\"http", "SUM(A1)</f>", "<f>1+1"] {
                    #expect(!text.contains(formula), "\(name): \(formula)")
                }
            }
        }
    }

    /// Neither control characters nor U+FFFE, U+FFFF stand raw anywhere, and every part of a workbook is XML.
    @Test func noImpossibleCharacterIsWritten() throws {
        let office = try ScratchRun(Self.files)
        let report = try office.run()
        let texts = try office.written().filter { name, _ in
            name.hasSuffix(".csv") || name.hasSuffix(".json") || name.hasSuffix(".xml") || name.hasSuffix(".rels")
                || name.hasSuffix(".txt")
        }
        #expect(texts.count > 20)
        for (name, bytes) in texts + [("summary", Data(runSummary(report).utf8))] {
            // U+FFFD stands in a shown path for what cannot be shown; bytes that are no UTF-8 stand nowhere.
            let text = try #require(String(validating: bytes, as: UTF8.self), "\(name)")
            let wrong = text.unicodeScalars.first { scalar in
                scalar.value < 0x20 && scalar != "\n" && scalar != "\t" && scalar != "\r" || scalar.value == 0x7F
                    || 0x80..<0xA0 ~= scalar.value || scalar.value & 0xFFFE == 0xFFFE
                    || scalar == "\u{202E}"
            }
            #expect(wrong == nil, "\(name): U+\(String(wrong?.value ?? 0, radix: 16))")
            if name.contains("!"), name.hasSuffix(".xml") || name.hasSuffix(".rels") {
                _ = try XMLDocument(parsing: Array(bytes), file: name)
            }
        }
    }

    /// Whose school has sent them nobody knows: the office is told at once, not in a list of findings alone.
    @Test func whatCouldNotBeReadIsInTheSummary() throws {
        let office = try ScratchRun(Self.files)
        try FileManager.default.createSymbolicLink(
            atPath: office.folder.appendingPathComponent("inbox/thang-3").path,
            withDestinationPath: ".."
        )
        #expect(try office.run().unreadInputs == ["thang-3: liên kết (link)"])
    }

    @Test func everyFaultIsTold() throws {
        let office = try ScratchRun(Self.files)
        _ = try office.run()
        let findings = try office.published("findings.csv")
        for code in ["C8", "U1", "K3", "F3", "H3", "F5"] { #expect(findings.contains(",\(code),"), "\(code)") }
    }
}
