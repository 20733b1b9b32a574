// What a cell says where it holds no value: the first thing that is asked of every kind of cell.

import Tabular

/// Whether a cell holds a value at all.
enum Absence: Equatable {
    /// It holds something that its type must read.
    case given
    /// Empty, `-`, `N/A` or `#N/A`.
    case missing
    /// `Không có`: missing, but no in a boolean and 0 in a count.
    case thereIsNone
    /// `không`: no in a boolean and 0 in a count, a word like any other elsewhere.
    case no
    /// `####`, `#REF!` and the other error values of a spreadsheet (C10).
    case errorValue

    /// The longest word below, in bytes: anything longer is a value, and most cells are told by their first byte.
    private static let longest = 16

    /// - Parameter text: as `clean` gives it.
    init(of text: Span<UInt8>) {
        guard !text.isEmpty else {
            self = .missing
            return
        }
        switch text[0] {
        case 0x23: self = Self.afterHash(text)
        case 0x2D: self = text.count == 1 ? .missing : .given
        // En dash and em dash, which Word and Excel put for a hyphen.
        case 0xE2:
            let isDash = text.count == 3 && text[1] == 0x80 && (text[2] == 0x93 || text[2] == 0x94)
            self = isDash ? .missing : .given
        case 0x4E, 0x6E: self = text.equals("n/a") ? .missing : .given
        case 0x45, 0x65: self = Self.isErrorNumber(text) ? .errorValue : .given
        case 0x4B, 0x6B: self = Self.afterK(text)
        default: self = .given
        }
    }

    private static let thereIsNoneWord = Array("khong_co".utf8)
    private static let noWord = Array("khong".utf8)

    private static func afterK(_ text: Span<UInt8>) -> Absence {
        guard text.count <= longest, text.isWords else { return .given }
        return switch fold(text) {
        case thereIsNoneWord: .thereIsNone
        case noWord: .no
        default: .given
        }
    }

    private static func afterHash(_ text: Span<UInt8>) -> Absence {
        if text.equals("#n/a") { return .missing }
        if text.count <= longest {
            for name in [
                "#ref!", "#div/0!", "#value!", "#name?", "#num!", "#null!", "#spill!", "#calc!", "#field!", "#blocked!",
                "#busy!", "#getting_data",
            ] where text.equals(name) {
                return .errorValue
            }
        }
        // A column that was too narrow when the file was written: Excel's `####`.
        guard text.count >= 2 else { return .given }
        for index in text.indices where text[index] != 0x23 { return .given }
        return .errorValue
    }

    /// LibreOffice's `Err:502`.
    private static func isErrorNumber(_ text: Span<UInt8>) -> Bool {
        text.count == 7 && text.extracting(0..<4).equals("err:") && text.extracting(4..<7).areDigits
    }
}

extension Span<UInt8> {
    /// Equality with a word of lower-case ASCII, whatever the case here.
    func equals(_ lowerCaseWord: String) -> Bool {
        let word = lowerCaseWord.utf8
        guard word.count == count else { return false }
        var index = 0
        for letter in word {
            let byte = self[index]
            guard byte == letter || (0x41...0x5A).contains(byte) && byte | 0x20 == letter else { return false }
            index += 1
        }
        return true
    }

    /// Letters, digits, blanks and `_`, and perhaps a full stop at the end: `Không/Có` is an option that nobody struck out.
    var isWords: Bool {
        for index in indices {
            switch self[index] {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF, 0x20, 0x5F: break
            case 0x2E where index == count - 1: break
            default: return false
            }
        }
        return true
    }

    /// One ASCII digit at the least, and nothing else.
    var areDigits: Bool {
        for index in indices where !self[index].isDigit { return false }
        return !isEmpty
    }
}

extension UInt8 {
    var isDigit: Bool { self &- 0x30 <= 9 }
}
