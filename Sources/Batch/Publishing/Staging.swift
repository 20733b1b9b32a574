import SystemPackage
import Workbooks

/// The set in the making, in `.tonghop/staging` on the out folder's own file system, so that it can take the published one's place.
package struct Staging: Sendable {
    /// What will be `hien-hanh`.
    package let folder: FilePath
    /// For the temporary files of the library that writes workbooks: a full `/tmp` must not cut one.
    package let temporary: FilePath
    /// For those of small workbooks: in memory (shm_overview(7)), where nothing of a killed run is left, since the library takes each
    /// file's name away once it is open.
    let memory: FilePath = "/dev/shm"

    /// Starts anew: what an earlier run left is deleted.
    package init(fresh out: OutFolder) throws(PublishingError) {
        folder = out.staged
        temporary = out.staging.appending("tam")
        do throws(SystemError) {
            try SystemCalls.removeAll(out.staging)
            for folder in [out.staging, folder, temporary] { try SystemCalls.mkdir(folder) }
        } catch {
            throw PublishingError(error)
        }
    }

    private init(folder: FilePath, temporary: FilePath) {
        self.folder = folder
        self.temporary = temporary
    }

    /// Another folder in the making, beside the set.
    func beside(_ folder: FilePath) -> Staging {
        Staging(folder: folder, temporary: temporary)
    }

    /// The place of a file of the set, whose folders are made: for writers that open their file themselves.
    package func path(_ relative: String) throws(PublishingError) -> FilePath {
        let path = folder.appending(relative)
        do throws(SystemError) {
            try SystemCalls.makeFolders(path.removingLastComponent())
        } catch {
            throw PublishingError(error)
        }
        return path
    }

    /// Writes a file of the set, which must not have it yet.
    package func write(_ bytes: [UInt8], to relative: String) throws(PublishingError) {
        let path = try path(relative)
        do throws(SystemError) {
            try SystemCalls.write(bytes, new: path)
        } catch {
            throw PublishingError(error)
        }
    }

    /// Every file of the set as it stands, by path, for its manifest. Rights are set on the way: the owner's and the group's.
    package func outputs() throws(PublishingError) -> [Manifest.Output] {
        do throws(SystemError) {
            for path in try SystemCalls.folders(below: folder) {
                try SystemCalls.chmod(folder.appending(path), 0o750)
            }
            let paths = try SystemCalls.files(below: folder)
            for path in paths { try SystemCalls.chmod(folder.appending(path), 0o640) }
            return try Manifest.Output.reading(paths, in: folder)
        } catch {
            throw PublishingError(error)
        }
    }
}

extension Manifest.Output {
    /// What files are now, in the order of the paths; `fromDisk`: as they lie on the disk.
    static func reading(
        _ paths: [String],
        in folder: FilePath,
        fromDisk: Bool = false
    ) throws(SystemError) -> [Manifest.Output] {
        var outputs: [Manifest.Output] = []
        outputs.reserveCapacity(paths.count)
        let read = inParallel(paths.count) { index in
            Result { () throws(SystemError) in
                try Manifest.Output(reading: folder.appending(paths[index]), path: paths[index], fromDisk: fromDisk)
            }
        }
        for output in read { outputs.append(try output.get()) }
        return outputs
    }

    /// The same of one file.
    init(reading file: FilePath, path: String, fromDisk: Bool = false) throws(SystemError) {
        var digest = Digest()
        var count = 0
        try SystemCalls.forEachPiece(of: file, fromDisk: fromDisk) { piece in
            digest.update(piece)
            count += piece.count
        }
        self.init(path: path, sha256: digest.hexadecimal(), bytes: count)
    }
}
