import Plan
import Records
import Testing

@testable import Batch
@testable import Intake

@Suite struct FindingsFilesTests {
    private func finding(_ file: Int32, line: Int32, value: String, id: String) -> Finding {
        var finding = Finding(
            .C8,
            dataSet: 0,
            file: file,
            line: line,
            column: 27,
            header: "Ghi chú",
            unit: "31303702",
            period: "2026-Q1",
            value: value,
            arguments: ["Ghi chú"]
        )
        finding.id = id
        return finding
    }

    private var result: IntakeResult {
        var atFile = Finding(.F1, file: 1)
        atFile.id = "f1"
        atFile.state = .closed
        return IntakeResult(
            files: [record("b.csv"), record("a, \"b\".csv")],
            skipped: [],
            records: AcceptedRecords(tables: [], earliestReport: []),
            findings: [
                finding(0, line: 9, value: "=cmd|' /C calc'!A0", id: "c"), finding(0, line: 10, value: "x", id: "b"),
                atFile,
            ],
            submissions: [],
            balance: RowBalance()
        )
    }

    @Test func csvIsSortedByBytesAndQuotesWhatASpreadsheetMightRun() {
        let message = result.findings[0].message(plan: .bare(year: 2026))
        let expected = """
            id,code,severity,dataset,file,line,column,unit,period,value,message,answer,state
            f1,F1,error,,"a, ""b"".csv",,,,,,"\(result.findings[2].message(plan: .bare(year: 2026)))",,closed
            b,C8,information,ghi-chep,b.csv,10,Ghi chú (AB),31303702,2026-Q1,x,"\(message)",,open
            c,C8,information,ghi-chep,b.csv,9,Ghi chú (AB),31303702,2026-Q1,"=cmd|' /C calc'!A0","\(message)",,open

            """
        #expect(String(decoding: findingsCSV(result, plan: .bare(year: 2026)), as: UTF8.self) == expected)
    }

    @Test func jsonHasTheSameAndTheArguments() {
        let text = String(decoding: findingsJSON(result, plan: .bare(year: 2026)), as: UTF8.self)
        let lines = text.split(separator: "\n")
        #expect(lines.count == 5)
        #expect(
            lines[1].hasPrefix(
                #"{"id": "f1", "code": "F1", "severity": "error", "dataset": null, "file": "a, \"b\".csv", "line": null"#
            )
        )
        #expect(
            lines[3].contains(
                #""line": 9, "column": "Ghi chú (AB)", "unit": "31303702", "period": "2026-Q1", "value": "=cmd"#
            )
        )
        #expect(lines[3].hasSuffix(#""state": "open", "arguments": ["Ghi chú"]}"#))
    }

    @Test func closedFindingsStandInNoCount() {
        let counts = FindingCounts(open: result.findings)
        #expect(counts == FindingCounts(error: 0, query: 0, information: 2))
        #expect(counts.count(atLeast: .query) == 0)
    }

    @Test(arguments: [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
    func columnsAreLetteredAsASpreadsheetDoes(column: Int32, letters: String) {
        #expect(Finding(.C1, file: 0, column: column).columnLabel == letters)
    }
}

/// A file of the inbox of which nothing is known.
func record(_ path: String) -> FileRecord {
    FileRecord(
        file: InboxFile(path: path, pathBytes: Array(path.utf8), bytes: 12, sha256: "ab"),
        role: .inbox,
        isSetAside: false,
        dataSet: 0,
        encoding: "UTF-8",
        delimiter: ";",
        isRestored: false,
        outcome: .partial,
        rows: RowBalance(),
        notData: 1,
        newestReceipt: nil
    )
}
