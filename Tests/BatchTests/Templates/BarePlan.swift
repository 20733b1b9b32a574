import Plan

extension Plan {
    /// A plan of four periods and one data set, enough to choose periods and to name findings by.
    static func bare(year: Int) -> Plan {
        func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
            CalendarDate(year: year, month: month, day: day) ?? CalendarDate(days: 0)
        }
        func period(_ code: String, from start: CalendarDate, to end: CalendarDate) -> Period {
            Period(
                id: "\(year)-\(code)",
                code: code,
                year: year,
                name: code,
                start: start,
                end: end,
                due: end.advanced(by: 2),
                comparesWith: "\(year - 1)-\(code)"
            )
        }
        let first = day(year - 1, 12, 15)
        return Plan(
            year: year,
            head: Head(
                superior: "",
                authority: "",
                place: "",
                plan: "",
                subject: "",
                reportNumber: "",
                addressees: [],
                recipients: [],
                preparer: "",
                signer: []
            ),
            milestones: [],
            periods: [
                period("Q1", from: first, to: day(year, 3, 14)), period("H1", from: first, to: day(year, 6, 14)),
                period("Q3", from: day(year, 6, 15), to: day(year, 9, 14)),
                period("Y", from: first, to: day(year, 12, 14)),
            ],
            codeLists: [],
            kindList: 0,
            levelList: 0,
            verdictList: 0,
            kinds: [],
            dataSets: [DataSet(name: "ghi-chep", title: "Ghi chép", fields: [], key: [])],
            roster: 0,
            facts: [],
            factColumns: [],
            indicators: [],
            departments: [],
            commendation: nil,
            noiseHeaders: [],
            personalHeaders: [],
            unitScope: Scope(names: [], types: [])
        )
    }
}
