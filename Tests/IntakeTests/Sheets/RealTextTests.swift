import Records
import TestSupport
import Testing

@testable import Intake

/// One workbook saved as CSV by LibreOffice, whose user speaks that language, in that encoding.
struct RealText: CustomStringConvertible, Sendable {
    let locale: String
    let encoding: String
    /// As LibreOffice numbers it.
    let number: Int
    let delimiter: String

    var description: String { "\(locale) \(encoding)" }
    var name: String { "\(locale)-\(number)" }

    /// Those that are read.
    static let read = ["vi-VN", "en-US"].flatMap { locale in
        [
            RealText(locale: locale, encoding: "UTF-8", number: 76, delimiter: locale == "vi-VN" ? ";" : ","),
            RealText(locale: locale, encoding: "UTF-16LE", number: 65_535, delimiter: "tab"),
        ]
    }

    /// Those that will be read once the eight-bit encodings are: Windows-1258 whole, the others with their lost letters (F10).
    static let waiting = [
        RealText(locale: "vi-VN", encoding: "Windows-1258", number: 40, delimiter: ";"),
        RealText(locale: "vi-VN", encoding: "Windows-1252", number: 1, delimiter: ";"),
        RealText(locale: "vi-VN", encoding: "ISO-8859-1", number: 12, delimiter: ";"),
    ]
}

/// The texts, made once.
enum RealTexts {
    private static let made = Result { try make() }

    static func bytes(_ name: String) throws -> [UInt8] {
        guard let bytes = try made.get()[name] else { throw RealPrograms.Failure(description: "no \(name)") }
        return bytes
    }

    private static func make() throws -> [String: [UInt8]] {
        let programs = try RealPrograms()
        try programs.python(script)
        var files: [String: [UInt8]] = [:]
        for text in RealText.read + RealText.waiting {
            let delimiter = text.delimiter == ";" ? 59 : text.delimiter == "," ? 44 : 9
            try programs.convert(
                "table.xlsx",
                to: "csv:Text - txt - csv (StarCalc):\(delimiter),34,\(text.number),1,,0,false,true,false",
                into: text.name,
                locale: text.locale
            )
            files[text.name] = try programs.bytes("\(text.name)/table.csv")
        }
        try programs.convert(
            "days.xlsx",
            to: "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false",
            into: "days",
            locale: "en-US"
        )
        files["days"] = try programs.bytes("days/days.csv")
        return files
    }

    private static let script = #"""
        import datetime, os
        import openpyxl

        os.chdir(os.path.dirname(os.path.abspath(__file__)))
        d = datetime.date

        book = openpyxl.Workbook()
        sheet = book.active
        sheet.append(["Mã đơn vị", "Kỳ báo cáo", "Năm", "Ngày báo cáo", "Đầu mối", "Kéo dài", "Số lớp", "Tỷ lệ", "Kế hoạch",
                      "Chủ đề", "Nội dung", "Số văn bản", "Vướng mắc"])
        sheet.append(["31000001", "Q1", 2026, d(2026, 3, 13), True, False, 12, 1.5, "Riêng", "Phòng, chống tội phạm; vũ khí",
                      "ma túy", "0012", "hai dòng\nvà \"ngoặc\"; phẩy, Điện Biên"])
        sheet.append(["00000777", "Báo cáo quý I", 2026, d(2026, 4, 3), "Có", "Không", 500, 1234.5, "Lồng ghép", None, None,
                      "12/KH", None])
        for row in [2, 3]: sheet.cell(row=row, column=4).number_format = "[$-42A]dd\\/mm\\/yyyy"
        book.save("table.xlsx")

        # Excel's own format of a day, which shows it as each country does.
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.append(["Mã đơn vị", "Ngày", "Chủ đề", "Số học sinh"])
        for day in [d(2026, 4, 3), d(2026, 4, 23)]:
            sheet.append(["31000001", day, "MT", 1])
            sheet.cell(row=sheet.max_row, column=2).number_format = "mm-dd-yy"
        book.save("days.xlsx")
        """#
}

@Suite("Texts that LibreOffice saved")
struct RealTextTests {
    @Test(arguments: RealText.read)
    func readToWhatWasTypedIn(text: RealText) throws {
        let desk = try ReadingDesk()
        let reading = desk.read(try RealTexts.bytes(text.name))
        #expect(reading.encoding == text.encoding)
        #expect(reading.delimiter == text.delimiter)
        let fields = [
            "ma_don_vi", "ky_bao_cao", "nam", "ngay_bao_cao", "dau_moi", "keo_dai", "so_lop", "ty_le", "ke_hoach",
            "chu_de",
            "noi_dung", "so_van_ban", "kho_khan",
        ]
        let columns = fields.map { desk.values($0, reading) }
        #expect(
            (0..<2).map { row in columns.map { $0[row] }.joined(separator: " | ") } == [
                "31000001 | Q1 | 2026 | 2026-03-13 | true | false | 12 | 1.5 | RIENG | TP;VK | MT | 0012 | "
                    + "hai dòng\nvà \"ngoặc\"; phẩy, Điện Biên",
                "00000777 | Q1 | 2026 | 2026-04-03 | true | false | 500 | 1234.5 | LONGGHEP |  |  | 12/KH | ",
            ]
        )
        #expect(reading.codes == [])
    }

    @Test func daysWithTheirMonthFirstAreErrorsAndNeverOtherDays() throws {
        let reading = try ReadingDesk().read(RealTexts.bytes("days"))
        #expect(reading.codes.filter { $0 != "H1" } == ["C3", "C16", "C3", "C16"])
        #expect(reading.table?.count == 0)
    }
}
