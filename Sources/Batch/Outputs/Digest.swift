import Crypto
import Intake

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
        Intake.hexadecimal(hash.finalize())
    }
}
