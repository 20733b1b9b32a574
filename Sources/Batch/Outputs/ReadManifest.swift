import FoundationEssentials

/// What of an older set's manifest a run needs: its files, its periods, and the names of its inputs.
package struct ReadManifest: Sendable, Decodable {
    package struct Input: Sendable, Equatable, Decodable {
        package let path: String
        package let sha256: String?
        package let role: String
    }

    package let run: String
    package let asOf: String
    package let inputs: [Input]
    package let periods: [Manifest.Period]
    package let outputs: [Manifest.Output]
    /// Of a frozen set in `da-chot/`.
    package let closing: Manifest.Closing?

    private enum CodingKeys: String, CodingKey {
        case run, inputs, periods, outputs, closing
        case asOf = "as_of"
    }

    /// Nil where the bytes are no manifest, or where it names a path outside its folder: such a set is written anew.
    package init?(json: [UInt8]) {
        guard let read = try? JSONDecoder().decode(ReadManifest.self, from: Data(json)),
            read.outputs.allSatisfy({ isInside($0.path) }),
            read.periods.allSatisfy({ isInside($0.id) && !$0.id.contains("/") })
        else { return nil }
        self = read
    }
}

private func isInside(_ path: String) -> Bool {
    !path.hasPrefix("/")
        && !path.split(separator: "/", omittingEmptySubsequences: false).contains { $0 == ".." || $0.isEmpty }
}
