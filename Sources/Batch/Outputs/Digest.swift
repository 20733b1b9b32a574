import Crypto

/// SHA-256 in lower-case hexadecimal digits, as every hash of the set is written.
package func sha256(_ bytes: some Sequence<UInt8>) -> String {
    var digest = Digest()
    digest.update(ArraySlice(bytes))
    return digest.hexadecimal()
}

/// SHA-256 over pieces.
struct Digest {
    private var hash = SHA256()

    mutating func update(_ bytes: ArraySlice<UInt8>) {
        hash.update(data: bytes)
    }

    func hexadecimal() -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in hash.finalize() {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
