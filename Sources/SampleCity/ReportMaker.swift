/// Makes a unit's reports of the four periods: one story a year, told four times, so that a yes stays a yes and a
/// cumulative count does not fall.
struct ReportMaker {
    let unit: Unit
    let diligence: Profile.Diligence
    let sessions: [Session]
    let messy: Bool

    /// A report a period, without its date of sending.
    func reports(_ random: inout Random) -> [Report] {
        var story = Story(diligence: diligence, random: random)
        let reports = Period.allCases.map { Report(unit: unit.code, period: $0) }
        var filled = fillPlan(reports, &story)
        filled = fillSafety(filled, &story)
        filled = fillTasks(filled, &story)
        random = story.random
        return filled
    }

    /// Draws what happens when. A stage is a quarter of the year (0...3); 4 is never.
    private struct Story {
        let diligence: Profile.Diligence
        var random: Random

        /// The stage from which something is true: mostly at once.
        mutating func since() -> Int {
            switch diligence {
            case .exemplary: random.weighted([997, 2, 0, 0, 1])
            case .usual: random.weighted([962, 25, 4, 4, 5])
            case .slack: random.weighted([600, 150, 60, 60, 130])
            }
        }

        /// Like `since`, for what only some units do.
        mutating func since(share: Int) -> Int {
            random.chance(share) ? since() : 4
        }

        /// Counts that add up over the quarters: the value of a period is the sum over its quarters.
        mutating func increments(_ range: ClosedRange<Int>) -> [Int] {
            (0...3).map { _ in random.int(range) }
        }

        /// Now and then a cell stays empty.
        mutating func isEmpty() -> Bool {
            random.chance(diligence == .slack ? 12 : 2)
        }
    }

    private func fillPlan(_ reports: [Report], _ story: inout Story) -> [Report] {
        let disseminated = story.since()
        let planned = story.since()
        let renewed = story.since()
        let contact = story.since()
        let launched = story.since()
        let modelled = story.since()
        let own = story.random.chance(380)
        let day = Day(2026, 1, 5).advanced(by: story.random.below(60))
        let how = story.random.pick(["Sinh hoạt dưới cờ", "Sinh hoạt lớp", "Tọa đàm", "Diễn đàn"])
        let number = story.random.int(2...89)
        let models = story.random.int(1...3)
        return reports.map { report in
            var report = report
            let stage = report.period.stage
            // A late starter's dates lie in the quarter in which it started, as far as the story goes.
            func date(_ since: Int) -> Day { since == 0 ? day : Period.quarter(since).lowerBound.advanced(by: number) }
            report.disseminated = story.isEmpty() ? nil : stage >= disseminated
            if stage >= disseminated {
                report.disseminatedOn = date(disseminated)
                report.disseminatedHow = how
            }
            report.planForm = story.isEmpty() ? nil : stage >= planned ? (own ? .own : .integrated) : PlanForm.none
            if stage >= planned {
                report.planNumber = "\(number)/KH-NT"
                report.planDate = date(planned)
            }
            report.committeeRenewed = story.isEmpty() ? nil : stage >= renewed
            if stage >= renewed { report.committeeDecision = "\(number + 3)/QĐ-NT" }
            report.contactNamed = story.isEmpty() ? nil : stage >= contact
            report.roundsDeclared = story.isEmpty() ? nil : rounds(until: report.period.window.upperBound)
            report.onlineLaunched = story.isEmpty() ? nil : stage >= launched
            report.onlineModels = story.isEmpty() ? nil : stage >= modelled ? models : 0
            report.inSchoolYearPlan = stage >= planned
            return report
        }
    }

    /// The days with a thematic session since the plan year began.
    private func rounds(until last: Day) -> Int {
        Set(sessions.filter { $0.isThematic == true && $0.day <= last && unit.isActive(on: $0.day) }.map(\.day)).count
    }

