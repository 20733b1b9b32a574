import XML

extension PlanLoader {
    mutating func head(_ element: XMLElement) -> Plan.Head? {
        check(
            element,
            children: [
                "superior", "authority", "place", "document", "subject", "reportNumber", "addressee", "recipient",
                "preparer", "signer",
            ]
        )
        let head = Plan.Head(
            superior: onlyText("superior", of: element),
            authority: onlyText("authority", of: element),
            place: onlyText("place", of: element),
            plan: onlyText("document", of: element),
            subject: onlyText("subject", of: element),
            reportNumber: onlyText("reportNumber", of: element),
            addressees: texts("addressee", of: element),
            recipients: texts("recipient", of: element),
            preparer: onlyText("preparer", of: element),
            signer: texts("signer", of: element)
        )
        if head.signer.isEmpty { note(element, "<head> lacks <signer>: write the signer's title, without a name") }
        return head
    }

    mutating func milestones(_ element: XMLElement) -> [Plan.Milestone] {
        check(element, children: ["milestone"])
        var milestones: [Plan.Milestone] = []
        for child in element.elements("milestone") {
            check(child, required: ["id", "date"], holdsText: true)
            let id = value(child, "id")
            checkID(id, of: child)
            checkIsNew(id, among: milestones.map(\.id), what: "the milestone", of: child)
            if let date = date(child, "date") {
                milestones.append(Plan.Milestone(id: id, name: text(child), date: date))
            }
        }
        return milestones
    }

    /// Reads the periods, and gives the code list that a period column is read by.
    mutating func periods(_ element: XMLElement) -> [CodeList.Code] {
        check(element, children: ["period"])
        var codes: [CodeList.Code] = []
        for child in element.elements("period") {
            check(
                child,
                required: ["id", "code", "name", "start", "end", "due", "comparesWith"],
                children: ["alias"]
            )
            let (id, code) = (value(child, "id"), value(child, "code"))
            for name in [id, code, value(child, "comparesWith")] { checkID(name, of: child) }
            checkIsNew(id, among: periods.map(\.id), what: "the period", of: child)
            checkIsNew(code, among: codes.map(\.code), what: "the period's code", of: child)
            codes.append(CodeList.Code(code: code, name: value(child, "name"), aliases: texts("alias", of: child)))
            guard let start = date(child, "start"), let end = date(child, "end"), let due = date(child, "due") else {
                continue
            }
            if end < start {
                note(
                    child,
                    "the period `\(id)` ends on \(end.iso), before it begins on \(start.iso): mend start or end"
                )
            } else if due <= end {
                note(
                    child,
                    "the period `\(id)` is due strictly before \(due.iso), while its window still runs to \(end.iso): let due be a later day"
                )
            }
            periods.append(
                Period(
                    id: id,
                    code: code,
                    year: year,
                    name: value(child, "name"),
                    start: start,
                    end: end,
                    due: due,
                    comparesWith: value(child, "comparesWith")
                )
            )
        }
        if codes.isEmpty { note(element, "<periods> holds no <period>: a plan has at least one") }
        checkWords(of: element.elements("period"), idAttribute: "code", list: "ky_bao_cao")
        return codes
    }
}
