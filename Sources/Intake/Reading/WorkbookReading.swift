import Records
import Spreadsheet

/// Reads the sheets of a workbook, each as a file of its own.
///
/// Not yet: Spreadsheet reads no cells so far, so the workbook is refused as a table in a format that is not read (F8).
func readWorkbook(_ bytes: [UInt8], file: InboxFile, context: ReadingContext) -> [FileReading] {
    if let workbook = try? WorkbookReader(bytes: bytes),
        let reading = readFeedback(workbook, file: file, context: context)
    {
        return [reading]
    }
    var reading = FileReading(file: file)
    reading.refuse(.F8, arguments: ["bảng tính .xlsx"])
    return [reading]
}
