import Foundation
import SystemPackage
import TestSupport

@testable import SampleCity

/// Last year's closed periods of a city, made up: most of its units and one more, some of which were silent, under a plan that had
/// other facts and one indicator less.
struct MadeLastYear: Sendable {
    struct Member: Sendable {
        let code: String
        let commune: String
        let kind: String
        let expected: Bool
        let reported: Bool
        let onTime: Bool
        /// By category the figure of each row; nil: the row lacked it.
        let violations: [String: [Int?]]
        /// Some facts that are numbers, or yes and no.
        let facts: [String: String]
        /// By id of the indicator.
        let assessments: [String: String]
    }

    /// By the period's code.
    let members: [String: [Member]]

    static let categories = SampleCity.Category.allCases.map(\.rawValue)
    private static let indicators = ["CT1", "CT2", "CT3", "CT4", "CT5", "CT6a", "CT6b", "CT8", "CT9"]
    private static let facts = [
        "quan_triet", "so_hs_ky_cam_ket", "so_buoi", "so_vu_viec", "so_vu_viec_kip_thoi", "ngay_hoi_cu",
    ]

    init(_ city: City, seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var members: [String: [Member]] = [:]
        for period in ["Q1", "H1", "Q3", "Y"] {
            var units = city.units.filter { _ in Int.random(in: 0..<10, using: &random) > 0 }.map {
                ($0.code, $0.commune.code, $0.kind.rawValue)
            }
            if let first = city.units.first { units.append(("39999999", first.commune.code, first.kind.rawValue)) }
            members[period] = units.map { Self.member($0, &random) }
        }
        self.members = members
    }

    private static func member(_ unit: (String, String, String), _ random: inout SeededGenerator) -> Member {
        func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
        let expected = chance(95)
        let reported = expected && chance(85)
        var violations: [String: [Int?]] = [:]
        if reported || chance(10) {
            for category in categories where chance(40) {
                violations[category] = (0..<(category == "KHAC" && chance(30) ? 2 : 1)).map { _ -> Int? in
                    chance(10) ? nil : Int.random(in: 0...4, using: &random)
                }
            }
        }
        let incidents = reported ? Int.random(in: 0...3, using: &random) : 0
        let facts: [String: String] = [
            "quan_triet": reported ? (chance(80) ? "true" : "false") : "",
            "so_hs_ky_cam_ket": reported ? String(Int.random(in: 0...900, using: &random)) : "",
            "so_buoi": String(reported ? Int.random(in: 0...9, using: &random) : 0),
            "so_vu_viec": String(incidents),
            "so_vu_viec_kip_thoi": String(incidents - (incidents > 0 && chance(30) ? 1 : 0)),
            "ngay_hoi_cu": reported ? "có" : "",
        ]
        var assessments: [String: String] = [:]
        for indicator in indicators {
            assessments[indicator] =
                !expected ? "not_applicable" : !reported ? "not_reported" : chance(75) ? "met" : "not_met"
        }
        return Member(
            code: unit.0,
            commune: unit.1,
            kind: unit.2,
            expected: expected,
            reported: reported,
            onTime: reported && chance(80),
            violations: violations,
            facts: facts,
            assessments: assessments
        )
    }

    /// Freezes them as the closed periods of 2025.
    func freeze(in out: URL) throws {
        for period in members.keys.sorted() {
            try BatchTests.freeze(
                factsCSV(period),
                assessments: assessmentsCSV(period),
                as: "2025-\(period)-lan-1",
                in: FilePath(out.path)
            )
        }
    }

    private func sorted(_ period: String) -> [Member] {
        (members[period] ?? []).sorted { $0.code.utf8.lexicographicallyPrecedes($1.code.utf8) }
    }

    private func factsCSV(_ period: String) -> String {
        let figures = ["so_dong_vi_pham", "so_dong_co_so_vu", "so_vu_vi_pham"]
        var columns = ["period", "unit", "commune", "kind", "expected", "reported", "on_time"] + Self.facts
        for figure in figures { columns += [figure] + Self.categories.map { "\(figure).\($0)" } }
        var text = columns.joined(separator: ",") + "\n"
        for member in sorted(period) {
            var cells = ["2025-\(period)", member.code, member.commune, member.kind]
            cells += [member.expected, member.reported, member.onTime].map { $0 ? "true" : "false" }
            cells += Self.facts.map { member.facts[$0] ?? "" }
            let all: [Int?] = Self.categories.flatMap { member.violations[$0] ?? [] }
            let parts: [[Int?]] = [all] + Self.categories.map { member.violations[$0] ?? [] }
            cells += parts.map { String($0.count) }
            cells += parts.map { String($0.compactMap(\.self).count) }
            cells += parts.map { part in
                let known = part.compactMap(\.self)
                return known.isEmpty ? "" : String(known.reduce(0, +))
            }
            text += cells.joined(separator: ",") + "\n"
        }
        return text
    }

    private func assessmentsCSV(_ period: String) -> String {
        var text = "period,unit,indicator,assessment\n"
        for member in sorted(period) {
            for indicator in Self.indicators {
                text += "2025-\(period),\(member.code),\(indicator),\(member.assessments[indicator] ?? "")\n"
            }
        }
        return text
    }
}
