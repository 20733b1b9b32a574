import Foundation
import Plan
import Records

/// What a cell's text says by spec 2, "From cells to values", in plain strings: what the program's reading is held against.
enum PlainCell: Equatable {
    /// This value, in canonical text.
    case says(String)
    /// This value, though a program may also decline it.
    case mayStandFor(String)
    /// Nothing: empty, or a word for it.
    case nothing
    /// No value of its type, or one that is read only with a word about it: it must be told.
    case unclear
    /// Letters that are no Vietnamese: how they fold is not settled here.
    case unsure

    init(_ raw: [UInt8], _ field: Field, _ plan: Plan, _ roster: Roster, isRoster: Bool = false) {
        let text = Self.clean(String(decoding: raw, as: UTF8.self))
        if text.unicodeScalars.contains(where: { !Self.isOurs($0) }) {
            self = .unsure
            return
        }
        let folded = Self.fold(text)
        if case .choice(let list) = field.type, let code = Self.code(folded, plan.codeLists[list]) {
            self = .says(code)
            return
        }
        if text.isEmpty || ["-", "–", "—"].contains(text) || ["n/a", "#n/a"].contains(text.lowercased()) {
            self = .nothing
            return
        }
        if text.hasPrefix("##") || text.hasPrefix("#") && text.contains("!") || text.lowercased().hasPrefix("err:") {
            self = .unclear
            return
        }
        let saysNone = folded == "khong_co" && text.allSatisfy { $0.isLetter || $0 == " " }
        switch field.type {
        case .boolean: self = Self.boolean(text, folded)
        case .integer: self = Self.integer(text)
        case _ where saysNone: self = .nothing
        case .date: self = Self.date(text)
        case .code:
            let code = text.uppercased().filter { !$0.isWhitespace }
            if code.range(of: #"^\d+([.,]\d+)?E\+\d+$"#, options: .regularExpression) != nil {
                self = .unclear
            } else if code.range(of: #"^\d+[.,]0+$"#, options: .regularExpression) != nil {
                self = Self.unit(String(code.prefix { $0.isNumber }), field, roster)
            } else {
                self = Self.unit(code, field, roster)
            }
        case .text: self = text.unicodeScalars.count > 2_000 ? .unclear : .says(text)
        case .decimal: self = .unsure
        case .choice: self = .unclear
        case .choices(let list): self = Self.choices(text, plan.codeLists[list])
        }
    }

    // MARK: Types

    private static func boolean(_ text: String, _ folded: String) -> PlainCell {
        let value: String
        switch folded {
        case "co", "c", "1", "true", "dung", "yes", "x": value = "true"
        case "khong", "k", "0", "false", "sai", "no", "khong_co": value = "false"
        default: return .unclear
        }
        return text.allSatisfy { $0.isLetter || $0.isNumber || $0 == " " } ? .says(value) : .mayStandFor(value)
    }

    private static func integer(_ text: String) -> PlainCell {
        guard text.range(of: #"^(\d+|\d{1,3}(\.\d{3})+|\d{1,3}( \d{3})+)$"#, options: .regularExpression) != nil else {
            return .unclear
        }
        guard let number = Int(text.filter(\.isNumber)), number <= Int(Int32.max) else { return .unclear }
        // A leading zero groups nothing.
        return text.hasPrefix("0") && text.count > 1 ? .mayStandFor("\(number)") : .says("\(number)")
    }

