import Intake
import Plan

/// `period.json`: what a period's folder was made of; the folder may be older than the set in which it stands, and `close`
/// writes it again from these very inputs and receipts.
package struct PeriodRecord: Sendable {
    package static let fileName = "period.json"

    package var run: RunID
    package var asOf: CalendarDate
    package var plan: Manifest.Source
    package var receipts: [(key: SubmissionKey, receipt: Receipt)]
    package var inputs: [Manifest.Input]

    package init(
        run: RunID,
        asOf: CalendarDate,
        plan: Manifest.Source,
        receipts: [(key: SubmissionKey, receipt: Receipt)],
        inputs: [Manifest.Input]
    ) {
        self.run = run
        self.asOf = asOf
        self.plan = plan
        self.receipts = receipts
        self.inputs = inputs
    }

    package func json() -> [UInt8] {
        JSONText.document { text in
            text.string("run", run.text)
            text.string("as_of", asOf.iso)
            text.object("plan", plan.write)
            text.objects("receipts", receipts) { submission, text in
                text.string("dataset", submission.key.dataSet)
                text.string("unit", submission.key.unit)
                text.optional("period", submission.key.period)
                text.string("hash", submission.key.hash)
                text.string("receipt", submission.receipt.date.iso)
                text.boolean("exact", submission.receipt.isExact)
            }
            text.objects("inputs", inputs.sorted(by: Manifest.Input.isBefore)) { input, text in
                text.string("path", input.path)
                text.optional("sha256", input.sha256)
                text.number("bytes", input.bytes)
                text.string("role", input.role.rawValue)
            }
        }
    }
}
