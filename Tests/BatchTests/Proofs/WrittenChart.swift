import TestSupport
import XML

/// A chart of a workbook as its part describes it.
struct WrittenChart {
    struct Reference {
        let formula: String
        let isNames: Bool
        /// What the chart has kept of the cells, by position.
        let cached: [Int: CellContent]
    }

    struct Series {
        let name: String
        let categories: Reference
        let values: Reference
    }

    let title: String
    let series: [Series]

    /// All of a workbook.
    static func all(_ parts: WorkbookParts) throws -> [WrittenChart] {
        try parts.parts.map(\.name).filter { $0.hasPrefix("xl/charts/") }.compactMap { name in
            try parts.root(name).map(WrittenChart.init)
        }
    }

    private init(_ root: XMLElement) throws {
        let chart = Self.first("chart", root)
        title = Self.first("t", Self.first("title", chart))?.text ?? ""
        series = Self.descendants("ser", chart).map { series in
            Series(
                name: Self.first("v", Self.first("tx", series))?.text ?? "",
                categories: Self.reference(Self.first("cat", series), isNames: true),
                values: Self.reference(Self.first("val", series), isNames: false)
            )
        }
    }

    private static func reference(_ element: XMLElement?, isNames: Bool) -> Reference {
        var cached: [Int: CellContent] = [:]
        for point in descendants("pt", element) {
            let text = first("v", point)?.text ?? ""
            cached[Int(point["idx"] ?? "") ?? -1] =
                isNames ? .text(text) : Double(text).map(CellContent.number) ?? .error(text)
        }
        return Reference(formula: first("f", element)?.text ?? "", isNames: isNames, cached: cached)
    }

    private static func first(_ name: String, _ element: XMLElement?) -> XMLElement? {
        descendants(name, element).first
    }

    private static func descendants(_ name: String, _ element: XMLElement?) -> [XMLElement] {
        (element?.elements ?? []).flatMap { ($0.name == name ? [$0] : []) + descendants(name, $0) }
    }
}
