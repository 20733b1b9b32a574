import Testing

@testable import SampleCity

/// What the files look like.
struct ExampleTests {
    private static func file(_ city: City, _ suffix: String) -> String {
        city.submissions.first { $0.path.hasSuffix(suffix) }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
    }

    @Test func headersAreTheFieldsOfTheSpec() {
        for dataSet in DataSet.allCases {
            #expect(Columns.of(dataSet).fields == InboxReader.fields[dataSet.rawValue])
        }
        #expect(Columns.roster.fields == InboxReader.fields["don-vi"])
    }

    /// Each property of a report stands in its own column.
    @Test func everyFieldInItsColumn() throws {
        let day = Day(2026, 3, 14)
        var report = Report(unit: "31000001", period: .Q1)
        report.sentOn = day
        report.disseminatedHow = "hình thức"
        report.planForm = .integrated
        report.planNumber = "1/KH"
        report.committeeDecision = "2/QĐ"
        report.roundsDeclared = 2
        report.onlineLaunched = true
        report.onlineModels = 3
        report.safetyRating = .good
        report.recognitionNumber = "4/QĐ"
        report.models = 5
        report.breakthrough = "đột phá"
        report.movementRating = .excellent
        report.evidenceComplete = false
        report.pupilsCommitted = 6
        report.pupilsAtRisk = 7
        report.trainingClasses = 8
        report.peopleTrained = 9
        report.tips = 10
        report.groupsCommended = 11
        report.personsCommended = 12
        report.safetyDossierOn = day
        report.difficulties = "khó"
        report.proposals = "kiến nghị; \"đề xuất\""
        var writer = CSVWriter(columns: Columns.of(.report), style: .clean)
        writer.append(.reports([report]))
        let expected = [
            "ma_don_vi": "31000001", "ky_bao_cao": "Q1", "nam": "2026", "ngay_bao_cao": "2026-03-14",
            "hinh_thuc_quan_triet": "hình thức", "ke_hoach": "LONGGHEP", "so_ke_hoach": "1/KH",
            "so_quyet_dinh_bcd": "2/QĐ", "so_dot_tuyen_truyen": "2", "phat_dong_kgm": "true", "so_mo_hinh_kgm": "3",
            "xl_an_toan": "K", "so_qd_cong_nhan": "4/QĐ", "so_mo_hinh": "5", "noi_dung_dot_pha": "đột phá",
            "xl_phong_trao": "XS", "minh_chung": "false", "so_hs_ky_cam_ket": "6", "so_hs_nguy_co": "7",
            "so_lop_tap_huan": "8", "so_nguoi_tap_huan": "9", "so_tin_to_giac": "10", "so_tap_the_khen_thuong": "11",
            "so_ca_nhan_khen_thuong": "12", "ngay_ho_so_an_toan": "2026-03-14", "kho_khan": "khó",
            "kien_nghi": "kiến nghị; \"đề xuất\"",
        ]
        #expect(try InboxReader.read(writer.bytes).rows == [expected])
    }

    /// The flags of a report, one at a time.
    @Test func everyFlagInItsColumn() throws {
        let flags: [(WritableKeyPath<Report, Bool?>, String)] = [
            (\.disseminated, "quan_triet"), (\.committeeRenewed, "kien_toan_bcd"), (\.contactNamed, "dau_moi"),
            (\.safetyRegistered, "dk_an_toan"), (\.selfAssessed, "tu_danh_gia"),
            (\.exemplaryRegistered, "dk_dien_hinh"), (\.exemplaryRecognised, "kq_dien_hinh"),
            (\.inSchoolYearPlan, "ke_hoach_nam_hoc"), (\.cooperationRules, "quy_che_phoi_hop"),
            (\.pilotOfFestival, "diem_ngay_hoi"), (\.selfChecked, "tu_kiem_tra"), (\.commitmentsSigned, "ky_cam_ket"),
            (\.cameras, "he_thong_camera"), (\.entryRules, "noi_quy_ra_vao"),
            (\.cooperationScheme, "phuong_an_phoi_hop"), (\.fireScheme, "phuong_an_pccc"),
            (\.guardsOnDuty, "truc_bao_ve"), (\.tipChannel, "kenh_tiep_nhan"),
        ]
        for (property, name) in flags {
            var report = Report(unit: "31000001", period: .Y)
            report[keyPath: property] = true
            var writer = CSVWriter(columns: Columns.of(.report), style: .clean)
            writer.append(.reports([report]))
            let row = try InboxReader.read(writer.bytes).rows.first ?? [:]
            #expect(row.filter { $0.value == "true" }.map(\.key) == [name])
        }
    }

