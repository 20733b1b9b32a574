import Plan
import Records
import TestSupport
import Testing

@testable import Intake

/// Any form of the plan, as schools, Excel and Google Forms rewrite its header: read to the same table, or refused. Never
/// another table, which would be a wrong figure.
@Suite("Every header of the plan in every form")
struct HeaderFormTests {
    @Test(arguments: 0..<100)
    func readsToTheSameTableOrIsRefused(seed: UInt64) throws {
        var dice = SeededGenerator(seed: seed)
        let plan = try realPlan()
        let desk = try ReadingDesk(realPlan: plan)
        let dataSets = plan.dataSets.indices.filter { !plan.dataSets[$0].isRoster }
        let dataSet = dataSets[dice.roll(dataSets.count)]
        let fields = plan.dataSets[dataSet].fields
        let rows = (0..<3).map { row in fields.map { cell(of: $0, row, plan) } }
        let plain = desk.read(([fields.map(\.name)] + rows).map { write($0, ",") }.joined())
        #expect(plain.table?.count == 3 && plain.rowsLeftOut == 0)

        // Any column but the key ones may be missing, in any order; never so many that nothing is left.
        let key = plan.dataSets[dataSet].key
        let strangers = ["STT", "Màu sắc", "Số lượng nữ", "Ghi thêm", "Dấu thời gian"].shuffled(using: &dice)
        let kept =
            (fields.indices.filter {
                key.contains($0) || fields[$0].roles.contains(.eventDate) || dice.roll(5) > 0
            } + (0..<dice.roll(3)).map { fields.count + $0 }).shuffled(using: &dice)
        let names = kept.map { index in
            guard index < fields.count else { return strangers[index - fields.count] }
            let all = [fields[index].name, fields[index].title] + fields[index].aliases
            return all[dice.roll(all.count)]
        }
        var lines = dice.roll(2) == 0 ? oneLine(names, &dice) : severalLines(names, &dice)
        if dice.roll(3) == 0 { lines.append(names.indices.map { "(\($0 + 1))" }) }
        let titles = (0..<dice.roll(20)).map { ["BẢNG TỔNG HỢP SỐ LIỆU SỐ \($0)"] }
        let delimiter = [",", ";", "\t", "|"][dice.roll(4)]
        let table = titles + lines + rows.map { row in kept.map { $0 < row.count ? row[$0] : "7" } }
        let reading = desk.read(table.map { write($0, delimiter) }.joined())

        if reading.codes.first == "F3" { return }
        #expect(reading.dataSet == dataSet)
        #expect(reading.rowsRead == 3 && reading.rowsLeftOut == 0)
        for (index, field) in fields.enumerated() {
            let values = desk.values(field.name, reading)
            let isEmpty = values.allSatisfy { $0.isEmpty || $0 == "false" && field.emptyMeansNo }
            #expect(values == desk.values(field.name, plain) || isEmpty, "\(field.name): \(values)")
            // Without being told, nothing is missing.
            let isTold = (reading.findings(.H1) + reading.findings(.H2)).contains {
                $0.arguments.first == field.title || $0.code == .H2
            }
            #expect(!isEmpty || isTold || !kept.contains(index), "\(field.name)")
        }
    }

    /// Whole, or in the sentences of a questionnaire.
    private func oneLine(_ names: [String], _ dice: inout SeededGenerator) -> [[String]] {
        let isQuestionnaire = dice.roll(2) == 0
        return [
            names.enumerated().map { index, name in
                guard isQuestionnaire else { return name }
                let number = ["\(index + 1). ", "\(index + 1)) ", "Câu \(index + 1): ", "II. ", "a) ", ""][dice.roll(6)]
                let end = ["?", " *", " (Có/Không) *", " (ghi rõ)", " [chọn một]:", ""][dice.roll(6)]
                return number + name + end
            }
        ]
    }

    /// Neighbours under a group title; names cut in two; some lines of a sheet, with merged cells filled.
    private func severalLines(_ names: [String], _ dice: inout SeededGenerator) -> [[String]] {
        let isFilled = dice.roll(3) == 0
        var upper: [String] = []
        var lower: [String] = []
        var group = ""
        for name in names {
            switch dice.roll(3) {
            case 0:
                upper.append(name)
                lower.append(isFilled ? name : "")
                group = ""
            case 1 where !group.isEmpty:
                upper.append(isFilled ? group : "")
                lower.append(name)
            case 1:
                group = ["Kết quả thực hiện", "Thông tin chung", "Trong kỳ", "Nội dung"][dice.roll(4)]
                upper.append(group)
                lower.append(name)
            default:
                // The name's own words are its group title.
                let words = name.split(separator: " ")
                let cut = words.count > 1 ? 1 + dice.roll(words.count - 1) : 0
                upper.append(words[..<cut].joined(separator: " "))
                lower.append(words[cut...].joined(separator: " "))
                if cut > 0 { group = upper.last ?? "" }
            }
        }
        guard dice.roll(3) == 0 else { return [upper, lower] }
        var top = names.map { _ in "" }
        for index in names.indices where isFilled && lower[index] == upper[index] { top[index] = upper[index] }
        top[names.count - 1] = isFilled && lower.last == upper.last ? top[names.count - 1] : "Phần II"
        return [top, upper, lower]
    }

    private func cell(of field: Field, _ row: Int, _ plan: Plan) -> String {
        switch field.type {
        case .code where field.roles.contains(.unit): "3100000\(row + 1)"
        case .code: "VV\(row)"
        case .text: "chữ \(field.name) \(row)"
        case .integer where field.roles.contains(.year): "2026"
        // Each column has its own counts: read in another's place, they would be seen.
        case .integer: String(field.name.utf8.reduce(row * 7) { $0 * 31 % 9_973 + Int($1) })
        case .decimal: "1,5"
        case .date: "\(row + 1 + field.name.utf8.count % 9)/3/2026"
        case .boolean: row == 1 ? "Không" : "Có"
        case .choice(let list), .choices(let list):
            plan.codeLists[list].codes[row % plan.codeLists[list].codes.count].code
        }
    }

    private func write(_ cells: [String], _ delimiter: String) -> String {
        cells.map { "\"\($0)\"" }.joined(separator: delimiter) + "\n"
    }
}

extension SeededGenerator {
    fileprivate mutating func roll(_ sides: Int) -> Int { Int(next() % UInt64(sides)) }
}
