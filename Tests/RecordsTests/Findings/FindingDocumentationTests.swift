import Foundation
import Plan
import Records
import Testing

/// The project's own files: docs/findings.md and the tests, as they lie in the checkout.
private enum Checkout {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static func text(_ path: String) throws -> String {
        try String(contentsOf: folder.appending(path: path), encoding: .utf8)
    }

    /// The Swift sources below a folder, joined.
    static func sources(below path: String, without excluded: String) throws -> String {
        let root = folder.appending(path: path)
        let names = try FileManager.default.subpathsOfDirectory(atPath: root.path)
        return try names.filter { $0.hasSuffix(".swift") && !$0.hasPrefix(excluded) }.sorted()
            .map { try String(contentsOf: root.appending(path: $0), encoding: .utf8) }
            .joined(separator: "\n")
    }
}

/// A page of docs/findings.md.
private struct Page {
    let code: String
    let text: String

    static func all() throws -> [Page] {
        try Checkout.text("docs/findings.md").split(separator: "\n### ").dropFirst().map { section in
            let lines = section.split(separator: "\n", maxSplits: 1)
            return Page(
                code: String(lines[0].prefix { !$0.isWhitespace }),
                text: lines.count > 1 ? String(lines[1]) : ""
            )
        }
    }
}

@Suite("Every code has its page, its maker and its test")
struct FindingDocumentationTests {
    /// All but the plan's own rules, whose pages the plan's tests ask for.
    private static let codes = FindingCode.allCases.filter { $0 != .V }

    @Test(arguments: codes)
    func aPageSaysCauseExampleAndMend(code: FindingCode) throws {
        let pages = try Page.all().filter { $0.code == code.rawValue }
        #expect(pages.count == 1)
        let text = try #require(pages.first).text
        #expect(text.hasPrefix("\n*\(code.severity.rawValue)* "), "the page names another severity than the code has")
        #expect(text.contains("\nExample: "))
        #expect(text.contains("\nMend: "))
    }

    @Test func noPageIsAboutACodeThatDoesNotExist() throws {
        let known = Set(Self.codes.map(\.rawValue))
        for page in try Page.all() where page.code.wholeMatch(of: /V\d+/) == nil {
            #expect(known.contains(page.code), "\(page.code)")
        }
    }

    @Test func everyCodeIsMadeInTheProgramAndProvokedInATest() throws {
        let program = try Checkout.sources(below: "Sources", without: "Records/")
        let tests = try Checkout.sources(below: "Tests", without: "RecordsTests/")
        for code in Self.codes {
            let mention = try Regex(#"\.\#(code.rawValue)\b|"\#(code.rawValue)\b"#)
            let (isMade, isTested) = (program.contains(mention), tests.contains(mention))
            #expect(isMade, "\(code) is made nowhere")
            #expect(isTested, "\(code) has no test")
        }
    }
}
