import XML

/// Which sheets a workbook has, and in which parts they stand.
struct WorkbookDirectory {
    struct Sheet {
        let name: String
        let isHidden: Bool
        let part: String
    }

    let sheets: [Sheet]

    /// Follows the relations from the archive's root. Throws `unreadable` where one leads nowhere.
    init(of archive: ZipArchive) throws(SpreadsheetError) {
        func refuse(_ reason: String) -> SpreadsheetError { .unreadable(file: archive.path, reason: reason) }
        let roots = try Self.relations(in: "_rels/.rels", folder: "", of: archive)
        guard let workbook = roots.values.first(where: { $0.kind == "officeDocument" })?.target else {
            throw refuse("not a workbook: no main part")
        }
        let cut = workbook.lastIndex(of: "/").map { workbook.index(after: $0) } ?? workbook.startIndex
        let folder = String(workbook[..<cut])
        let relations = try Self.relations(in: "\(folder)_rels/\(workbook[cut...]).rels", folder: folder, of: archive)
        var sheets: [Sheet] = []
        for list in try Self.document(workbook, of: archive).elements("sheets") {
            for sheet in list.elements("sheet") {
                guard let name = sheet["name"], let target = sheet["id"].flatMap({ relations[$0] })?.target else {
                    throw refuse("a sheet without a name or a part")
                }
                sheets.append(Sheet(name: name, isHidden: (sheet["state"] ?? "visible") != "visible", part: target))
            }
        }
        guard !sheets.isEmpty else { throw refuse("not a workbook: no sheets") }
        self.sheets = sheets
    }

    private static func relations(
        in part: String,
        folder: String,
        of archive: ZipArchive
    ) throws(SpreadsheetError) -> [String: (kind: Substring, target: String)] {
        var relations: [String: (kind: Substring, target: String)] = [:]
        for relation in try document(part, of: archive).elements("Relationship")
        where relation["TargetMode"] != "External" {
            guard let id = relation["Id"], let type = relation["Type"], let target = relation["Target"] else {
                continue
            }
            let kind = type.split(separator: "/").last ?? ""
            relations[id] = (kind, target.hasPrefix("/") ? String(target.dropFirst()) : folder + target)
        }
        return relations
    }

    private static func document(_ part: String, of archive: ZipArchive) throws(SpreadsheetError) -> XMLElement {
        guard let entry = archive[part] else {
            throw .unreadable(file: archive.path, reason: "not a workbook: no \(part)")
        }
        let bytes = try archive.contents(of: entry, limit: 16 << 20)
        do { return try XMLDocument(parsing: bytes, file: part).root } catch {
            throw .unreadable(file: archive.path, reason: "\(error)")
        }
    }
}
