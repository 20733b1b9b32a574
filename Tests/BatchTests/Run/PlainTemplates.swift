import Foundation

/// The shipped plan with workbooks of one or two sheets: for tests of runs that do not look at workbooks, of which a run writes hundreds.
enum PlainTemplates {
    static var shipped: URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("templates")
    }

    /// Writes them to a folder that is made.
    static func write(to folder: URL) throws {
        let workbooks = folder.appendingPathComponent("workbooks")
        try FileManager.default.createDirectory(at: workbooks, withIntermediateDirectories: true)
        for name in ["plan-2026.xml", "plan.rng"] {
            try FileManager.default.copyItem(
                at: shipped.appendingPathComponent(name),
                to: folder.appendingPathComponent(name)
            )
        }
        for (name, text) in layouts {
            try Data(text.utf8).write(to: workbooks.appendingPathComponent("\(name).xml"))
        }
    }

    private static let layouts = [
        "tong-hop": """
        <workbook title="Tổng hợp">
          <sheet name="1" orientation="landscape">
            <table id="a" rows="indicators">
              <column heading="Chỉ tiêu" show="number" width="5-9"/>
              <column heading="Tử số" show="numerator" width="5-9"/>
            </table>
          </sheet>
        </workbook>
        """,
        "noi-bo": """
        <workbook title="Nội bộ">
          <sheet name="1" orientation="landscape">
            <table id="a" rows="findings"><column heading="Mã" show="id" width="5-9"/></table>
          </sheet>
        </workbook>
        """,
        "xa-phuong": #"<workbook title="Xã"><use sheet="1"/></workbook>"#,
        "phong-chuyen-mon": #"<workbook title="Phòng"><use sheet="1"/></workbook>"#,
        "phan-hoi": """
        <workbook title="Phản hồi">
          <sheet name="1" orientation="landscape">
            <table id="a" rows="fileFindings">
              <column heading="Giải trình" show="answer" width="5-9"/>
              <column heading="Mã phát hiện" show="id" width="5-9"/>
            </table>
          </sheet>
        </workbook>
        """,
        "khong-ro": #"<workbook title="Không rõ"><use sheet="1"/></workbook>"#,
    ]
}
