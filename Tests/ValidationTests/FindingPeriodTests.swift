import Diagnostics
import Testing
import Validation

@Suite("Findings about validity")
struct FindingPeriodTests {
    /// One square in several versions.
    func town(_ periods: [(String?, String?)], sides: [Double] = []) -> FindingTown {
        var town = FindingTown(
            periods.indices.map { ("A", FindingTown.square(0, 0, side: sides.isEmpty ? 1 : sides[$0])) })
        town.extra = [("from", periods.map(\.0)), ("to", periods.map(\.1))]
        return town
    }

    func report(
        _ town: FindingTown, isComplete: Bool = false, date: CalendarDay? = nil
    ) throws -> FindingsReport {
        try town.report {
            $0.periods = PeriodCheck(from: "from", to: "to", date: date)
            $0.isComplete = isComplete
        }
    }

    @Test("versions that follow each other are fine, with the last day inside or outside the period")
    func sound() throws {
        #expect(try report(town([("2010-01-01", "2020-12-31"), ("2021-01-01", nil)])).findings.isEmpty)
        #expect(try report(town([("01.01.2010", "01.01.2021"), ("01.01.2021", "")])).findings.isEmpty)
    }

    @Test("overlaps and gaps are counted in days")
    func transitions() throws {
        let overlap = try report(town([("2010-01-01", "2021-01-31"), ("2021-01-01", "2022-01-01")])).findings
        #expect(overlap.map(\.kind) == [.periodOverlap] && overlap[0].measure == 31)
        let gap = try report(town([("2010-01-01", "2020-12-31"), ("2021-02-01", nil)])).findings
        #expect(gap.map(\.kind) == [.periodGap] && gap[0].measure == 31)
        // Three at once: the long one covers both others.
        let long = try report(town([("2010-01-01", "2030-01-01"), ("2011-01-01", "2012-01-01"), ("2030-01-01", nil)]))
        #expect(long.findings.map(\.kind) == [.periodOverlap])
    }

    @Test("dates that cannot be read, or that run backwards, are told")
    func unreadable() throws {
        let found = try report(town([("soon", nil), ("2021-02-01", "2020-02-01")])).findings
        #expect(found.filter { $0.kind == .periodUnreadable }.count == 2)
    }

    @Test("a key with another shape than before is a remark with the difference")
    func reused() throws {
        let town = town([("2010-01-01", "2020-12-31"), ("2021-01-01", nil)], sides: [1, 2])
        #expect(try report(town).findings.isEmpty)
        let found = try report(town, isComplete: true).findings
        #expect(found.map(\.kind) == [.keyReused] && abs(found[0].measure - 30_000) < 1e-6)
    }

    @Test("a day on which nothing is valid is refused, and how many are valid is told")
    func day() throws {
        let town = town([("2010-01-01", "2020-12-31"), ("2021-01-01", nil)], sides: [1, 1])
        #expect(try report(town).summary(in: .english).contains("1 of 2 valid on 2021-01-01"))
        #expect(throws: InputError.self) { try report(town, date: CalendarDay("1999-01-01")) }
    }

    @Test("days are counted over leap years")
    func days() throws {
        let one = try #require(CalendarDay("2020-02-28"))
        let other = try #require(CalendarDay("01.03.2020"))
        #expect(other.number - one.number == 2)
        #expect(CalendarDay("1970-01-01")?.number == 0 && CalendarDay("2021-01-01T00:00:00") == CalendarDay("20210101"))
        for text in ["1970-01-01", "2020-02-29", "1899-12-31", "2100-03-01", "0001-01-01"] {
            #expect(CalendarDay(text)?.description == text)
        }
        #expect(CalendarDay("2021-02-29") == nil && CalendarDay("31.12.") == nil && CalendarDay("") == nil)
    }
}
