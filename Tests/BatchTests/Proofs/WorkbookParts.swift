import Foundation
import Spreadsheet
import TestSupport
import XML

/// A workbook taken apart: its parts as bytes, to look into, to change and to put together again.
struct WorkbookParts {
    struct Part {
        let name: String
        var bytes: [UInt8]

        var text: String {
            get { String(decoding: bytes, as: UTF8.self) }
            set { bytes = Array(newValue.utf8) }
        }
    }

    /// Path below the set's folder.
    let name: String
    /// In the archive's order.
    var parts: [Part]

    init(_ bytes: [UInt8], name: String) throws {
        self.name = name
        let archive = try ZipArchive(bytes: bytes, name: name, limits: .ownWork)
        parts = try archive.entries.map {
            Part(name: $0.name, bytes: try archive.contents(of: $0, limit: 1 << 28))
        }
    }

    /// The text of a part; empty where there is none.
    subscript(part: String) -> String {
        get { parts.first { $0.name == part }?.text ?? "" }
        set {
            if let position = parts.firstIndex(where: { $0.name == part }) {
                parts[position].text = newValue
            } else {
                parts.append(Part(name: part, bytes: Array(newValue.utf8)))
            }
        }
    }

    /// The root of a part's XML; nil where there is no such part.
    func root(_ part: String) throws -> XMLElement? {
        guard let found = parts.first(where: { $0.name == part }) else { return nil }
        return try XMLDocument(parsing: found.bytes, file: "\(name): \(part)").root
    }

    /// Puts the parts together as a workbook.
    func write(to file: URL, with programs: Programs) throws {
        let folder = programs.folder.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (number, part) in parts.enumerated() {
            try Data(part.bytes).write(to: folder.appending(path: "\(number)"))
        }
        let script = """
            import sys, zipfile
            folder, target, names = sys.argv[1], sys.argv[2], sys.argv[3:]
            with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
                for number, name in enumerate(names): archive.write(f"{folder}/{number}", name)
            """
        _ = try programs.python(script, [folder.path, file.path] + parts.map(\.name))
    }
}
