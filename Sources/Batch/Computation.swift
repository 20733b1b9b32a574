import Figures
import Intake
import Plan
import Records

/// The figures of the periods, in the plan's order.
///
/// - Throws: `.internalFault` where a figure is not the sum of its parts.
func computeFigures(
    of periods: [Period],
    intake: RunIntake,
    plan: Plan
) throws(BatchError) -> [PeriodFigures] {
    let prepared = PreparedRecords(plan: plan, roster: intake.roster, records: intake.result.records)
    var computed: [PeriodFigures] = []
    for (position, period) in plan.periods.enumerated() where periods.contains(period) {
        do throws(FiguresError) {
            computed.append(try prepared.figures(of: position))
        } catch {
            throw .internalFault("Số liệu không cân đối: \(error)")
        }
    }
    return computed
}
