import XML

/// Which parts a part refers to (OPC, ISO/IEC 29500-2, 6.5).
struct PartRelations {
    struct Relation {
        /// The last word of its type: the same in Transitional and Strict workbooks.
        let kind: String
        /// As the archive spells it.
        let target: String
    }

    private(set) var byID: [String: Relation] = [:]

    private static let most = 10_000

    /// Reads the relations of a part, those of the whole archive for the empty name; none where it has none. What lies outside the
    /// archive is left out.
    init(of part: String, in archive: ZipArchive) throws(WorkbookReadingError) {
        let folder = part.lastIndex(of: "/").map { String(part[...$0]) } ?? ""
        let list = "\(folder)_rels/\(part.dropFirst(folder.count)).rels"
        guard archive.part(list) != nil else { return }
        var tokens = try PartTokens(
            of: list,
            in: archive,
            names: ["Relationship", "Id", "Type", "Target", "TargetMode"]
        )
        while let token = try tokens.next() {
            guard token.kind == .start, token.name == 0 else { continue }
            let values = try tokens.attributes()
            guard values[4] != "External", let id = values[1], let type = values[2],
                let target = values[3].flatMap({ Self.resolve($0, in: folder) })
            else { continue }
            guard byID.count < Self.most else { throw .tooLarge(reason: "more than \(Self.most) relations") }
            byID[id] = Relation(kind: type.split(separator: "/").last.map(String.init) ?? "", target: target)
        }
    }

    /// The part of that kind, if there is one.
    func target(_ kinds: String...) -> String? {
        byID.values.filter { kinds.contains($0.kind) }.map(\.target).min()
    }

    /// `../media/a.xml` as seen from a folder; nil where it leads out of the archive.
    private static func resolve(_ target: String, in folder: String) -> String? {
        var path: [Substring] = target.hasPrefix("/") ? [] : folder.split(separator: "/")
        for step in target.split(separator: "/") {
            switch step {
            case ".": break
            case "..": if path.popLast() == nil { return nil }
            default: path.append(step)
            }
        }
        return path.joined(separator: "/")
    }
}
