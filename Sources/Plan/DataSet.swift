/// What a field's cells hold.
package enum FieldType: Hashable, Sendable {
    /// Trimmed, inner blanks removed, upper case, then compared exactly.
    case code
    case text
    case integer
    case decimal
    case date
    case boolean
    /// One code of the list at that position in `Plan.codeLists`.
    case choice(list: Int)
    /// A set of codes of the list at that position in `Plan.codeLists`.
    case choices(list: Int)
}

/// What the program needs a field for, whatever its name in this year's plan.
package enum Role: String, Sendable, CaseIterable {
    /// Who reports: the unit's code, or the office's own section where the field is a choice.
    case unit
    case period
    case year
    /// The date on which a report was sent.
    case sentOn
    /// The date that decides to which period an event belongs.
    case eventDate
    /// Tells two records of one number apart (K5).
    case identity
    /// A count that totals lines add up.
    case count

    // The roster's own columns, the same every year.
    case unitName, kind, levels, commune, communeName, opened, closed, mail
}

/// One column of a data set.
package struct Field: Sendable {
    /// The folded header, such as `ma_don_vi`.
    package let name: String
    /// The header as people read it, such as `Mã đơn vị`.
    package let title: String
    package let type: FieldType
    package let roles: [Role]
    /// Other headers that mean this field.
    package let aliases: [String]
    /// An empty cell gets a query (C1).
    package let isRequired: Bool
    /// An empty cell of a boolean is no instead of missing.
    package let emptyMeansNo: Bool
    /// What an integer or decimal may be, both ends included; nil on a side sets no bound.
    package let minimum: Int?
    package let maximum: Int?
    /// Position in the data set of the field whose figure of the same period last year this one tells, as the unit remembers it.
    package let lastYearOf: Int?

    package init(
        name: String,
        title: String,
        type: FieldType,
        roles: [Role] = [],
        aliases: [String] = [],
        isRequired: Bool = false,
        emptyMeansNo: Bool = false,
        minimum: Int? = nil,
        maximum: Int? = nil,
        lastYearOf: Int? = nil
    ) {
        self.name = name
        self.title = title
        self.type = type
        self.roles = roles
        self.aliases = aliases
        self.isRequired = isRequired
        self.emptyMeansNo = emptyMeansNo
        self.minimum = minimum
        self.maximum = maximum
        self.lastYearOf = lastYearOf
    }
}

/// One kind of CSV file.
package struct DataSet: Sendable {
    /// Such as `bao-cao`.
    package let name: String
    /// Such as `Báo cáo của đơn vị`.
    package let title: String
    package let fields: [Field]
    /// Positions of the fields that tell one record from another, in order.
    package let key: [Int]
    /// The list of all units that must report, which never comes from the inbox.
    package let isRoster: Bool

    package init(name: String, title: String, fields: [Field], key: [Int], isRoster: Bool = false) {
        self.name = name
        self.title = title
        self.fields = fields
        self.key = key
        self.isRoster = isRoster
    }

    package func index(of name: String) -> Int? {
        fields.firstIndex { $0.name == name }
    }

    /// The position of the first field with that role.
    package func index(of role: Role) -> Int? {
        fields.firstIndex { $0.roles.contains(role) }
    }

    /// The field that names a unit of the roster; nil for the roster itself, and where the office's own sections report.
    package var unitOfRoster: Int? {
        guard !isRoster, let field = index(of: .unit), fields[field].type == .code else { return nil }
        return field
    }

    /// Positions of the fields that tell what another one was in the same period last year.
    package var lastYearFields: [Int] { fields.indices.filter { fields[$0].lastYearOf != nil } }

    /// What the facts over its rows may name: its fields, then for each of `lastYearFields` the figure that counts, as `last.so_vu`.
    package var factScope: Scope {
        let figures = lastYearFields.map { fields[fields[$0].lastYearOf ?? $0].name }
        return Scope(
            names: fields.map(\.name) + figures.map { "last.\($0)" },
            types: fields.map { ValueType($0.type) } + figures.map { _ in .number }
        )
    }

    /// The field of a variable of `factScope`: itself, or where the unit tells last year's figure.
    package func field(ofVariable variable: Int) -> Int {
        variable < fields.count ? variable : lastYearFields[variable - fields.count]
    }

    /// A row without a readable value in this field is left out (C16): a key, or the date that places an event.
    package func isIndispensable(_ field: Int) -> Bool {
        key.contains(field) || fields[field].roles.contains(.eventDate)
    }
}
