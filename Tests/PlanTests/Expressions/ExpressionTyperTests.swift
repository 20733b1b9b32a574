import Plan
import Testing

@Suite struct ExpressionTyperTests {
    static let typer = ExpressionTyper(
        scope: Scope(
            names: ["n", "m", "d", "e", "b", "r", "k", "s", "t", "v"],
            types: [
                .number, .number, .date, .date, .boolean, .choice(list: 0), .choice(list: 1), .choices(list: 1), .text,
                .choice(list: 0),
            ]
        ),
        codeLists: [
            CodeList(
                name: "xep_loai",
                codes: [.init(code: "TB", name: "Trung bình"), .init(code: "K", name: "Khá", aliases: ["Loại khá"])],
                isOrdered: true
            ),
            CodeList(name: "loai", codes: [.init(code: "MT", name: "Ma túy"), .init(code: "KHAC", name: "Khác")]),
        ]
    )

    @Test(arguments: [
        ("b", "$4"),
        ("not b and true", "((not $4) and true)"),
        ("n + m * 2 > 3", "(($0 + ($1 * 2)) > 3)"),
        ("r >= 'Khá'", "($5 >= #0:1)"),
        ("'K' <= r", "(#0:1 <= $5)"),
        ("r = 'KHÁ' or r = 'loại Khá'", "(($5 = #0:1) or ($5 = #0:1))"),
        ("r < v", "($5 < $9)"),
        ("k in ('MT', 'khác')", "($6 in (#1:0, #1:1))"),
        ("has(s, 'MT', 'Khác')", "has($7, #1:0, #1:1)"),
        ("d + 2 >= e", "(($2 + 2) >= $3)"),
        ("d >= '1970-01-02'", "($2 >= 1)"),
        ("days(d, e) > 3", "(days($2, $3) > 3)"),
        ("days('1970-01-02', e) > 3", "(days(1, $3) > 3)"),
        ("max(d, e) = d", "(max($2, $3) = $2)"),
        ("t = 'abc' and present(t)", "(($8 = 'abc') and present($8))"),
        ("coalesce(b, false)", "coalesce($4, false)"),
        ("coalesce(r, 'TB') > 'TB'", "(coalesce($5, #0:0) > #0:0)"),
        ("abs(n - m) < -1", "(abs(($0 - $1)) < (-1))"),
        ("present(s) or b = true", "(present($7) or ($4 = true))"),
    ])
    func namesAndCodesAreSettled(text: String, tree: String) throws {
        let typed = try Self.typer.condition(text)
        #expect(typed.root.description == tree)
        #expect(typed.source == text)
    }

    @Test(arguments: [("d + 1", ValueType.date), ("n", .number), ("max(n, 1)", .number), ("r", .choice(list: 0))])
    func typeOfAnExpression(text: String, type: ValueType) throws {
        #expect(try Self.typer.expression(text).type == type)
    }

    @Test(arguments: [
        ("nn > 1", "no `nn` is known here: do you mean `n`?"),
        ("n", "a condition is needed"),
        ("n and b", "`n` is a number, and a condition is needed"),
        ("not 'x'", "is a text, and yes or no is needed"),
        ("'x'", "a text alone"),
        ("'x' = 'y'", "holds texts only"),
        ("b = 'Có'", "let the name stand alone"),
        ("n = '2'", "write it without '"),
        ("n = d", "a number beside a date"),
        ("r = k", "both must be of one kind"),
        ("r = 'Giỏi'", "'Giỏi' is not on the list `xep_loai`: write one of 'TB', 'K'"),
        ("k > 'MT'", "compares by rank"),
        ("t < 'b'", "only = and != have a meaning"),
        ("b > false", "only = and != have a meaning"),
        ("s = 'MT'", "write has(..., 'MT')"),
        ("s in ('MT')", "write has(..., 'MT')"),
        ("has(k, 'MT')", "write k in ('A', 'B')"),
        ("has(s)", "takes a set and its codes"),
        ("has(s, k)", "come codes between ' and '"),
        ("has(s, 'XX')", "is not on the list `loai`"),
        ("d > '31/02/2026'", "write it as '2026-03-14'"),
        ("d - e > 1", "write days(e, d)"),
        ("d * 2 > e", "reckons with a date and a number"),
        ("days(n, m) > 1", "takes two dates"),
        ("abs(d) > 1", "a number is needed"),
        ("min(n) > 1", "takes two or more"),
        ("present(n, m)", "takes one name"),
        ("present('x')", "stands beside nothing"),
        ("coalesce(n, b)", "both must be of one kind"),
        ("-b > 1", "a number is needed"),
    ])
    func typeFaultsSayWhatToWrite(text: String, message: String) {
        let error = #expect(throws: ExpressionError.self) { try Self.typer.condition(text) }
        #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
    }

    @Test func variablesAreThoseOfTheScope() throws {
        #expect(try Self.typer.condition("r > 'TB' and (n > 1 or n < m)").variables == [0, 1, 5])
    }
}
