import FoundationEssentials
import Ledger
import SystemPackage

/// What `reopen` writes beside a closed folder: `da-chot/2026-Q1-lan-1.mo-lai`.
struct Reopening: Sendable, Equatable, Decodable {
    /// As the clock of the command told it.
    let at: String
    let by: String
    let reason: String

    /// Nil where the bytes are anything else: the file reopens the period all the same.
    init?(json: [UInt8]) {
        guard let read = try? JSONDecoder().decode(Reopening.self, from: Data(json)) else { return nil }
        self = read
    }

    init(at: String, by: String, reason: String) {
        self.at = at
        self.by = by
        self.reason = reason
    }

    func json(of issue: ClosedIssue) -> [UInt8] {
        JSONText.document { text in
            text.string("period", issue.period)
            text.number("issue", issue.number)
            text.string("at", at)
            text.string("by", by)
            text.string("reason", reason)
        }
    }
}

// Who closed and reopened, when and why, as `da-chot/` tells it: the ledger can be lost.
extension ClosedArchive {
    func closing(_ issue: ClosedIssue) -> Ledger.Closing {
        let told = (try? ClosedSet(issue, of: self))?.manifest.closing
        return Ledger.Closing(
            period: issue.period,
            issue: issue.number,
            event: .closed,
            at: told?.at ?? "",
            by: told?.by ?? ""
        )
    }

    func reopening(_ issue: ClosedIssue) -> Ledger.Closing {
        let bytes = try? SystemCalls.read(folder.appending(issue.reopening))
        let told = bytes.flatMap(Reopening.init)
        return Ledger.Closing(
            period: issue.period,
            issue: issue.number,
            event: .reopened,
            at: told?.at ?? "",
            by: told?.by ?? "",
            reason: told?.reason ?? ""
        )
    }
}
