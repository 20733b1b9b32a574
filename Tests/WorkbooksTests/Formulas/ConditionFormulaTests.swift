import Foundation
import Plan
import Records
import Spreadsheet
import TestSupport
import Testing
import XML

import enum Plan.Expression

@testable import Workbooks

/// The real plan, as it lies in the checkout.
private let plan: Plan = {
    let templates = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "templates")
    do {
        return try Plan.load(
            [UInt8](Data(contentsOf: templates.appending(path: "plan-2026.xml"))),
            file: "plan-2026.xml"
        )
    } catch {
        fatalError("\(error)")
    }
}()

@Suite("Conditions as formulas")
struct ConditionFormulaTests {
    /// What people would see in a cell, for a value of the evaluation's columns.
    private func cell(_ value: Double, _ type: ValueType) -> CellValue {
        guard !value.isNaN else { return .blank }
        switch type {
        case .number: return .number(value)
        case .date: return .date(daysSince1970: Int(value))
        case .boolean: return .text(value == 0 ? "Không" : "Có")
        case .choice(let list): return .text(plan.codeLists[list].codes[Int(value)].name)
        case .choices(let list):
            let names = plan.codeLists[list].codes.enumerated().filter { UInt64(value) >> UInt64($0.offset) & 1 == 1 }
            return .text(names.map(\.element.name).joined(separator: "; "))
        case .text: return .text(texts[Int(value)])
        }
    }

    private let texts = ["một", "hai", "Một"]

    /// Missing, and everything that a condition could tell apart: just below, equal to and just above each of its numbers, every
    /// code of a list, sets of one and two.
    private func operands(_ type: ValueType, literals: [Double]) -> [Double] {
        switch type {
        case .number, .date:
            let numbers = literals.isEmpty ? [1] : literals
            return [.nan] + Set(numbers.flatMap { [$0 - 1, $0, $0 + 1] }).sorted()
        case .boolean: return [.nan, 0, 1]
        case .choice(let list): return [.nan] + plan.codeLists[list].codes.indices.map { Double($0) }
        case .choices(let list):
            let count = plan.codeLists[list].codes.count
            return [.nan] + (0..<count).map { Double(UInt64(1) << UInt64($0)) } + [3]
        case .text: return [.nan] + texts.indices.map { Double($0) }
        }
    }

    private func literals(_ expression: Expression) -> [Double] {
        switch expression {
        case .number(let number): [number]
        case .variable, .boolean, .string, .name, .code: []
        case .not(let operand), .negate(let operand): literals(operand)
        case .and(let left, let right), .or(let left, let right), .compare(_, let left, let right),
            .arithmetic(_, let left, let right):
            literals(left) + literals(right)
        case .member(let operand, let list): literals(operand) + list.flatMap { literals($0) }
        case .call(_, let operands): operands.flatMap { literals($0) }
        }
    }

    /// All combinations, or 1,000 of them drawn by a seed.
    private func combinations(_ condition: TypedExpression, types: [ValueType]) -> [[Double]] {
        let choices = condition.variables.map { operands(types[$0], literals: literals(condition.root)) }
        let count = choices.reduce(1.0) { $0 * Double($1.count) }
        if count <= 1_000 {
            return choices.reduce([[]]) { rows, values in rows.flatMap { row in values.map { row + [$0] } } }
        }
        var random = SeededGenerator(seed: UInt64(condition.source.utf8.count))
        return (0..<1_000).map { _ in choices.map { $0.randomElement(using: &random) ?? .nan } }
    }

    /// Every condition of the plan over facts, and one of each kind that it does not happen to use.
    private var conditions: [TypedExpression] {
        get throws {
            let scope = plan.unitScope
            let typer = ExpressionTyper(scope: scope, codeLists: plan.codeLists)
            var conditions = plan.indicators.flatMap { [$0.applies, $0.met].compactMap(\.self) }
            conditions += plan.commendation?.against.map(\.condition) ?? []
            conditions += (plan.commendation?.praise).map { [$0] } ?? []
            for source in [
                "so_buoi / so_vu_viec >= 2", "so_buoi / so_vu_viec < 2 or quan_triet", "max(so_buoi, so_vu_viec) > 1",
                "min(so_buoi, 2) = abs(so_vu_viec - 3)", "coalesce(so_buoi, so_vu_viec, 1) >= 2",
                "not (ngay_quan_triet < '2026-03-14')", "ngay_quan_triet + 2 >= ngay_ke_hoach",
                "days(ngay_quan_triet, ngay_ke_hoach) > 1", "present(ngay_quan_triet) = present(ngay_ke_hoach)",
                "has(cap_hoc, 'TH', 'THCS') and not has(cap_hoc, 'MN')", "xl_an_toan < xl_phong_trao",
                "xl_an_toan != 'Khá'", "not (xl_an_toan in ('Khá', 'Xuất sắc'))", "'Khá' > xl_an_toan",
                "quan_triet = kien_toan_bcd", "quan_triet != dau_moi", "coalesce(quan_triet, dau_moi)",
                "hinh_thuc_quan_triet = 'một'", "not (hinh_thuc_quan_triet = 'một')", "present(so_buoi / so_vu_viec)",
                "not (quan_triet and so_buoi > 1 or dau_moi)", "-so_buoi < -1", "so_buoi = 2 and true",
            ] {
                conditions.append(try typer.condition(source))
            }
            return conditions
        }
    }

