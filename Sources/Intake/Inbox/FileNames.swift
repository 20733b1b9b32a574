/// What a name alone says about a thing in the inbox.
enum FileNames {
    /// Left behind by programs and systems: skipped, and named in the manifest only.
    static func isSkipped(_ name: [UInt8]) -> Bool {
        let lower = lowerCase(name)
        return name.starts(with: "~$".utf8) || name.starts(with: "._".utf8) || name.starts(with: ".git".utf8)
            || name.starts(with: ".~lock.".utf8) && name.last == 0x23
            || [".ds_store", "thumbs.db", "desktop.ini"].contains(lower)
    }

    /// A download or copy that is not complete (F6).
    static func isIncomplete(_ name: [UInt8]) -> Bool {
        ["part", "tmp", "crdownload"].contains(fileExtension(name))
    }

    /// Whether the name promises a table of text.
    static func promisesText(_ name: [UInt8]) -> Bool {
        ["csv", "txt", "tsv"].contains(fileExtension(name))
    }

    /// In lower case, without the point; empty where there is none.
    static func fileExtension(_ name: [UInt8]) -> String {
        guard let point = name.lastIndex(of: 0x2E), point > name.startIndex else { return "" }
        return lowerCase(Array(name[(point + 1)...]))
    }

    private static func lowerCase(_ name: [UInt8]) -> String {
        String(decoding: name, as: UTF8.self).lowercased()
    }
}
