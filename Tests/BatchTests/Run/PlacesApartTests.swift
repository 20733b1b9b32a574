import FoundationEssentials
import SystemPackage
import Testing

@testable import Batch

@Suite("Places that must not lie in one another")
struct PlacesApartTests {
    struct Places: Sendable, CustomTestStringConvertible {
        var inbox: String? = "hop-thu"
        var out = "ket-qua"
        var state: String?
        var roster: String?
        var decisions: String?
        /// Which of them is refused.
        var refused = ""

        var testDescription: String { "\(self)" }
    }

    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        for path in ["hop-thu/xa", "ket-qua/hien-hanh", "ket-qua/.tonghop", "ket-qua/da-chot"] {
            try SystemCalls.makeFolders(folder.path.appending(path))
        }
    }

    private func check(_ places: Places) throws {
        func path(_ name: String) -> FilePath { folder.path.appending(name) }
        try requireApart(
            inbox: places.inbox.map(path),
            out: path(places.out),
            state: places.state.map(path),
            roster: places.roster.map(path),
            decisions: places.decisions.map(path)
        )
    }

    @Test(
        "each beside the other, or the inbox and the state where nothing is replaced",
        arguments: [
            Places(), Places(state: "trang-thai", roster: "don-vi.csv", decisions: "quyet-dinh.csv"),
            Places(state: "ket-qua/.tonghop"), Places(inbox: "ket-qua/hop-thu", state: "ket-qua/trang-thai"),
            Places(inbox: "hop-thu-2", out: "hop-thu"), Places(inbox: nil, state: "hop-thu"),
        ]
    )
    func apart(places: Places) throws {
        try check(places)
    }

    @Test(
        "what the program writes would change the inbox, or be deleted with what it replaces",
        arguments: [
            Places(out: "hop-thu", refused: "--out"), Places(out: "hop-thu/xa/ket-qua", refused: "--out"),
            Places(out: "ket-qua/../hop-thu/./moi", refused: "--out"), Places(state: "hop-thu", refused: "--state"),
            Places(roster: "hop-thu/don-vi.csv", refused: "--roster"),
            Places(decisions: "hop-thu/xa/quyet-dinh.csv", refused: "--decisions"),
            Places(inbox: "ket-qua/hien-hanh", refused: "--inbox"),
            Places(inbox: "ket-qua/.tonghop", refused: "--inbox"),
            Places(inbox: "ket-qua/.tonghop/staging/hop-thu", refused: "--inbox"),
            Places(inbox: "ket-qua/nhat-ky", refused: "--inbox"),
            Places(state: "ket-qua/hien-hanh", refused: "--state"),
            Places(state: "ket-qua/.tonghop/previous", refused: "--state"),
            Places(inbox: nil, state: "ket-qua/da-chot", refused: "--state"),
        ]
    )
    func refused(places: Places) throws {
        let error = #expect(throws: BatchError.self) { try check(places) }
        guard case .usage(let message)? = error else {
            Issue.record("\(String(describing: error)) is no error of usage")
            return
        }
        #expect(message.hasPrefix(places.refused + " ("), "\(message)")
    }

    @Test("a link to the inbox is the inbox")
    func link() throws {
        try FileManager.default.createSymbolicLink(
            atPath: folder.path.appending("lien-ket").string,
            withDestinationPath: "hop-thu"
        )
        #expect(throws: BatchError.self) { try check(Places(out: "lien-ket/ket-qua")) }
    }
}
