import CZip
import Glibc
import XML

/// One file in an archive.
package struct ZipEntry: Hashable, Sendable {
    let index: UInt64
    /// As the archive spells it, folders divided by `/`.
    package let name: String
    /// Unpacked, in bytes, as the archive says; reading stops with an error where that is untrue.
    package let size: Int
    package let packedSize: Int
}

/// Reads a ZIP archive, over libzip. A handle on memory of C, hence a class; one thread uses it.
@safe package final class ZipArchive {
    package let path: String
    /// In the archive's order, folders left out.
    package let entries: [ZipEntry]
    fileprivate let archive: OpaquePointer

    /// Opens an archive and looks at its list of entries; nothing is unpacked.
    ///
    /// Throws `aboveLimit`, and `unreadable` for what is no archive and for entries that are encrypted, have unsafe names
    /// (absolute, `..`), or names that are equal but for case: readers differ in which of two they take.
    package init(path: String, limits: ZipLimits) throws(SpreadsheetError) {
        var code: Int32 = 0
        guard !path.utf8.contains(0), let archive = unsafe zip_open(path, ZIP_RDONLY, &code) else {
            throw .unreadable(file: path, reason: Self.words(for: code))
        }
        do {
            entries = unsafe try Self.list(archive, path, limits)
        } catch {
            unsafe zip_discard(archive)
            throw error
        }
        self.path = path
        unsafe self.archive = unsafe archive
    }

    /// The same for an archive in memory, of which a copy is made; `name` is how errors name it.
    package init(bytes: [UInt8], name: String, limits: ZipLimits) throws(SpreadsheetError) {
        guard let archive = unsafe Self.open(bytes) else {
            throw .unreadable(file: name, reason: Self.words(for: ZIP_ER_NOZIP))
        }
        do {
            entries = unsafe try Self.list(archive, name, limits)
        } catch {
            unsafe zip_discard(archive)
            throw error
        }
        path = name
        unsafe self.archive = unsafe archive
    }

    /// Nil where the bytes are no archive, or where no memory is left.
    private static func open(_ bytes: [UInt8]) -> OpaquePointer? {
        // libzip frees the copy with the archive.
        guard let copy = unsafe malloc(max(bytes.count, 1)) else { return nil }
        unsafe copy.copyMemory(from: bytes, byteCount: bytes.count)
        guard let source = unsafe zip_source_buffer_create(copy, UInt64(bytes.count), 1, nil) else {
            unsafe free(copy)
            return nil
        }
        guard let archive = unsafe zip_open_from_source(source, ZIP_RDONLY, nil) else {
            unsafe zip_source_free(source)
            return nil
        }
        return unsafe archive
    }

    deinit { unsafe zip_discard(archive) }

    /// The entry of exactly that name, or nil.
    package subscript(name: String) -> ZipEntry? {
        entries.first { $0.name == name }
    }

    /// The entry of a part's name, in which case does not matter (OPC, ISO/IEC 29500-2, 6.2.2); no two differ in it alone.
    func part(_ name: String) -> ZipEntry? {
        let lower = name.lowercased()
        return self[name] ?? entries.first { $0.name.lowercased() == lower }
    }

    /// Begins to read an entry. Throws `unreadable`.
    package func open(_ entry: ZipEntry) throws(SpreadsheetError) -> ZipEntryReader {
        try ZipEntryReader(self, entry)
    }

    /// The whole entry. Throws `unreadable`, also where it is above `limit` bytes.
    package func contents(of entry: ZipEntry, limit: Int) throws(SpreadsheetError) -> [UInt8] {
        guard entry.size <= limit else { throw .unreadable(file: path, reason: "\(entry.name): above \(limit) bytes") }
        let reader = try open(entry)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(entry.size)
        while true {
            let chunk = try reader.next()
            if chunk.isEmpty { return bytes }
            bytes += chunk
        }
    }

    /// The entry's XML as tokens, told by these names; errors of the archive come out as `XMLError`. Throws `unreadable`.
    func tokens(of entry: ZipEntry, names: [String]) throws(SpreadsheetError) -> XMLTokenReader {
        let reader = try open(entry)
        do {
            return try XMLTokenReader(names: names, file: entry.name) { () throws(XMLError) in
                do { return try reader.next() } catch {
                    throw XMLError(file: entry.name, line: 0, message: "\(error)")
                }
            }
        } catch { throw .unreadable(file: path, reason: "\(error)") }
    }

    private static func list(_ archive: OpaquePointer, _ path: String, _ limits: ZipLimits) throws(SpreadsheetError)
        -> [ZipEntry]
    {
        func refuse(_ reason: String) -> SpreadsheetError { .unreadable(file: path, reason: reason) }
        func above(_ reason: String) -> SpreadsheetError { .aboveLimit(file: path, reason: reason) }
        let count = unsafe zip_get_num_entries(archive, 0)
        guard count <= limits.entries else { throw above("\(count) entries, above \(limits.entries)") }
        var names: Set<String> = []
        var entries: [ZipEntry] = []
        var total = 0
        for index in 0..<UInt64(max(count, 0)) {
            var stat = unsafe zip_stat_t()
            unsafe zip_stat_init(&stat)
            let needed = UInt64(ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_ENCRYPTION_METHOD)
            guard unsafe zip_stat_index(archive, index, 0, &stat) == 0, unsafe stat.valid & needed == needed,
                let name = unsafe stat.name.map({ unsafe String(cString: $0) })
            else { throw refuse("entry \(index) cannot be read") }
            guard unsafe stat.encryption_method == UInt16(ZIP_EM_NONE) else { throw refuse("\(name): encrypted") }
            guard names.insert(name.lowercased()).inserted else { throw refuse("\(name): there twice") }
            let isUnsafe =
                name.isEmpty || name.hasPrefix("/") || name.contains("\\") || name.split(separator: "/").contains("..")
            if isUnsafe { throw refuse("'\(name)' is not a name for an entry") }
            let entry = unsafe ZipEntry(
                index: index,
                name: name,
                size: Int(clamping: stat.size),
                packedSize: Int(clamping: stat.comp_size)
            )
            guard entry.size <= limits.bytes - total else { throw above("above \(limits.bytes) bytes unpacked") }
            total += entry.size
            if entry.size > 1 << 20, entry.size / max(entry.packedSize, 1) > limits.ratio {
                throw above("\(name): packed more than \(limits.ratio) times")
            }
            if !name.hasSuffix("/") { entries.append(entry) }
        }
        return entries
    }

    private static func words(for code: Int32) -> String {
        var error = unsafe zip_error_t()
        unsafe zip_error_init_with_code(&error, code)
        defer { unsafe zip_error_fini(&error) }
        return unsafe String(cString: zip_error_strerror(&error))
    }
}

