import Ledger

/// Why a set was not published; the set that stood before stands still.
package enum PublishingError: Error, Sendable, Equatable {
    /// Another run works on this out folder.
    case locked(out: String)
    /// The operating system refused to write: the disk is full, rights are missing, a share refused the rename.
    case cannotWrite(String)
    /// What was written reads back as something else.
    case corrupted(path: String)
}

extension PublishingError {
    init(_ error: SystemError) {
        self = .cannotWrite(error.description)
    }
}

extension BatchError {
    package init(_ error: PublishingError) {
        self =
            switch error {
            case .locked(let out): .locked("Một lần chạy khác đang làm việc trên \(out); hãy chạy lại khi lần đó xong.")
            case .cannotWrite(let detail):
                .output("Không ghi được kết quả: \(detail). Bộ số liệu đã công bố giữ nguyên.")
            case .corrupted(let path):
                .output("\(path) đọc lại không giống như đã ghi; hãy kiểm tra đĩa. Bộ số liệu đã công bố giữ nguyên.")
            }
    }

    package init(_ error: LedgerError) {
        self = .output(error.description)
    }
}
