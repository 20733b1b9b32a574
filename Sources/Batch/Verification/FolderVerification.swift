import Spreadsheet
import SystemPackage
import Workbooks

/// A published set, or a closed one, held against its own manifest and hashes: every file of it read, every workbook to the end of
/// each part, every `figures.csv` added up.
struct FolderVerification {
    let folder: FilePath
    /// Below the out folder.
    let name: String
    /// Nil where it is missing or cannot be understood.
    let manifest: ReadManifest?
    let manifestSHA256: String?
    /// Paths of the files that the set says it has and that were read.
    let read: [String]
    private(set) var differences: [SetDifference] = []

    /// - Throws: where something that is there cannot be read.
    init(_ folder: FilePath, named name: String, progress: ProgressListener) throws(SystemError) {
        self.folder = folder
        self.name = name
        let present = Set(try SystemCalls.files(below: folder))
        func bytes(of file: String) throws(SystemError) -> [UInt8]? {
            guard present.contains(file), SystemCalls.kind(of: folder.appending(file)) == .file else { return nil }
            return try SystemCalls.read(folder.appending(file))
        }
        let manifestBytes = try bytes(of: Manifest.fileName)
        manifest = manifestBytes.flatMap { ReadManifest(json: $0) }
        manifestSHA256 = manifestBytes.map { sha256($0) }
        let sums = try bytes(of: Manifest.sumsName).flatMap(readSHA256Sums)

        // Without a manifest the hashes beside it still tell what was published.
        var expected = (sums ?? [:]).mapValues { Expected(sha256: $0, bytes: nil) }
        expected[Manifest.fileName] = nil
        if let manifest {
            expected = Dictionary(
                manifest.outputs.map { ($0.path, Expected(sha256: $0.sha256, bytes: $0.bytes)) },
                uniquingKeysWith: { first, _ in first }
            )
        }
        read = expected.keys.filter(present.contains).sorted(by: precedes)
        compareSums(sums, expected)
        let known = Set(expected.keys).union([Manifest.fileName, Manifest.sumsName])
        for path in known where !present.contains(path) && expected[path] != nil { add(path, .missing) }
        for path in present where !known.contains(path) {
            add(path, SystemCalls.kind(of: folder.appending(path)) == .other ? .notAFile : .strange)
        }
        for path in try SystemCalls.folders(below: folder) where !known.contains(where: { $0.hasPrefix(path + "/") }) {
            add(path, .strange)
        }
        try checkFiles(expected, progress)
        try checkFigures()
        differences.sort { precedes($0.path, $1.path) }
    }

    private struct Expected {
        let sha256: String
        /// Nil where only the hash is known.
        let bytes: Int?
    }

    private mutating func add(_ path: String, _ fault: SetFault) {
        differences.append(SetDifference(path: "\(name)/\(path)", fault: fault))
    }

    /// The two lists of hashes say the same.
    private mutating func compareSums(_ sums: [String: String]?, _ expected: [String: Expected]) {
        if manifest == nil { add(Manifest.fileName, .unreadableManifest) }
        guard var sums else { return add(Manifest.sumsName, .unreadableSums) }
        guard manifest != nil else { return }
        if sums.removeValue(forKey: Manifest.fileName) != manifestSHA256 { add(Manifest.fileName, .changed) }
        for path in Set(sums.keys).union(expected.keys).sorted(by: precedes) where sums[path] != expected[path]?.sha256
        {
            add(Manifest.sumsName, .otherSum(of: path))
        }
    }

    private mutating func checkFiles(_ expected: [String: Expected], _ progress: ProgressListener) throws(SystemError) {
        let faults = inParallel(read.count, progress: { [read] in progress(.part($0, of: read.count)) }) {
            [folder, read] index in
            Result { () throws(SystemError) -> SetFault? in
                guard let expected = expected[read[index]] else { return nil }
                return try Self.fault(of: folder.appending(read[index]), expected)
            }
        }
        for (path, fault) in zip(read, faults) {
            if let fault = try fault.get() { add(path, fault) }
        }
    }

    private static func fault(of file: FilePath, _ expected: Expected) throws(SystemError) -> SetFault? {
        guard SystemCalls.kind(of: file) == .file else { return .notAFile }
        let found = try Manifest.Output(reading: file, path: "", fromDisk: true)
        guard found.sha256 == expected.sha256, expected.bytes.map({ $0 == found.bytes }) ?? true else {
            return .changed
        }
        guard file.extension == "xlsx" else { return nil }
        do throws(SpreadsheetError) {
            _ = try inspectWorkbook(at: file.string, limits: .ownWork)
            return nil
        } catch {
            return .damagedWorkbook(reason: "\(error)")
        }
    }

    private mutating func checkFigures() throws(SystemError) {
        let changed = Set(differences.map(\.path))
        for path in read where path == "figures.csv" || path.hasSuffix("/figures.csv") {
            guard !changed.contains("\(name)/\(path)") else { continue }
            let bytes = try SystemCalls.read(folder.appending(path))
            do throws(UnreadableCSV) {
                for words in try FiguresFile(bytes).contradictions { add(path, .figures(words)) }
            } catch {
                add(path, .figures("dòng \(error.line) không đọc được"))
            }
        }
    }
}
