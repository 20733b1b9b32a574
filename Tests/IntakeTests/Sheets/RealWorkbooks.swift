import TestSupport

/// Workbooks of the programs that schools and offices use, all made once: one table typed into each, and what only some can do.
enum RealWorkbooks {
    private static let made = Result { try make() }

    /// A workbook's bytes by its file's name.
    static func bytes(_ name: String) throws -> [UInt8] {
        guard let bytes = try made.get()[name] else { throw RealPrograms.Failure(description: "no \(name)") }
        return bytes
    }

    private static let names = [
        "openpyxl", "openpyxl-stream", "openpyxl-1904", "pandas-openpyxl", "pandas-xlsxwriter", "xlsxwriter",
        "xlsxwriter-stream", "xlsxwriter-1904", "formulas", "formulas-calculated", "libreoffice", "libreoffice-csv",
        "states",
        "merged", "dates", "odd-cells", "no-table", "empty", "roster", "two-rosters",
    ]

    private static func make() throws -> [String: [UInt8]] {
        let programs = try RealPrograms()
        try programs.python(script)
        try programs.convert("openpyxl.xlsx", to: "ods", into: "ods")
        try programs.convert("ods/openpyxl.ods", "formulas.xlsx", to: "xlsx", into: "saved")
        try programs.convert("typed.csv", to: "xlsx", into: "saved", reading: "CSV:44,34,76,1,1/2/2/4/5/4/6/2,1066")
        var files: [String: [UInt8]] = [:]
        for name in names {
            let file =
                switch name {
                case "libreoffice": "saved/openpyxl.xlsx"
                case "formulas-calculated": "saved/formulas.xlsx"
                case "libreoffice-csv": "saved/typed.xlsx"
                default: "\(name).xlsx"
                }
            files[name] = try programs.bytes(file)
        }
        return files
    }

    private static let script = #"""
        import datetime, os
        import openpyxl, pandas, xlsxwriter
        from openpyxl.utils.datetime import CALENDAR_MAC_1904

        os.chdir(os.path.dirname(os.path.abspath(__file__)))

        HEADER = ["Mã đơn vị", "Kỳ báo cáo", "Năm", "Ngày báo cáo", "Đầu mối", "Kéo dài", "Số lớp", "Tỷ lệ", "Kế hoạch",
                  "Chủ đề", "Nội dung", "Số văn bản", "Vướng mắc"]
        DAY, MOMENT = datetime.date(2026, 3, 13), datetime.datetime(2026, 3, 14, 7, 30)
        ROWS = [
            ["31000001", "Q1", 2026, DAY, True, False, 12, 1.5, "Riêng", "Phòng, chống tội phạm; vũ khí", "ma túy", "0012",
             "  hai  dòng\nvà <dấu> & \"ngoặc\" "],
            [31000002, "Báo cáo quý I", 2026.0, MOMENT, "Có", "Không", 0, 0.25, "LONGGHEP", None, None, 12, None],
            ["00000777", "Y", "2026", "14/12/2026", None, None, 500, 1234.5, None, "MT", "KHAC", "12/KH-THCS", "Điện Biên"],
        ]

        # openpyxl, as people use it: titles above, dates with Excel's own format.
        def openpyxl_book(name, epoch=None):
            book = openpyxl.Workbook()
            if epoch: book.epoch = epoch
            sheet = book.active
            sheet.title = "Báo cáo"
            sheet["A1"] = "SỞ GIÁO DỤC VÀ ĐÀO TẠO"
            sheet.append([])
            sheet.append(HEADER)
            for row in ROWS: sheet.append(row)
            sheet.cell(row=400, column=30).fill = openpyxl.styles.PatternFill("solid", fgColor="FFFF00")
            book.save(name)
        openpyxl_book("openpyxl.xlsx")
        openpyxl_book("openpyxl-1904.xlsx", CALENDAR_MAC_1904)

        book = openpyxl.Workbook(write_only=True)
        sheet = book.create_sheet("Báo cáo")
        sheet.append(HEADER)
        for row in ROWS: sheet.append(row)
        book.save("openpyxl-stream.xlsx")

        # pandas: a column of row numbers without a name in front.
        frame = pandas.DataFrame(ROWS, columns=HEADER, dtype=object)
        for engine in ["openpyxl", "xlsxwriter"]:
            frame.to_excel(f"pandas-{engine}.xlsx", engine=engine, sheet_name="Báo cáo")

