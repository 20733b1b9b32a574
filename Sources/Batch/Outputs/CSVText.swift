import Figures

/// A CSV file of texts, record by record.
struct CSVText {
    private var csv = CSVBytes()

    init(header: [String]) {
        append(header)
    }

    var bytes: [UInt8] { csv.bytes }

    mutating func append(_ cells: [String]) {
        for cell in cells { csv.text(cell) }
        csv.endRecord()
    }
}

/// Order by UTF-8 bytes, as every machine-readable output is sorted; Swift's own order of strings is by Unicode's equivalence.
func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
}
