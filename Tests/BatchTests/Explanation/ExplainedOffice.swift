import Foundation
import Plan
import SystemPackage
import Testing

@testable import Batch

/// Four schools of two communes, what they sent for the first quarter, and answers about it.
struct ExplainedOffice {
    let office: Office

    static let roster = """
        ma_don_vi,ten_don_vi,loai_hinh,cap_hoc,ma_xa,ten_xa,an_toan_nam_truoc,xep_loai_nam_truoc,ngay_hoat_dong
        31000001,Trường THCS Hải Vân Đông,THCS,,11359,Xã Hải Vân,Có,Khá,
        31000002,Trường Tiểu học Sông Lam Hạ,TH,,11359,Xã Hải Vân,,,
        31000003,Trường THPT Đồi Thông,THPT,,11360,Xã Đồi Thông,Có,Yếu,
        31000004,Trường Mầm non Mới,MN,,11360,Xã Đồi Thông,,,2026-09-01

        """

    static let files = [
        "don-vi.csv": roster,
        "inbox/bao-cao.csv": """
        Mã đơn vị,Kỳ báo cáo,Năm,Ngày báo cáo,Quán triệt,Kiện toàn BCĐ,Phân công đầu mối,Số mô hình
        31000001,Q1,2026,14/3/2026,Có,Có,Không,2
        31000002,Q1,2026,14/3/2026,Có,Có,đã,ba

        """,
        "inbox/tuyen-truyen.csv": """
        Mã đơn vị,Ngày,Chủ đề,Hình thức,Chuyên đề,Số học sinh
        31000001,5/1/2026,TP,SHDC,Có,30
        31000001,5/1/2026,MT,SHL,Có,30
        31000001,6/1/2026,MT,SHL,Không,20

        """,
        "inbox/vu-viec.csv": """
        Mã đơn vị,Mã vụ việc,Ngày xảy ra,Ngày tiếp nhận,Loại,Trạng thái,Kịp thời,Kéo dài
        31000001,VV1,9/1/2026,10/1/2026,BLHD,Đã xử lý,Có,Không
        31000001,VV2,9/2/2026,10/2/2026,MT,Chưa xử lý,Không,Có
        31000003,VV1,9/2/2026,10/2/2026,MT,Đang xử lý,Có,Không

        """,
        "inbox/vi-pham.csv": """
        Mã đơn vị,Kỳ báo cáo,Năm,Loại,Số vụ,Số vụ năm trước
        31000001,Q1,2026,BLHD,3,2
        31000001,Q1,2026,MT,1,
        31000002,Q1,2026,BLHD,0,1

        """,
    ]

    init(_ changes: [String: String] = [:]) throws {
        office = try Office(files: Self.files.merging(changes) { $1 })
    }

    func options(
        _ indicator: String,
        _ subject: ExplainOptions.Subject,
        period: String = "2026-Q1",
        out: String? = nil,
        limit: Int? = 20
    ) throws -> ExplainOptions {
        ExplainOptions(
            indicator: indicator,
            subject: subject,
            period: period,
            inbox: FilePath(office.inbox.path),
            out: out.map { FilePath(office.folder.appendingPathComponent($0).path) },
            asOf: try #require(CalendarDate(iso: "2026-03-20")),
            templates: TemplatePlaces(option: FilePath(PlainTemplates.shipped.path)),
            limit: limit
        )
    }

    func explanation(
        _ indicator: String,
        _ subject: ExplainOptions.Subject,
        period: String = "2026-Q1",
        out: String? = nil,
        limit: Int? = 20
    ) throws -> String {
        // The folder goes with the office.
        try withExtendedLifetime(office) {
            try explain(options(indicator, subject, period: period, out: out, limit: limit))
        }
    }
}
