/// The cells of a row, in the order of its data set's columns.
extension Rows {
    /// The cells of every row, one row after the other.
    func forEachRow(_ body: ([Value]) -> Void) {
        switch self {
        case .reports(let rows): for row in rows { body(row.cells) }
        case .sessions(let rows): for row in rows { body(row.cells) }
        case .incidents(let rows): for row in rows { body(row.cells) }
        case .violations(let rows): for row in rows { body(row.cells) }
        }
    }
}

extension Period {
    var term: Term { Term(rawValue, name) }
}

extension Report {
    var cells: [Value] {
        let envelope: [Value] = [
            .text(unit), .term(period.term), .year(Period.year), Value(day: sentOn),
        ]
        let plan: [Value] = [
            Value(flag: disseminated), Value(day: disseminatedOn), Value(text: disseminatedHow),
            Value(term: planForm?.term), Value(text: planNumber), Value(day: planDate),
            Value(flag: committeeRenewed), Value(text: committeeDecision), Value(flag: contactNamed),
            Value(count: roundsDeclared), Value(flag: onlineLaunched), Value(count: onlineModels),
        ]
        let safety: [Value] = [
            Value(flag: safetyRegistered), Value(day: safetyRegisteredOn), Value(flag: selfAssessed),
            Value(term: safetyRating?.term), Value(text: recognitionNumber),
            Value(flag: exemplaryRegistered), Value(count: models), Value(text: breakthrough),
            Value(flag: exemplaryRecognised), Value(term: movementRating?.term), Value(flag: evidenceComplete),
        ]
        let tasks: [Value] = [
            Value(flag: inSchoolYearPlan), Value(flag: cooperationRules), Value(flag: pilotOfFestival),
            Value(flag: selfChecked), Value(flag: commitmentsSigned), Value(count: pupilsCommitted),
            Value(count: pupilsAtRisk), Value(count: trainingClasses), Value(count: peopleTrained),
            Value(flag: cameras), Value(flag: entryRules), Value(flag: cooperationScheme), Value(flag: fireScheme),
            Value(flag: guardsOnDuty), Value(flag: tipChannel), Value(count: tips), Value(count: groupsCommended),
            Value(count: personsCommended), Value(day: safetyDossierOn), Value(day: exemplaryDossierOn),
            Value(text: difficulties), Value(text: proposals),
        ]
        return envelope + plan + safety + tasks
    }
}

extension Session {
    var cells: [Value] {
        [
            .text(unit), .day(day), .terms(topics), .term(form), Value(flag: isThematic), Value(term: occasion),
            Value(count: pupils), Value(count: staff), Value(count: parents), Value(text: evidence),
        ]
    }
}

extension Incident {
    var cells: [Value] {
        [
            .text(unit), .text(number), Value(day: happened), .day(received), Value(term: category?.term),
            Value(term: status?.term), Value(day: handledOn), Value(flag: isTimely), Value(flag: withPolice),
            Value(flag: isProlonged), Value(count: pupils),
        ]
    }
}

extension Violation {
    var cells: [Value] {
        [
            .text(unit), .term(period.term), .year(Period.year), .term(category.term), Value(count: cases),
            Value(count: pupils), Value(count: casesLastYear), Value(count: pupilsLastYear),
        ]
    }
}

extension Unit {
    var cells: [Value] {
        [
            .text(code), .text(name), .text(kind.rawValue), .text(levels.map(\.rawValue).joined(separator: ";")),
            .text(commune.code), .text(commune.name), .flag(isPublic), .count(pupils), .count(staff),
            Value(day: opened), Value(day: closed), Value(flag: safeLastYear), Value(term: ratingLastYear?.term),
            .text("\(code)@don-vi.example"),
        ]
    }
}
