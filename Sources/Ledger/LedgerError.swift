/// Why the ledger cannot be used; each says the way out.
package enum LedgerError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The file is no database, or SQLite's check found damage.
    case damaged(file: String, detail: String)
    /// A newer version of the program has written it.
    case newer(file: String)
    /// The state folder or the file cannot be created or written.
    case cannotWrite(file: String, detail: String)
    /// The file is there, and this user may not read it.
    case cannotRead(file: String, detail: String)
    /// SQLite's write-ahead log does not work on a network file system.
    case networkFileSystem(folder: String)
    /// There is none yet, or somebody deleted it; only who looks on needs one to be there.
    case missing(file: String)
    /// SQLite refused a statement for another reason.
    case failed(file: String, detail: String)

    package var description: String {
        switch self {
        case .damaged(let file, let detail):
            """
            Sổ theo dõi \(file) bị hỏng (\(detail)). Hãy chép \(Ledger.backupName) cùng thư mục đè lên tệp này rồi xóa \
            \(Ledger.fileName)-wal và \(Ledger.fileName)-shm; hoặc xóa cả ba tệp: chỉ mất lịch sử, không mất gì khác.
            """
        case .newer(let file):
            """
            Sổ theo dõi \(file) do bản tonghop mới hơn ghi. Hãy cài bản đó, hoặc nêu thư mục khác bằng --state.
            """
        case .cannotWrite(let file, let detail):
            """
            Không ghi được sổ theo dõi \(file) (\(detail)). Hãy kiểm tra quyền và chỗ trống của thư mục, hoặc nêu thư mục khác \
            bằng --state.
            """
        case .cannotRead(let file, let detail):
            "Không đọc được sổ theo dõi \(file) (\(detail)): chỉ người dùng chạy tonghop mới đọc được."
        case .networkFileSystem(let folder):
            """
            Thư mục trạng thái \(folder) nằm trên hệ thống tệp mạng, nơi sổ theo dõi (SQLite WAL) không hoạt động được. \
            Hãy nêu một thư mục trên máy: --state /var/lib/tonghop
            """
        case .missing(let file):
            "Chưa có sổ theo dõi \(file)."
        case .failed(let file, let detail):
            "Không dùng được sổ theo dõi \(file) (\(detail))."
        }
    }
}