/// Unpacks an entry piece by piece. Keeps its archive open. One thread uses it.
@safe package final class ZipEntryReader {
    private let archive: ZipArchive
    private let entry: ZipEntry
    private let file: OpaquePointer
    private var given = 0

    fileprivate init(_ archive: ZipArchive, _ entry: ZipEntry) throws(SpreadsheetError) {
        guard let file = unsafe zip_fopen_index(archive.archive, entry.index, 0) else {
            throw .unreadable(
                file: archive.path,
                reason: "\(entry.name): \(unsafe String(cString: zip_strerror(archive.archive)))"
            )
        }
        self.archive = archive
        self.entry = entry
        unsafe self.file = unsafe file
    }

    deinit { _ = unsafe zip_fclose(file) }

    /// The next bytes, at most 64 KB; empty at the end, where the checksum has been found right.
    ///
    /// Throws `unreadable` where the entry is damaged, or longer or shorter than the archive says.
    package func next() throws(SpreadsheetError) -> [UInt8] {
        var failed = false
        // No more than is to come, and one byte that must not: most parts of a workbook are small.
        let capacity = min(max(entry.size - given, 0), (64 << 10) - 1) + 1
        let chunk = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
            let read = unsafe zip_fread(file, buffer.baseAddress, UInt64(capacity))
            failed = read < 0
            count = max(Int(read), 0)
        }
        given += chunk.count
        let reason =
            if failed {
                unsafe String(cString: zip_file_strerror(file))
            } else if given > entry.size || chunk.isEmpty && given < entry.size {
                "not as long as the archive says"
            } else { nil as String? }
        if let reason { throw .unreadable(file: archive.path, reason: "\(entry.name): \(reason)") }
        return chunk
    }
}
