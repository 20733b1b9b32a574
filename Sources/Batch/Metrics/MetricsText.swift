/// The text that Prometheus reads (https://prometheus.io/docs/instrumenting/exposition_formats/), family by family.
struct MetricsText: Equatable {
    /// One gauge with its samples.
    struct Family: Equatable {
        let name: String
        /// HELP, TYPE and samples, each ended by a line break.
        let text: String

        /// - Parameter samples: each with the value of the label.
        init(_ name: String, _ help: String, label: String, _ samples: [(value: String, count: Int)]) {
            self.name = name
            text =
                Family.head(name, help)
                + samples.map { "\(name){\(label)=\"\(Family.escaped($0.value))\"} \($0.count)\n" }.joined()
        }

        init(_ name: String, _ help: String, _ value: Int) {
            self.name = name
            text = Family.head(name, help) + "\(name) \(value)\n"
        }

        fileprivate init(name: String, text: String) {
            self.name = name
            self.text = text
        }

        private static func head(_ name: String, _ help: String) -> String {
            "# HELP \(name) \(help)\n# TYPE \(name) gauge\n"
        }

        private static func escaped(_ value: String) -> String {
            value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
        }
    }

    private(set) var families: [Family] = []

    init() {}

    /// What an earlier run wrote; nil where it is anything else.
    init?(_ bytes: [UInt8]) {
        guard let text = String(validating: bytes, as: UTF8.self), text.isEmpty || text.hasSuffix("\n") else {
            return nil
        }
        var name = ""
        var block = ""
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            let words = line.split(separator: " ")
            if words.count > 2, words[0] == "#", words[1] == "HELP" {
                if !block.isEmpty { families.append(Family(name: name, text: block)) }
                name = String(words[2])
                block = ""
            }
            guard !name.isEmpty, words.first == "#" || line.hasPrefix(name) else { return nil }
            block += line + "\n"
        }
        if !block.isEmpty { families.append(Family(name: name, text: block)) }
    }

    var text: String { families.map(\.text).joined() }

    /// Puts a family in the place of the one of its name, or at the end.
    mutating func set(_ family: Family) {
        if let place = families.firstIndex(where: { $0.name == family.name }) {
            families[place] = family
        } else {
            families.append(family)
        }
    }

    /// The value of a family of one sample without a label.
    func value(_ name: String) -> Int? {
        guard let family = families.first(where: { $0.name == name }),
            let line = family.text.split(separator: "\n").last, line.hasPrefix(name + " ")
        else { return nil }
        return Int(line.dropFirst(name.count + 1))
    }
}
