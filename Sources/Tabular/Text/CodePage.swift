// Eight-bit encodings of Vietnamese text, as tables of their upper halves.
//
// Sources: Windows-1258 and Windows-1252 as in Unicode's VENDORS/MICSFT/WINDOWS tables and in glibc's iconv; TCVN3 is the third
// set (VN3) of TCVN 5712:1993, the bytes behind .VnTime and the other ABC fonts: 67 small letters, the 7 capitals without a
// tone, and the no-break space. Its letters stand where glibc's TCVN5712-1 and the tables of Vietnamese keyboards have them
// (a test asks glibc, letter by letter); the capitals with tones of TCVN5712-1 are no part of it, for ABC users write them as
// small letters in a font of capitals (.VnTimeH), which no byte tells.

/// An eight-bit encoding of Vietnamese text.
package enum CodePage: CaseIterable, Sendable {
    case windows1258, windows1252, tcvn3

    package var encoding: TextEncoding {
        switch self {
        case .windows1258: .windows1258
        case .windows1252: .windows1252
        case .tcvn3: .tcvn3
        }
    }

    /// The scalars of 0x80 to 0xFF; U+FFFD where a byte is undefined.
    var upperHalf: [UInt16] {
        switch self {
        case .windows1258: Self.windows1258Half
        case .windows1252: Self.windows1252Half
        case .tcvn3: Self.tcvn3Half
        }
    }

    /// The byte of each scalar of the upper half. A C1 control character is the undefined byte that Windows makes it of.
    var bytes: [UInt16: UInt8] {
        switch self {
        case .windows1258: Self.windows1258Bytes
        case .windows1252: Self.windows1252Bytes
        case .tcvn3: Self.tcvn3Bytes
        }
    }

    static let undefined: UInt16 = 0xFFFD

    private static let windows1258Half = half(
        """
        €�‚ƒ„…†‡ˆ‰�‹Œ����‘’“”•–—˜™�›œ��Ÿ\
        \u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿\
        ÀÁÂĂÄÅÆÇÈÉÊË\u{300}ÍÎÏĐÑ\u{309}ÓÔƠÖ×ØÙÚÛÜƯ\u{303}ß\
        àáâăäåæçèéêë\u{301}íîïđñ\u{323}óôơö÷øùúûüư₫ÿ
        """
    )

    /// 0xD0 is Ð, and is read as Đ: Windows writes it for the Đ that the page lacks, and no Vietnamese word has an Ð.
    private static let windows1252Half = half(
        """
        €�‚ƒ„…†‡ˆ‰Š‹Œ�Ž��‘’“”•–—˜™š›œ�žŸ\
        \u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿\
        ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏĐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß\
        àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ
        """
    )

    /// 0x85 and 0x91 to 0x97 are the marks of Windows, which Word puts into texts in ABC fonts as into any other.
    private static let tcvn3Half = half(
        """
        �����…�����������‘’“”•–—��������\
        \u{A0}ĂÂÊÔƠƯĐăâêôơưđ������àảãáạ�ằẳẵắ�\
        ������ặầẩẫấậè�ẻẽéẹềểễếệìỉ���ĩíịò\
        �ỏõóọồổỗốộờởỡớợù�ủũúụừửữứựỳỷỹýỵ�
        """
    )

    private static let windows1258Bytes = inverse(windows1258Half)
    private static let windows1252Bytes = inverse(windows1252Half).merging([0xD0: 0xD0]) { known, _ in known }
    private static let tcvn3Bytes = inverse(tcvn3Half)

    private static func half(_ letters: String) -> [UInt16] {
        letters.unicodeScalars.map { UInt16(truncatingIfNeeded: $0.value) }
    }

    private static func inverse(_ half: [UInt16]) -> [UInt16: UInt8] {
        var bytes: [UInt16: UInt8] = [:]
        for (index, scalar) in half.enumerated() {
            let byte = UInt8(0x80 + index)
            bytes[scalar == undefined ? UInt16(byte) : scalar] = byte
        }
        return bytes
    }
}
