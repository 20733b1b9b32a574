/// The city-wide files: the first sendings of all units, by period and data set, and those of late units apart, for they
/// were collected later. They come out in pieces, so that no bundle is ever whole in memory.
struct Bundles {
    private struct Key: Hashable {
        let period: Period
        let isLate: Bool
        let dataSet: DataSet

        var order: (Int, Int) {
            (period.stage * 2 + (isLate ? 1 : 0), DataSet.allCases.firstIndex(of: dataSet) ?? 0)
        }
    }

    private struct Bundle {
        let path: String
        let night: Day
        var writer: CSVWriter
        /// The bytes that have left.
        var drained = 0

        var size: Int { drained + writer.bytes.count }

        mutating func drain() -> SubmittedFile {
            let bytes = writer.drain()
            drained += bytes.count
            return SubmittedFile(path: path, bytes: bytes, night: night.iso)
        }
    }

    private static let pieceSize = 1_000_000

    private let options: Options
    private var open: [Key: Bundle] = [:]
    private var numbers: [Key: Int] = [:]

    init(options: Options) {
        self.options = options
    }

    /// Takes a unit's first sendings. Gives the pieces that are ready: files of the same path belong together, in order.
    /// A unit's rows are never split between bundles.
    mutating func take(_ year: UnitYear) -> [SubmittedFile] {
        var pieces: [SubmittedFile] = []
        for mailing in year.mailings where mailing.reason == .original {
            for rows in mailing.parts where !rows.isEmpty {
                let key = Key(period: mailing.period, isLate: mailing.isLate, dataSet: rows.dataSet)
                var bundle = open.removeValue(forKey: key) ?? begin(key)
                bundle.writer.append(rows)
                if bundle.size >= options.bundleLimit {
                    bundle.writer.finish()
                    pieces.append(bundle.drain())
                } else {
                    if bundle.writer.bytes.count >= Self.pieceSize { pieces.append(bundle.drain()) }
                    open[key] = bundle
                }
            }
        }
        return pieces
    }

    /// Gives what is left.
    mutating func finish() -> [SubmittedFile] {
        // A dictionary has no order of its own.
        let rest = open.sorted { $0.key.order < $1.key.order }.map(\.value)
        open = [:]
        return rest.map { bundle in
            var bundle = bundle
            bundle.writer.finish()
            return bundle.drain()
        }
    }

    private mutating func begin(_ key: Key) -> Bundle {
        numbers[key, default: 0] += 1
        let place = key.period.stage * 2 + (key.isLate ? 2 : 1)
        let folder = "\(place)-\(key.period.id)" + (key.isLate ? "-nop-muon" : "")
        var style = Style.clean
        if options.messy {
            var random = Random(seed: options.seed, .bundles, key.order.0, key.order.1)
            style = Style.drawn(&random)
        }
        return Bundle(
            path: "inbox/\(folder)/\(key.dataSet.rawValue)-\(Day.two(numbers[key, default: 1])).csv",
            night: key.period.due.advanced(by: key.isLate ? Profile.Sending.lateCollection : -1),
            writer: CSVWriter(columns: Columns.of(key.dataSet), style: style)
        )
    }
}
