import XML

/// Faults of what entry forms have beside their cells: checks of what is typed in, and notes.
extension PackageFaults {
    /// What Excel lets into cells, and what it says: each cell has one check at most, texts and lists as long as Excel takes them.
    mutating func checkInput(_ part: String, _ root: XMLElement) {
        guard let list = root.elements("dataValidations").first else { return }
        let checks = list.elements("dataValidation")
        if Int(list["count"] ?? "") != checks.count {
            complain(part, "\(list["count"] ?? "no") checks, not \(checks.count)")
        }
        var areas: [Area] = []
        for check in checks {
            let cells = check["sqref"] ?? ""
            for (name, limit) in [("promptTitle", 32), ("errorTitle", 32), ("prompt", 255), ("error", 255)]
            where (check[name] ?? "").utf16.count > limit {
                complain(part, "\(name) of \(cells): longer than \(limit)")
            }
            let limit = check.elements("formula1").first?.text ?? ""
            if limit.isEmpty { complain(part, "check of \(cells) without a limit") }
            if limit.utf16.count > 255 { complain(part, "list of \(cells): longer than 255") }
            if limit.contains("!") { checkReference(limit, in: part, "check of \(cells)") }
            for name in cells.split(separator: " ") {
                guard let area = Area(String(name)), !name.hasSuffix(":") else {
                    complain(part, "a check of no cells in \(name)")
                    continue
                }
                if areas.contains(where: { $0.rows.overlaps(area.rows) && $0.columns.overlaps(area.columns) }) {
                    complain(part, "two checks of \(name)")
                }
                areas.append(area)
            }
        }
    }

    mutating func checkNotes(_ part: String, _ root: XMLElement) {
        let authors = root.elements("authors").flatMap { $0.elements("author") }.count
        var seen: Set<String> = []
        for note in root.elements("commentList").flatMap({ $0.elements("comment") }) {
            let cell = note["ref"] ?? ""
            if Place(cell) == nil || !seen.insert(cell).inserted { complain(part, "note in \(cell) there twice") }
            if !(0..<authors).contains(Int(note["authorId"] ?? "") ?? -1) {
                complain(part, "note in \(cell): no author \(note["authorId"] ?? "")")
            }
        }
        let name = part.split(separator: "/").last.map(String.init) ?? part
        let sheets = roots.keys.filter { sheet in
            sheet.hasPrefix("xl/worksheets/") && !sheet.hasSuffix(".rels")
                && roots[Self.relations(of: sheet)]?.elements("Relationship").contains {
                    $0["Target"]?.hasSuffix("/\(name)") == true
                } == true
        }
        if !sheets.contains(where: { roots[$0]?.elements("legacyDrawing").isEmpty == false }) {
            complain(part, "notes that no sheet draws")
        }
    }
}
