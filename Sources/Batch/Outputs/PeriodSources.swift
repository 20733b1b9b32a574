import FoundationEssentials
import Intake
import Plan

/// What `period.json` tells a closing: what a period's figures were made of.
struct PeriodSources {
    let asOf: CalendarDate
    let plan: Manifest.Source
    let receipts: [SubmissionKey: Receipt]
    let inputs: [ReadManifest.Input]

    /// Nil where the bytes are not as `PeriodRecord.json()` writes them.
    init?(json: [UInt8]) {
        guard let read = try? JSONDecoder().decode(Text.self, from: Data(json)),
            let asOf = CalendarDate(iso: read.as_of)
        else { return nil }
        var receipts: [SubmissionKey: Receipt] = [:]
        for line in read.receipts {
            guard let date = CalendarDate(iso: line.receipt) else { return nil }
            let key = SubmissionKey(
                dataSet: line.dataset,
                unit: line.unit,
                period: line.period ?? "",
                hash: line.hash
            )
            receipts[key] = Receipt(date: date, isExact: line.exact)
        }
        self.asOf = asOf
        plan = Manifest.Source(file: read.plan.file, sha256: read.plan.sha256)
        self.receipts = receipts
        inputs = read.inputs
    }

    /// The file of that role that the office keeps itself; nil where there was none.
    func input(_ role: Manifest.Role) -> ReadManifest.Input? {
        inputs.first { $0.role == role.rawValue }
    }

    // The names are the document's.
    private struct Text: Decodable {
        let as_of: String
        let plan: Source
        let receipts: [Line]
        let inputs: [ReadManifest.Input]

        struct Source: Decodable {
            let file: String
            let sha256: String
        }

        struct Line: Decodable {
            let dataset: String
            let unit: String
            let period: String?
            let hash: String
            let receipt: String
            let exact: Bool
        }
    }
}
