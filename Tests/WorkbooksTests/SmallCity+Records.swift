import Plan
import Records
import Workbooks

extension SmallCity {
    /// IV.8 in small: who has held three rounds is praised, who has not reported is not.
    static let commendation = Plan.Commendation(
        period: "Q1",
        against: [
            .init(text: "Chưa gửi báo cáo", condition: condition("not da_bao_cao")),
            .init(text: "Gửi báo cáo chậm", condition: condition("da_bao_cao and not dung_han")),
        ],
        praise: condition("c >= 3")
    )

    /// A condition over units.
    static func condition(_ source: String) -> TypedExpression {
        (try? ExpressionTyper(scope: unitScope, codeLists: lists).condition(source)) ?? yes
    }

    /// Four events, the last one on the day after the period.
    var events: Table {
        var table = Table(dataSet: 1, fieldCount: 6)
        let words = ["Ký cam kết", "Tập huấn", "", "Diễn tập"].map { Int32(table.texts.intern($0)) }
        table.columns = [
            [0, 3, Table.missing, 1],
            [0, 1, 2, 0],
            [
                Self.period.start.days, Self.day(2026, 2, 5).days, Self.period.end.days,
                Self.period.end.advanced(by: 1).days,
            ],
            [1_234, Table.missing, 0, 7],
            [1, 0, Table.missing, 1],
            [words[0], words[1], Table.missing, words[3]],
        ]
        table.sources = (0..<4).map { SourceRow(file: 0, line: Int32($0 + 2)) }
        return table
    }
}
