import Plan
import Records

extension DataSetMerge {
    /// K2, or K3 within one file, or K6 where the loser looks like the better one.
    ///
    /// - Parameter current: the rows that are identical to the one that counts, newest first.
    mutating func reportSuperseded(_ loser: Int, by current: [Int]) {
        guard let winner = current.first else { return }
        let code: FindingCode
        var arguments = [input.placeText(winner)]
        if orders[loser].file == orders[winner].file {
            code = .K3
        } else if let doubt = doubt(about: loser, supersededBy: current) {
            code = .K6
            arguments.append(doubt)
        } else {
            code = .K2
        }
        var finding = finding(code, row: loser, arguments: arguments + [differences(loser, winner)])
        finding.evidence = input.canonicalText(row: loser) + input.canonicalText(row: winner)
        result.findings.append(finding)
    }

    /// Why the loser may be the better row, in the words of the message; nil where nothing speaks for it.
    private func doubt(about loser: Int, supersededBy current: [Int]) -> String? {
        guard let winner = current.first, let oldest = current.last else { return nil }
        if input.table.columns.contains(where: { $0[loser] != Table.missing && $0[winner] == Table.missing }) {
            return "một giá trị đã có nay để trống"
        }
        let decision = orders[loser].decision(against: orders[winner])
        if orders[loser].receipt > orders[winner].receipt {
            return "dòng bị thay được nhận sau"
        }
        if decision == .sent, let sentField = input.sentField {
            let sent = input.table.columns[sentField][loser]
            if sent == Table.missing { return "ngày gửi của dòng bị thay để trống hoặc không đọc được" }
            if sent > orders[loser].receipt { return "ngày gửi của dòng bị thay sau ngày nhận" }
        }
        if orders[oldest] < orders[loser] {
            return "dòng mới giống hệt một dòng cũ hơn"
        }
        return decision == .path ? "chỉ tên tệp cho biết dòng nào mới hơn" : nil
    }

    /// The first fields in which two rows differ: `Số học sinh: 40 -> 45`.
    private func differences(_ older: Int, _ newer: Int) -> String {
        var texts: [String] = []
        for field in input.dataSet.fields.indices
        where input.table.columns[field][older] != input.table.columns[field][newer] {
            if texts.count == 3 {
                texts.append("...")
                break
            }
            let title = input.dataSet.fields[field].title
            texts.append(
                "\(title): \(input.words(row: older, field: field)) -> \(input.words(row: newer, field: field))"
            )
        }
        return texts.joined(separator: "; ")
    }
}
