import Intake
import Plan
import Testing

@testable import Batch

@Suite struct ManifestTests {
    private var manifest: Manifest {
        Manifest(
            version: "0.1.0",
            run: RunID(text: "77"),
            plan: Manifest.Source(file: "plan-2026.xml", sha256: "88"),
            asOf: CalendarDate(days: 20_528),
            inputs: [
                Manifest.Input(path: "don-vi.csv", sha256: "99", bytes: 5, role: .roster),
                Manifest.Input(record("xã \"A\"\u{1}.csv"), plan: .bare(year: 2026)),
            ],
            skipped: ["~$b.xlsx", ".DS_Store"],
            periods: [
                Manifest.Period(
                    id: "2026-Q1",
                    state: .provisional,
                    units: 9,
                    reported: 8,
                    onTime: 6,
                    late: 2,
                    missing: 1,
                    name: "Báo cáo quý I",
                    start: "2025-12-15",
                    end: "2026-03-14",
                    due: "2026-03-16"
                ),
                Manifest.Period(
                    id: "2025-Y",
                    state: .closed,
                    issue: 2,
                    units: 9,
                    reported: 9,
                    onTime: 9,
                    late: 0,
                    missing: 0
                ),
            ],
            findings: FindingCounts(error: 1, query: 2, information: 3),
            outputs: [
                Manifest.Output(path: "b", sha256: "bb", bytes: 1), Manifest.Output(path: "a", sha256: "aa", bytes: 2),
            ]
        )
    }

    @Test func keysStandInTheContractsOrder() {
        let expected = #"""
            {"program": "tonghop", "version": "0.1.0", "run": "77", "plan": {"file": "plan-2026.xml", "sha256": "88"}, "as_of": "2026-03-16", "inputs": [
            {"path": "xã \"A\"\u0001.csv", "sha256": "ab", "bytes": 12, "role": "inbox", "dataset": "ghi-chep", "encoding": "UTF-8", "delimiter": ";", "restored": false, "outcome": "partial", "rows": {"read": 0, "counted": 0, "merged": 0, "superseded": 0, "left_out": 0}, "not_data": 1, "decision": null},
            {"path": "don-vi.csv", "sha256": "99", "bytes": 5, "role": "roster", "dataset": null, "encoding": null, "delimiter": null, "restored": null, "outcome": null, "rows": null, "not_data": null, "decision": null}
            ], "skipped": [".DS_Store", "~$b.xlsx"], "periods": [
            {"id": "2026-Q1", "state": "provisional", "issue": null, "units": 9, "reported": 8, "on_time": 6, "late": 2, "missing": 1, "name": "Báo cáo quý I", "start": "2025-12-15", "end": "2026-03-14", "due": "2026-03-16"},
            {"id": "2025-Y", "state": "closed", "issue": 2, "units": 9, "reported": 9, "on_time": 9, "late": 0, "missing": 0, "name": null, "start": null, "end": null, "due": null}
            ], "findings": {"error": 1, "query": 2, "information": 3}, "outputs": [
            {"path": "a", "sha256": "aa", "bytes": 2},
            {"path": "b", "sha256": "bb", "bytes": 1}
            ]}

            """#
        #expect(String(decoding: manifest.json(), as: UTF8.self) == expected)
    }

    @Test func readsBackWhatANextRunNeeds() throws {
        let read = try #require(ReadManifest(json: manifest.json()))
        #expect(read.run == "77" && read.asOf == "2026-03-16")
        #expect(read.periods == manifest.periods)
        #expect(read.outputs.map(\.path) == ["a", "b"])
        #expect(read.inputs.map(\.role) == ["inbox", "roster"])
    }

    /// A closing changes a period and files, and nothing else, in whatever a later version may have added.
    @Test func periodsAndOutputsAreRewrittenAndNothingElse() throws {
        var changed = manifest
        changed.periods[0] = Manifest.Period(
            id: "2026-Q1",
            state: .closed,
            issue: 1,
            units: 9,
            reported: 8,
            onTime: 6,
            late: 2,
            missing: 1
        )
        changed.outputs = [Manifest.Output(path: "c", sha256: "cc", bytes: 3)]
        let json = try #require(
            rewritten(manifest: manifest.json(), periods: changed.periods, outputs: changed.outputs)
        )
        #expect(String(decoding: json, as: UTF8.self) == String(decoding: changed.json(), as: UTF8.self))
        #expect(rewritten(manifest: Array("{}".utf8), periods: [], outputs: []) == nil)
    }

    @Test func textsThatLookLikeTheListsAreTexts() throws {
        var odd = manifest
        odd.skipped = [#", "periods": ["#, #", "outputs": ["#, #"findings": {"#]
        let json = try #require(rewritten(manifest: odd.json(), periods: odd.periods, outputs: odd.outputs))
        #expect(json == odd.json())
    }

    @Test func emptyListsAreLists() {
        var empty = manifest
        empty.outputs = []
        empty.skipped = []
        let text = String(decoding: empty.json(), as: UTF8.self)
        #expect(text.contains(#""skipped": [], "periods": ["#))
        #expect(text.hasSuffix("\"outputs\": []}\n"))
    }

    @Test func periodRecordNamesItsInputsAndReceipts() {
        let key = SubmissionKey(dataSet: "bao-cao", unit: "1", period: "", hash: "cc")
        let record = PeriodRecord(
            run: manifest.run,
            asOf: manifest.asOf,
            plan: manifest.plan,
            receipts: [(key, Receipt(date: manifest.asOf, isExact: true))],
            inputs: manifest.inputs
        )
        let expected = #"""
            {"run": "77", "as_of": "2026-03-16", "plan": {"file": "plan-2026.xml", "sha256": "88"}, "receipts": [
            {"dataset": "bao-cao", "unit": "1", "period": null, "hash": "cc", "receipt": "2026-03-16", "exact": true}
            ], "inputs": [
            {"path": "xã \"A\"\u0001.csv", "sha256": "ab", "bytes": 12, "role": "inbox"},
            {"path": "don-vi.csv", "sha256": "99", "bytes": 5, "role": "roster"}
            ]}

            """#
        #expect(String(decoding: record.json(), as: UTF8.self) == expected)
    }
}
