/// One thing that a plan defines, as texts that can be held against those of another plan.
struct Definition: Equatable {
    struct Property: Equatable {
        let name: String
        let text: String
    }

    /// What it is known by in both plans.
    let id: String
    /// What people read: the id, and its name.
    let title: String
    let properties: [Property]

    init(_ id: String, _ title: String, _ properties: [(String, String)]) {
        self.id = id
        self.title = title
        self.properties = properties.map { Property(name: $0.0, text: $0.1) }
    }
}

/// What became of one definition from one plan to the next.
struct DefinitionChange: Equatable {
    enum Kind: Equatable {
        case added, removed
        case changed
    }

    struct Difference: Equatable {
        let property: String
        /// Empty where the plan says nothing of it.
        let old: String
        let new: String
    }

    let kind: Kind
    let title: String
    /// Of what was added or removed: what it says.
    let differences: [Difference]
}

/// The definitions that differ: removed ones and changed ones in the old plan's order, then those that are new.
func changes(from old: [Definition], to new: [Definition]) -> [DefinitionChange] {
    let later = Dictionary(new.map { ($0.id, $0) }) { first, _ in first }
    let known = Set(old.map(\.id))
    let touched = old.compactMap { definition -> DefinitionChange? in
        guard let other = later[definition.id] else { return DefinitionChange(.removed, definition) }
        let differences = differences(definition.properties, other.properties)
        guard !differences.isEmpty || definition.title != other.title else { return nil }
        let title = definition.title == other.title ? definition.title : "\(definition.title) → \(other.title)"
        return DefinitionChange(kind: .changed, title: title, differences: differences)
    }
    return touched + new.filter { !known.contains($0.id) }.map { DefinitionChange(.added, $0) }
}

private func differences(
    _ old: [Definition.Property],
    _ new: [Definition.Property]
) -> [DefinitionChange.Difference] {
    func text(_ name: String, _ properties: [Definition.Property]) -> String {
        properties.first { $0.name == name }?.text ?? ""
    }
    var names: [String] = []
    for property in old + new where !names.contains(property.name) { names.append(property.name) }
    return names.compactMap { name in
        let (before, after) = (text(name, old), text(name, new))
        return before == after ? nil : DefinitionChange.Difference(property: name, old: before, new: after)
    }
}

extension DefinitionChange {
    fileprivate init(_ kind: Kind, _ definition: Definition) {
        self.init(
            kind: kind,
            title: definition.title,
            differences: definition.properties.filter { !$0.text.isEmpty }.map { property in
                Difference(
                    property: property.name,
                    old: kind == .removed ? property.text : "",
                    new: kind == .removed ? "" : property.text
                )
            }
        )
    }
}
