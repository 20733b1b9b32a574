import Crypto
import Intake
import Tabular

/// Names of files and folders that are made of codes and names from outside (spec 5): each character outside `A-Z a-z 0-9 . -` becomes
/// `_`, diacritics stripped first; where two then are one name on some file system, both get digits of their code's hash.
struct OutputNames {
    /// By position of what was given.
    let names: [String]

    /// Characters of a name; file systems take 255 bytes, and an ending follows.
    private static let limit = 180

    /// - Parameter parts: code and name of each; the name may be empty.
    init(_ parts: [(code: String, name: String)]) {
        let plain = parts.map { part in
            let name = part.name.isEmpty ? part.code : "\(part.code)-\(part.name)"
            return String(Self.plain(name).prefix(Self.limit))
        }
        var counts: [String: Int] = [:]
        for name in plain { counts[name.lowercased(), default: 0] += 1 }
        names = zip(parts, plain).map { part, name in
            guard counts[name.lowercased()] == 1, !name.allSatisfy({ $0 == "." }) else {
                let hash = hexadecimal(SHA256.hash(data: Array(part.code.utf8)))
                return "\(name)-\(hash.prefix(8))"
            }
            return name
        }
    }

    private static func plain(_ text: String) -> String {
        String(
            text.map { character -> Character in
                if character.isASCII {
                    return character.isLetter || character.isNumber || ".-".contains(character) ? character : "_"
                }
                guard character.isLetter, let letter = fold(String(character)).first, letter.isLetter else {
                    return "_"
                }
                return character.isUppercase ? Character(letter.uppercased()) : letter
            }
        )
    }
}