    @Test func stylesSayTheSame() throws {
        let session = Session(
            unit: "31000001",
            day: Day(2026, 3, 5),
            topics: [Lists.topics[7], Lists.topics[0]],
            form: Lists.forms[8],
            isThematic: true,
            pupils: 1234,
            staff: 12,
            evidence: "BB-1/2026"
        )
        var clean = CSVWriter(columns: Columns.of(.session), style: .clean)
        clean.append(.sessions([session, session]))
        let expected = try InboxReader.read(clean.bytes).rows
        #expect(expected.first?["chu_de"] == "TP;VKVLN")
        var seen: Set<[UInt8]> = []
        for seed in 0..<200 {
            var random = Random(seed: UInt64(seed), .styles)
            var writer = CSVWriter(columns: Columns.of(.session), style: Style.drawn(&random))
            writer.append(.sessions([session, session]))
            writer.finish()
            #expect(try InboxReader.read(writer.bytes).rows == expected)
            seen.insert(writer.bytes)
        }
        #expect(seen.count > 150)
    }

    @Test func aClerksFile() {
        var style = Style()
        style.delimiter = ";"
        style.heading = .label
        style.dayForm = .slashes
        style.termForm = .capitalised
        style.countForm = .dots
        style.titles = ["SỞ GIÁO DỤC VÀ ĐÀO TẠO"]
        style.trailingColumns = 1
        style.blankLinesAtEnd = 1
        (style.yes, style.no) = ("X", "Không")
        var writer = CSVWriter(columns: Columns.of(.incident), style: style)
        writer.append(
            .incidents([
                Incident(
                    unit: "31000001",
                    number: "VV001",
                    happened: Day(2026, 3, 4),
                    received: Day(2026, 3, 5),
                    category: .CKT,
                    status: .handled,
                    handledOn: Day(2026, 3, 9),
                    isTimely: true,
                    withPolice: false,
                    pupils: 1002
                )
            ])
        )
        writer.finish()
        let heading = """
            Mã đơn vị;Mã vụ việc;Ngày xảy ra;Ngày tiếp nhận;Loại;Trạng thái;Ngày xử lý;Kịp thời;Phối hợp công an;\
            Kéo dài;Số HS liên quan;
            """
        let expected = """
            SỞ GIÁO DỤC VÀ ĐÀO TẠO;;;;;;;;;;;
            \(heading)
            31000001;VV001;4/3/2026;5/3/2026;"Chất kích thích, chất gây nghiện";Đã xử lý;9/3/2026;X;Không;;1.002;
            ;;;;;;;;;;;

            """
        #expect(String(decoding: writer.bytes, as: UTF8.self) == expected)
    }

    /// A clean city of three units, as it lies on disk.
    @Test func aSmallCity() {
        var options = Options(units: 3, seed: 1)
        options.communes = 1
        let city = City.generate(options: options)
        #expect(
            String(decoding: city.roster, as: UTF8.self) == """
                ma_don_vi,ten_don_vi,loai_hinh,cap_hoc,ma_xa,ten_xa,cong_lap,so_hoc_sinh,so_cbgvnv\
                ,ngay_hoat_dong,ngay_ngung,an_toan_nam_truoc,xep_loai_nam_truoc,thu_dien_tu
                31000001,Trường Mầm non Hải Vân Đông,MN,,90001,Phường Hải Vân Đông,Có,110,7,2000-09-05,,,K\
                ,31000001@don-vi.example
                31000002,Trường Tiểu học Hải Vân Đông,TH,,90001,Phường Hải Vân Đông,Có,1362,90,1976-09-05,\
                ,Có,,31000002@don-vi.example
                31000003,Trường THCS Hải Vân Đông,THCS,,90001,Phường Hải Vân Đông,Có,622,44,1979-09-05,\
                ,Không,XS,31000003@don-vi.example

                """
        )
        let paths = city.submissions.filter { $0.night <= "2026-03-20" }.map { "\($0.night) \($0.path)" }
        #expect(
            paths == [
                "2026-03-14 inbox/90001/31000001/01-gui-2026-03-14/bao-cao.csv",
                "2026-03-14 inbox/90001/31000001/01-gui-2026-03-14/tuyen-truyen.csv",
                "2026-03-14 inbox/90001/31000001/01-gui-2026-03-14/vi-pham.csv",
                "2026-03-14 inbox/90001/31000001/01-gui-2026-03-14/vu-viec.csv",
                "2026-03-14 inbox/90001/31000002/01-gui-2026-03-14/bao-cao.csv",
                "2026-03-14 inbox/90001/31000002/01-gui-2026-03-14/tuyen-truyen.csv",
                "2026-03-14 inbox/90001/31000002/01-gui-2026-03-14/vi-pham.csv",
                "2026-03-15 inbox/90001/31000003/01-gui-2026-03-15/bao-cao.csv",
                "2026-03-15 inbox/90001/31000003/01-gui-2026-03-15/tuyen-truyen.csv",
                "2026-03-15 inbox/90001/31000003/01-gui-2026-03-15/vi-pham.csv",
            ]
        )
        #expect(
            Self.file(city, "tuyen-truyen.csv") == """
                ma_don_vi,ngay,chu_de,hinh_thuc,chuyen_de,dip,so_hs,so_cbgvnv,so_phu_huynh,minh_chung
                31000001,2026-01-22,KNBV,ZALO,Có,,106,7,20,BB-78/2026
                31000001,2026-02-18,DBTT,PANO,Có,,27,3,22,BB-60/2026

                """
        )
    }
}
