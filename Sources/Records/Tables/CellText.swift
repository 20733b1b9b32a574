import Plan

extension Table {
    /// The canonical text of a cell: the same for the same value in any file, form or run. Empty where it is missing.
    ///
    /// Units by their code, choices by their code, dates as `yyyy-MM-dd`, booleans as `true` and `false`.
    package func text(row: Int, field: Int, plan: Plan, roster: Roster) -> String {
        var bytes: [UInt8] = []
        appendText(row: row, field: field, plan: plan, roster: roster, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The same as UTF-8, without a string for each cell.
    package func appendText(row: Int, field: Int, plan: Plan, roster: Roster, to bytes: inout [UInt8]) {
        let cell = columns[field][row]
        guard cell != Table.missing else { return }
        let definition = plan.dataSets[dataSet].fields[field]
        switch definition.type {
        case .code where definition.roles.contains(.unit) && !plan.dataSets[dataSet].isRoster:
            bytes.append(contentsOf: roster.codes[Int(cell)].utf8)
        case .code, .text, .decimal, .choices:
            bytes.append(contentsOf: texts.utf8(Int(cell)))
        case .integer:
            bytes.append(contentsOf: String(cell).utf8)
        case .date:
            bytes.append(contentsOf: CalendarDate(days: cell).iso.utf8)
        case .boolean:
            bytes.append(contentsOf: (cell == 0 ? "false" : "true").utf8)
        case .choice(let list):
            let codes = plan.codeLists[list].codes
            if Int(cell) < codes.count {
                bytes.append(contentsOf: codes[Int(cell)].code.utf8)
            } else {
                bytes.append(UInt8(ascii: "?"))
                bytes.append(contentsOf: texts.utf8(Int(cell) - codes.count))
            }
        }
    }

    /// The codes of a set as bits by their position in the list; values on no list are the bit of the list's `other`.
    package func mask(ofSet number: Int, list: CodeList) -> UInt64 {
        var mask: UInt64 = 0
        for part in texts[number].split(separator: ";") {
            if let index = part.hasPrefix("?") ? list.other : list.index(ofCode: String(part)) {
                mask |= 1 << UInt64(index)
            }
        }
        return mask
    }

    /// A column as numbers for evaluation: missing is NaN, sets are bits, a choice on no list is the list's `other`.
    ///
    /// - Parameter rows: nil: all.
    package func numbers(field: Int, plan: Plan, rows: Range<Int>? = nil) -> [Double] {
        let cells = columns[field][rows ?? 0..<count]
        switch plan.dataSets[dataSet].fields[field].type {
        case .choice(let list):
            let codes = plan.codeLists[list]
            let other = codes.other.map(Double.init) ?? .nan
            return cells.map { cell in
                cell == Table.missing ? .nan : Int(cell) < codes.codes.count ? Double(cell) : other
            }
        case .choices(let list):
            let codes = plan.codeLists[list]
            // Each set that occurs is taken apart once. A pool holds other texts too, many more than a few rows need.
            if rows != nil {
                var masks: [Int32: Double] = [Table.missing: .nan]
                return cells.map { cell in
                    if let mask = masks[cell] { return mask }
                    let mask = Double(mask(ofSet: Int(cell), list: codes))
                    masks[cell] = mask
                    return mask
                }
            }
            var masks = [Double](repeating: .nan, count: texts.count)
            return cells.map { cell in
                guard cell != Table.missing else { return .nan }
                if masks[Int(cell)].isNaN { masks[Int(cell)] = Double(mask(ofSet: Int(cell), list: codes)) }
                return masks[Int(cell)]
            }
        case .decimal:
            return cells.map { $0 == Table.missing ? .nan : Double(texts[Int($0)]) ?? .nan }
        case .code, .text, .integer, .date, .boolean:
            return cells.map { $0 == Table.missing ? .nan : Double($0) }
        }
    }
}
