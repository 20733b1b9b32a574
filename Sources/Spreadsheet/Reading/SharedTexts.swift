import XML

extension CellTexts {
    private static let names = ["si", "t", "r", "rPh"]

    /// Reads the texts that a workbook's cells share: the runs of a rich text joined, phonetic readings left out.
    init(shared part: String, in archive: ZipArchive, _ limits: WorkbookLimits) throws(WorkbookReadingError) {
        self.init()
        var tokens = try PartTokens(of: part, in: archive, names: Self.names)
        var depth = 0
        var isText = false
        var isPhonetic = false
        while let token = try tokens.next() {
            switch (token.kind, token.name) {
            case (.start, let name):
                depth += 1
                switch name {
                case 1: isText = depth > 2 && !isPhonetic
                case 3: isPhonetic = true
                default: break
                }
            case (.text, _): if isText { append(tokens.bytes(token)) }
            case (.end, let name):
                depth -= 1
                switch name {
                case 0 where depth == 1:
                    _ = end()
                    guard count <= limits.texts, bytes.count <= limits.textBytes else {
                        throw .tooLarge(reason: "\(part): more than \(limits.texts) texts or \(limits.textBytes) bytes")
                    }
                case 1: isText = false
                case 3: isPhonetic = false
                default: break
                }
            case (.attribute, _): break
            }
        }
    }
}
