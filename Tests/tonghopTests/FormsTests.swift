import Foundation
import TestSupport
import Testing

/// The forms as a school uses them: made, filled in, saved by another program, checked.
/// One after the other: several LibreOffice that start at once disturb each other.
@Suite("tonghop forms", .serialized)
struct FormsTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("forms-\(UUID().uuidString)")
    private var forms: URL { folder.appendingPathComponent("out/bieu-nhap") }
    private static let names = ["don-vi", "bao-cao", "tuyen-truyen", "vu-viec", "vi-pham", "nhiem-vu-so"]

    /// A roster beside the files that are checked would be taken for theirs.
    private static let schools = names.filter { $0 != "don-vi" }

    private func make() throws -> Program.Answer {
        try Program.run("forms", "--out", folder.appendingPathComponent("out").path)
    }

    private func bytes(_ name: String) throws -> Data {
        try Data(contentsOf: forms.appendingPathComponent(name))
    }

    @Test func thereIsAFormForEachDataSetAndTheSameBytesEachTime() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let answer = try make()
        #expect(answer.status == 0, "\(answer.errors)")
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: forms.path).sorted()
                == Self.names.map { "\($0).xlsx" }.sorted()
        )
        let first = try Self.names.map { try bytes("\($0).xlsx") }
        for name in Self.names { #expect(answer.output.contains("  \(name).xlsx ")) }
        #expect(try make().status == 0)
        #expect(try Self.names.map { try bytes("\($0).xlsx") } == first)
    }

    @Test func whatSomebodyElseWroteIsNeverOverwritten() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: forms, withIntermediateDirectories: true)
        let file = forms.appendingPathComponent("vi-pham.xlsx")
        try Data("của tôi".utf8).write(to: file)
        let answer = try make()
        #expect(answer.status == 73)
        #expect(answer.errors.contains("vi-pham.xlsx") && answer.errors.contains("Chưa ghi gì"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: forms.path) == ["vi-pham.xlsx"])
        #expect(try bytes("vi-pham.xlsx") == Data("của tôi".utf8))
    }

    @Test func aFormThatIsFilledInIsNeverOverwritten() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(try make().status == 0)
        _ = try Programs().python(FormFilling.script, [forms.path, forms.path])
        let filled = try bytes("vu-viec.xlsx")
        let answer = try make()
        #expect(answer.status == 73)
        #expect(try bytes("vu-viec.xlsx") == filled)
    }

    /// A file may grow to 8 blocks, as on a full disk: nothing that stood there is touched, and nothing is left behind.
    @Test func aFullDiskLeavesNothingCut() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(try make().status == 0)
        let before = try Self.names.map { try bytes("\($0).xlsx") }
        let shell = "trap '' XFSZ; ulimit -f 8; exec \"$0\" \"$@\""
        let answer = try Program.run(
            ["forms", "--out", folder.appendingPathComponent("out").path],
            under: ["/bin/bash", "-c", shell]
        )
        #expect(answer.status == 73)
        #expect(answer.errors.contains("Không ghi được biểu nhập"))
        #expect(try Self.names.map { try bytes("\($0).xlsx") } == before)
        #expect(try FileManager.default.contentsOfDirectory(atPath: forms.path).count == Self.names.count)
    }

    /// Every value of every drop-down, in rows that are whole, sent as the workbook and as CSV.
    @Test func filledFormsPassCheckAsWorkbookAndAsCSV() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(try make().status == 0)
        let filled = folder.appendingPathComponent("filled")
        _ = try Programs().python(FormFilling.script, [forms.path, filled.path])
        // Comma, quotes, UTF-8; of the first sheet, as "save as CSV" does.
        try csv("44,34,76", of: Self.schools, from: filled, into: folder.appendingPathComponent("csv"))
        try csv("44,34,76", of: ["don-vi"], from: filled, into: folder.appendingPathComponent("roster"))
        for name in Self.schools {
            for file in [
                filled.appendingPathComponent("\(name).xlsx"), folder.appendingPathComponent("csv/\(name).csv"),
            ] {
                let answer = try Program.run("check", file.path, "--as-of", "2026-12-14", "--format", "csv")
                let words = "\(file.lastPathComponent): \(answer.output)"
                #expect(answer.status == 0, "\(words)")
                for code in [
                    "C1", "C2", "C3", "C4", "C5", "C6", "C7", "C12", "C13", "C14", "C15", "C16", "H1", "L1", "U1", "P1",
                    // The guide and the hidden lists of a form of ours are no news.
                    "F9", "L5",
                ] {
                    #expect(!answer.output.contains(",\(code),"), "\(code): \(words)")
                }
                let counted = try Program.run("check", file.path, "--as-of", "2026-12-14")
                #expect(counted.output.contains(", 14 dòng: 0 lỗi"), "\(counted.output)")
            }
        }
        for file in ["filled/don-vi.xlsx", "roster/don-vi.csv"] {
            let answer = try Program.run("roster", "check", folder.appendingPathComponent(file).path)
            #expect(answer.status == 0, "\(answer.output)")
            #expect(answer.output.contains("14 đơn vị: 0 lỗi"), "\(answer.output)")
        }
    }

    /// What somebody wrote on the guide, on the hidden lists, or on a sheet of his own is told, whatever marks the workbook has.
    @Test(arguments: [false, true])
    func aSheetOfAFormThatIsNoLongerWhatItWasIsTold(hasNoProperties: Bool) throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(try make().status == 0)
        let changed = folder.appendingPathComponent("changed")
        try FileManager.default.createDirectory(at: changed, withIntermediateDirectories: true)
        let script = """
            \(FormFilling.saving)
            import sys, openpyxl
            source, target = sys.argv[1:]
            for name, sheet in (('guide', 1), ('lists', 2), ('own', None)):
                book = openpyxl.load_workbook(source)
                if sheet is None:
                    book.create_sheet('Khác').append(['31000001', 'Q1', 2026])
                else:
                    book.worksheets[sheet].append(['31000001', 'Q1', 2026])
                save(book, source, f'{target}/{name}.xlsx')
                \(hasNoProperties ? "forget(f'{target}/{name}.xlsx')" : "")
            """
        _ = try Programs().python(script, [forms.appendingPathComponent("vi-pham.xlsx").path, changed.path])
        for (name, code) in [("guide", "F9"), ("lists", "L5"), ("own", "F9")] {
            let file = changed.appendingPathComponent("\(name).xlsx").path
            let answer = try Program.run("check", file, "--as-of", "2026-12-14", "--format", "csv")
            let codes = answer.output.split(separator: "\n").dropFirst().compactMap {
                $0.split(separator: ",").dropFirst().first
            }
            #expect(codes.filter { $0 != "F13" }.map(String.init) == [code], "\(name): \(answer.output)")
        }
    }

    /// Many programs drop a workbook's custom properties when they save it.
    @Test func aFormWithoutItsPropertiesIsKnownStill() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(try make().status == 0)
        let script = """
            \(FormFilling.saving)
            import sys, openpyxl
            for path in sys.argv[1:]:
                save(openpyxl.load_workbook(path), path, path)
                forget(path)
            """
        _ = try Programs().python(script, Self.schools.map { forms.appendingPathComponent("\($0).xlsx").path })
        for name in Self.schools {
            let file = forms.appendingPathComponent("\(name).xlsx").path
            let answer = try Program.run("check", file, "--as-of", "2026-12-14", "--format", "csv")
            #expect(answer.output.contains(",F13,"), "\(name): \(answer.output)")
            #expect(!answer.output.contains(",F9,") && !answer.output.contains(",L5,"), "\(name): \(answer.output)")
        }
    }

    /// LibreOffice writes a workbook anew: values stay, and nearly nothing else.
    @Test func aFormThatAnotherProgramSavedIsKnownStill() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(try make().status == 0)
        let programs = try Programs()
        let saved = try programs.recalculated(Self.schools.map { forms.appendingPathComponent("\($0).xlsx") })
        for name in Self.schools {
            let file = saved.appendingPathComponent("\(name).xlsx").path
            let answer = try Program.run("check", file, "--as-of", "2026-12-14", "--format", "csv")
            #expect(!answer.output.contains(",F9,") && !answer.output.contains(",L5,"), "\(name): \(answer.output)")
        }
    }

    /// Excel's "CSV (Comma delimited)" in Vietnam: Windows-1258 (token 40), with a semicolon.
    @Test func filledFormsPassCheckFromAVietnameseCodePage() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(try make().status == 0)
        let filled = folder.appendingPathComponent("filled")
        _ = try Programs().python(FormFilling.script, [forms.path, filled.path])
        try csv("59,34,40", of: Self.schools, from: filled, into: folder.appendingPathComponent("csv"))
        for name in Self.schools {
            let file = folder.appendingPathComponent("csv/\(name).csv")
            let answer = try Program.run("check", file.path, "--as-of", "2026-12-14")
            #expect(answer.status == 0, "\(answer.output)")
            #expect(answer.output.contains(" 14 dòng: 0 lỗi"), "\(answer.output)")
        }
    }

    @Test func aBlankFormIsAHeaderWithoutRows() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(try make().status == 0)
        try csv("44,34,76", of: Self.schools, from: forms, into: folder.appendingPathComponent("csv"))
        for name in Self.schools {
            for file in [
                forms.appendingPathComponent("\(name).xlsx"), folder.appendingPathComponent("csv/\(name).csv"),
            ] {
                let answer = try Program.run("check", file.path, "--format", "csv")
                #expect(answer.status == 0)
                #expect(answer.output.contains(",F13,"), "\(answer.output)")
            }
        }
    }

    private func csv(_ filter: String, of names: [String], from source: URL, into target: URL) throws {
        let profile = folder.appendingPathComponent("libreoffice").absoluteString
        try Programs().run(
            "/usr/bin/soffice",
            [
                "-env:UserInstallation=\(profile)", "--headless", "--convert-to",
                "csv:Text - txt - csv (StarCalc):\(filter)", "--outdir", target.path,
            ]
                + names.map { source.appendingPathComponent("\($0).xlsx").path },
            package: "libreoffice-calc-nogui"
        )
        for name in names {
            let made = target.appendingPathComponent("\(name).csv").path
            try #require(
                FileManager.default.fileExists(atPath: made),
                "LibreOffice (libreoffice-calc-nogui) made no \(made)"
            )
        }
    }
}
