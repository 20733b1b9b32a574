import Testing

@testable import Plan

@Suite("Conditions in words")
struct ConditionWordsTests {
    @Test(
        "each form has its words",
        arguments: [
            ("b", "“b” là Có"),
            ("not b", "“b” là Không"),
            ("b and n >= 2", "“b” là Có và “n” từ 2 trở lên"),
            ("b and (n >= 2 or present(t))", "“b” là Có và (“n” từ 2 trở lên hoặc có ghi “t”)"),
            ("n > 0 or n = 0 and m = 0", "“n” trên 0 hoặc (“n” bằng 0 và “m” bằng 0)"),
            ("2 <= n", "“n” từ 2 trở lên"),
            ("n < 1000", "“n” dưới 1.000"),
            ("n != 1.5", "“n” khác 1,5"),
            ("n > m", "“n” nhiều hơn “m”"),
            ("n >= m", "“n” không ít hơn “m”"),
            ("n = m", "“n” bằng “m”"),
            ("d >= e", "“d” không trước “e”"),
            ("d < e", "“d” trước “e”"),
            ("r >= 'Khá'", "“r” từ Khá trở lên"),
            ("r < 'Khá'", "“r” dưới Khá"),
            ("r = 'Khá'", "“r” là Khá"),
            ("r < v", "“r” thấp hơn “v”"),
            ("k in ('MT', 'Khác')", "“k” là Ma túy hoặc Khác"),
            ("not (k in ('MT', 'Khác'))", "“k” không phải là Ma túy hoặc Khác"),
            ("has(s, 'MT', 'Khác')", "“s” có Ma túy hoặc Khác"),
            ("present(d)", "có ghi “d”"),
            ("not present(d)", "“d” để trống"),
            ("not (n > 2)", "“n” từ 2 trở xuống"),
            ("t = 'abc'", "“t” là “abc”"),
            ("not coalesce(b, false)", "“b” là Không hoặc để trống"),
            ("coalesce(n, 0) + m * (n - 1) > 3", "“n” (để trống thì tính là 0) + “m” × (“n” - 1) trên 3"),
            ("d >= '1970-01-02'", "“d” từ 2/1/1970"),
            ("d < '1970-01-02'", "“d” trước 2/1/1970"),
            ("days(d, e) > 3", "số ngày từ “d” đến “e” trên 3"),
            ("true", "luôn đúng"),
        ]
    )
    func words(source: String, expected: String) throws {
        let typer = ExpressionTyperTests.typer
        let words = ConditionWords(titles: typer.scope.names, types: typer.scope.types, codeLists: typer.codeLists)
        #expect(words.words(try typer.condition(source)) == expected)
    }

    @Test("what the real plan demands reads as a sentence")
    func realIndicators() throws {
        let plan = try RealPlan.plan()
        func met(_ id: String) -> String? {
            plan.indicators.first { $0.id == id }.map { plan.unitWords.words($0.met) }
        }
        #expect(met("CT2") == "“Kế hoạch” là Riêng hoặc Lồng ghép")
        #expect(met("CT3") == "“Kiện toàn Ban Chỉ đạo” là Có và “Phân công đầu mối” là Có")
        #expect(met("CT4") == "“Số đợt chuyên đề từ đầu năm kế hoạch” từ 2 trở lên")
        #expect(met("CT6b") == "“Xếp loại An toàn về ANTT” từ Khá trở lên")
    }

    @Test("every condition of the real plan has words, and none of its names stands in them")
    func everyCondition() throws {
        let plan = try RealPlan.plan()
        var sentences: [String] = []
        for indicator in plan.indicators {
            for condition in [indicator.applies, indicator.reported, indicator.met, indicator.groupMet] {
                if let condition { sentences.append(plan.unitWords.words(condition)) }
            }
        }
        for rule in plan.rules {
            switch rule.test {
            case .record(let test):
                let words = plan.recordWords(of: test.dataSet)
                sentences += [test.check.when, test.check.require].compactMap { $0 }.map { words.words($0.expression) }
            case .unit(let tests):
                for test in tests {
                    sentences += [test.check.when, test.check.require].compactMap { $0 }
                        .map { plan.unitWords.words($0.expression) }
                }
            default: break
            }
        }
        #expect(sentences.count > 50)
        for sentence in sentences {
            #expect(!sentence.isEmpty && !sentence.contains("_") && !sentence.contains("?"), "\(sentence)")
        }
    }
}
