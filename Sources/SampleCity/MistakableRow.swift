/// How a row of events is mistaken.
protocol MistakableRow: EventRow {
    /// The same key with something else said: superseded by the newer row.
    func withWrongValue(_ random: inout Random) -> Self
    /// Another key: withdrawn by the correction, or counted beside it.
    func withWrongKey(_ days: ClosedRange<Day>, _ random: inout Random) -> Self
    /// What the row said before the event had come to its end; nil where it had none.
    var unfinished: Self? { get }
}

extension Session: MistakableRow {
    var unfinished: Session? { nil }

    func withWrongValue(_ random: inout Random) -> Session {
        var wrong = self
        if let isThematic, random.chance(300) {
            wrong.isThematic = !isThematic
        } else {
            wrong.pupils = (pupils ?? 20) + random.int(1...40)
        }
        return wrong
    }

    func withWrongKey(_ days: ClosedRange<Day>, _ random: inout Random) -> Session {
        var wrong = self
        switch random.below(3) {
        case 0: wrong.day = random.day(days)
        case 1: wrong.form = random.pick(Lists.forms)
        default: wrong.topics = [random.pick(Lists.topics)]
        }
        return wrong
    }
}

extension Incident: MistakableRow {
    var unfinished: Incident? {
        guard status == .handled, isTimely != nil else { return nil }
        var before = self
        before.status = .inHand
        before.handledOn = nil
        return before
    }

    /// Never both the category and the day on which it happened: that would be another incident of the same number.
    func withWrongValue(_ random: inout Random) -> Incident {
        var wrong = self
        switch random.below(4) {
        case 0: wrong.category = category == .BLHD ? .VDNH : .BLHD
        case 1: wrong.happened = (happened ?? received).advanced(by: -random.int(1...3))
        case 2: wrong.isTimely = isTimely.map { !$0 } ?? true
        default: wrong.pupils = (pupils ?? 0) + random.int(1...3)
        }
        return wrong
    }

    func withWrongKey(_ days: ClosedRange<Day>, _ random: inout Random) -> Incident {
        var wrong = self
        wrong.number = "VV\(random.int(500...899))"
        return wrong
    }
}
