import ArgumentParser
import Batch
import SystemPackage

/// `tonghop verify`: is what is published still what was published?
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Reads the published set again and says what is not as it was published.",
        discussion: """
            Every file of OUT/hien-hanh and OUT/da-chot is held against its manifest and hashes, every workbook is read to the end
            of each part, every figures.csv is added up, and the ledger must know the set as the last one that was published. What
            differs goes to standard output, file by file, in Vietnamese; the exit status is then 1, and 73 where the set cannot be
            read. Nothing is written and no lock is taken: anybody who may read the folder can do it, while a run goes on too.

            Examples:
              tonghop verify out
              tonghop verify out --state /var/lib/tonghop
              tonghop verify out --quiet || mail -s "tonghop" van-phong@example.vn
            """
    )

    @Argument(help: ArgumentHelp("Folder that runs write to.", valueName: "out"))
    var out: String

    @Option(help: ArgumentHelp("Folder of the ledger (default: OUT/.tonghop).", valueName: "dir"))
    var state: String?

    @OptionGroup(title: "Output")
    var output: OutputOptions

    func run() throws {
        let progress = output.progress
        try exiting(progress) {
            let report = try Batch.verify(
                VerifyOptions(out: FilePath(out), state: state.map { FilePath($0) }),
                progress: { progress.step($0) }
            )
            progress.end()
            try StandardStreams.out(verificationView(report, isQuiet: output.quiet))
            if !report.differences.isEmpty { throw ExitCode(1) }
        }
    }
}
