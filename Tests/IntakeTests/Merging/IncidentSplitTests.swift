import Records
import Testing

@testable import Intake

@Suite("One number, several incidents")
struct IncidentSplitTests {
    /// The rule as the spec words it: each row joins the first incident none of whose rows it contradicts in both.
    private func slowly(_ rows: [(Int32, Int32)]) -> [[Int]] {
        var incidents: [[Int]] = []
        for (row, identity) in rows.enumerated() {
            func contradicts(_ other: Int) -> Bool {
                func differ(_ left: Int32, _ right: Int32) -> Bool {
                    left != Table.missing && right != Table.missing && left != right
                }
                return differ(rows[other].0, identity.0) && differ(rows[other].1, identity.1)
            }
            if let position = incidents.firstIndex(where: { !$0.contains(where: contradicts) }) {
                incidents[position].append(row)
            } else {
                incidents.append([row])
            }
        }
        return incidents
    }

    private func quickly(_ rows: [(Int32, Int32)]) -> [[Int]] {
        var split = IncidentSplit()
        for (row, identity) in rows.enumerated() { split.add(row, identity.0, identity.1) }
        return split.rows
    }

    @Test(arguments: 2...6)
    func saysWhatComparingAllRowsSays(values: Int) {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<4_000 {
            let rows = (0..<Int.random(in: 1...12, using: &generator)).map { _ in
                func half() -> Int32 {
                    let value = Int32.random(in: 0...Int32(values), using: &generator)
                    return value == 0 ? Table.missing : value
                }
                return (half(), half())
            }
            #expect(quickly(rows) == slowly(rows), "\(rows)")
        }
    }

    @Test func oneHalfAloneIsAnIdentityToo() {
        let rows: [(Int32, Int32)] = [(1, 1), (2, 2), (1, 1), (Table.missing, Table.missing), (3, 3)]
        #expect(quickly(rows) == [[0, 2, 3], [1], [4]])
        #expect(quickly(rows) == slowly(rows))
    }

    @Test func aHundredThousandIncidentsOfOneNumberCostLinearTime() {
        var rows: [(Int32, Int32)] = []
        for number: Int32 in 0..<100_000 {
            rows.append((number, 2 * number))
            rows.append((number, 2 * number + 1))
        }
        #expect(quickly(rows).count == 100_000)
    }
}
