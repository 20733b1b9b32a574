import Plan
import Records
import Testing

@testable import Intake

/// `Nam` and `Năm` are one word without their marks.
@Suite("Headers that say nam or năm")
struct MaleHeaderTests {
    private func read(_ text: String) throws -> (count: [String], reading: FileReading) {
        let desk = try ReadingDesk(realPlan: realPlan())
        let reading = desk.read(text)
        #expect(reading.dataSet.map { desk.context.plan.dataSets[$0].name } == "vi-pham", "\(text)")
        #expect(reading.rowsRead == 1 && reading.rowsLeftOut == 0, "\(text)")
        return (desk.values("so_hs", reading), reading)
    }

    private let keys = "Mã đơn vị;Kỳ;Năm;Loại;Số vụ"
    private let row = "31000001;Q1;2026;BLHD;3;5"

    @Test(arguments: [
        "Nam", "nam", "NAM", "Học sinh nam", "HS nam", "Số nam", "Nam sinh", "Giới tính: Nam", "1. Nam", "Nam (em)",
    ])
    func malesAreAPart(title: String) throws {
        for above in [";;;;;\(title)", ";;;;Số liệu;\(title)"] {
            let (count, reading) = try read("\(above)\n\(keys);Số học sinh\n\(row)\n")
            #expect(count == [""], "\(title)")
            #expect(reading.findings(.H3).map(\.arguments) == [["Số học sinh vi phạm"]], "\(title)")
            #expect(reading.findings(.H1).flatMap(\.arguments).contains("Số học sinh vi phạm"))
        }
    }

    @Test(arguments: [
        "Năm", "NĂM", "năm", "Na\u{306}m", "NA\u{306}M", "Năm 2026", "Nam 2026", "Năm nay", "Việt Nam", "VIỆT NAM",
        "Nam Sách, ngày 14 tháng 3 năm 2026", "Xã Nam An", "Học sinh năm nay",
    ])
    func aYearOrAPlaceIsNone(title: String) throws {
        let (count, reading) = try read(";;;;;\"\(title)\"\n\(keys);Số học sinh\n\(row)\n")
        #expect(count == ["5"], "\(title)")
        #expect(reading.findings(.H3).isEmpty, "\(title)")
    }

    @Test(arguments: ["nam", "Nam", "NAM", "học sinh nam"])
    func inBracketsToo(words: String) throws {
        let (count, reading) = try read("\(keys);Số học sinh (\(words))\n\(row)\n")
        #expect(count == [""] && reading.findings(.H3).map(\.arguments) == [["Số học sinh vi phạm"]])
    }

    /// Without any marks it may be either: it is asked.
    @Test func withoutMarksItIsTold() throws {
        let (count, reading) = try read(";;;;;Nam\nMa don vi;Ky;Nam;Loai;So vu;So hoc sinh\n\(row)\n")
        #expect(count == [""] && reading.findings(.H3).count == 1)
    }

    /// The year's column is the one with its marks; the other was taken for the same, and each row left out.
    @Test func besideTheYearItIsUnknown() throws {
        for header in ["\(keys);Số học sinh;Nam;Nữ", "\(keys);Số học sinh;NAM;NỮ"] {
            let (count, reading) = try read("\(header)\n\(row);3;2\n")
            #expect(count == ["5"])
            #expect(reading.findings(.H3).map(\.column) == [6, 7] && reading.findings(.H2).isEmpty)
        }
    }

    @Test func aloneItIsTheYearStill() throws {
        for header in ["Mã đơn vị;Kỳ;Nam;Loại;Số vụ;Số học sinh", "ma_don_vi;ky_bao_cao;nam;loai;so_vu;so_hs"] {
            let (count, reading) = try read("\(header)\n\(row)\n")
            #expect(count == ["5"] && reading.findings(.H3).isEmpty)
        }
    }

    @Test func twiceItIsNobodysYear() throws {
        let desk = try ReadingDesk(realPlan: realPlan())
        let reading = desk.read("Ma don vi;Ky;Nam;Loai;So vu;So hoc sinh;Nam;Nu\n\(row);3;2\n")
        #expect(reading.findings(.F3).flatMap(\.arguments).contains("Năm"))
    }
}