    /// Each condition in each combination of its operands: where it is known and true, and where it is known and false, as
    /// LibreOffice computes the formulas, is what the program's evaluation says.
    @Test func knownAndTrueAndKnownAndFalseAreWhatTheEvaluationSays() throws {
        let workshop = try Workshop()
        let writer = try WorkbookWriter(
            path: workshop.path("conditions"),
            temporaryFolder: workshop.folder,
            properties: DocumentProperties(created: 1_770_000_000)
        )
        let sheet = try writer.addSheet("Điều kiện")
        let types = plan.unitScope.types
        var expected: [(source: String, operands: [Double], isTrue: Bool, isFalse: Bool)] = []
        for condition in try conditions {
            let variables = condition.variables
            let rows = combinations(condition, types: types)
            let results = Evaluation(
                count: rows.count,
                column: { variable in rows.map { $0[variables.firstIndex(of: variable) ?? 0] } },
                textNumber: { texts.firstIndex(of: $0) }
            ).evaluate(condition)
            for (row, result) in zip(rows, results) {
                let line = expected.count
                let formula = ConditionFormula(scope: plan.unitScope, codeLists: plan.codeLists) { variable in
                    variables.firstIndex(of: variable).map { "\(column(2 + $0))\(line + 1)" }
                }
                let (isTrue, isFalse) = (result == 1, result == 0)
                // The cached values are wrong on purpose: only a recalculation gives the right ones.
                try writer.write(
                    .formula(asNumber(formula.whereTrue(condition)), result: .number(isTrue ? 0 : 1)),
                    sheet: sheet,
                    row: line,
                    column: 0
                )
                try writer.write(
                    .formula(asNumber(formula.whereFalse(condition)), result: .number(isFalse ? 0 : 1)),
                    sheet: sheet,
                    row: line,
                    column: 1
                )
                for (position, value) in row.enumerated() {
                    let cell = cell(value, types[variables[position]])
                    if cell != .blank { try writer.write(cell, sheet: sheet, row: line, column: 2 + position) }
                }
                expected.append((condition.source, row, isTrue, isFalse))
            }
        }
        _ = try writer.close()
        let computed = try Recalculation.rows(of: workshop.path("conditions"))
        #expect(expected.count > 1_800)
        var differences = 0
        for (row, wanted) in zip(computed, expected) where differences < 20 {
            let isRight = row[0] == (wanted.isTrue ? "1" : "0") && row[1] == (wanted.isFalse ? "1" : "0")
            if !isRight { differences += 1 }
            #expect(isRight, "\(wanted) but \(row)")
        }
        #expect(computed.count >= expected.count)
    }

    private func asNumber(_ formula: String) -> String { "=IF(\(formula.dropFirst()),1,0)" }

    private func column(_ position: Int) -> String {
        position < 26 ? String(UnicodeScalar(UInt8(65 + position))) : "A" + column(position - 26)
    }
}

@Suite("What formulas cannot say")
struct FormulaLimitTests {
    private func printed(_ source: String, cell: @escaping (Int) -> String? = { "A\($0 + 1)" }) throws -> String {
        let scope = Scope(names: ["a", "t"], types: [.number, .text])
        return try ConditionFormula(scope: scope, codeLists: [], cell: cell)
            .whereTrue(ExpressionTyper(scope: scope, codeLists: []).condition(source))
    }

    @Test func blanksAreNeverComparedAsNumbers() throws {
        #expect(try printed("a < 2") == "=IF(ISNUMBER(A1),A1<2,FALSE)")
        #expect(try printed("not (a < 2)") == "=IF(ISNUMBER(A1),A1>=2,FALSE)")
    }

    @Test func aNameWithoutACellIsRefused() {
        #expect(throws: FormulaError.noCell(name: "a")) { try printed("a < 2") { _ in nil } }
    }

    @Test func textsLongerThanExcelTakesAreRefused() {
        let long = String(repeating: "x", count: 256)
        #expect(throws: FormulaError.literalTooLong(long)) { try printed("t = '\(long)'") }
    }

    @Test func longChainsStayFlatAndTooLongOnesAreRefused() throws {
        #expect(try printed((0..<60).map { "a = \($0)" }.joined(separator: " or ")).hasPrefix("=OR(IF("))
        let sheet = "'\(String(repeating: "x", count: 31))'!"
        #expect(throws: FormulaError.self) {
            try printed((0..<120).map { "a = \($0)" }.joined(separator: " or ")) { _ in sheet + "A1" }
        }
    }

    @Test func quotesInTextsAreDoubled() throws {
        #expect(try printed("t = 'a\"b'") == "=IF(B1<>\"\",EXACT(B1,\"a\"\"b\"),FALSE)".replacing("B1", with: "A2"))
    }
}
