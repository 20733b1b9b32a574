import Foundation
import Intake

@testable import SampleCity

/// What the made-up city does not send of itself: tasks of the departments, files of many and of nobody, errors, rows that are left out,
/// an answer, and decisions of the office.
extension Office {
    static let tasks = "so/nhiem-vu-so.csv"
    static let bundle = "gop/tuyen-truyen.csv"
    static let answers = "tra-loi/giai-trinh.xlsx"
    /// The unit that answers.
    static let answering = "31000005"

    func receiveWhatNobodyWants(_ city: City) throws {
        for (path, text) in Self.oddities {
            let file = inbox.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(text.utf8).write(to: file)
        }
        // A report of the year that is sent later, and a cell of the bundle.
        let aside = city.submissions.first { $0.path.contains("12-1") && $0.path.hasSuffix("/vi-pham.csv") }
        let path = aside.map { $0.path.replacing("inbox/", with: "", maxReplacements: 1) } ?? ""
        try write(
            """
            Loại quyết định,Tệp,Mã đơn vị,Biểu,Khóa,Cột,Giá trị cũ,Giá trị mới,Người quyết định,Ngày quyết định,Lý do
            Bỏ tệp,\(path),,,,,,,Bà Lan,15/12/2026,gửi nhầm
            Bỏ tệp,khong-co.csv,,,,,,,Bà Lan,16/12/2026,gửi nhầm
            Sửa ô,,31000005,tuyen-truyen,2026-02-04|MT|SHDC,so_hs,30,33,Ông Minh,17/12/2026,gọi điện cho trường

            """,
            to: "quyet-dinh.csv"
        )
        decisions = folder.appending(path: "quyet-dinh.csv")
    }

    /// The school answers the first query of the bundle that is its own.
    func answerOneQuery() throws {
        let findings = try published("findings.csv").split(separator: "\n").map { $0.split(separator: ",") }
        let query = findings.first { $0.count > 2 && $0[1] == "C1" && $0.contains(Substring(Self.answering)) }
        guard let id = query?.first else { throw ProofCity.NoQuery() }
        let published = folder.appending(path: "out/hien-hanh/2026-Q1/phan-hoi/90001/\(Self.answering).xlsx")
        let answers = inbox.appending(path: Self.answers)
        try FileManager.default.createDirectory(
            at: answers.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try FeedbackBook(published).answered(String(id), "Buổi này không phải chuyên đề", to: answers)
    }

    /// A file of the office's folder; nil where there is none.
    func sent(_ path: String) -> Data? { try? Data(contentsOf: folder.appending(path: path)) }

    private static let oddities = [
        tasks: """
        don_vi_thuc_hien,nhiem_vu,ky_bao_cao,nam,trang_thai,ngay,so_van_ban,ghi_chu
        van-phong,BANHANH,Q1,2026,DATH,2026-02-27,520/KH-SGDĐT,
        van-phong,COQUANAT,Q1,2026,DANGTH,,,Hoàn thiện hồ sơ
        mam-non,HUONGDAN,Q1,2026,DATH,2026-03-02,611/SGDĐT-GDMN,
        trung-hoc,KIEMTRA,H1,2026,CHUATH,,,
        van-phong,COQUANAT,Y,2026,DATH,2026-11-02,1520/SGDĐT-VP,

        """,
        bundle: """
        ma_don_vi,ngay,chu_de,hinh_thuc,chuyen_de,dip,so_hs,so_cbgvnv,so_phu_huynh,minh_chung
        31000003,2026-02-03,MT,SHDC,Có,,khoảng 20,10,0,GOP-A
        31000005,hôm qua,MT,SHDC,Có,,40,10,0,GOP-B
        31000005,2026-02-04,MT,SHDC,,,30,10,0,GOP-C
        99999999,2026-02-05,MT,SHDC,Có,,40,10,0,GOP-D

        """,
        "la/la.csv": "cột một,cột hai\n1,2\n",
        "la/la-2.csv": "cột một,cột hai\n1,2\n",
    ]
}

extension ProofCity {
    struct NoQuery: Error {}
}
