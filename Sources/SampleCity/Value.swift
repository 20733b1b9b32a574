/// A cell's meaning, before a style gives it letters.
enum Value {
    case missing
    /// Codes and free text: written as they are.
    case text(String)
    case count(Int)
    /// A year is a number that nobody groups.
    case year(Int)
    case day(Day)
    case flag(Bool)
    case term(Term)
    case terms([Term])

    init(text: String?) { self = text.map(Value.text) ?? .missing }
    init(count: Int?) { self = count.map(Value.count) ?? .missing }
    init(day: Day?) { self = day.map(Value.day) ?? .missing }
    init(flag: Bool?) { self = flag.map(Value.flag) ?? .missing }
    init(term: Term?) { self = term.map(Value.term) ?? .missing }
}
