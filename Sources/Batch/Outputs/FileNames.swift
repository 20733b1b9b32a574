import Tabular

/// Names of files or folders that stand side by side, made from texts such as `31303702-Trường TH Lê Lợi`.
///
/// A character outside `A-Z a-z 0-9 . -` becomes `_`; diacritics are stripped first, đ is d. Where two names then collide (on a
/// Windows share a letter's case tells nothing apart), each of them gets 8 digits of its code's hash; so does a name that had
/// to be cut. A name never begins or ends with a dot: one of dots alone would be a folder above.
package func fileNames(_ items: [(code: String, text: String)]) -> [String] {
    let names = items.map { fileName($0.text) }
    var users: [String: Int] = [:]
    for name in names { users[name.lowercased(), default: 0] += 1 }
    return zip(items, names).map { item, name in
        let isCut = name.utf8.count > longestName
        guard isCut || users[name.lowercased(), default: 0] > 1 else { return name }
        return "\(name.prefix(longestName))-\(sha256(item.code.utf8).prefix(8))"
    }
}

/// File systems stop at 255 bytes; what is added to a name (`.xlsx`, a temporary suffix) and a readable folder listing ask for less.
private let longestName = 150

/// One text by the same rules, before names are compared.
func fileName(_ text: String) -> String {
    var name = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "A"..."Z", "a"..."z", "0"..."9", ".", "-": name.unicodeScalars.append(scalar)
        case _ where scalar.isASCII: name.append("_")
        default:
            // A combining mark belongs to the letter before it.
            guard scalar.properties.generalCategory != .nonspacingMark else { continue }
            let base = fold(String(scalar))
            let isUpper = scalar.properties.lowercaseMapping != String(scalar)
            name.append(base.utf8.count == 1 ? (isUpper ? base.uppercased() : base) : "_")
        }
    }
    if name.isEmpty || name.hasPrefix(".") { name = "_" + name.dropFirst() }
    if name.hasSuffix(".") { name = name.dropLast() + "_" }
    return name
}
