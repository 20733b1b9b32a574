/// Encoding of a file's bytes, as it is named in manifests and findings.
package enum TextEncoding: String, CaseIterable, Sendable {
    case utf8 = "UTF-8"
    case utf8WithMark = "UTF-8 BOM"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case windows1258 = "Windows-1258"
    case windows1252 = "Windows-1252"
    case tcvn3 = "TCVN3"
}
