import Plan
import Testing

@Suite struct ExpressionParserTests {
    @Test(arguments: [
        ("a or b and c", "(a or (b and c))"),
        ("a and b or c", "((a and b) or c)"),
        ("not a and b", "((not a) and b)"),
        ("not a = b", "(not (a = b))"),
        ("a or b or c", "((a or b) or c)"),
        ("a + b * c - d", "((a + (b * c)) - d)"),
        ("a - b - c", "((a - b) - c)"),
        ("-a * b", "((-a) * b)"),
        ("(a + b) / 2", "((a + b) / 2)"),
        ("a + 1 >= b * 2 and c", "(((a + 1) >= (b * 2)) and c)"),
        ("so_dot>=2", "(so_dot >= 2)"),
        ("a != b", "(a != b)"),
        ("ke_hoach in ('Riêng', 'Lồng ghép')", "(ke_hoach in ('Riêng', 'Lồng ghép'))"),
        ("has(cap_hoc, 'THCS') or present(x)", "(has(cap_hoc, 'THCS') or present(x))"),
        ("coalesce(x, 0.5)", "coalesce(x, 0.5)"),
        ("so_vu_viec.BLHD = 0", "(so_vu_viec.BLHD = 0)"),
        ("x = 'it''s'", "(x = 'it's')"),
        ("true and\n  false", "(true and false)"),
        ("notable and order", "(notable and order)"),
    ])
    func whatBindsFirst(text: String, tree: String) throws {
        #expect(try ExpressionParser.parse(text).description == tree)
    }

    @Test(arguments: [
        ("", 1, "empty"),
        ("a and", 6, "found the end"),
        ("a b", 3, "found `b`"),
        ("a = b = c", 7, "do not chain"),
        ("(a", 3, "expected `)`"),
        ("a)", 2, "found `)`"),
        ("x = 'Khá", 5, "has no end"),
        ("điểm > 1", 1, "names are ASCII"),
        ("a ! b", 3, "unequal is !="),
        ("a & b", 3, "means nothing"),
        ("2x", 1, "not a number"),
        ("1.2.3", 1, "not a number"),
        ("round(a)", 1, "no function is called `round`"),
        ("has()", 5, "found `)`"),
        ("in = 1", 1, "found `in`"),
        ("x = 'Khá' and )", 15, "found `)`"),
    ])
    func faultsNameTheColumnAndTheMend(text: String, column: Int, message: String) {
        let error = #expect(throws: ExpressionError.self) { try ExpressionParser.parse(text) }
        #expect(error?.column == column)
        #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
    }

    @Test(arguments: [
        String(repeating: "(", count: 5000) + "a" + String(repeating: ")", count: 5000),
        String(repeating: "(", count: 65) + "a" + String(repeating: ")", count: 65),
        String(repeating: "not ", count: 1000) + "a",
        String(repeating: "-", count: 1000) + "1",
        "a" + String(repeating: " or a", count: 1000),
        String(repeating: "a", count: 9000),
    ])
    func depthAndLengthAreBounded(text: String) {
        #expect(throws: ExpressionError.self) { try ExpressionParser.parse(text) }
    }

    @Test func sixtyFourParenthesesAreRead() throws {
        let text = String(repeating: "(", count: 64) + "a" + String(repeating: ")", count: 64)
        #expect(try ExpressionParser.parse(text) == .name("a"))
    }
}
