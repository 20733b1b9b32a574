import Figures
import Plan

extension WorkbookContext {
    /// A text of a layout, its places filled.
    func words(_ text: LayoutText) -> String {
        var words = text.words.first ?? ""
        for (place, rest) in zip(text.places, text.words.dropFirst()) { words += self.words(place) + rest }
        return words
    }

    func words(_ place: LayoutText.Place) -> String {
        switch place {
        case .period: figures.period.name
        case .window: VietnameseText.days(of: figures.period)
        case .due: "trước ngày \(figures.period.due.vietnamese)"
        case .asOf: asOf.vietnamese
        case .plan: plan.head.plan
        case .subject: plan.head.subject
        case .version: programVersion
        case .run: runID
        case .group: groupName
        case .state: figures.units.count == 1 ? state(of: 0) : Words.notExpected
        }
    }
}
