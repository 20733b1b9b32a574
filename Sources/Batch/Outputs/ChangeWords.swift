// What changed since the last run, in the summary's words.

import Figures
import Plan

/// - Parameter periods: those of the summary, which tell what indicators are.
func changeLines(_ changes: SetChanges, periods: [PeriodSummary]) -> [String] {
    switch changes {
    case .firstRun: return ["Lần chạy đầu tiên: chưa có gì để so với lần trước."]
    case .periods(let periods) where periods.allSatisfy(\.isNone):
        return ["Không có gì thay đổi so với lần chạy trước."]
    case .periods(let changed):
        return ["Thay đổi so với lần chạy trước"]
            + changed.flatMap { change in
                lines(change, indicators: periods.first { $0.id == change.id }?.indicators ?? [])
            }
    }
}

private func lines(_ change: PeriodChanges, indicators: [PeriodSummary.Indicator]) -> [String] {
    switch change.comparison {
    case .newPeriod: return ["  \(change.id): kỳ này lần đầu được tổng hợp."]
    case .unreadable(let path):
        return wrapped("  \(change.id): không so được với lần trước, vì \(path) đã bị sửa sau khi công bố.", hanging: 4)
    case .done where change.isNone: return ["  \(change.id): không có gì thay đổi."]
    case .done: break
    }
    let lists = [
        ("Đơn vị mới báo cáo", change.reported), ("Đơn vị gửi lại hoặc gửi thêm", change.corrected),
        ("Đơn vị đổi số liệu mà không gửi thêm (quyết định, danh mục, tệp bị gỡ)", change.altered),
        ("Đơn vị không còn báo cáo nào được tính", change.withdrawn), ("Đơn vị thêm vào danh mục", change.gained),
        ("Đơn vị bớt khỏi danh mục", change.lost),
    ]
    return ["  \(change.id)"]
        + lists.flatMap { title, units in
            boundedList(
                title,
                units.map { $0.name.isEmpty ? $0.code : "\($0.code)  \($0.name)" },
                indentation: 4,
                rest: "đơn vị"
            )
        } + figureLines(change, indicators: indicators)
}

private func figureLines(_ change: PeriodChanges, indicators: [PeriodSummary.Indicator]) -> [String] {
    var lines: [String] = []
    if !change.figures.isEmpty {
        let cells = change.figures.map { figure in
            let kind = indicators.first { $0.id == figure.indicator }?.kind ?? .units
            let words = [figure.before.result.words, figure.now.result.words]
            return [
                "      \(figure.indicator)", figure.before.words(kind), "->", figure.now.words(kind),
                words[0] == words[1] ? "" : words.joined(separator: " -> "),
            ]
        }
        lines.append("    Chỉ tiêu toàn thành phố: \(vietnamese(change.figures.count))")
        lines += aligned(cells, rightAligned: [1, 3]).map { line in
            String(line.reversed().drop { $0 == " " }.reversed())
        }
    }
    if change.otherFigures > 0 {
        lines.append(
            "    Số liệu khác (xã, phường, loại hình, phòng chuyên môn): \(vietnamese(change.otherFigures))"
        )
    }
    return lines
}

extension PeriodChanges.Figure {
    fileprivate func words(_ kind: IndicatorDefinition.Kind) -> String {
        switch kind {
        case .units, .events:
            "\(vietnamese(numerator))/\(vietnamese(denominator)) (\(vietnamesePercent(numerator, of: denominator)))"
        case .change: "\(vietnamese(numerator)) so với \(vietnamese(denominator))"
        }
    }
}

extension Tally.Result {
    fileprivate var words: String {
        switch self {
        case .met: "đạt"
        case .notMet: "chưa đạt"
        case .inProgress: "đang thực hiện"
        case .none: "không đánh giá"
        }
    }
}
