// swift-tools-version: 6.3
// A package of its own: a fuzz target has no `main` of ours and would break a plain `swift build`. `Rooms` are links to the rooms
// of the house, compiled here once more with the fuzzer's and the address sanitizer's eyes in them (`scripts/fuzz`); being of
// one package with them, the targets see what is `package`.
import PackageDescription

let settings: [SwiftSetting] = [
    .strictMemorySafety(),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, path: "Rooms/\(name)", swiftSettings: settings)
}

let system = Target.Dependency.product(name: "SystemPackage", package: "swift-system")

let package = Package(
    name: "tonghop-fuzz",
    dependencies: [
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1")
    ],
    targets: [
        .systemLibrary(name: "CXlsxWriter", path: "Rooms/CXlsxWriter", pkgConfig: "xlsxwriter"),
        .systemLibrary(name: "CXML2", path: "Rooms/CXML2", pkgConfig: "libxml-2.0"),
        .systemLibrary(name: "CZip", path: "Rooms/CZip", pkgConfig: "libzip"),
        // In the place of swift-crypto, which takes a quarter of an hour to build with sanitizers and is none of ours.
        .target(name: "Crypto"),
        room("Tabular"),
        room("XML", ["CXML2"]),
        room("Spreadsheet", ["CXlsxWriter", "CZip", "XML"]),
        room("Plan", ["XML"]),
        room("Records", ["Plan"]),
        room("Intake", ["Tabular", "Spreadsheet", "Plan", "Records", "Crypto", system]),
        .executableTarget(
            name: "Fuzz",
            dependencies: ["Tabular", "Plan", "Records", "Intake", "Spreadsheet"],
            swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])]
        ),
    ],
    swiftLanguageModes: [.v6]
)
