import Plan

/// What a finding is about. Codes are stable; each has its page in docs/findings.md.
package enum FindingCode: String, Sendable, CaseIterable {
    case F1, F2, F3, F4, F5, F6, F7, F8, F9, F10, F11, F12, F13
    case H1, H2, H3, H4
    case L1, L2, L3, L4, L5
    case C1, C2, C3, C4, C5, C6, C7, C8, C9, C10, C11, C12, C13, C14, C15, C16
    case K1, K2, K3, K4, K5, K6, K7
    case U1, U2, U3, U4
    case P1, P2, P3, P4, P5, P6, P7
    case O1, O2, O3
    /// One of the plan's own rules: the finding says which.
    case V

    /// How grave it is: severity belongs to the code, and to the rule where the plan has its own.
    package var severity: Severity {
        switch self {
        case .F1, .F2, .F3, .F4, .F6, .F7, .F8, .L4, .C2, .C3, .C4, .C5, .C6, .C7, .C10, .C16, .U1, .U3, .P1, .P7:
            .error
        case .H1, .H2, .H4, .L1, .L3, .C1, .C9, .C11, .C12, .C14, .C15, .K3, .K4, .K5, .K6, .K7, .U2, .U4, .P2, .P3,
            .P4, .P5, .O2, .O3, .V:
            .query
        case .F5, .F9, .F10, .F11, .F12, .F13, .H3, .L2, .L5, .C8, .C13, .K1, .K2, .P6, .O1: .information
        }
    }
}
