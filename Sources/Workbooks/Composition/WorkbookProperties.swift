import Figures
import Plan
import Spreadsheet

extension WorkbookContext {
    /// What every page bears: that the figures may still change, or with which closing they were closed.
    var mark: String { closing.map { Words.closed(issue: $0.issue) } ?? Words.provisional }

    /// What the workbook says of itself. Its time of creation is the as-of date, so that the same run has the same bytes.
    func properties(title: String) -> DocumentProperties {
        func short(_ text: String) -> String { String(text.prefix(200)) }
        var properties = DocumentProperties(created: Int64(asOf.days) * 86_400)
        properties.title = short("\(title) - \(figures.period.name)")
        properties.subject = short(plan.head.subject)
        properties.author = short(plan.head.authority)
        properties.company = short(plan.head.superior)
        properties.custom = [
            .init(name: "Kỳ báo cáo", value: short(figures.period.id)),
            .init(name: "Số liệu tính đến", value: asOf.iso),
            .init(name: "Lần chạy", value: short(runID)),
            .init(name: "Phiên bản", value: short(programVersion)),
        ]
        return properties
    }
}
