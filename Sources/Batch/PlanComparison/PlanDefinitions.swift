import Plan
import Workbooks

/// All that a plan defines, part by part, in words: plans are compared by what they say and not by how their XML stands.
struct PlanDefinitions {
    let plan: Plan
    /// Periods are told apart by id, or by code where the plans are of two years.
    let isByCode: Bool

    /// In the order of parts; the same titles for every plan.
    var parts: [(title: String, definitions: [Definition])] {
        [
            ("Mốc ngày", milestones), ("Kỳ báo cáo", periods), ("Danh mục mã", codeLists), ("Biểu", dataSets),
            ("Cột của biểu", fields), ("Số liệu", facts), ("Chỉ tiêu", indicators), ("Phòng chuyên môn", departments),
            ("Thi đua, khen thưởng", commendation), ("Quy tắc kiểm tra", rules),
        ]
    }

    private var milestones: [Definition] {
        plan.milestones.map { Definition($0.id, $0.name, [("Ngày", $0.date.vietnamese)]) }
    }

    private var periods: [Definition] {
        plan.periods.map { period in
            Definition(
                isByCode ? period.code : period.id,
                "\(period.id) \(period.name)",
                [
                    ("Số liệu", "từ \(period.start.vietnamese) đến \(period.end.vietnamese)"),
                    ("Hạn gửi", "trước \(period.due.vietnamese)"), ("So với", period.comparesWith),
                ]
            )
        }
    }

    private var codeLists: [Definition] {
        plan.codeLists.indices.filter { $0 != plan.verdictList && $0 != plan.periodList }.map { position in
            let list = plan.codeLists[position]
            let order = list.isOrdered ? list.codes.map(\.code).joined(separator: " < ") : "không"
            var properties: [(String, String)] = [
                ("Nhận giá trị ngoài danh mục", list.isOpen ? "có, tính là Khác" : "không"), ("Xếp theo thứ tự", order),
            ]
            for code in list.codes {
                properties.append((code.code, ([code.name] + code.aliases).joined(separator: "; ")))
            }
            return Definition(
                list.name,
                list.name,
                properties
            )
        }
    }

    private var dataSets: [Definition] {
        plan.dataSets.map { dataSet in
            let key = dataSet.key.map { dataSet.fields[$0].title }.joined(separator: " + ")
            return Definition(dataSet.name, "\(dataSet.name) \(dataSet.title)", [("Khóa", key)])
        }
    }

    private var fields: [Definition] {
        plan.dataSets.flatMap { dataSet in
            dataSet.fields.map { field in
                Definition(
                    "\(dataSet.name) \(field.name)",
                    "\(dataSet.title), cột \(field.title)",
                    [
                        ("Kiểu", typeWords(field.type)), ("Bắt buộc", field.isRequired ? "có" : "không"),
                        ("Từ", field.minimum.map { vietnamese($0) } ?? ""),
                        ("Đến", field.maximum.map { vietnamese($0) } ?? ""),
                        ("Để trống là Không", field.emptyMeansNo ? "có" : "không"),
                        ("Vai trò", field.roles.map(\.rawValue).joined(separator: ", ")),
                        ("Là số cùng kỳ năm trước của", field.lastYearOf.map { dataSet.fields[$0].title } ?? ""),
                        ("Tên khác", field.aliases.joined(separator: "; ")),
                    ]
                )
            }
        }
    }

    private func typeWords(_ type: FieldType) -> String {
        switch type {
        case .code: "mã"
        case .text: "chữ"
        case .integer: "số nguyên"
        case .decimal: "số"
        case .date: "ngày"
        case .boolean: "Có/Không"
        case .choice(let list): "một giá trị của \(plan.codeLists[list].name)"
        case .choices(let list): "nhiều giá trị của \(plan.codeLists[list].name)"
        }
    }

    private var facts: [Definition] {
        let words = FactWords(plan: plan)
        return plan.facts.map { Definition($0.name, $0.title, [("Cách tính", words.text($0))]) }
    }

    private var indicators: [Definition] {
        let words = plan.unitWords
        return plan.indicators.map { indicator in
            var properties: [(String, String)] = [
                ("Lời kế hoạch", indicator.wording),
                ("Chỉ tiêu giao", "\(indicator.target) (\(indicator.measure))"),
                ("Cách xét", kind(indicator.kind)),
                ("Phải đạt trong kỳ", indicator.dueIn ?? ""),
            ]
            properties.append(("Áp dụng khi", indicator.applies.map { words.words($0) } ?? "mọi đơn vị"))
            properties.append(
                ("Coi là đã báo cáo khi", indicator.reported.map { words.words($0) } ?? "có báo cáo của kỳ")
            )
            properties.append(("Đạt khi", words.words(indicator.met)))
            properties.append(("Nhóm đạt khi", indicator.groupMet.map { words.words($0) } ?? ""))
            properties.append(("Tử số", indicator.numerator.map { words.title($0) } ?? ""))
            properties.append(("Mẫu số", indicator.denominator.map { words.title($0) } ?? ""))
            properties.append(("Xét thêm theo", indicator.categories.map { plan.codeLists[$0].name } ?? ""))
            return Definition(indicator.id, "\(indicator.id) \(indicator.title)", properties)
        }
    }

    private func kind(_ kind: IndicatorDefinition.Kind) -> String {
        switch kind {
        case .units: "tỷ lệ đơn vị đạt"
        case .events: "tỷ lệ vụ việc"
        case .change: "so với cùng kỳ năm trước"
        }
    }

    private var departments: [Definition] {
        let kinds = plan.codeLists[plan.kindList].codes
        return plan.departments.map { department in
            Definition(
                department.id,
                department.name,
                [("Loại hình", department.kinds.map { kinds[$0].code }.joined(separator: ", "))]
            )
        }
    }

    private var commendation: [Definition] {
        guard let commendation = plan.commendation else { return [] }
        let words = plan.unitWords
        return [
            Definition(
                "praise",
                "Đề nghị khen",
                [("Kỳ", commendation.period), ("Khi", words.words(commendation.praise))]
            )
        ]
            + commendation.against.map { reason in
                Definition(reason.text, "Không đề xuất: \(reason.text)", [("Khi", words.words(reason.condition))])
            }
    }

    private var rules: [Definition] {
        let explanation = CodeExplanation(plan: plan)
        return plan.rules.map { rule in
            Definition(
                rule.code,
                "\(rule.code) \(rule.title)",
                [
                    ("Mức", rule.severity.word), ("Nội dung", explanation.test(rule).joined(separator: " | ")),
                    ("Thông báo", explanation.message(rule)), ("Cách xử lý", rule.mend),
                ]
            )
        }
    }
}
