/// One file of the inbox.
struct SubmittedFile: Equatable, Sendable {
    /// From the output folder, beginning with `inbox/`.
    let path: String
    var bytes: [UInt8]
    /// The date of the first night on which the file lies there, as 2026-03-14.
    let night: String
}

/// Writes the mailings of a unit that go into files of their own.
struct MailingFiles {
    let options: Options

    /// The files of a unit's year in the order of their nights. With bundles, only what came after the first sending:
    /// the rest is in the bundles.
    func files(of year: UnitYear) -> [SubmittedFile] {
        var folder = "inbox/"
        // The bundles' folders begin with 1 to 8: what a unit sends itself, later, lies behind them by path.
        if options.layout == .bundles { folder += "9-don-vi-gui/" }
        folder += "\(year.unit.commune.code)/\(year.unit.code)/"
        var files: [SubmittedFile] = []
        for (number, mailing) in year.mailings.enumerated() {
            if options.layout == .bundles, mailing.reason == .original { continue }
            let name = "\(Day.two(number + 1))-\(mailing.reason.rawValue)-\(mailing.sentOn.iso)"
            let style = style(of: year, habit: mailing.habit)
            for rows in mailing.parts {
                var writer = CSVWriter(columns: Columns.of(rows.dataSet), style: style)
                writer.append(rows)
                writer.finish()
                files.append(
                    SubmittedFile(
                        path: "\(folder)\(name)/\(rows.dataSet.rawValue).csv",
                        bytes: writer.drain(),
                        night: mailing.night.iso
                    )
                )
            }
        }
        return files
    }

    private func style(of year: UnitYear, habit: Int) -> Style {
        if options.styled {
            var random = Random(seed: options.seed, .styleMatrix, year.index, habit)
            return Style.fromMatrix(&random)
        }
        guard options.messy else { return .clean }
        var random = Random(seed: options.seed, .styles, year.index, habit)
        // A third of the units keep the clean form that the office handed out.
        if habit == 0, random.chance(330) { return .clean }
        return Style.drawn(&random)
    }
}
