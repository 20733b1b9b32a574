import Plan

/// How a fact is computed, in words.
struct FactWords {
    let plan: Plan

    func text(_ fact: FactDefinition) -> String {
        switch fact.source {
        case .value(let dataSet, let field):
            "giá trị cột “\(plan.dataSets[dataSet].fields[field].title)” ở biểu “\(plan.dataSets[dataSet].title)”"
        case .aggregate(let aggregate):
            [text(aggregate), span(aggregate.span), condition(aggregate), splits(fact, aggregate.dataSet)]
                .filter { !$0.isEmpty }.joined(separator: ", ")
        case .envelope(let envelope): text(envelope)
        case .expression(let expression): "tính từ: \(plan.unitWords.words(expression))"
        }
    }

    /// `đếm số dòng ở biểu “Vụ việc”`
    func text(_ aggregate: FactDefinition.Aggregate) -> String {
        let words = plan.factWords(of: aggregate.dataSet)
        let what =
            switch aggregate.function {
            case .count: "đếm số dòng"
            case .sum(let field): "cộng cột \(words.quoted(field))"
            case .countDistinct(let field): "đếm các giá trị khác nhau của cột \(words.quoted(field))"
            case .dropped: "đếm các loại đã chốt trên 0 ở cùng kỳ năm trước mà nay không có dòng nào"
            }
        return "\(what) ở biểu “\(plan.dataSets[aggregate.dataSet].title)”"
    }

    /// `chỉ tính dòng mà ...`; empty where every row counts.
    func condition(_ aggregate: FactDefinition.Aggregate) -> String {
        aggregate.condition.map { "chỉ tính dòng mà \(plan.factWords(of: aggregate.dataSet).words($0))" } ?? ""
    }

    private func span(_ span: FactDefinition.Span) -> String {
        switch span {
        case .window: "trong kỳ"
        case .yearToDate: "từ đầu năm kế hoạch đến hết kỳ"
        case .planYear: "trong cả năm kế hoạch"
        case .period(let code): "của kỳ \(code)"
        }
    }

    private func splits(_ fact: FactDefinition, _ dataSet: Int) -> String {
        guard !fact.splits.isEmpty else { return "" }
        let words = fact.splits.map { split in
            split.map { "“\(plan.dataSets[dataSet].fields[$0].title)”" }.joined(separator: " và ")
        }
        return "tách theo \(words.joined(separator: "; theo "))"
    }

    private func text(_ envelope: FactDefinition.Envelope) -> String {
        switch envelope {
        case .expected: "đơn vị phải báo cáo kỳ này"
        case .reported: "đơn vị đã báo cáo kỳ này"
        case .onTime: "báo cáo kỳ này đúng hạn"
        case .periodsExpected: "số kỳ phải báo cáo, đến kỳ này"
        case .periodsReported: "số kỳ đã báo cáo, đến kỳ này"
        case .periodsOnTime: "số kỳ báo cáo đúng hạn, đến kỳ này"
        }
    }
}
