/// Makes archives without compression, whatever their faults, to plant damage.
struct StoredZip {
    struct File {
        let name: String
        var bytes: [UInt8]

        init(_ name: String, _ bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    static func archive(_ files: [File], flags: UInt16 = 0, checksum: (File) -> UInt32 = { crc32($0.bytes) }) -> [UInt8]
    {
        var archive: [UInt8] = []
        var directory: [UInt8] = []
        for file in files {
            let name = Array(file.name.utf8)
            let size = UInt32(file.bytes.count)
            let common =
                little(20 as UInt16) + little(flags) + little(0 as UInt16) + little(0 as UInt16)
                + little(0x21 as UInt16)
                + little(checksum(file)) + little(size) + little(size) + little(UInt16(name.count))
                + little(0 as UInt16)
            directory +=
                little(0x0201_4B50 as UInt32) + little(20 as UInt16) + common + [UInt8](repeating: 0, count: 10)
                + little(UInt32(archive.count)) + name
            archive += little(0x0403_4B50 as UInt32) + common + name + file.bytes
        }
        let count = UInt16(files.count)
        let end =
            little(0x0605_4B50 as UInt32) + little(0 as UInt32) + little(count) + little(count)
            + little(UInt32(directory.count)) + little(UInt32(archive.count)) + little(0 as UInt16)
        return archive + directory + end
    }

    static func crc32(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~0) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
    }

    private static func little(_ number: some FixedWidthInteger) -> [UInt8] {
        (0..<number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
}
