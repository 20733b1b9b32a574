import Plan
import Records

/// Open findings by severity; what was answered or closed stands in no count.
package struct FindingCounts: Sendable, Equatable {
    package var error = 0
    package var query = 0
    package var information = 0

    package init(error: Int = 0, query: Int = 0, information: Int = 0) {
        self.error = error
        self.query = query
        self.information = information
    }

    package init(open findings: [Finding]) {
        for finding in findings where finding.state == .open {
            switch finding.severity {
            case .error: error += 1
            case .query: query += 1
            case .information: information += 1
            }
        }
    }

    /// How many are at least that grave.
    package func count(atLeast severity: Severity) -> Int {
        switch severity {
        case .error: error
        case .query: error + query
        case .information: error + query + information
        }
    }
}
