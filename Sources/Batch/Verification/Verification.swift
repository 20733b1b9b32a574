// Verifying what is published: everything is read again, nothing is written and no lock is taken, so that anybody who may read the
// out folder can do it at any time, while a run goes on too.

import Ledger
import SystemPackage

/// Reads the published set and the closed ones again, and says what is not as it was published or signed.
///
/// - Parameter progress: told each step, for a terminal or a log.
/// - Throws: `.output` where nothing is published, or where it cannot be read.
package func verify(_ options: VerifyOptions, progress: ProgressListener) throws(BatchError) -> VerificationReport {
    let out = OutFolder(options.out)
    var notes: [String] = []
    for _ in 0..<5 {
        let before = try standing(out)
        do throws(SystemError) {
            var report = try read(out, options, progress)
            // A set that was exchanged while it was read is half of one set and half of another.
            guard SystemCalls.identity(of: out.set) == before else {
                notes = ["Bộ số liệu được công bố lại trong khi đọc: đã đọc lại từ đầu."]
                continue
            }
            report.notes += notes
            return report
        } catch {
            guard SystemCalls.identity(of: out.set) == before else { continue }
            throw .output(
                "Không đọc được \(error.path): \(error.errno). Người chạy lệnh cần quyền đọc mọi tệp trong \(out.path)."
            )
        }
    }
    throw .output("\(out.set) được công bố lại mỗi lần đang đọc; hãy chạy lại khi không có lần tổng hợp nào đang chạy.")
}

/// The identity of the set that stands there.
private func standing(_ out: OutFolder) throws(BatchError) -> SystemCalls.Identity {
    for _ in 0..<20 {
        if SystemCalls.kind(of: out.set) == .folder, let identity = SystemCalls.identity(of: out.set) {
            return identity
        }
        // Between two renames there is none for a moment.
        guard SystemCalls.kind(of: out.intent) != nil else { break }
        SystemCalls.pause(milliseconds: 100)
    }
    let hint =
        SystemCalls.kind(of: out.path.appending(Manifest.fileName)) == nil
        ? "" : " Hãy nêu thư mục kết quả chứa hien-hanh, không phải chính hien-hanh."
    throw .output("Không có bộ số liệu nào đọc được ở \(out.set).\(hint)")
}

private func read(
    _ out: OutFolder,
    _ options: VerifyOptions,
    _ progress: ProgressListener
) throws(SystemError) -> VerificationReport {
    progress("đọc bộ số liệu đã công bố")
    let published = try FolderVerification(out.set, named: "hien-hanh", progress: progress)
    progress("đọc các kỳ đã chốt")
    let closed = try ClosedVerification(out, published: published, progress: progress)
    progress("đối chiếu sổ theo dõi")
    let ledger = LedgerVerification(options.stateFolder, manifest: published.manifestSHA256)
    let sets = [published] + closed.sets
    return VerificationReport(
        set: out.set,
        run: published.manifest?.run,
        asOf: published.manifest?.asOf,
        files: sets.reduce(0) { $0 + $1.read.count },
        workbooks: sets.reduce(0) { $0 + $1.read.count { $0.hasSuffix(".xlsx") } },
        closed: closed.sets.compactMap { $0.folder.lastComponent?.string },
        differences: published.differences + closed.differences + ledger.differences,
        notes: ledger.notes
    )
}

/// The published set is the last one that the ledger knows of.
private struct LedgerVerification {
    var differences: [SetDifference] = []
    var notes: [String] = []

    init(_ folder: FilePath, manifest: String?) {
        let publications: [Ledger.Publication]
        do throws(LedgerError) {
            guard let found = try Ledger.publications(inFolder: folder.string), !found.isEmpty else {
                notes.append(
                    "Không đối chiếu được với sổ theo dõi: \(folder) không ghi lần công bố nào (sổ ở nơi khác thì nêu --state)."
                )
                return
            }
            publications = found
        } catch {
            if case .damaged(let file, let reason) = error {
                differences.append(SetDifference(path: file, fault: .ledgerDamaged(reason: reason)))
            } else {
                notes.append("Không đối chiếu được với sổ theo dõi. \(error)")
            }
            return
        }
        // A set whose run was cut right after the exchange is known as one that was about to be published.
        guard let last = publications.last, !publications.contains(where: { $0.manifestSHA256 == manifest }) else {
            return
        }
        differences.append(
            SetDifference(
                path: "hien-hanh/\(Manifest.fileName)",
                fault: .notLastPublished(last.number, asOf: last.asOf)
            )
        )
    }
}
