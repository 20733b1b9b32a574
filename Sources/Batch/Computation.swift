import Figures
import Plan
import Records

/// The figures of the periods, in the plan's order.
///
/// - Throws: `.internalFault` where a figure is not the sum of its parts.
func computeFigures(of periods: [Period], prepared: PreparedRecords) throws(BatchError) -> [PeriodFigures] {
    var computed: [PeriodFigures] = []
    for (position, period) in prepared.plan.periods.enumerated() where periods.contains(period) {
        do throws(FiguresError) {
            computed.append(try prepared.figures(of: position))
        } catch {
            throw .internalFault("Số liệu không cân đối: \(error)")
        }
    }
    return computed
}
