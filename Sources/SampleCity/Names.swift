/// Names of communes and units. All invented: no real commune, no real school, no person.
enum Names {
    private static let places = [
        "Hải Vân", "Sóng Biếc", "Mây Trắng", "Đồi Thông", "Cát Sao", "Bến Trăng", "Lá Phong", "Suối Ngọc", "Gió Lành",
        "Nắng Sớm", "Hoa Muống", "Rừng Đước", "Đảo Mơ", "Sông Chiều", "Bãi Nhạn", "Vịnh Lam", "Đê Xanh", "Chợ Sương",
        "Cầu Mưa", "Đầm Sen Hồng",
    ]

    private static let directions = ["Đông", "Tây", "Nam", "Bắc", "Thượng", "Hạ", "Trung"]

    /// The commune of that index. Codes begin at 90001, above every real commune's.
    static func commune(_ index: Int) -> Commune {
        let round = index / (places.count * directions.count)
        let place = places[index % places.count]
        let direction = directions[index / places.count % directions.count]
        let name = "\(place) \(direction)" + (round == 0 ? "" : " \(round + 1)")
        let rank = index % 38 == 37 ? "Đặc khu" : index % 3 == 0 ? "Phường" : "Xã"
        return Commune(code: "\(90_001 + index * 3)", name: "\(rank) \(name)")
    }

    /// A unit's name: its kind, its commune's name, and a number from the second of a kind on.
    static func unit(_ kind: Kind, in commune: Commune, number: Int) -> String {
        let place = commune.name.split(separator: " ").drop { ["Xã", "Phường", "Đặc", "khu"].contains($0) }
        let name = "\(title(kind)) \(place.joined(separator: " "))"
        return number == 1 ? name : "\(name) số \(number)"
    }

    private static func title(_ kind: Kind) -> String {
        switch kind {
        case .MN: "Trường Mầm non"
        case .TH: "Trường Tiểu học"
        case .THCS: "Trường THCS"
        case .THPT: "Trường THPT"
        case .PTNC: "Trường Phổ thông nhiều cấp"
        case .GDTX: "Trung tâm GDNN-GDTX"
        case .GDNN: "Trung tâm Giáo dục nghề nghiệp"
        case .TC: "Trường Trung cấp"
        case .CD: "Trường Cao đẳng"
        case .DH: "Trường Đại học"
        }
    }
}
