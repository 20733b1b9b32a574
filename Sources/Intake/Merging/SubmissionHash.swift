import Crypto

extension MergeInput {
    /// SHA-256 over the rows' canonical texts in sorted order: the same rows give the same hash in any file, order or form.
    func hash(ofSubmission rows: some Collection<Int>) -> String {
        var texts = rows.map { row in
            var bytes: [UInt8] = []
            appendCanonical(row: row, to: &bytes)
            return bytes
        }
        if texts.count > 1 { texts.sort { $0.lexicographicallyPrecedes($1) } }
        var hash = SHA256()
        for text in texts {
            hash.update(data: text)
            hash.update(data: [0x1E])
        }
        return hexadecimal(hash.finalize())
    }
}