        # XlsxWriter: shared texts, rich texts; or texts in the cells, written as a stream.
        def xlsxwriter_book(name, options):
            book = xlsxwriter.Workbook(name, options)
            sheet = book.add_worksheet("Báo cáo")
            bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "[$-42A]dd\\/mm\\/yyyy"})
            sheet.write_row(0, 0, HEADER)
            for index, row in enumerate(ROWS):
                for column, value in enumerate(row):
                    if isinstance(value, datetime.date): sheet.write_datetime(index + 1, column, value, day)
                    elif value == "Điện Biên": sheet.write_rich_string(index + 1, column, "Điện", bold, " Biên")
                    elif isinstance(value, str): sheet.write_string(index + 1, column, value)
                    else: sheet.write(index + 1, column, value)
            book.close()
        xlsxwriter_book("xlsxwriter.xlsx", {})
        xlsxwriter_book("xlsxwriter-stream.xlsx", {"constant_memory": True})
        xlsxwriter_book("xlsxwriter-1904.xlsx", {"date_1904": True})

        # A text that LibreOffice opens: codes as text, the day as d/m/y, the rest as it looks.
        with open("typed.csv", "w", encoding="utf-8") as file:
            file.write("Mã đơn vị,Ngày,Chủ đề,Số học sinh,Ngày gửi,Ghi chú\n")
            file.write("00000777,3/4/2026,MT,30,13/03/2026,0012\n")

        # Formulas: openpyxl stores no results; LibreOffice calculates them when it saves.
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.append(HEADER)
        row = list(ROWS[0])
        row[2], row[3], row[6], row[7], row[12] = "=2025+1", "=DATE(2026,3,13)", "=5+7", "=1/0", '="Điện"&" Biên"'
        sheet.append(row)
        book.save("formulas.xlsx")

        EVENTS = ["Mã đơn vị", "Ngày", "Chủ đề", "Số học sinh", "Ngày gửi", "Ghi chú"]

        # Several sheets: two tables, a guide, a form with a slip in its header, hidden ones, an empty one, a chart.
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.title = "Hướng dẫn"
        sheet.append(["Điền mỗi dòng một buổi"])
        for title, state in [("Tháng 3", "visible"), ("Tháng 4", "visible"), ("Cũ", "hidden"), ("Rất cũ", "veryHidden")]:
            sheet = book.create_sheet(title)
            sheet.append(EVENTS)
            sheet.append(["31000001", DAY, "MT", 30, None, title])
            sheet.sheet_state = state
        sheet = book.create_sheet("Sai")
        sheet.append(["Mã trườg", "Ngày", "Chủ đề", "Số học sinh"])
        book.create_sheet("Trống").append([None, "  "])
        book.create_chartsheet("Biểu đồ")
        book.save("states.xlsx")

        # Merged: a title, a unit over three rows, one day and topic over two, a note below.
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.title = "Gộp"
        sheet.append(["BÁO CÁO CÁC BUỔI"])
        sheet.append(EVENTS)
        for row in [["31000001", DAY, "MT", 1, None, "a"], [None, MOMENT, "VK", 2, None, "b"],
                    [None, None, None, 3, None, "c"], [31000002, DAY, "MT", 4, None, "d"],
                    ["Người lập biểu"]]:
            sheet.append(row)
        for cells in ["A1:F1", "A3:A5", "B4:B5", "C4:C5", "A7:F7"]: sheet.merge_cells(cells)
        book.save("merged.xlsx")

        # Days as one types them where the program takes the month first: what it can, it makes a day of.
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.append(EVENTS)
        d = datetime.date
        for code, days in [("31000001", [d(2026, 4, 3), d(2026, 5, 5), "25/3/2026"]),
                           ("31000002", [d(2026, 4, 3), d(2026, 4, 25), "25/3/2026"]),
                           ("00000777", [d(2026, 4, 3), d(2026, 5, 4)])]:
            for day in days: sheet.append([code, day, "MT", 1])
        book.save("dates.xlsx")

        # Numbers where others belong.
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.append(EVENTS)
        general = [46094, 46094.75, 60, -5, 200000]
        for value in general: sheet.append(["31000001", value, "MT", 1])
        for value in general[2:]:
            sheet.append(["31000001", value, "MT", 1])
            sheet.cell(row=sheet.max_row, column=2).number_format = "dd/mm/yyyy"
        for value in [1.234, 0.1 + 0.2, 12.0, "#REF!", "#N/A", True, 1e17]: sheet.append(["31000001", DAY, "MT", value])
        sheet.append(["31000001", DAY, "MT", 0.95])
        sheet.cell(row=sheet.max_row, column=4).number_format = "0%"
        sheet.append([3.1e19, DAY, "MT", 1])
        book.save("odd-cells.xlsx")

        book = openpyxl.Workbook()
        book.active.append(["Kính gửi các trường"])
        book.create_sheet("Biểu").append(["Mã trườg", "Ngày", "Chủ đề"])
        book.save("no-table.xlsx")

        book = openpyxl.Workbook()
        book.active["C7"].number_format = "0.00"
        book.save("empty.xlsx")

        ROSTER = ["ma_don_vi", "ten_don_vi", "loai_hinh", "ma_xa", "ten_xa", "ngay_hoat_dong", "so_hoc_sinh"]
        book = openpyxl.Workbook()
        book.active.append(["Danh mục năm 2026"])
        sheet = book.create_sheet("DM")
        sheet.append(ROSTER)
        sheet.append([31000002, "Trường Hai ", "THCS", 20, "Xã Hai", d(2000, 9, 1), 5])
        sheet.append(["00000777", "Trường Ba", "MN", "10", "Xã Một", None, 7])
        book.save("roster.xlsx")
        book.create_sheet("DM 2").append(ROSTER)
        book.save("two-rosters.xlsx")
        """#
}
