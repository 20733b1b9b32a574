/// The sheets of the workbooks: their names on the tabs and their titles on paper.
enum SheetTitles {
    struct Title {
        let name: String
        let heading: String
    }

    static let summary = Title(name: "1 Tổng hợp", heading: "Tổng hợp")
    static let communes = Title(name: "4 Theo xã phường", heading: "Tổng hợp theo xã, phường, đặc khu")
    static let units = Title(name: "5 Theo cơ sở", heading: "Số liệu và đánh giá theo cơ sở giáo dục")
    static let changes = Title(name: "8 Vi phạm so cùng kỳ", heading: "Vi phạm so với cùng kỳ năm trước")
    static let absences = Title(
        name: "11 Chưa báo cáo - báo cáo chậm",
        heading: "Đơn vị chưa báo cáo, báo cáo chậm"
    )

    static let findings = Title(name: "Lỗi dữ liệu", heading: "Lỗi dữ liệu")
    static let sources = Title(name: "Nguồn số liệu", heading: "Nguồn số liệu")

    static let decisions = Title(name: "Quyết định", heading: "Quyết định của Sở")

    static let groupOfCommunes = "Xã, phường, đặc khu"
    static let codeOfCommune = "Mã xã"
}
