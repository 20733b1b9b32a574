import CXlsxWriter
import Glibc

/// Writes one .xlsx over libxlsxwriter, and believes nothing until it has read back what was written.
///
/// A handle on memory of C, hence a class: used by one thread; several threads write several workbooks, all with the same time of
/// creation. Nobody may call `setlocale`. libxlsxwriter prints to stderr when a file cannot be made; the error is thrown as well.
/// A writer that is dropped without `close` leaves no file.
@safe package final class WorkbookWriter {
    /// Where the workbook is written.
    package let path: String
    let isConstantMemory: Bool
    var sheets: [SheetState] = []
    var formats: FormatTable
    /// Links to sheets that must be there at the end, with the places where they stand.
    var linked: [String: String] = [:]
    private(set) var workbook: UnsafeMutablePointer<lxw_workbook>?

    /// Begins a workbook; no file is made before `close`, but for temporary ones in `temporaryFolder`.
    ///
    /// In constant memory each sheet's rows go to a temporary file as they come: rows in order only, no tables.
    /// Throws `setting` for properties that Excel does not take and for a temporary folder that is not there, `library` where
    /// libxlsxwriter refuses.
    package init(
        path: String,
        temporaryFolder: String,
        properties: DocumentProperties,
        constantMemory: Bool = false
    ) throws(SpreadsheetError) {
        guard !path.isEmpty, !path.utf8.contains(0) else { throw .setting(place: "path", reason: "not a path") }
        // libxlsxwriter would turn to /tmp without a word.
        guard unsafe access("\(temporaryFolder)/.", W_OK | X_OK) == 0 else {
            throw .setting(
                place: "temporary folder",
                reason: "'\(temporaryFolder)' is no folder that can be written to"
            )
        }
        let workbook = unsafe try withCStrings([temporaryFolder]) { strings throws(SpreadsheetError) in
            var options = unsafe lxw_workbook_options()
            unsafe options.constant_memory = constantMemory ? 1 : 0
            unsafe options.tmpdir = unsafe strings[0]
            unsafe options.use_zip64 = 0
            guard let workbook = unsafe workbook_new_opt(path, &options) else {
                throw .library(operation: "workbook_new_opt", reason: "no memory")
            }
            return unsafe workbook
        }
        unsafe self.workbook = unsafe workbook
        self.path = path
        isConstantMemory = constantMemory
        unsafe formats = FormatTable(workbook)
        unsafe try Self.set(properties, of: workbook)
    }

    deinit {
        guard let workbook = unsafe workbook else { return }
        // lxw_workbook_free leaves the temporary files of constant memory open.
        if isConstantMemory {
            for sheet in sheets {
                if let file = unsafe sheet.handle.pointee.optimize_tmpfile { unsafe fclose(file) }
            }
        }
        unsafe lxw_workbook_free(workbook)
    }

    /// Adds a sheet behind the others. Throws `sheetName` for a name that Excel does not take or that another sheet has, but for case.
    package func addSheet(_ name: String) throws(SpreadsheetError) -> Sheet {
        guard let workbook = unsafe workbook else { throw .closed }
        try SheetName.check(name, among: sheets.lazy.map(\.name))
        guard let handle = unsafe workbook_add_worksheet(workbook, name) else {
            throw .library(operation: "workbook_add_worksheet", reason: "sheet '\(name)' cannot be made")
        }
        unsafe sheets.append(SheetState(name: name, handle: handle))
        return Sheet(index: sheets.count - 1, name: name)
    }

    /// Writes the file, reads it back to its end and counts its sheets, rows and cells.
    ///
    /// Throws `damaged` where they are not what was written, `library` where libxlsxwriter fails, `setting` for a workbook without a
    /// visible sheet, `cellValue` for a link to a sheet that is not there. After an error the file, if any, is not to be used.
    package func close() throws(SpreadsheetError) -> WrittenWorkbook {
        guard let workbook = unsafe workbook else { throw .closed }
        try finishSheets()
        unsafe self.workbook = nil  // freed by workbook_close, whatever comes of it
        try Self.check(unsafe workbook_close(workbook), "workbook_close")
        let found: WorkbookInspection
        do { found = try inspectWorkbook(at: path, limits: .ownWork) } catch {
            if case .unreadable(_, let reason) = error { throw .damaged(file: path, reason: reason) }
            throw error
        }
        try compare(found)
        return WrittenWorkbook(path: path, inspection: found)
    }

    /// Throws what libxlsxwriter says, if it is not satisfied.
    static func check(_ error: lxw_error, _ operation: @autoclosure () -> String) throws(SpreadsheetError) {
        guard error != LXW_NO_ERROR else { return }
        throw .library(
            operation: operation(),
            reason: unsafe lxw_strerror(error).map { unsafe String(cString: $0) } ?? "unknown"
        )
    }

    /// The sheet's number in `sheets`; throws `foreignSheet` or `closed`.
    func index(of sheet: Sheet) throws(SpreadsheetError) -> Int {
        guard unsafe workbook != nil else { throw .closed }
        guard sheets.indices.contains(sheet.index), sheets[sheet.index].name == sheet.name else {
            throw .foreignSheet(sheet.name)
        }
        return sheet.index
    }

    private func finishSheets() throws(SpreadsheetError) {
        guard let visible = sheets.firstIndex(where: { !$0.hidden }) else {
            throw .setting(place: path, reason: "a workbook needs a visible sheet")
        }
        // Else Excel opens on the first sheet, hidden or not.
        unsafe worksheet_activate(sheets[visible].handle)
        unsafe worksheet_set_first_sheet(sheets[visible].handle)
        for (name, place) in linked where !sheets.contains(where: { $0.name == name }) {
            throw .cellValue(place: place, reason: "a link to the sheet '\(name)', which is not there")
        }
        for sheet in sheets where !sheet.textNumbers.isEmpty {
            let ranges = sheet.textNumbers.map(\.a1).joined(separator: " ")
            // libxlsxwriter cuts attributes above 2,079 bytes.
            guard ranges.utf8.count <= 2000 else {
                throw .setting(place: sheet.name, reason: "too many ranges of numbers stored as text")
            }
            try Self.check(
                unsafe worksheet_ignore_errors(sheet.handle, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), ranges),
                "worksheet_ignore_errors"
            )
        }
    }

    private func compare(_ found: WorkbookInspection) throws(SpreadsheetError) {
        guard found.sheets.map(\.name) == sheets.map(\.name) else {
            throw .damaged(file: path, reason: "the sheets are \(found.sheets.map(\.name))")
        }
        for (sheet, found) in zip(sheets, found.sheets) {
            guard sheet.written.rows == found.rows, sheet.written.cells == found.cells else {
                let written = "\(sheet.written.rows) rows and \(sheet.written.cells) cells written"
                let read = "\(found.rows) and \(found.cells) found"
                throw .damaged(file: path, reason: "sheet '\(sheet.name)': \(written), \(read)")
            }
        }
    }
}

/// A workbook that has been written, read back and counted.
package struct WrittenWorkbook: Hashable, Sendable {
    package let path: String
    package let inspection: WorkbookInspection
}
