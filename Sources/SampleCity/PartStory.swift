/// One data set of one sending: what was sent first, and what followed. Without a mistake nothing follows.
struct PartStory: Sendable {
    var original: Rows
    var followUp: Rows?
    var reason = Mailing.Reason.correction
    /// The date that a corrected report gives as its day of sending, where it has to be drawn before its mailing.
    var followUpSentOn: Day?
    /// What a resend holds: the corrected rows, where there are any.
    var settled: Rows
    /// Without a ledger, nothing but the path tells the original from what supersedes it.
    var isDecidedByPath = false

    init(_ rows: Rows) {
        original = rows
        settled = rows
    }

    /// What is not mended yet and will be by path alone must not be sent again: its copy's path might be the greatest.
    var mayResend: Bool { followUp != nil || !isDecidedByPath }

    /// Resending the first version later must not bring it back. Where only the path decides, it would.
    var mayResendOriginal: Bool { followUp != nil && !isDecidedByPath }
}
