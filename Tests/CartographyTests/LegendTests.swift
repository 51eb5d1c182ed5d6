import Cartography
import Diagnostics
import Foundation
import Statistics
import Testing

struct LegendTests {
    /// A subject of squares in a row with the values given; `nil` is suppressed.
    static func subject(_ values: [Double?], decimals: Int = 1) -> MapSubject {
        var subject = SampleCity.subject(
            columns: max(1, values.count), rows: 200 / max(1, values.count) + 1, wiggles: 1)
        let count = subject.keys.count
        subject.values = (0..<count).map { $0 < values.count ? values[$0] ?? 0 : 0 }
        subject.states = (0..<count).map { $0 >= values.count ? .noData : values[$0] == nil ? .suppressed : .value }
        subject.decimals = decimals
        return subject
    }

    @Test("labels say which side belongs to a class, in both languages")
    func labels() throws {
        let subject = Self.subject([0, 5, 7.5, 10, 12])
        let given = try Legend(subject, style: .standard, method: .fixed([0, 5, 10, 15]))
        #expect(given.labels == ["0,0 bis unter 5,0", "5,0 bis unter 10,0", "10,0 bis 15,0"])
        #expect(given.classes.counts == [1, 2, 2])
        let quantile = try Legend(subject, style: .standard, method: .quantile, classes: 2, language: .english)
        #expect(quantile.labels == ["0.0 to 7.5", "over 7.5 to 12.0"])
    }

    @Test("limits have as many decimals as they need to be true, and no more")
    func decimals() throws {
        let close = try Legend(Self.subject([1.01, 1.02, 1.03, 1.04]), style: .standard, method: .quantile, classes: 2)
        #expect(
            close.labels == ["1,01 bis 1,02", "über 1,02 bis 1,04"]
                || close.labels == ["1,01 bis 1,03", "über 1,03 bis 1,04"])
        let counts = try Legend(
            Self.subject([0, 12, 17, 1234], decimals: 0), style: .standard, method: .quantile, classes: 2)
        #expect(
            counts.labels == ["0 bis 14", "über 14 bis 1.234"] || counts.labels == ["0 bis 15", "über 15 bis 1.234"])
        let given = try Legend(Self.subject([0, 1, 3], decimals: 0), style: .standard, method: .fixed([0, 2.5, 5]))
        #expect(given.labels == ["0,0 bis unter 2,5", "2,5 bis 5,0"])
    }

    @Test(
        "a reader who sorts the values by the printed limits gets the map's classes",
        arguments: [
            "quantile", "equal", "fisher", "pretty", "sd", "head-tail", "geometric", "maximum", "box", "fixed:1,2",
        ])
    func truthful(method: String) throws {
        let method: Classification.Method = try #require(Classification.Method(method))
        var generator = SplitMix64(seed: 21)
        for round in 0..<25 {
            let scale = [1, 0.01, 250][round % 3]
            let values = (0..<(1 + generator.below(40))).map { _ in scale * (0.001 + generator.uniform()) }
            let legend = try Legend(
                Self.subject(values, decimals: round % 3), style: .standard,
                method: method, classes: 1 + round % 9, language: .english)
            let limits = legend.labels.map { label in
                label.split(separator: " ").compactMap { Double($0.replacing(",", with: "")) }
            }
            for (area, value) in values.enumerated() {
                let index = try #require(legend.classIndex(ofArea: area))
                let printed = limits[index]
                if printed.count == 1 { continue }
                let isFirst = index == 0
                let isLast = index == limits.count - 1
                switch legend.classes.closed {
                case .left: #expect(printed[0] <= value && (value < printed[1] || isLast && value <= printed[1]))
                case .right: #expect(value <= printed[1] && (printed[0] < value || isFirst && printed[0] <= value))
                }
            }
        }
    }

    @Test("no-value states are counted, named and hatched differently, present or not")
    func states() throws {
        let legend = try Legend(Self.subject([1, nil, 3, nil]), style: .standard, language: .english)
        #expect(legend.states.map(\.state) == [.suppressed, .noData, .notApplicable])
        #expect(legend.states.map(\.count).prefix(1) == [2])
        #expect(legend.states[2].count == 0)
        #expect(Set(legend.states.map(\.hatching)).count == 3)
        #expect(legend.colour(forArea: 1) == nil)
        #expect(legend.classIndex(ofArea: 1) == nil)
        #expect(legend.colour(forArea: 0) == legend.colours[0])
        #expect(legend.colour(forArea: 2) == legend.colours.last)
    }

    @Test("a layer without values has a legend without classes; equal values make one class")
    func few() throws {
        let none = try Legend(Self.subject([nil, nil]), style: .standard)
        #expect(none.labels.isEmpty && none.colours.isEmpty)
        let one = try Legend(Self.subject([4.25, 4.25]), style: .standard)
        #expect(one.labels == ["4,3"])
        #expect(one.classIndex(ofArea: 1) == 0)
    }

    @Test("a diverging palette is neutral at its midpoint, whatever the numbers on both sides")
    func midpoint() throws {
        var style = Style(name: "change", palette: .blueOrange, method: .fixed([-2, -1, 1, 2, 3, 4]), classes: 5)
        style.midpoint = 0
        let legend = try Legend(Self.subject([-1.5, 0, 1.5, 2.5, 3.5]), style: style)
        #expect(legend.colours.count == 5)
        let neutral = LabColour(legend.colours[1])
        #expect(abs(neutral.redness) < 3 && abs(neutral.yellowness) < 3)
        style.isReversed = true
        let reversed = try Legend(Self.subject([-1.5, 0, 1.5, 2.5, 3.5]), style: style)
        #expect(reversed.colours[1] == legend.colours[1])
        #expect(LabColour(reversed.colours[4]).yellowness < 0)
    }

    @Test("what cannot be classified is said")
    func faults() throws {
        #expect { try Legend(Self.subject([0, 1, 2]), style: .standard, method: .geometric) } throws: { error in
            (error as? InputError)?.message.contains("above 0") == true
        }
        #expect(throws: InputError.self) { try Legend(Self.subject([1, .nan]), style: .standard) }
        #expect(throws: InputError.self) { try Legend(Self.subject([1, 2]), style: .standard, classes: 10) }
    }

    @Test("legend.json says edges, closed side, counts, colours, labels, and all three states")
    func json() throws {
        let legend = try Legend(Self.subject([1, 2, 3, 4.5, nil]), style: .standard, method: .quantile, classes: 2)
        let object = try #require(JSONSerialization.jsonObject(with: Data(legend.json())) as? [String: Any])
        #expect(object["edges"] as? [Double] == [1, 2.5, 4.5])
        #expect(object["closed"] as? String == "right")
        #expect(object["counts"] as? [Int] == [2, 2])
        #expect((object["colours"] as? [String])?.count == 2)
        #expect(object["labels"] as? [String] == legend.labels)
        #expect(object["method"] as? String == "quantile")
        let states = try #require(object["states"] as? [String: [String: Any]])
        #expect(Set(states.keys) == ["suppressed", "no-data", "not-applicable"])
        #expect(states["suppressed"]?["count"] as? Int == 1)
        #expect(states["suppressed"]?["hatch"] as? String == "crosses")
        #expect(object["protectionNotice"] as? String == "threshold only: hidden values may be derivable")
    }
}
