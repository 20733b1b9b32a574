import Foundation
import Plan

extension SmallCity {
    /// Five sheets in the shape of `templates/workbooks/tong-hop.xml`, over this city's own facts.
    static let cityLayout = """
        <workbook title="Tổng hợp">
          <sheet name="1 Tổng hợp" orientation="landscape">
            <officialHead/>
            <title subject="{subject}" rule="yes">{period}</title>
            <addressees/>
            <keyFigures>
              <figure label="Số đơn vị phải báo cáo" show="expected"/>
              <figure label="Đã báo cáo" show="reported"/>
              <figure label="Đúng hạn" show="on_time"/>
              <figure label="Chậm" show="late"/>
              <figure label="Thiếu" show="missing"/>
            </keyFigures>
            <table id="chi-tieu" rows="indicators" size="11" filter="no" freeze="no" centreNumbers="yes">
              <column heading="STT" show="number" width="4-6"/>
              <column heading="Chỉ tiêu" show="wording" width="40-70" stretch="yes"/>
              <column heading="Đơn vị tính" show="measure" width="7-10"/>
              <column heading="Chỉ tiêu giao" show="target" width="7-10"/>
              <column heading="Mẫu số" show="denominator" width="6-12"/>
              <column heading="Tử số" show="numerator" width="6-12"/>
              <column heading="Tỷ lệ" show="rate" width="6-12"/>
              <column heading="Tỷ lệ trên số đã báo cáo" show="reported_rate" width="8-12"/>
              <column heading="Cùng kỳ năm trước" show="last_year" width="8-12"/>
              <column heading="Tăng/ giảm" show="change" width="7-12"/>
              <column heading="Đánh giá" show="result" width="8-10"/>
              <column heading="Ghi chú" show="note" width="14-17"/>
            </table>
            <signature/>
          </sheet>
          <sheet name="4 Theo xã phường" orientation="landscape">
            <title subject="{period}">Tổng hợp theo xã, phường, đặc khu</title>
            <table id="xa-phuong" rows="communes" total="Tổng cộng" size="11"
              freeze="3" centreNumbers="yes" empty="Không có đơn vị nào trong kỳ">
              <column heading="STT" show="ordinal" width="3.5-6" group="Xã, phường, đặc khu"/>
              <column heading="Mã xã" show="code" width="5-10" group="Xã, phường, đặc khu"/>
              <column heading="Tên" show="name" width="13-28" group="Xã, phường, đặc khu" stretch="yes"/>
              <column heading="Phải báo cáo" show="expected" width="4.5-9" group="Đơn vị báo cáo"/>
              <column heading="Đã báo cáo" show="reported" width="4.5-9" group="Đơn vị báo cáo"/>
              <column heading="Đúng hạn" show="on_time" width="4.5-9" group="Đơn vị báo cáo"/>
              <column heading="Tỷ lệ đầy đủ" show="completeness" width="4.5-9" group="Đơn vị báo cáo" scale="yes"/>
              <column heading="Tỷ lệ đúng hạn" show="timeliness" width="4.5-9" group="Đơn vị báo cáo" scale="yes"/>
              <column heading="Xếp hạng" show="rank" width="4.5-9" group="Đơn vị báo cáo"/>
              <indicatorColumns width="4.5-10"/>
            </table>
          </sheet>
          <sheet name="5 Theo cơ sở" orientation="landscape" fit="no">
            <title subject="{period}">Số liệu và đánh giá theo cơ sở giáo dục</title>
            <table id="co-so" rows="units" size="10" freeze="2" empty="Không có đơn vị nào trong kỳ">
              <column heading="Mã đơn vị" show="code" width="10-30"/>
              <column heading="Tên đơn vị" show="name" width="20-50"/>
              <column heading="Loại hình" show="kind" width="10-22"/>
              <column heading="Mã xã" show="commune_code" width="8-14"/>
              <column heading="Xã, phường, đặc khu" show="commune" width="12-30"/>
              <column heading="Khóa xã" show="commune_key" width="9-20"/>
              <column heading="Khóa loại hình" show="kind_key" width="9-16"/>
              <column heading="Phải báo cáo" show="expected" width="9-12"/>
              <column heading="Đã báo cáo" show="reported" width="9-12"/>
              <column heading="Đúng hạn" show="on_time" width="9-12"/>
              <factColumns width="9-40"/>
              <indicatorColumns heading="Đánh giá {}" width="12-16"/>
            </table>
          </sheet>
          <sheet name="8 Vi phạm so cùng kỳ" orientation="landscape">
            <title subject="{period}">Vi phạm so với cùng kỳ năm trước</title>
            <table id="vi-pham" rows="changes" by="communes" size="11" filter="no" centreNumbers="yes">
              <column heading="STT" show="ordinal" width="4-6"/>
              <column heading="Nội dung" show="name" width="20-50" stretch="yes"/>
              <column heading="Trong kỳ" show="this_year" width="8-14"/>
              <column heading="Cùng kỳ năm trước" show="last_year" width="8-14"/>
              <column heading="Tăng/ giảm" show="change" width="8-14"/>
              <column heading="Tỷ lệ tăng/ giảm" show="rate" width="8-14"/>
              <column heading="Đánh giá" show="result" width="10-16"/>
            </table>
          </sheet>
          <sheet name="11 Chưa báo cáo - báo cáo chậm" orientation="landscape">
            <title subject="{period}">Đơn vị chưa báo cáo, báo cáo chậm</title>
            <table id="chua-bao-cao" rows="units"
              where="phai_bao_cao and not (da_bao_cao and dung_han)" freeze="5" empty="Tất cả đơn vị đã báo cáo đúng hạn">
              <column heading="STT" show="ordinal" width="5-7"/>
              <column heading="Mã xã" show="commune_code" width="8-12"/>
              <column heading="Xã, phường, đặc khu" show="commune" width="16-26"/>
              <column heading="Mã đơn vị" show="code" width="10-18"/>
              <column heading="Tên đơn vị" show="name" width="24-50" stretch="yes"/>
              <column heading="Loại hình" show="kind" width="12-20"/>
              <column heading="Tình trạng" show="state" width="11-15"/>
              <column heading="Ngày gửi" show="came" width="11-12"/>
              <column heading="Số ngày chậm" show="days_late" width="8-10"/>
            </table>
          </sheet>
        </workbook>
        """

    /// The sheet of all units alone, which formulas refer to.
    static var unitSheet: String {
        let start = cityLayout.range(of: "<sheet name=\"5 Theo cơ sở\"")?.lowerBound ?? cityLayout.startIndex
        let end = cityLayout.range(of: "<sheet name=\"8 ")?.lowerBound ?? cityLayout.endIndex
        return String(cityLayout[start..<end])
    }

    /// The layout of a workbook over this city's plan, read by the real loader.
    func layout(_ text: String = cityLayout) throws -> WorkbookLayout {
        try WorkbookLayout.load(Array(text.utf8), file: "tong-hop.xml", plan: plan)
    }

    /// The office's own layout as it is shipped: it names nothing of a plan.
    func officeLayout() throws -> WorkbookLayout {
        let file = URL(filePath: #filePath).appending(path: "../../../templates/workbooks/noi-bo.xml")
            .standardizedFileURL
        return try WorkbookLayout.load(Array(Data(contentsOf: file)), file: "noi-bo.xml", plan: plan)
    }
}
