import SystemPackage

/// Refuses places that lie in one another: the inbox is never changed, who drops files into it neither decides nor changes denominators,
/// and what the program writes takes the place of whatever lies there.
///
/// - Throws: `.usage`, with both places.
func requireApart(
    inbox: FilePath?,
    out: FilePath,
    state: FilePath?,
    roster: FilePath? = nil,
    decisions: FilePath? = nil
) throws(BatchError) {
    let out = OutFolder(SystemCalls.resolved(out))
    let inbox = inbox.map(SystemCalls.resolved)
    let state = state.map(SystemCalls.resolved)
    if let inbox {
        let others: [(String, FilePath?, String)] = [
            ("--out", out.path, "chương trình không bao giờ ghi vào hộp thư"),
            ("--state", state, "chương trình không bao giờ ghi vào hộp thư"),
            ("--roster", roster.map(SystemCalls.resolved), "người gửi tệp không được đổi danh mục"),
            ("--decisions", decisions.map(SystemCalls.resolved), "người gửi tệp không được quyết định thay Sở"),
        ]
        for case (let option, let path?, let reason) in others where path.starts(with: inbox) {
            throw .usage("\(option) (\(path)) nằm trong hộp thư (\(inbox)): \(reason).")
        }
    }
    for case (let option, let path?) in [("--inbox", inbox), ("--state", state)] {
        let own = [out.set, out.closed, out.logs, out.internals].first { path.starts(with: $0) }
        guard let own, path != out.internals || option == "--inbox" else { continue }
        throw .usage("\(option) (\(path)) nằm trong \(own), nơi chương trình tự ghi và tự xóa; hãy nêu thư mục khác.")
    }
}
