import Figures
import Intake
import Plan
import Records
import Spreadsheet
import SystemPackage
import Workbooks

extension SetWriter {
    /// The workbooks that go back to who sent files: one for each unit that sent something or is late, and one for each content of a
    /// file that holds something of no unit. The largest come first.
    func feedback(on computed: [PeriodFigures]) throws(BatchError) -> [WorkbookJob] {
        let index = FeedbackIndex(intake.result, roster: intake.roster, plan: plan)
        let places = FeedbackPlaces(intake.roster)
        var jobs: [(size: Int, job: WorkbookJob)] = []
        for figures in computed {
            let contents = FeedbackContents(intake: intake, index: index, plan: plan, period: figures.period)
            for unit in recipients(figures, index) {
                let code = intake.roster.codes[unit]
                let commune = intake.roster.communes[intake.roster.communeOfUnit[unit]].name
                let job = try job(
                    layouts.feedback,
                    named: "\(intake.roster.names[unit]) (\(code)), \(commune)",
                    to: "\(figures.period.id)/\(places.path(ofUnit: unit))",
                    marks: [Self.mark, .init(name: FeedbackMarks.unit, value: String(code.prefix(200)))],
                    lists: { contents.lists(ofUnit: unit) },
                    figures: { figures.alone(unit) }
                )
                jobs.append((size(ofUnit: unit, index), job))
            }
            for files in nobodys(index, contents) {
                let path = FeedbackPlaces.path(of: intake.result.files[files[0]].file)
                let job = try job(
                    layouts.nobodysFeedback,
                    named: "Chưa rõ đơn vị gửi",
                    to: "\(figures.period.id)/\(path)",
                    marks: [Self.mark],
                    lists: { contents.lists(ofFiles: files) },
                    figures: { figures.alone(-1) }
                )
                jobs.append((files.reduce(0) { $0 + (index.findingsOfFile[$1]?.count ?? 0) }, job))
            }
        }
        return jobs.enumerated().sorted { ($1.element.size, $0.offset) < ($0.element.size, $1.offset) }.map(
            \.element.job
        )
    }

    /// Positions in the roster, ascending.
    private func recipients(_ figures: PeriodFigures, _ index: FeedbackIndex) -> [Int] {
        let isDue = asOf >= figures.period.due
        return (0..<intake.roster.count).filter { unit in
            if intake.result.unitRecords[intake.roster.codes[unit]] != nil || index.findings[unit] != nil {
                return true
            }
            guard isDue, let row = figures.row(of: unit) else { return false }
            return figures.expected[row] && !figures.reported[row]
        }
    }

    /// The files that hold something of no unit to be mended or explained, those of one content together, in the order of paths.
    private func nobodys(_ index: FeedbackIndex, _ contents: FeedbackContents) -> [[Int]] {
        let files = intake.result.files.indices.filter { file in
            index.findingsOfFile[file]?.contains { position in
                intake.result.findings[position].severity != .information && contents.isListed(position)
            } == true
        }
        return Dictionary(grouping: files) { FeedbackPlaces.name(of: intake.result.files[$0].file) }.values
            .sorted { $0[0] < $1[0] }
    }

    private func size(ofUnit unit: Int, _ index: FeedbackIndex) -> Int {
        plan.dataSets.indices.reduce(3 * (index.findings[unit]?.count ?? 0)) {
            $0 + index.rows(of: unit, dataSet: $1).count
        }
    }

    /// What feedback workbooks are known by when they come back.
    private static var mark: DocumentProperties.Custom {
        .init(name: FeedbackMarks.kind.name, value: FeedbackMarks.kind.value)
    }
}
