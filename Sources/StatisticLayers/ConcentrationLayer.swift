public import Catalogue
public import Disclosure
import Segregation
public import Statistics

/// Where a group is over- or underrepresented: the location quotient of each area, with the indices of segregation of
/// the whole region in the method sheet.
///
///     ProtectedColumn.computed(from: [sgb2, residents], by: ConcentrationLayer())  // 1 where the share is the region's
///
/// Operands are the group and the population that it is part of. An area without population has no quotient, one with
/// more of the group than people none either.
public struct ConcentrationLayer: LayerStatistic {
    /// Prepares a layer.
    public init() {}

    /// Classes around 1, the same distance up and down: half is as far from it as double.
    public var columns: LayerColumns {
        let colours = ClassColours.diverging(5)
        let titles = [
            ("under-half", "unter 0,5: weniger als halb so viel", "below 0.5: less than half"),
            ("lower", "0,5 bis unter 0,8", "0.5 to below 0.8"),
            ("like-region", "0,8 bis 1,25: wie in der Region", "0.8 to 1.25: like the region"),
            ("higher", "über 1,25 bis 2", "over 1.25 to 2"),
            ("over-double", "über 2: mehr als doppelt so viel", "over 2: more than double"),
        ]
        return LayerColumns(
            categories: zip(titles, colours).map { title, colour in
                ReleasedCategory(id: title.0, german: title.1, english: title.2, colour: colour)
            })
    }

    private static func category(of quotient: Double) -> Int {
        if quotient < 0.5 { return 0 }
        if quotient < 0.8 { return 1 }
        if quotient <= 1.25 { return 2 }
        return quotient <= 2 ? 3 : 4
    }

    /// The location quotient, the group's share in the area over its share in the region, and its class.
    public func results(of operands: [ProtectedColumn]) -> [(values: [Double], states: [ValueState])] {
        let sample = sample(of: operands)
        let quotients = counts(in: sample).locationQuotients[0]
        return [
            sample.column(quotients), sample.column(quotients.map { $0.map { Double(Self.category(of: $0)) } }),
        ]
    }

    private func sample(of operands: [ProtectedColumn]) -> LayerSample {
        LayerSample(operands) { $0[1] > 0 && $0[0] <= $0[1] }
    }

    private func counts(in sample: LayerSample) -> GroupCounts {
        let (group, all) = (sample.values(of: 0), sample.values(of: 1))
        return GroupCounts([group, zip(all, group).map { $0 - $1 }])
    }

    /// Definition and source.
    public var method: [MethodSheet.Entry] {
        [
            MethodSheet.Entry(
                german: (
                    "Verfahren",
                    "Standortquotient: Anteil der Gruppe im Gebiet, geteilt durch ihren Anteil in der Region; 1 heißt wie in "
                        + "der Region, 2 doppelt so viel. Die Indizes der Segregation im Blatt gelten für die ganze Region: "
                        + "Dissimilarität D und Isolation nach Massey und Denton, Social Forces 67 (1988)."
                ),
                english: (
                    "Method",
                    "Location quotient: the group's share in the area over its share in the region; 1 is as in the region, 2 "
                        + "twice as much. The indices of segregation in the sheet are of the whole region: dissimilarity D "
                        + "and isolation as of Massey and Denton, Social Forces 67 (1988)."
                ))
        ]
    }

    /// Dissimilarity and isolation over the areas with a value.
    public func remarks(on operands: [ProtectedColumn], results: [ProtectedColumn]) -> [MethodSheet.Entry] {
        let sample = sample(of: operands)
        let groups = counts(in: sample).firstAgainstRest
        guard let dissimilarity = groups.dissimilarity, let isolation = groups.isolation else { return [] }
        let (d, i) = (SheetNumber(dissimilarity, decimals: 3), SheetNumber(isolation, decimals: 3))
        let (count, others) = (sample.members.count, sample.states.count - sample.members.count)
        return [
            MethodSheet.Entry(
                german: (
                    "Segregation",
                    "D = \(d.german), Isolation = \(i.german); über \(count) Gebiete mit Wert, \(others) ohne. Viele kleine "
                        + "Gebiete heben D auch bei zufälliger Verteilung."
                ),
                english: (
                    "Segregation",
                    "D = \(d.english), isolation = \(i.english); over \(count) areas with a value, \(others) without. Many "
                        + "small areas raise D even where people live at random."
                ))
        ]
    }
}
