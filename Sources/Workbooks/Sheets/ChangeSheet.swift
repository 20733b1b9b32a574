import Figures
import Plan
import Records
import Spreadsheet

/// This year's cases against last year's: by category, and by commune.
struct ChangeSheet {
    let context: WorkbookContext
    let index: FigureIndex

    var composition: SheetComposition {
        let table = ChangeTable(sections: sections).table.with {
            $0.emptyText = "Kế hoạch không có chỉ tiêu so cùng kỳ"
        }
        return context.sheet(SheetTitles.changes, isLandscape: false, table: table)
    }

    private var sections: [ChangeTable.Section] {
        let plan = context.plan
        let numbers = IndicatorNumbers.numbers(plan.indicators)
        return plan.indicators.indices.filter { plan.indicators[$0].kind == .change }.flatMap { indicator in
            let title = "\(numbers[indicator]). \(plan.indicators[indicator].title)"
            let city = index.tally(.city, indicator)
            var sections: [ChangeTable.Section] = []
            if let list = plan.indicators[indicator].categories {
                let rows = plan.codeLists[list].codes.enumerated().map { category, code in
                    ChangeTable.Row(name: code.name, tally: index.tally(.category(category), indicator))
                }
                sections.append(.init(title: "\(title) - theo loại", rows: rows, total: city))
            }
            let rows = index.communes.map { commune in
                ChangeTable.Row(
                    name: context.roster.communes[commune].name,
                    tally: index.tally(.commune(commune), indicator)
                )
            }
            sections.append(.init(title: "\(title) - theo xã, phường, đặc khu", rows: rows, total: city))
            return sections
        }
    }
}
