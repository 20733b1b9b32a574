// Group titles that make a part of the counts below them: `Quý II`, `Khối 6`, `Học sinh khuyết tật`, `Ngoài trường`. Most titles over a
// column say nothing of it (`Kết quả`, the head of an official letter), so it is these that are known, by how they begin.

/// Tells titles of a part of what the columns below them count.
enum PartTitles {
    /// The words by which a title is about a part; nil where it is about none.
    static func part(in folded: [UInt8]) -> [ArraySlice<UInt8>]? {
        let words = folded.split(separator: 0x5F)[...]
        // `Học sinh nam dân tộc`: what is counted stands before what parts it.
        let rest = words.drop(while: MaleWords.beside.contains)
        for title in [words, rest] {
            if let phrase = phrases.first(where: { title.starts(with: $0) }) { return phrase }
            let unit = units.first { unit in
                title.starts(with: unit) && title.dropFirst(unit.count).first.map(isOrdinal) == true
            }
            if let unit { return unit }
        }
        // `9 tháng`, `3 tháng đầu năm`.
        if let first = words.first, isOrdinal(first), words.dropFirst().first.map(spans.contains) == true {
            return Array(words.prefix(2))
        }
        return wholes.contains(folded) ? Array(words) : nil
    }

    /// `1`, `12`, `9A`, `II`: of a class, a term, a month.
    private static func isOrdinal(_ word: ArraySlice<UInt8>) -> Bool {
        let digits = word.prefix(while: \.isDigit).count
        if digits > 0 { return digits <= 2 && word.count <= digits + 1 }
        return romans.contains(word)
    }

    /// Without VI: `Số lần vi phạm`.
    private static let romans = Set(
        ["i", "ii", "iii", "iv", "v", "vii", "viii", "ix", "x", "xi", "xii"].map { Array($0.utf8)[...] }
    )

    private static func words(_ texts: [String]) -> [[ArraySlice<UInt8>]] {
        texts.map { Array($0.utf8).split(separator: 0x5F) }
    }

    /// Before a number. Those that are periods of the plan are asked about before.
    private static let units = words([
        "quy", "thang", "tuan", "ky", "ki", "hoc_ky", "hoc_ki", "hk", "dot", "lan", "giai_doan", "khoi", "khoi_lop",
        "lop",
        "co_so", "cap", "truoc", "sau",
    ])
    private static let spans = Set(["thang", "tuan", "ngay"].map { Array($0.utf8)[...] })
    private static let phrases = words([
        "hk1", "hk2", "hki", "hkii", "hoc_ky", "hoc_ki", "dan_toc", "dtts", "khuyet_tat", "hoa_nhap", "ban_tru",
        "noi_tru",
        "ho_ngheo", "ho_can_ngheo", "can_ngheo", "mo_coi", "doi_vien", "doan_vien", "phu_huynh", "trong_truong",
        "ngoai_truong",
        "trong_gio", "ngoai_gio", "da_xu_ly", "chua_xu_ly", "dang_xu_ly", "con_ton", "binh_quan", "trung_binh",
        "uoc_thuc_hien",
        "diem_truong", "phan_hieu", "buoi_sang", "buoi_chieu", "mau_giao", "nha_tre",
    ])
    /// Beside other words they may begin anything.
    private static let wholes = Set(
        [
            "tang", "giam", "vang", "dat", "khong_dat", "uoc", "giao_vien", "can_bo", "nhan_vien", "cap_thcs",
            "cap_thpt",
            "cap_tieu_hoc", "thcs", "thpt", "tieu_hoc", "mam_non",
        ].map { Array($0.utf8) }
    )
}