    private func fillSafety(_ reports: [Report], _ story: inout Story) -> [Report] {
        let isAbove = unit.isAbovePrimary
        let registered = isAbove ? story.since() : 4
        let qualifies = isAbove && unit.safeLastYear == true && (unit.ratingLastYear ?? .fail) >= .good
        let exemplary = qualifies ? story.since() : 4
        let rated = max(registered, isAbove ? story.random.weighted([10, 60, 130, 800]) : 4)
        let ratings: [Int] =
            switch diligence {
            case .exemplary: [0, 0, 2, 500, 498]
            case .usual: [1, 4, 25, 800, 170]
            case .slack: [20, 80, 300, 560, 40]
            }
        let rating = Rating.allCases[story.random.weighted(ratings)]
        let movement = Rating.allCases[story.random.weighted(ratings)]
        let registeredOn = Day(2026, 1, 12).advanced(by: story.random.below(45))
        let models = story.random.int(0...2)
        let breakthrough = story.random.pick([
            "Cổng trường an toàn", "Trường học không ma túy", "Tư vấn tâm lý học đường",
            "Mô hình \"Cổng trường an toàn, lớp học hạnh phúc\"", "Truyền thông số tích cực; tự quản trên mạng",
        ])
        let dossier = Day(2026, 11, 1).advanced(by: story.random.below(18))
        let recognised = story.random.chance(850)
        return reports.map { report in
            var report = report
            let stage = report.period.stage
            report.safetyRegistered = isAbove ? (story.isEmpty() ? nil : stage >= registered) : nil
            if stage >= registered {
                let late = Period.quarter(min(registered, 3)).lowerBound.advanced(by: 20)
                report.safetyRegisteredOn = registered == 0 ? registeredOn : late
                report.selfAssessed = stage >= min(registered + 1, 3)
            }
            if stage >= rated {
                report.safetyRating = rating
                // A rating of somebody who does not say that they registered is a mistake (V8).
                if !messy { report.safetyRegistered = true }
                if stage == 3 {
                    report.safetyDossierOn = dossier
                    if rating >= .good, recognised { report.recognitionNumber = "\(dossier.civil.day)/QĐ-CT" }
                }
            }
            if qualifies { report.exemplaryRegistered = story.isEmpty() ? nil : stage >= exemplary }
            if stage >= exemplary {
                report.models = models
                if models == 0 || story.random.chance(600) { report.breakthrough = breakthrough }
                // Neither is a mistake (V14).
                if models == 0, story.random.chance(15), messy { report.breakthrough = nil }
                if stage == 3 {
                    report.exemplaryDossierOn = dossier.advanced(by: 9)
                    report.exemplaryRecognised = recognised
                }
            }
            report.movementRating = story.isEmpty() ? nil : movement
            return report
        }
    }

    private func fillTasks(_ reports: [Report], _ story: inout Story) -> [Report] {
        let since = (0..<11).map { _ in story.since() }
        let pilot = story.since(share: 60)
        let committed = unit.pupils - story.random.below(unit.pupils / 10)
        let atRisk = story.random.below(unit.isAbovePrimary ? 12 : 3)
        let classes = story.increments(0...2)
        let tips = story.increments(0...1)
        let commended = story.increments(0...1)
        return reports.map { report in
            var report = report
            let stage = report.period.stage
            func total(_ increments: [Int]) -> Int { increments[report.period.quarters].reduce(0, +) }
            report.evidenceComplete = story.isEmpty() ? nil : stage >= since[0]
            report.cooperationRules = stage >= since[1]
            report.pilotOfFestival = stage >= max(pilot, 2)
            report.selfChecked = stage >= since[2]
            report.commitmentsSigned = stage >= since[3]
            report.pupilsCommitted = stage >= since[3] ? committed : 0
            report.pupilsAtRisk = atRisk
            report.trainingClasses = total(classes)
            report.peopleTrained = total(classes) * min(unit.staff, 18)
            report.cameras = stage >= since[4]
            report.entryRules = stage >= since[5]
            report.cooperationScheme = stage >= since[6]
            report.fireScheme = stage >= since[7]
            report.guardsOnDuty = stage >= since[8]
            report.tipChannel = stage >= since[9]
            report.tips = total(tips)
            report.groupsCommended = total(commended)
            report.personsCommended = total(commended) * 3
            if story.random.chance(90) {
                report.difficulties = story.random.pick([
                    "Kinh phí còn hạn chế", "Thiếu camera, thiếu nhân viên bảo vệ",
                    "Cổng trường gần chợ\nGiờ tan học dễ ùn tắc",
                ])
            }
            if story.random.chance(60) {
                report.proposals = story.random.pick([
                    "Đề nghị tập huấn thêm; cấp tài liệu", "Đề nghị Công an xã hỗ trợ giờ tan học",
                ])
            }
            return report
        }
    }
}
