/// Something in the out folder that is not as it was published or closed.
package struct SetDifference: Sendable, Equatable {
    /// Below the out folder, such as `hien-hanh/2026-Q1/figures.csv`.
    package let path: String
    package let fault: SetFault
}

/// What is wrong with a file.
package enum SetFault: Sendable, Equatable {
    case missing
    /// Nobody but the program puts files there.
    case strange
    /// A link could show one file now and another later.
    case notAFile
    /// Its bytes are not those that were published.
    case changed
    /// A part of the workbook is cut or is no XML, though its bytes are those of the manifest.
    case damagedWorkbook(reason: String)
    case unreadableManifest
    case unreadableSums
    /// `SHA256SUMS` tells another hash than the manifest, or none, for that path.
    case otherSum(of: String)
    /// `figures.csv` contradicts itself.
    case figures(String)
    /// The ledger knows another set as the last one that was published.
    case notLastPublished(Int64?, asOf: String?)
    case ledgerDamaged(reason: String)
    /// The published period says that it was closed with this folder of `da-chot`, which holds another file, or is not there.
    case notAsClosed(folder: String)
    case closedFolderMissing(folder: String)
    /// `da-chot` closes the period, the published set takes it for open.
    case closedButProvisional(folder: String)

    /// What people read, in Vietnamese.
    package var words: String {
        switch self {
        case .missing: "bị thiếu"
        case .strange: "tệp lạ, không có trong manifest.json"
        case .notAFile: "là liên kết hoặc tệp đặc biệt, không phải tệp do chương trình ghi"
        case .changed: "nội dung đã bị sửa, không còn như khi công bố"
        case .damagedWorkbook(let reason): "sổ Excel bị hỏng (\(reason))"
        case .unreadableManifest: "bị thiếu hoặc không đọc được"
        case .unreadableSums: "bị thiếu hoặc không đọc được"
        case .otherSum(let path): "ghi mã băm khác manifest.json cho \(path)"
        case .figures(let words): words
        case .notLastPublished(let number, let asOf):
            "không phải bộ số liệu được công bố sau cùng: sổ theo dõi ghi "
                + (number.map { "lần chạy số \($0), số liệu đến \(asOf ?? "")" } ?? "một lần chốt kỳ")
        case .ledgerDamaged(let reason): "bị hỏng (\(reason))"
        case .notAsClosed(let folder): "khác tệp đã chốt trong da-chot/\(folder)"
        case .closedFolderMissing(let folder): "ghi là đã chốt, nhưng không có da-chot/\(folder)"
        case .closedButProvisional(let folder): "ghi là tạm tính, trong khi đã chốt trong da-chot/\(folder)"
        }
    }
}
