import Records

/// What stops the whole intake: faults of the surroundings, of the roster, or of the program itself. What a sender did is a
/// `Finding`, never one of these.
package enum IntakeError: Error, Sendable {
    /// The inbox is not there, is no folder, or may not be read.
    case inboxUnreadable(path: String, reason: String)
    /// The roster's file is not there or may not be read.
    case rosterUnreadable(path: String, reason: String)
    /// The roster has errors: every "100%" hangs on it. All its findings, errors and others, and its sheet in a workbook.
    case roster([Finding], sheet: String?)
    /// Rows went missing: read is not counted + merged + superseded + left out.
    case imbalance(path: String, RowBalance)
}
