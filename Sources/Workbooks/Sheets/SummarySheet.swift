import Figures
import Plan
import Spreadsheet

/// The official page: head, title, who reported, the indicators, signature.
struct SummarySheet {
    let context: WorkbookContext
    let index: FigureIndex

    func composition(others: [String]) -> SheetComposition {
        let plan = context.plan
        let period = context.figures.period
        let table = IndicatorTable(
            indicators: plan.indicators,
            tallies: plan.indicators.indices.map { index.tally(.city, $0) }
        ).table
        var blocks: [any Block] = [
            OfficialHead(head: plan.head, date: context.asOf),
            SheetTitle(
                title: period.name,
                subject: plan.head.subject,
                period: period,
                isProvisional: context.isProvisional,
                hasRule: true
            ),
            Addressees(names: plan.head.addressees),
            KeyFigures(figures: reporting),
            table,
        ]
        let hasUnits = plan.indicators.contains { $0.kind != .change }
        if hasUnits {
            let note = "Ghi chú: dấu “\(Words.none)” là không có số liệu để so sánh hoặc để tính tỷ lệ."
            blocks.append(TextLine(text: note, size: 11, italic: true))
        }
        blocks.append(Signature(head: plan.head))
        return SheetComposition(
            name: SheetTitles.summary.name,
            isLandscape: true,
            table: table,
            navigation: .forth(to: others),
            blocks: blocks,
            mark: context.mark
        )
    }

    private var reporting: [KeyFigures.Figure] {
        let who = index.completeness(.city)
        return [
            .init(label: "Số đơn vị phải báo cáo", value: FigureValues.count(who.expected)),
            .init(label: "Đã báo cáo", value: FigureValues.count(who.reported)),
            .init(label: "Đúng hạn", value: FigureValues.count(who.onTime)),
            .init(label: "Chậm", value: FigureValues.count(who.late)),
            .init(
                label: "Thiếu",
                value: context.isDue ? FigureValues.count(who.missing) : .text(Words.notDue.lowercased())
            ),
            .init(
                label: "Tỷ lệ đầy đủ",
                value: FigureValues.rate(who.reported, of: who.expected),
                numberFormat: HouseFormat.rate
            ),
            .init(
                label: "Tỷ lệ đúng hạn",
                value: FigureValues.rate(who.onTime, of: who.expected),
                numberFormat: HouseFormat.rate
            ),
        ]
    }
}
