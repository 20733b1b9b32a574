import CXML2

/// What libxml2 needs before its first use, and the options of every parse.
enum LibXML {
    /// libxml2 fills tables at first use, without a lock; a `static let` runs once, whichever thread comes first.
    static let ready: Void = {
        xmlInitParser()
        xmlSchemaInitTypes()
        _ = xmlRelaxNGInitTypes()
    }()

    /// No network; nothing on stderr; no entities replaced; never XML_PARSE_HUGE, so that depth (256), names and texts stay bounded.
    static let options = Int32(
        XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
            | XML_PARSE_BIG_LINES.rawValue
    )
}

/// Collects what libxml2 reports for one document.
final class ErrorLog {
    struct Entry {
        let line: Int
        let message: String
        /// The address of the node in question, to compare and not to follow.
        let node: UInt?
    }

    private(set) var entries: [Entry] = []

    /// For the `data` of a structured error handler. The log must outlive the handler.
    var context: UnsafeMutableRawPointer { unsafe Unmanaged.passUnretained(self).toOpaque() }

    static let handler: xmlStructuredErrorFunc = { data, error in
        guard let data = unsafe data, let error = unsafe error?.pointee, unsafe error.level != XML_ERR_WARNING else {
            return
        }
        let message = unsafe error.message.map { unsafe String(cString: $0) } ?? "unknown error"
        let entry = unsafe Entry(
            line: Int(error.line),
            message: message.split(whereSeparator: \.isNewline).joined(separator: " "),
            node: error.node.map { UInt(bitPattern: $0) }
        )
        unsafe Unmanaged<ErrorLog>.fromOpaque(data).takeUnretainedValue().entries.append(entry)
    }
}
