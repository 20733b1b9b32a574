import Foundation
import TestSupport
import Testing

/// Every XML part of every workbook is valid by the schemas of ECMA-376, as xmllint (libxml2) says.
@Suite(.enabled(if: SchemaFolder.exists, "no ../shared/suites/ecma376-xsd beside the checkout"))
struct SchemaProofTests {
    @Test func everyPartOfEveryWorkbookIsValid() throws {
        let city = try ProofCity.shared()
        let programs = try Programs()
        let workbooks = try (city.workbooks + city.forms).map { try city.parts($0) }
        let parts = workbooks.flatMap { workbook in workbook.parts.map { (workbook.name, $0) } }
        var counts: [String: Int] = [:]
        var bySchema: [String: [(name: String, part: WorkbookParts.Part)]] = [:]
        for (workbook, part) in parts {
            switch Schema(of: part.name) {
            case .file(let schema): bySchema[schema, default: []].append(("\(workbook): \(part.name)", part))
            case .readAlone: counts["no schema", default: 0] += 1
            case nil: Issue.record("\(workbook): \(part.name): a part of no known kind")
            }
        }
        for (schema, parts) in bySchema {
            let faults = try schemaFaults(of: parts, schema: schema, with: programs)
            #expect(faults.isEmpty, "\(schema): \(faults.count): \(faults.prefix(3))")
            counts[schema] = parts.count
        }
        print("proof: \(workbooks.count) workbooks, parts by schema: \(counts.sorted { $0.key < $1.key })")
        #expect(bySchema.keys.sorted() == Schema.all)
    }

    /// In a part of each kind something that the schema forbids.
    @Test(arguments: [
        ("xl/workbook.xml", "<sheets>", "<sheets><sheat/>"), ("xl/styles.xml", "fontId=\"0\"", "fontId=\"none\""),
        ("xl/worksheets/sheet1.xml", "<sheetData>", "<sheetDatum/><sheetData>"),
        ("xl/worksheets/sheet1.xml", "<row r=\"1\"", "<row r=\"one\""), ("xl/sharedStrings.xml", "<si>", "<si><u/>"),
        ("xl/tables/table1.xml", "displayName=", "shownName="),
        ("xl/charts/chart1.xml", "<c:barDir val=\"", "<c:barDir val=\"x"),
        ("xl/drawings/drawing1.xml", "<xdr:from>", "<xdr:form/><xdr:from>"),
        ("xl/theme/theme1.xml", "<a:clrScheme", "<a:noScheme/><a:clrScheme"),
        ("[Content_Types].xml", "PartName=", "Part="), ("_rels/.rels", "Target=", "Goal="),
        ("docProps/app.xml", "<Application>", "<Program/><Application>"),
        ("xl/worksheets/sheet1.xml", "<dataValidation type=\"list\"", "<dataValidation type=\"lists\""),
        ("xl/comments1.xml", "<commentList>", "<commentList><note/>"),
    ])
    func aPlantedFaultIsFound(part: String, text: String, fault: String) throws {
        let isForm = part.hasPrefix("xl/comments") || text.hasPrefix("<dataValidation")
        let parts = try ProofCity.shared().parts(isForm ? "bieu-nhap/vu-viec.xlsx" : "2026-Y/tong-hop-2026-Y.xlsx")
        var changed = try #require(parts.parts.first { $0.name == part })
        changed.text = changed.text.replacing(text, with: fault, maxReplacements: 1)
        try #require(changed.text != parts[part])
        guard case .file(let schema)? = Schema(of: part) else {
            throw Programs.Failure(description: "no schema for \(part)")
        }
        let found = try schemaFaults(of: [("workbook: \(part)", changed)], schema: schema, with: Programs())
        #expect(found.first?.contains("workbook: \(part)") == true, "\(found)")
    }

    /// What xmllint says of parts, the parts named.
    private func schemaFaults(
        of parts: [(name: String, part: WorkbookParts.Part)],
        schema: String,
        with programs: Programs
    ) throws -> [String] {
        let folder = programs.folder.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var files: [String] = []
        for (number, part) in parts.enumerated() {
            let file = folder.appending(path: "\(number).xml")
            // The schemas of 2006 know no xml:space on a text, which every program writes.
            try Data(part.part.text.replacing(" xml:space=\"preserve\"", with: "").utf8).write(to: file)
            files.append(file.path)
        }
        let said = try programs.run(
            "/usr/bin/xmllint",
            ["--noout", "--nonet", "--schema", SchemaFolder.url.appending(path: "\(schema).xsd").path] + files,
            package: "libxml2-utils",
            mayFail: true
        ).messages
        var faults: [String] = []
        var valid = 0
        for line in said.split(separator: "\n") where line.hasPrefix(folder.path) {
            let rest = line.dropFirst(folder.path.count + 1)
            let number = Int(rest.prefix { $0.isNumber }) ?? 0
            if line.hasSuffix(" validates") {
                valid += 1
            } else if !line.hasSuffix(" fails to validate") {
                faults.append("\(parts[number].name)\(rest.drop { $0 != ":" })")
            }
        }
        if valid < parts.count, faults.isEmpty {
            faults.append("\(schema): \(valid) of \(parts.count) are valid: \(said.prefix(500))")
        }
        return faults
    }
}

/// Which schema a part is held against.
private enum Schema {
    /// By its name in the folder of schemas.
    case file(String)
    /// The folder's schemas of core properties and VML need others that are not in it; these parts are read as XML by `PackageFaults`.
    case readAlone

    static let all = [
        "dml-chart", "dml-main", "dml-spreadsheetDrawing", "opc-xsd/opc-contentTypes", "opc-xsd/opc-relationships",
        "shared-documentPropertiesCustom", "shared-documentPropertiesExtended", "sml",
    ]

    init?(of part: String) {
        switch part {
        case "[Content_Types].xml": self = .file("opc-xsd/opc-contentTypes")
        case "docProps/app.xml": self = .file("shared-documentPropertiesExtended")
        case "docProps/custom.xml": self = .file("shared-documentPropertiesCustom")
        case "docProps/core.xml": self = .readAlone
        case _ where part.hasSuffix(".rels"): self = .file("opc-xsd/opc-relationships")
        case _ where part.hasSuffix(".vml"): self = .readAlone
        case _ where part.hasPrefix("xl/charts/"): self = .file("dml-chart")
        case _ where part.hasPrefix("xl/drawings/"): self = .file("dml-spreadsheetDrawing")
        case _ where part.hasPrefix("xl/theme/"): self = .file("dml-main")
        case "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml": self = .file("sml")
        case _ where ["xl/worksheets/", "xl/tables/", "xl/comments"].contains(where: part.hasPrefix):
            self = .file("sml")
        default: return nil
        }
    }
}

private enum SchemaFolder {
    static let url = ProofCity.checkout.deletingLastPathComponent().appending(path: "shared/suites/ecma376-xsd/ref/xsd")
    static var exists: Bool { FileManager.default.fileExists(atPath: url.path) }
}
