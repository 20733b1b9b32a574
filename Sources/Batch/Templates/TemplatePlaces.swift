import SystemPackage

/// Where templates may lie; the environment and the program's own place come in as values.
package struct TemplatePlaces: Sendable {
    /// `--templates`
    package var option: FilePath?
    /// `TONGHOP_TEMPLATES`
    package var environment: FilePath?
    /// The program's own file.
    package var executable: FilePath?

    package init(option: FilePath? = nil, environment: FilePath? = nil, executable: FilePath? = nil) {
        self.option = option
        self.environment = environment
        self.executable = executable
    }

    /// The folder named, else that of the installation (`../share/tonghop/templates`), else that of the checkout in which the
    /// program was built (`templates/` in a folder above it).
    package func find() throws(BatchError) -> FilePath {
        for (folder, origin) in [(option, "--templates"), (environment, "TONGHOP_TEMPLATES")] {
            guard let folder else { continue }
            // A place that was named and is not there is a mistake; another must not step in silently.
            guard TemplatePlaces.holdsPlan(folder) else {
                throw .usage("\(origin): thư mục \(folder) không có tệp plan-<năm>.xml nào.")
            }
            return folder
        }
        let candidates = candidatesFromExecutable()
        if let found = candidates.first(where: TemplatePlaces.holdsPlan) { return found }
        throw .usage("Không tìm thấy thư mục biểu mẫu; hãy nêu bằng --templates hoặc TONGHOP_TEMPLATES.")
    }

    private func candidatesFromExecutable() -> [FilePath] {
        guard let executable else { return [] }
        var folder = executable.removingLastComponent()
        var candidates = [folder.removingLastComponent().appending("share/tonghop/templates")]
        while !folder.isEmpty {
            candidates.append(folder.appending("templates"))
            guard folder.removeLastComponent() else { break }
        }
        return candidates
    }

    private static func holdsPlan(_ folder: FilePath) -> Bool {
        let names = try? SystemCalls.names(in: folder)
        return names?.contains(where: PlanCatalog.isPlanName) ?? false
    }
}