    private static func date(_ text: String) -> PlainCell {
        let time = #"([ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?(SA|CH|AM|PM))?(Z|[+-]\d{2}:?\d{2})?)?$"#
        func parts(_ pattern: String) -> [Int]? {
            guard text.range(of: "^" + pattern + time, options: [.regularExpression, .caseInsensitive]) != nil else {
                return nil
            }
            let numbers = text.split { !$0.isASCII || !$0.isNumber }.prefix(3).compactMap { Int($0) }
            return numbers.count == 3 ? numbers : nil
        }
        if let found = parts(#"\d{1,2}([/.-])\d{1,2}\1\d{4}"#) { return day(found[2], found[1], found[0], text) }
        if let found = parts(#"\d{4}([/.-])\d{1,2}\1\d{1,2}"#) { return day(found[0], found[1], found[2], text) }
        return .unclear
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int, _ text: String) -> PlainCell {
        guard (1901...2199).contains(year), let date = CalendarDate(year: year, month: month, day: day) else {
            return .unclear
        }
        return text.count <= 10 ? .says(date.iso) : .mayStandFor(date.iso)
    }

    private static func unit(_ code: String, _ field: Field, _ roster: Roster) -> PlainCell {
        guard field.roles.contains(.unit) else { return .says(code) }
        return roster.codes.contains(code) ? .says(code) : .unclear
    }

    private static func choices(_ text: String, _ list: CodeList) -> PlainCell {
        let pieces = text.split { ",;\n\r".contains($0) }.map { Self.fold(String($0)) }.filter { !$0.isEmpty }
        var codes: Set<String> = []
        var first = 0
        while first < pieces.count {
            let last = (first..<pieces.count).reversed().first {
                code(pieces[first...$0].joined(separator: "_"), list) != nil
            }
            guard let last, let code = code(pieces[first...last].joined(separator: "_"), list) else {
                // Several names without a mark between them: read, or told.
                return .unsure
            }
            codes.insert(code)
            first = last + 1
        }
        guard !codes.isEmpty else { return .unclear }
        return .says(list.codes.map(\.code).filter { codes.contains($0) }.joined(separator: ";"))
    }

    private static func code(_ folded: String, _ list: CodeList) -> String? {
        guard !folded.isEmpty else { return nil }
        if let code = list.codes.first(where: { fold($0.code) == folded }) { return code.code }
        if let code = list.codes.first(where: { fold($0.name) == folded }) { return code.code }
        return list.codes.first { $0.aliases.contains { fold($0) == folded } }?.code
    }

    // MARK: Letters

    private static func isOurs(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII || "đĐ–—“”‘’…•·§°₫".unicodeScalars.contains(scalar)
            || "aăâeêioôơuưy".unicodeScalars.contains(bare(scalar))
    }

    /// A Vietnamese vowel without its tone, in small; other scalars as they are.
    private static func bare(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        let parts = String(scalar).lowercased().decomposedStringWithCanonicalMapping.unicodeScalars
            .filter { !["\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"].contains($0) }
        let whole = String(String.UnicodeScalarView(parts)).precomposedStringWithCanonicalMapping.unicodeScalars
        return whole.count == 1 ? whole.first ?? scalar : scalar
    }

    /// As a reader sees it: without what nobody sees, with plain blanks, trimmed, composed.
    static func clean(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09, 0x0A, 0x0D, 0x20...0x7E: scalars.append(scalar)
            case 0..<0x20, 0x7F...0x9F, 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF, 0xFFFE, 0xFFFF: break
            case 0xA0: scalars.append(" ")
            case 0x201C, 0x201D: scalars.append("\"")
            case 0x2018, 0x2019: scalars.append("'")
            default: scalars.append(scalar)
            }
        }
        return String(scalars).precomposedStringWithCanonicalMapping.trimmingCharacters(
            in: CharacterSet(charactersIn: " \t\r\n")
        )
    }

    static func fold(_ text: String) -> String {
        let plain = text.lowercased().replacingOccurrences(of: "đ", with: "d").replacingOccurrences(of: "ð", with: "d")
            .decomposedStringWithCanonicalMapping
        var words: [String] = [""]
        for scalar in plain.unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9": words[words.count - 1].unicodeScalars.append(scalar)
            case "\u{300}"..."\u{36F}": break
            default: if words.last?.isEmpty == false { words.append("") }
            }
        }
        return words.filter { !$0.isEmpty }.joined(separator: "_")
    }

}
