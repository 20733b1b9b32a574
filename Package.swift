// swift-tools-version: 6.3
import PackageDescription

let settings: [SwiftSetting] = [
    .strictMemorySafety(),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// The tests run whole cities: rooms optimised in debug builds too make them about three times as fast.
let roomSettings = settings + [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// One room of the house (see docs/architecture.md): a target and its tests.
func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: roomSettings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: "\(name)Tests",
        dependencies: [.byName(name: name)] + dependencies,
        swiftSettings: settings
    )
}

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let system = Target.Dependency.product(name: "SystemPackage", package: "swift-system")

let package = Package(
    name: "tonghop",
    products: [
        .executable(name: "tonghop", targets: ["tonghop"]),
        .executable(name: "sample-city", targets: ["SampleCity"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),

        room("Tabular"),
        room("XML", ["CXML2"]),
        room("Spreadsheet", ["CXlsxWriter", "CZip", "XML"]),
        room("Plan", ["XML"]),
        room("Records", ["Plan"]),
        room("Intake", ["Tabular", "Spreadsheet", "Plan", "Records", crypto, system]),
        room("Figures", ["Plan", "Records"]),
        room("Workbooks", ["Spreadsheet", "Plan", "Records", "Figures"]),
        room("Ledger", ["Plan", grdb]),
        room(
            "Batch",
            [
                "Tabular", "XML", "Plan", "Records", "Intake", "Figures", "Workbooks", "Spreadsheet", "Ledger", crypto,
                system,
            ]
        ),
        .executableTarget(
            name: "tonghop",
            dependencies: ["Batch", "Ledger", "Intake", "Records", "Plan", argumentParser, logging, system],
            swiftSettings: settings
        ),
        .executableTarget(name: "SampleCity", dependencies: [argumentParser], swiftSettings: roomSettings),

        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
        tests("Tabular", ["TestSupport"]),
        tests("XML"),
        tests("Spreadsheet", ["XML"]),
        tests("Plan", ["XML"]),
        tests("Records", ["Plan"]),
        tests("Intake", ["TestSupport", "Tabular", "Spreadsheet", "Plan", "Records", system]),
        tests("Figures", ["Plan", "Records"]),
        tests("Workbooks", ["TestSupport", "XML", "Spreadsheet", "Plan", "Records", "Figures"]),
        tests("Ledger", ["Plan", grdb]),
        tests(
            "Batch",
            [
                "TestSupport", "SampleCity", "Tabular", "XML", "Spreadsheet", "Intake", "Figures", "Workbooks", "Plan",
                "Records", "Ledger", system,
            ]
        ),
        tests("tonghop", ["TestSupport", logging]),
        tests("SampleCity"),
    ],
    swiftLanguageModes: [.v6]
)
