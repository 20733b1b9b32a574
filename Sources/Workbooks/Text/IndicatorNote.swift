import Figures
import Plan

/// The cause of a verdict: how much is missing to the target.
enum IndicatorNote {
    static func text(_ kind: IndicatorDefinition.Kind, _ tally: Tally) -> String {
        switch kind {
        case .units: units(tally)
        case .events: events(tally)
        case .change: change(tally)
        }
    }

    private static func units(_ tally: Tally) -> String {
        let lacking = tally.denominator - tally.numerator
        guard lacking > 0 else { return "" }
        let silent = tally.denominator - tally.reportedDenominator
        let note = "còn thiếu \(lacking) đơn vị"
        if silent <= 0 { return note }
        return silent < lacking ? "\(note), trong đó \(silent) chưa báo cáo" : "\(note), đều chưa báo cáo"
    }

    private static func events(_ tally: Tally) -> String {
        let lacking = tally.denominator - tally.numerator
        if lacking > 0 { return "\(lacking) vụ việc chưa kịp thời" }
        return tally.result == .notMet ? "kịp thời, nhưng chưa đủ điều kiện khác của chỉ tiêu" : ""
    }

    private static func change(_ tally: Tally) -> String {
        let difference = tally.numerator - tally.denominator
        switch tally.result {
        case .none: return ""
        case .met: return difference < 0 ? "giảm \(-difference) so với cùng kỳ" : ""
        case .notMet, .inProgress:
            if difference > 0 { return "tăng \(difference) so với cùng kỳ" }
            return tally.denominator > 0 ? "chưa giảm so với cùng kỳ" : "chưa đủ số liệu hai năm"
        }
    }
}
